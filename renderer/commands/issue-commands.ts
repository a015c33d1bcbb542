/** Commands on the open issue: its saving, its undo stack (or that of a unit's manuscript), and the selected row of its outline. */
import type { CommandBehaviours } from '../ui/command-registry.js';
import { dropItem, insertColumn, insertItem, itemToSubmissions, moveToNeighbourColumn, shiftCurrent } from '../issue/issue-edits.js';
import { stepHit } from '../find/find-steps.js';
import { attempt, duplicateIssue, startNextIssue } from '../library/library-actions.js';
import { importEndings, importFiles } from '../library/import-files.js';
import { openDialog } from '../state/desk.js';
import { openFind } from '../find/find-store.js';
import { flushWindow } from '../state/flush-window.js';
import { issueSession } from '../state/issue-session.js';
import { isLocked } from '../state/lock.js';
import { ownSession } from '../state/own-session.js';
import { isReadOnly } from '../state/read-only.js';
import { pickFiles } from '../ui/pick-files.js';
import { selectedText } from '../find/selected-text.js';
import { hasIssue, hasManuscript, isIssueShown, isOwnShown } from './situation.js';

const session = issueSession.getState;

export const issueCommands = {
  'file.newIssue': { run: () => attempt(() => startNextIssue()) },
  'file.import': { run: () => void pickFiles(importEndings).then(importFiles) },
  'file.duplicate': { run: () => withKey((key) => attempt(() => duplicateIssue(key))), isEnabled: isIssueShown },
  'file.save': { run: () => void flushWindow(), isEnabled: () => hasIssue() || hasManuscript() },
  'file.keepVersion': { run: () => openDialog({ kind: 'name-version' }), isEnabled: () => hasIssue() && !isReadOnly() },
  'file.export': { run: () => openDialog({ kind: 'export' }), isEnabled: isIssueShown },
  'file.print': { run: () => openDialog({ kind: 'print' }), isEnabled: isIssueShown },
  'edit.undo': { run: () => written()?.undo(), isEnabled: () => (written()?.history.past.length ?? 0) > 0 },
  'edit.redo': { run: () => written()?.redo(), isEnabled: () => (written()?.history.future.length ?? 0) > 0 },
  'edit.find': { run: () => openFind(false, selectedText()), isEnabled: isIssueShown },
  'edit.replace': { run: () => openFind(true, selectedText()), isEnabled: isIssueShown },
  'edit.findNext': { run: () => stepHit(1), isEnabled: isIssueShown },
  'edit.findPrevious': { run: () => stepHit(-1), isEnabled: isIssueShown },
  'edit.moveUp': { run: () => shiftCurrent('up'), isEnabled: isMovable },
  'edit.moveDown': { run: () => shiftCurrent('down'), isEnabled: isMovable },
  'edit.moveToPreviousColumn': { run: () => moveToNeighbourColumn('up'), isEnabled: isItem },
  'edit.moveToNextColumn': { run: () => moveToNeighbourColumn('down'), isEnabled: isItem },
  'edit.toSubmissions': { run: () => withItem((id) => attempt(() => itemToSubmissions(id))), isEnabled: isItem },
  'edit.remove': { run: () => withItem(dropItem), isEnabled: isItem },
  'insert.article': { run: () => insertItem('article'), isEnabled: () => canInsert('article') },
  'insert.brief': { run: () => insertItem('brief'), isEnabled: () => canInsert('brief') },
  'insert.column': { run: insertColumn, isEnabled: canChange },
} satisfies Partial<CommandBehaviours>;

/** What is being written: an issue, or a unit's manuscript. */
function written() {
  return isIssueShown() ? session() : isOwnShown() ? ownSession.getState() : undefined;
}

function canChange(): boolean {
  return isIssueShown() && !isLocked();
}

function isItem(): boolean {
  return canChange() && session().current.kind === 'item';
}

function isMovable(): boolean {
  return canChange() && (session().current.kind === 'item' || session().current.kind === 'column');
}

function canInsert(form: 'article' | 'brief'): boolean {
  return canChange() && (session().issue?.columns.some((column) => column.form === form) ?? false);
}

function withItem(action: (itemId: string) => void): void {
  const { current } = session();
  if (current.kind === 'item') action(current.itemId);
}

function withKey(action: (key: string) => void): void {
  const { key } = session();
  if (key !== undefined) action(key);
}
