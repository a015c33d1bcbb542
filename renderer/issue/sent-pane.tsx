import { useDeferredValue, useMemo, useState } from 'react';
import { findItem } from '../../shared/document/edit-issue.js';
import { plainTitle, type Item } from '../../shared/document/issue.js';
import { changedWords, type ChangedLine } from '../../shared/submissions/changed-words.js';
import { readSubmission } from '../state/inbox-state.js';
import { SideTabs } from '../preview/side-tabs.js';
import { showView } from '../state/desk.js';
import { issueSession, useIssueSession } from '../state/issue-session.js';
import { ChangedLineRow, sumLabel } from './changed-line.js';
import { useSubmissions } from './use-submissions.js';

const noIds: readonly string[] = [];

/** 对照来稿: what the editor changed in the current item against what was sent, at any time. */
export function SentPane() {
  const issue = useDeferredValue(useIssueSession((session) => session.issue));
  const current = useIssueSession((session) => session.current);
  const item = issue && current.kind === 'item' ? findItem(issue, current.itemId)?.item : undefined;
  return (
    <section className="pv" aria-label="对照来稿">
      <div className="pv-toolbar" role="toolbar" aria-label="对照来稿">
        <SideTabs />
      </div>
      <div className="sent-pane" data-pane-focus tabIndex={0}>
        {item === undefined ? <p className="soft">在左边选一篇稿件，这里对照它的来稿。</p> : <Compared item={item} />}
      </div>
    </section>
  );
}

function Compared({ item }: { readonly item: Item }) {
  const { submissions, missing, isLoaded } = useSubmissions(item.submissions ?? noIds);
  const [isShort, setIsShort] = useState(false);
  const changed = useMemo(() => changedWords(item, submissions), [item, submissions]);
  if ((item.submissions ?? noIds).length === 0)
    return <p className="soft">本篇不是由来稿编入的，没有可以对照的原稿。从“来稿”里编入的稿件，随时可以在这里看改了哪些字。</p>;
  if (!isLoaded) return null;
  return (
    <>
      <ul className="sent-origins" aria-label="来稿">
        {submissions.map(({ id, article, unitName }) => (
          <li key={id}>
            <button type="button" className="link" onClick={() => goTo(id)}>
              {plainTitle(article.title) || '无题'}
            </button>
            <span className="soft"> {unitName}</span>
          </li>
        ))}
        {missing > 0 && <li className="soft">另有 {missing} 篇来稿已从库里删除，无法对照。</li>}
      </ul>
      {submissions.length > 0 && (
        <>
          <p className="sent-sum num">
            {sumLabel(changed, '来稿')}
            <label>
              <input type="checkbox" checked={isShort} onChange={({ target }) => setIsShort(target.checked)} /> 只看改动
            </label>
          </p>
          {changed.lines
            .filter(({ kind }) => !isShort || kind !== 'same')
            .map((line, index) => (
              <Line key={index} line={line} itemId={item.id} />
            ))}
        </>
      )}
    </>
  );
}

function Line({ line, itemId }: { readonly line: ChangedLine; readonly itemId: string }) {
  const { kind, paragraphId } = line;
  if (kind === 'removed') return <ChangedLineRow line={line} title="来稿中的这一段没有编入" />;
  const jump = (): void =>
    issueSession
      .getState()
      .goTo(paragraphId === undefined ? { itemId, field: 'title', offset: 0 } : { itemId, field: 'text', paragraphId, offset: 0 });
  return <ChangedLineRow line={line} title="单击转到这一段" onPress={jump} />;
}

function goTo(id: string): void {
  readSubmission(id);
  showView('inbox');
}
