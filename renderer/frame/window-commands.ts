import { pickFiles } from '../ui/pick-files.js';
import { useCommand } from '../ui/command-registry.js';
import { attempt, duplicateIssue, startNextIssue } from '../library/library-actions.js';
import { importFiles } from '../library/import-files.js';
import { openDialog, showView, useDesk } from '../state/desk.js';
import { issueSession, useIssueSession } from '../state/issue-session.js';
import { toggleInspection, toggleOutline, togglePreview } from '../state/panes.js';

/** File name endings the importer reads. */
export const importEndings = '.txt,.md,.docx';

/** Commands that do not depend on a place inside the issue. */
export function useWindowCommands(): void {
  const key = useIssueSession((session) => session.key);
  const hasIssue = key !== undefined;
  const isIssueShown = useDesk(({ view }) => view === 'issue') && hasIssue;
  const session = issueSession.getState;
  useCommand('file.newIssue', () => attempt(() => startNextIssue()));
  useCommand('file.import', () => void pickFiles(importEndings).then(importFiles));
  useCommand('file.duplicate', () => key !== undefined && attempt(() => duplicateIssue(key)), isIssueShown);
  useCommand('file.save', () => void session().flush(), hasIssue);
  useCommand('file.export', () => openDialog({ kind: 'export' }), isIssueShown);
  useCommand('edit.undo', () => session().undo(), useIssueSession(({ history }) => history.past.length > 0) && isIssueShown);
  useCommand('edit.redo', () => session().redo(), useIssueSession(({ history }) => history.future.length > 0) && isIssueShown);
  useCommand('view.issue', returnToIssue, hasIssue);
  useCommand('view.library', () => showView('library'));
  useCommand('view.settings', () => showView('settings'));
  useCommand('view.outline', toggleOutline, isIssueShown);
  useCommand('view.preview', togglePreview, isIssueShown);
  useCommand('view.inspection', toggleInspection, isIssueShown);
  useCommand('view.nextPane', focusNextPane);
  useCommand('help.manual', () => openDialog({ kind: 'manual' }));
  useCommand('help.shortcuts', () => openDialog({ kind: 'shortcuts' }));
  useCommand('help.about', () => openDialog({ kind: 'about' }));
}

/** Back to the text where the cursor was left. */
function returnToIssue(): void {
  const { caret, current, goTo } = issueSession.getState();
  showView('issue');
  if (caret && current.kind === 'item' && current.itemId === caret.itemId) goTo(caret);
}

/** Takes the focus from one pane (`data-pane`) to the next. */
function focusNextPane(): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(({ offsetParent }) => offsetParent !== null);
  const current = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(current + 1) % panes.length];
  const target =
    next?.querySelector<HTMLElement>('[data-pane-focus]') ??
    next?.querySelector<HTMLElement>('[contenteditable="true"], input, select, textarea, button');
  (target ?? next)?.focus();
}
