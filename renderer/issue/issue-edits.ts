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
  updateItem,
} from '../../shared/document/edit-issue.js';
import { plainColumnName, type Article, type Column, type ColumnForm, type Issue, type Item } from '../../shared/document/issue.js';
import { itemFromSubmission, joinSubmission } from '../../shared/submissions/trace.js';
import { call } from '../bridge.js';
import { attempt } from '../library/library-actions.js';
import { issueSession } from '../state/issue-session.js';
import { refreshLibrary } from '../state/library-store.js';
import { tell } from '../state/messages.js';
import { newId } from '../state/new-id.js';
import { takeBack } from '../state/take-back.js';

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

/** Keeps an item as a submission, then takes it out of the issue: at no moment is it nowhere. @throws CallFailure */
export async function itemToSubmissions(itemId: string): Promise<void> {
  const { issue } = session();
  const found = issue && findItem(issue, itemId);
  if (!found) return;
  const article = convertItem(found.item, 'article') as Article;
  const { id } = await call('submission.add', { article });
  await refreshLibrary();
  const now = session().issue;
  // What was typed while it was written is not in it: the item stays where it is, and so does the submission.
  if (!now || findItem(now, itemId)?.item !== found.item) return tell('info', '已存入来稿（备用）；稿件此后又有修改，仍留在本期。');
  session().edit((value) => removeItem(value, itemId), { beside: whileOut(id) });
  const after = session().issue;
  tell('success', `“${itemLabel(found.item)}”已移到来稿（备用）。`, [{ label: '撤销', run: () => takeBack(after) }]);
}

/**
 * Makes an item of a submission in a column; of several one item together (综合稿). The submissions stay in the inbox as
 * they came. @throws CallFailure
 */
export async function submissionsToIssue(ids: readonly string[], column: Column): Promise<void> {
  const [first, ...others] = await Promise.all(ids.map(readSent));
  if (first === undefined) return;
  const item = others.reduce<Item>((joined, sent) => joinSubmission(joined, sent, newId), itemFromSubmission(first, column.form, newId));
  session().edit((value) => addItem(value, column.id, item));
  session().select({ kind: 'item', itemId: item.id });
  await tellTakenIn(`${others.length === 0 ? '已' : `${ids.length} 篇来稿已合为一篇，`}编入〔${plainColumnName(column.name)}〕。`);
}

/** Puts the words of submissions behind those of an item that is there (综合稿). @throws CallFailure */
export async function submissionsIntoItem(ids: readonly string[], itemId: string): Promise<void> {
  const sents = await Promise.all(ids.map(readSent));
  session().edit((issue) => updateItem(issue, itemId, (item) => sents.reduce((joined, sent) => joinSubmission(joined, sent, newId), item)));
  const { issue } = session();
  const found = issue && findItem(issue, itemId);
  if (!found) return;
  session().select({ kind: 'item', itemId });
  await tellTakenIn(`已并入“${itemLabel(found.item)}”，接在原文之后。`);
}

async function readSent(id: string) {
  const { submission } = await call('submission.get', { id });
  return { id, article: submission.article, unit: submission.unitName };
}

async function tellTakenIn(sentence: string): Promise<void> {
  const after = session().issue;
  if (!(await session().flush())) return;
  await refreshLibrary();
  tell('success', sentence, [{ label: '撤销', run: () => takeBack(after) }]);
}

/** A submission that is there only while its item is out of the issue: undoing the edit puts it into 回收站. */
function whileOut(submissionId: string) {
  let trashId: string | undefined;
  let last: Promise<unknown> = Promise.resolve();
  /** An undo pressed while the submission is on its way waits until it has arrived. */
  function inTurn<Value>(action: () => Promise<Value>): Promise<Value> {
    const turn = last.then(action);
    last = turn.catch(() => undefined);
    return turn;
  }
  /** Only once the issue that holds the words again is on disk; when it could not be saved, the submission stays. */
  async function put(): Promise<void> {
    if (!(await session().flush())) return;
    trashId = (await call('submission.delete', { id: submissionId })).trashId;
    await refreshLibrary();
  }
  async function takeOut(): Promise<void> {
    if (trashId === undefined) return;
    await call('trash.restore', { id: trashId });
    trashId = undefined;
    await refreshLibrary();
  }
  return { undo: () => attempt(() => inTurn(put)), redo: () => attempt(() => inTurn(takeOut)) };
}

/** What an empty column holds: articles or briefs. */
export function setColumnForm(columnId: string, form: ColumnForm): void {
  session().edit((issue) => ({
    ...issue,
    columns: issue.columns.map((column) => (column.id === columnId && column.items.length === 0 ? { ...column, form } : column)),
  }));
}
