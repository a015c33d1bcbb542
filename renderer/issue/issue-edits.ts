/** What the commands of the issue view do to the open issue, with the selection that follows. */
import {
  addColumn,
  addItem,
  convertItem,
  findItem,
  itemLabel,
  moveColumn,
  moveItem,
  newItem,
  removeItem,
  shiftItem,
} from '../../shared/document/edit-issue.js';
import { plainColumnName, type Article, type Column, type ColumnForm, type Issue } from '../../shared/document/issue.js';
import { call } from '../bridge.js';
import { attempt } from '../library/library-actions.js';
import { issueSession } from '../state/issue-session.js';
import { refreshLibrary } from '../state/library-store.js';
import { tell } from '../state/messages.js';
import { newId } from '../state/new-id.js';

const session = issueSession.getState;

/** Adds an empty item of a form after the current one, or at the end of the first column of that form. */
export function insertItem(form: ColumnForm, intoColumnId?: string): void {
  const { issue, current } = session();
  const target = issue && insertionPlace(issue, form, current.kind === 'item' ? current.itemId : undefined, intoColumnId);
  if (!target) return;
  const item = newItem(form, newId(), newId());
  session().edit((value) => addItem(value, target.columnId, item, target.index));
  session().goTo({ itemId: item.id, field: 'title', offset: 0 });
}

function insertionPlace(issue: Issue, form: ColumnForm, currentId: string | undefined, intoColumnId: string | undefined) {
  const found = currentId === undefined ? undefined : findItem(issue, currentId);
  if (found?.column.form === form && (intoColumnId === undefined || intoColumnId === found.column.id)) {
    return { columnId: found.column.id, index: found.index + 1 };
  }
  const column =
    intoColumnId === undefined ? issue.columns.find((each) => each.form === form) : issue.columns.find(({ id }) => id === intoColumnId);
  return column && { columnId: column.id, index: column.items.length };
}

export function insertColumn(): void {
  const column: Column = { id: newId(), name: '新栏目', form: 'article', items: [] };
  session().edit((issue) => addColumn(issue, column));
  session().select({ kind: 'column', columnId: column.id });
}

/** Moves the selected item or column one place. */
export function shiftCurrent(direction: 'up' | 'down'): void {
  const { current } = session();
  if (current.kind === 'item') session().edit((issue) => shiftItem(issue, current.itemId, direction));
  if (current.kind !== 'column') return;
  session().edit((issue) => {
    const index = issue.columns.findIndex(({ id }) => id === current.columnId) + (direction === 'up' ? -1 : 1);
    return index < 0 || index >= issue.columns.length ? issue : moveColumn(issue, current.columnId, index);
  });
}

/** Moves the selected item to the end of the column before, or the start of the column after. */
export function moveToNeighbourColumn(direction: 'up' | 'down'): void {
  const { current, issue } = session();
  if (current.kind !== 'item' || !issue) return;
  const found = findItem(issue, current.itemId);
  const neighbour = found && issue.columns[issue.columns.indexOf(found.column) + (direction === 'up' ? -1 : 1)];
  if (neighbour) moveToColumn(current.itemId, neighbour, direction === 'up' ? neighbour.items.length : 0);
}

export function moveToColumn(itemId: string, column: Column, index = column.items.length): void {
  session().edit((issue) => moveItem(issue, itemId, column.id, index));
}

/** Takes an item out of the issue; the bar offers to take that back. */
export function dropItem(itemId: string): void {
  const { issue } = session();
  const found = issue && findItem(issue, itemId);
  if (!found) return;
  const next = found.column.items[found.index + 1] ?? found.column.items[found.index - 1];
  session().edit((value) => removeItem(value, itemId));
  session().select(next ? { kind: 'item', itemId: next.id } : { kind: 'column', columnId: found.column.id });
  const after = session().issue;
  tell('success', `“${itemLabel(found.item)}”已移出本期。`, [{ label: '撤销', run: () => takeBack(after) }]);
}

/** Undoes the last step if nothing was changed since; else says where undo is. */
export function takeBack(after: Issue | undefined): void {
  if (session().issue === after) session().undo();
  else tell('info', '此后又有修改，请用“编辑 › 撤销”（Ctrl+Z）逐步退回。');
}

/** Puts an item among the drafts, then takes it out of the issue: at no moment is it nowhere. @throws CallFailure */
export async function itemToDrafts(itemId: string): Promise<void> {
  const { issue } = session();
  const found = issue && findItem(issue, itemId);
  if (!found) return;
  const article = convertItem(found.item, 'article') as Article;
  const { id } = await call('draft.add', { article });
  await refreshLibrary();
  const now = session().issue;
  // What was typed while the draft was written is not in it: the item stays where it is, and so does the draft.
  if (!now || findItem(now, itemId)?.item !== found.item) return tell('info', '已存为备用稿；稿件此后又有修改，仍留在本期。');
  session().edit((value) => removeItem(value, itemId), { beside: draftInTrash(id).reversed });
  const after = session().issue;
  tell('success', `“${itemLabel(found.item)}”已移到备用稿。`, [{ label: '撤销', run: () => takeBack(after) }]);
}

/** Takes a draft into a column; the draft moves to 回收站 once the issue is saved. @throws CallFailure */
export async function draftToIssue(draftId: string, column: Column): Promise<void> {
  const { draft } = await call('draft.get', { id: draftId });
  const { issue } = session();
  const taken = issue && findItem(issue, draft.article.id) ? { ...draft.article, id: newId() } : draft.article;
  const trash = draftInTrash(draftId);
  session().edit((value) => addItem(value, column.id, taken), { beside: trash });
  session().select({ kind: 'item', itemId: taken.id });
  const after = session().issue;
  if (!(await trash.put())) return;
  tell('success', `已编入〔${plainColumnName(column.name)}〕。`, [{ label: '撤销', run: () => takeBack(after) }]);
}

/** A draft that goes to 回收站 with an edit and comes back when the edit is undone; `reversed` the other way round. */
function draftInTrash(draftId: string) {
  let trashId: string | undefined;
  let last: Promise<unknown> = Promise.resolve();
  /** An undo pressed while the draft is on its way waits until it has arrived. */
  function inTurn<Value>(action: () => Promise<Value>): Promise<Value> {
    const turn = last.then(action);
    last = turn.catch(() => undefined);
    return turn;
  }
  /** Only once the issue that now holds the words is on disk: false when it could not be saved, then the draft stays. */
  async function put(): Promise<boolean> {
    if (!(await session().flush())) return false;
    trashId = (await call('draft.delete', { id: draftId })).trashId;
    await refreshLibrary();
    return true;
  }
  async function takeOut(): Promise<void> {
    if (trashId === undefined) return;
    await call('trash.restore', { id: trashId });
    trashId = undefined;
    await refreshLibrary();
  }
  const redo = (): void => attempt(async () => void (await inTurn(put)));
  const undo = (): void => attempt(() => inTurn(takeOut));
  return { put: () => inTurn(put), undo, redo, reversed: { undo: redo, redo: undo } };
}

/** What an empty column holds: articles or briefs. */
export function setColumnForm(columnId: string, form: ColumnForm): void {
  session().edit((issue) => ({
    ...issue,
    columns: issue.columns.map((column) => (column.id === columnId && column.items.length === 0 ? { ...column, form } : column)),
  }));
}
