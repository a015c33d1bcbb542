import { Button } from 'antd';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { plainTitle } from '../../shared/document/issue.js';
import { unjoinKey, unjoinName } from '../../shared/submissions/joined-lines.js';
import type { Submission } from '../../shared/submissions/submission.js';
import { arrivalLabels } from '../../shared/submissions/submission-labels.js';
import { call, failureSentence } from '../bridge.js';
import { instantLabel } from '../library/issue-label.js';
import { attempt, deleteSubmission } from '../library/library-actions.js';
import { Bar } from '../ui/bar.js';
import { LineTable } from './left-aside-list.js';
import { refreshLibrary } from '../state/library-store.js';
import { useSetting } from '../state/settings.js';
import { SimilarBar } from '../similar/similar-bar.js';
import { SentText } from './sent-text.js';
import { SubmissionFactsForm } from './submission-facts.js';
import { TakeIn } from './take-in.js';

const thisYear = new Date().getFullYear();

/** What draws a Word file is read only when one is to be drawn. */
const OriginalPane = lazy(async () => ({ default: (await import('./original-pane.js')).OriginalPane }));

interface SubmissionViewProps {
  readonly submissionId: string;
  /** What 编入本期 takes; this one alone when absent. */
  readonly ids?: readonly string[];
}

/** A submission as it came in, to be read; it is edited once it stands in a column. */
export function SubmissionView({ submissionId, ids }: SubmissionViewProps) {
  const [loaded, read] = useSubmission(submissionId);
  const [isBeside, setIsBeside] = useSetting('inbox.original');
  if (loaded.failure !== undefined) return <Bar tone="error" text={loaded.failure} actions={[]} />;
  if (!loaded.submission) return null;
  const { article, notes, leftAside, original } = loaded.submission;
  const title = plainTitle(article.title);
  const unjoin = unjoinName(notes);
  const keepLines = async (): Promise<void> => {
    await call('submission.unjoin', { id: submissionId });
    read();
    await refreshLibrary();
  };
  return (
    <div className="submission">
      <div className="sent-bar">
        <span className="soft num sent-came" title={receivedLabel(loaded.submission)}>
          {receivedLabel(loaded.submission)}
        </span>
        <span className="sent-actions">
          {original !== undefined && (
            <Button aria-pressed={isBeside} type={isBeside ? 'primary' : 'default'} ghost={isBeside} onClick={() => setIsBeside(!isBeside)}>
              对照原件
            </Button>
          )}
          {original !== undefined && unjoin !== undefined && (
            <Button data-unjoin aria-label={unjoin} aria-keyshortcuts={unjoinKey} onClick={() => attempt(keepLines)}>
              {unjoin} <kbd>{unjoinKey}</kbd>
            </Button>
          )}
          <Button onClick={() => attempt(() => deleteSubmission(submissionId, title))}>删除</Button>
          <TakeIn ids={ids ?? [submissionId]} />
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
      {leftAside.length > 0 && (
        <details className="sent-aside">
          <summary>原件中未收入正文的 {leftAside.length} 处</summary>
          <LineTable lines={leftAside} />
        </details>
      )}
      {original !== undefined && isBeside ? (
        <div className="sent-beside">
          <Suspense fallback={null}>
            <OriginalPane submissionId={submissionId} file={original.file} />
          </Suspense>
          <SentText item={article} />
        </div>
      ) : (
        <SentText item={article} />
      )}
    </div>
  );
}

/** Whose it is, how and when it came, and the files that came with it. */
function receivedLabel({ unitName, arrival, receivedAt, original, attachments }: Submission): string {
  const others = attachments.length === 0 ? [] : [`附件 ${attachments.map(({ file }) => file).join('、')}`];
  const when = receivedAt === undefined ? '' : ` ${instantLabel(receivedAt, thisYear)}收到`;
  const facts = [unitName, `${arrivalLabels[arrival]}${when}`, original?.file ?? '', ...others];
  return facts.filter((fact) => fact !== '').join(' · ');
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
