/** Every change an editor can make, as `issue → issue`. Unknown ids leave the issue as it is. */
import type {
  Article,
  Brief,
  Column,
  ColumnForm,
  DistributionLine,
  Imprint,
  Issue,
  IssueState,
  Item,
  Masthead,
  Paragraph,
} from './issue.js';
import { briefLead, plainTitle } from './issue.js';
import { issueVersion } from './saved-versions.js';
import { normalizeImprint } from './imprint-fields.js';
import { normalizeIssue } from './normalize-issue.js';
import type { Publication } from './publication.js';

/** An empty item of a column's form, with one empty paragraph. */
export function newItem(form: ColumnForm, itemId: string, paragraphId: string): Item {
  return { type: form, id: itemId, title: '', paragraphs: [{ id: paragraphId, text: '' }], sources: [] };
}

/** The column that holds an item, with the item and its index. */
export function findItem(issue: Issue, itemId: string): { column: Column; item: Item; index: number } | undefined {
  for (const column of issue.columns) {
    const index = column.items.findIndex((item) => item.id === itemId);
    const item = column.items[index];
    if (item) return { column, item, index };
  }
  return undefined;
}

export function updateItem(issue: Issue, itemId: string, change: (item: Item) => Item): Issue {
  return changeItems(issue, (items) => items.map((item) => (item.id === itemId ? change(item) : item)));
}

/** Puts an item into a column before `index` (at its end without one), in the form the column holds. */
export function addItem(issue: Issue, columnId: string, item: Item, index = Number.MAX_SAFE_INTEGER): Issue {
  return changeColumns(issue, (column) =>
    column.id === columnId
      ? { ...column, items: column.items.toSpliced(Math.min(index, column.items.length), 0, convertItem(item, column.form)) }
      : column,
  );
}

export function removeItem(issue: Issue, itemId: string): Issue {
  return changeItems(issue, (items) => items.filter((item) => item.id !== itemId));
}

/** Moves an item before `index` of a column, counted without the item itself; converts it to the column's form. */
export function moveItem(issue: Issue, itemId: string, columnId: string, index: number): Issue {
  const found = findItem(issue, itemId);
  if (!found || !issue.columns.some(({ id }) => id === columnId)) return issue;
  return addItem(removeItem(issue, itemId), columnId, found.item, index);
}

/** Moves an item one place up or down, over the edge into the column before or after. */
export function shiftItem(issue: Issue, itemId: string, direction: 'up' | 'down'): Issue {
  const found = findItem(issue, itemId);
  if (!found) return issue;
  const target = found.index + (direction === 'up' ? -1 : 1);
  if (target >= 0 && target < found.column.items.length) return moveItem(issue, itemId, found.column.id, target);
  const columnIndex = issue.columns.indexOf(found.column);
  const neighbour = issue.columns[columnIndex + (direction === 'up' ? -1 : 1)];
  return neighbour ? moveItem(issue, itemId, neighbour.id, direction === 'up' ? neighbour.items.length : 0) : issue;
}

/** The item as a column of that form holds it. No words are lost: a subtitle or 编者按 becomes opening paragraphs of a brief. */
export function convertItem(item: Item, form: ColumnForm): Item {
  if (item.type === form) return item;
  return item.type === 'article' ? articleToBrief(item) : briefToArticle(item);
}

function articleToBrief({ subtitle, editorNote, ...rest }: Article): Brief {
  const moved = [...(subtitle ? [subtitle] : []), ...(editorNote ?? [])];
  const opening = moved.map((text, index): Paragraph => ({ id: `${rest.id.slice(0, 52)}-moved${index + 1}`, text }));
  return { ...rest, type: 'brief', paragraphs: [...opening, ...rest.paragraphs] };
}

function briefToArticle({ leadInferred: _inferred, ...rest }: Brief): Article {
  return { ...rest, type: 'article' };
}

/** Takes every guessed lead of an item as right. */
export function confirmLeads(item: Item): Item {
  const paragraphs = item.paragraphs.map(confirmLead);
  if (item.type === 'article') return { ...item, paragraphs };
  const { leadInferred: _inferred, ...rest } = item;
  return { ...rest, paragraphs };
}

export function confirmLead({ leadInferred: _inferred, ...rest }: Paragraph): Paragraph {
  return rest;
}

export function updateMasthead(issue: Issue, changes: Partial<Masthead>): Issue {
  return normalizeIssue({ ...issue, masthead: { ...issue.masthead, ...changes } });
}

export function updateImprint(issue: Issue, changes: Partial<Imprint>): Issue {
  return { ...issue, imprint: normalizeImprint({ ...issue.imprint, ...changes }) };
}

export function setDistribution(issue: Issue, distribution: readonly DistributionLine[]): Issue {
  return { ...issue, distribution };
}

export function setExtraDistribution(issue: Issue, extraDistribution: string): Issue {
  return normalizeIssue({ ...issue, extraDistribution });
}

export function setInstruction(issue: Issue, instruction: string): Issue {
  return { ...issue, instruction };
}

export function setState(issue: Issue, state: IssueState): Issue {
  return { ...issue, state };
}

export function addColumn(issue: Issue, column: Column, index = issue.columns.length): Issue {
  return { ...issue, columns: issue.columns.toSpliced(index, 0, column) };
}

/** Takes a column out; one that still holds items stays. */
export function removeColumn(issue: Issue, columnId: string): Issue {
  return { ...issue, columns: issue.columns.filter(({ id, items }) => id !== columnId || items.length > 0) };
}

export function moveColumn(issue: Issue, columnId: string, index: number): Issue {
  const column = issue.columns.find(({ id }) => id === columnId);
  if (!column) return issue;
  return { ...issue, columns: issue.columns.filter(({ id }) => id !== columnId).toSpliced(index, 0, column) };
}

export function renameColumn(issue: Issue, columnId: string, name: string): Issue {
  return changeColumns(issue, (column) => (column.id === columnId ? { ...column, name } : column));
}

/** An empty issue from the publication's template. */
export function newIssue(publication: Publication, number: number, date: string, nextId: () => string): Issue {
  return {
    version: issueVersion,
    state: 'drafting',
    masthead: {
      name: publication.name,
      ...(publication.id === undefined ? {} : { publication: publication.id }),
      number,
      date,
      organ: publication.organ,
    },
    instruction: '',
    columns: publication.columns.map(({ name, form }) => ({ id: nextId(), name, form, items: [] })),
    distribution: publication.distribution,
    imprint: publication.imprint,
  };
}

/**
 * The next issue: number + 1, or 1 in a new year; people and lists of the last issue carried over, articles and
 * one-off marks (密级, 份号, 编号, 本期增发) not.
 */
export function followingIssue(last: Issue, date: string, nextId: () => string): Issue {
  const { name, publication, organ, printRun, total } = last.masthead;
  const isSameYear = last.masthead.date.slice(0, 4) === date.slice(0, 4);
  return {
    version: issueVersion,
    state: 'drafting',
    masthead: {
      name,
      ...(publication === undefined ? {} : { publication }),
      organ,
      number: isSameYear ? last.masthead.number + 1 : 1,
      date,
      ...(total ? { total: total + 1 } : {}),
      ...(printRun ? { printRun } : {}),
    },
    instruction: '',
    columns: last.columns.map(({ name: columnName, form }) => ({ id: nextId(), name: columnName, form, items: [] })),
    distribution: last.distribution,
    imprint: last.imprint,
  };
}

/** How an item is called in lists: its title, or the start of its text, or 无标题. */
export function itemLabel(item: Item): string {
  const title = item.type === 'brief' ? briefLead(item).replace(/。$/u, '') : plainTitle(item.title);
  const opening = item.paragraphs.map(({ lead, text }) => `${lead ?? ''}${text}`).find((text) => text.trim() !== '');
  return title.trim() || opening?.slice(0, 24) || '无标题';
}

function changeColumns(issue: Issue, change: (column: Column) => Column): Issue {
  return { ...issue, columns: issue.columns.map(change) };
}

function changeItems(issue: Issue, change: (items: readonly Item[]) => readonly Item[]): Issue {
  return changeColumns(issue, (column) => ({ ...column, items: change(column.items) }));
}
