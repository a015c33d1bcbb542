import { Button, Dropdown } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { plainTitle, type Column } from '../../shared/document/issue.js';
import type { Submission } from '../../shared/submissions/submission.js';
import { call, failureSentence } from '../bridge.js';
import { attempt, deleteSubmission } from '../library/library-actions.js';
import { useIssueSession } from '../state/issue-session.js';
import { Bar } from '../ui/message-bars.js';
import { SimilarBar } from '../inbox/similar-bar.js';
import { submissionToIssue } from './issue-edits.js';
import { SubmissionFactsForm } from './submission-facts.js';

const noColumns: readonly Column[] = [];

/** A submission as it came in, to be read; it is edited once it stands in a column. */
export function SubmissionView({ submissionId }: { readonly submissionId: string }) {
  const [loaded, read] = useSubmission(submissionId);
  const columns = useIssueSession(({ issue }) => issue?.columns ?? noColumns);
  if (loaded.failure !== undefined) return <Bar tone="error" text={loaded.failure} actions={[]} />;
  if (!loaded.submission) return null;
  const { article, notes, unitName, original } = loaded.submission;
  const title = plainTitle(article.title);
  return (
    <div className="submission">
      <div className="sent-bar">
        <span className="soft">
          来稿{unitName === '' ? '' : ` · ${unitName}`}
          {original === undefined ? '' : ` · ${original.file}`}
        </span>
        <span className="sent-actions">
          <Button onClick={() => attempt(() => deleteSubmission(submissionId, title))}>删除</Button>
          <Dropdown
            trigger={['click']}
            autoFocus
            menu={{
              items: columns.map(({ id, name }) => ({ key: id, label: `〔${name}〕` })),
              onClick: ({ key }) => takeInto(submissionId, columns, key),
            }}
          >
            <Button type="primary" disabled={columns.length === 0} title={columns.length === 0 ? '先打开一期' : ''}>
              编入本期 ▾
            </Button>
          </Dropdown>
        </span>
      </div>
      <SubmissionFactsForm submission={loaded.submission} onSaved={read} />
      <SimilarBar submissionId={submissionId} title={title} />
      {notes.length > 0 && (
        <ul className="sent-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <article className="sent-text">
        <h1>{title === '' ? '无标题' : article.title}</h1>
        {article.subtitle !== undefined && <p className="sent-subtitle">{article.subtitle}</p>}
        {article.paragraphs.map(({ id, lead, text }) => (
          <p key={id}>
            {lead !== undefined && <b>{lead}</b>}
            {text}
          </p>
        ))}
        {article.sources.length > 0 && <p className="sent-source">（{article.sources.join('、')}）</p>}
      </article>
    </div>
  );
}

function takeInto(submissionId: string, columns: readonly Column[], columnId: string): void {
  const column = columns.find(({ id }) => id === columnId);
  if (column) attempt(() => submissionToIssue(submissionId, column));
}

interface Loaded {
  readonly submission?: Submission;
  readonly failure?: string;
}

/** A submission as it is on disk, and what reads it again. */
function useSubmission(id: string): readonly [Loaded, () => void] {
  const [loaded, setLoaded] = useState<Loaded>({});
  const read = useCallback(() => {
    let isWanted = true;
    call('submission.get', { id }).then(
      ({ submission }) => isWanted && setLoaded({ submission }),
      (failure: unknown) => isWanted && setLoaded({ failure: failureSentence(failure) }),
    );
    return () => {
      isWanted = false;
    };
  }, [id]);
  useEffect(() => read(), [read]);
  return [loaded, read];
}
