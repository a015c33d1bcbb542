import { useCommand } from '../ui/command-registry.js';
import { attempt } from '../library/library-actions.js';
import { issueSession, useIssueSession } from '../state/issue-session.js';
import { dropItem, insertColumn, insertItem, itemToDrafts, moveToNeighbourColumn, shiftCurrent } from './issue-edits.js';

/** Commands on the selected row of the outline; they work from anywhere in the issue view. */
export function useOutlineCommands(isReadOnly: boolean): void {
  const kind = useIssueSession(({ current }) => current.kind);
  const canChange = useIssueSession(({ issue }) => issue !== undefined) && !isReadOnly;
  const isItem = canChange && kind === 'item';
  const isMovable = isItem || (canChange && kind === 'column');
  useCommand('edit.moveUp', () => shiftCurrent('up'), isMovable);
  useCommand('edit.moveDown', () => shiftCurrent('down'), isMovable);
  useCommand('edit.moveToPreviousColumn', () => moveToNeighbourColumn('up'), isItem);
  useCommand('edit.moveToNextColumn', () => moveToNeighbourColumn('down'), isItem);
  useCommand('edit.toDrafts', () => withItem((itemId) => attempt(() => itemToDrafts(itemId))), isItem);
  useCommand('edit.remove', () => withItem(dropItem), isItem);
  useCommand('insert.article', () => insertItem('article'), useHasColumn('article') && canChange);
  useCommand('insert.brief', () => insertItem('brief'), useHasColumn('brief') && canChange);
  useCommand('insert.column', insertColumn, canChange);
}

function useHasColumn(form: 'article' | 'brief'): boolean {
  return useIssueSession(({ issue }) => issue?.columns.some((column) => column.form === form) ?? false);
}

function withItem(action: (itemId: string) => void): void {
  const { current } = issueSession.getState();
  if (current.kind === 'item') action(current.itemId);
}
