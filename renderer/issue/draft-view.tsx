import { Button, Dropdown } from 'antd';
import { useEffect, useState } from 'react';
import { plainTitle, type Column, type Draft } from '../../shared/document/issue.js';
import { call, failureSentence } from '../bridge.js';
import { attempt, deleteDraft } from '../library/library-actions.js';
import { useIssueSession } from '../state/issue-session.js';
import { Bar } from '../ui/message-bars.js';
import { draftToIssue } from './issue-edits.js';

const noColumns: readonly Column[] = [];

/** A draft as it came in, to be read; it is edited once it stands in a column. */
export function DraftView({ draftId }: { readonly draftId: string }) {
  const loaded = useDraft(draftId);
  const columns = useIssueSession(({ issue }) => issue?.columns ?? noColumns);
  if (loaded.failure !== undefined) return <Bar tone="error" text={loaded.failure} actions={[]} />;
  if (!loaded.draft) return null;
  const { article, notes } = loaded.draft;
  const title = plainTitle(article.title);
  return (
    <div className="draft">
      <div className="draft-bar">
        <span className="soft">备用稿{article.origin ? ` · 来自 ${article.origin.file}` : ''}</span>
        <span className="draft-actions">
          <Button onClick={() => attempt(() => deleteDraft(draftId, title))}>删除</Button>
          <Dropdown
            trigger={['click']}
            autoFocus
            menu={{
              items: columns.map(({ id, name }) => ({ key: id, label: `〔${name}〕` })),
              onClick: ({ key }) => takeInto(draftId, columns, key),
            }}
          >
            <Button type="primary">编入本期 ▾</Button>
          </Dropdown>
        </span>
      </div>
      {notes.length > 0 && (
        <ul className="draft-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <article className="draft-text">
        <h1>{title === '' ? '无标题' : article.title}</h1>
        {article.subtitle !== undefined && <p className="draft-subtitle">{article.subtitle}</p>}
        {article.paragraphs.map(({ id, lead, text }) => (
          <p key={id}>
            {lead !== undefined && <b>{lead}</b>}
            {text}
          </p>
        ))}
        {article.sources.length > 0 && <p className="draft-source">（{article.sources.join('、')}）</p>}
      </article>
    </div>
  );
}

function takeInto(draftId: string, columns: readonly Column[], columnId: string): void {
  const column = columns.find(({ id }) => id === columnId);
  if (column) attempt(() => draftToIssue(draftId, column));
}

function useDraft(id: string): { readonly draft?: Draft; readonly failure?: string } {
  const [loaded, setLoaded] = useState<{ readonly draft?: Draft; readonly failure?: string }>({});
  useEffect(() => {
    let isWanted = true;
    call('draft.get', { id }).then(
      ({ draft }) => isWanted && setLoaded({ draft }),
      (failure: unknown) => isWanted && setLoaded({ failure: failureSentence(failure) }),
    );
    return () => {
      isWanted = false;
    };
  }, [id]);
  return loaded;
}
