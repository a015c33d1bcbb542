import { memo, useDeferredValue } from 'react';
import { issueItems, type Issue } from '../../shared/document/issue.js';
import { inspectionSentence, useInspection } from '../state/inspection.js';
import { inferredLeads } from '../issue/outline-rows.js';
import { useIssueSession } from '../state/issue-session.js';
import { usePurpose } from '../state/contributor.js';
import { useLibrary } from '../state/library-store.js';
import type { TextPlace } from '../../shared/document/text-place.js';
import { usePageStyle } from '../state/page-style.js';
import { usePublication } from '../state/publication.js';
import { showInspection } from '../state/panes.js';
import { caretSentence, useCaretPosition } from '../state/use-caret-position.js';
import { countLabel } from '../ui/count-label.js';
import { SaveWords } from '../library/save-words.js';

/** The truth in words: what is saved, where the cursor is, how long the issue is. */
export function IssueStatus() {
  const issue = useDeferredValue(useIssueSession((session) => session.issue));
  const caret = useDeferredValue(
    useIssueSession((session) =>
      session.current.kind === 'item' && session.current.itemId === session.caret?.itemId ? session.caret : undefined,
    ),
  );
  if (!issue) return null;
  return (
    <>
      <SaveStatus />
      <PlaceStatus issue={issue} caret={caret} />
    </>
  );
}

/** Page and line of the cursor, length of the issue, what waits for the editor. */
const PlaceStatus = memo(function PlaceStatus({ issue, caret }: { readonly issue: Issue; readonly caret: TextPlace | undefined }) {
  const position = useCaretPosition(issue, usePageStyle(issue), caret);
  return (
    <>
      <span className="num">{caretSentence(position)}</span>
      {position.pageCount > 0 && (
        <span className="num">
          全期 {position.pageCount} 页 · {countLabel(position.characters)} 字
        </span>
      )}
      <span className="status-right">
        <span>{leadsToConfirm(issue)}</span>
        <InspectionStatus />
      </span>
    </>
  );
});

/** How many findings 版面体检 has; a click lists them. */
function InspectionStatus() {
  const { findings, pages } = useInspection();
  if (pages.length === 0) return null;
  return (
    <button type="button" className="status-button num" data-found={findings.length > 0} onClick={showInspection}>
      {inspectionSentence(findings)}
    </button>
  );
}

function leadsToConfirm(issue: Issue): string {
  const count = issueItems(issue).reduce((sum, { item }) => sum + inferredLeads(item), 0);
  return count === 0 ? '' : `段首句待确认 ${count} 处`;
}

function SaveStatus() {
  return <SaveWords state={useIssueSession(({ saveState }) => saveState)} />;
}

/** Whether the publication is saved. */
export function SettingsStatus() {
  const purpose = usePurpose();
  const whose = usePublication(({ publications }) => (publications.length > 1 ? '这个刊物' : '库里'));
  return (
    <>
      <SaveWords state={usePublication(({ saveState }) => saveState)} />
      <span className="status-right">改动随时保存{purpose === 'office' && `；版式对${whose}各期的版面和以后的导出都有效`}</span>
    </>
  );
}

/** Whether every file of the library can be read. */
export function LibraryStatus() {
  const problems = useLibrary((library) => library.problems.length);
  const trash = useLibrary((library) => library.trash.length);
  return (
    <>
      <span>{problems === 0 ? '资料库文件均可读' : `${problems} 个文件读不出来，见上方说明`}</span>
      <span className="status-right num">回收站 {trash}</span>
    </>
  );
}
