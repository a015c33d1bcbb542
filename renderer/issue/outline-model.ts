/** What the outline shows, without the texts: most keystrokes leave it as it was. */
import { itemLabel } from '../../shared/document/edit-issue.js';
import type { Column, Issue, Item } from '../../shared/document/issue.js';
import type { Page } from '../../shared/layout/page.js';
import { itemReadiness, pageNumbers, partReadiness, type Readiness } from './outline-rows.js';

export const outlineParts = ['masthead', 'instruction', 'contents', 'distribution', 'imprint'] as const;
export type OutlinePart = (typeof outlineParts)[number];

export interface OutlineItem {
  readonly id: string;
  readonly label: string;
  readonly readiness: Readiness;
}

export interface OutlineColumn extends Pick<Column, 'id' | 'name' | 'form'> {
  readonly items: readonly OutlineItem[];
}

export interface OutlineModel {
  readonly parts: Readonly<Record<OutlinePart, Readiness>>;
  readonly columns: readonly OutlineColumn[];
}

/** Makes models of one issue after another; what is alike by value stays the same object, down to the single row. */
export function createOutlineReader(): (issue: Issue) => OutlineModel {
  const items = new Map<string, OutlineItem>();
  const columns = new Map<string, OutlineColumn>();
  let before: OutlineModel | undefined;
  const readColumn = ({ id, name, form, items: own }: Column): OutlineColumn =>
    keep(columns, { id, name, form, items: own.map((item) => keep(items, outlineItem(item), isSameItem)) }, isSameColumn);
  return (issue) => {
    const model = { parts: readParts(issue), columns: issue.columns.map(readColumn) };
    if (before === undefined || !isSameModel(before, model)) before = model;
    return before;
  };
}

function keep<Row extends { readonly id: string }>(known: Map<string, Row>, row: Row, isSame: (left: Row, right: Row) => boolean): Row {
  const old = known.get(row.id);
  if (old !== undefined && isSame(old, row)) return old;
  known.set(row.id, row);
  return row;
}

const made = new WeakMap<Item, OutlineItem>();

/** Rows of items that were not touched are not read again. */
function outlineItem(item: Item): OutlineItem {
  const known = made.get(item);
  if (known) return known;
  const row = { id: item.id, label: itemLabel(item), readiness: itemReadiness(item) };
  made.set(item, row);
  return row;
}

function readParts(issue: Issue): OutlineModel['parts'] {
  return Object.fromEntries(outlineParts.map((part) => [part, partReadiness(issue, part)])) as OutlineModel['parts'];
}

function isSameReadiness(left: Readiness, right: Readiness): boolean {
  return left.tone === right.tone && left.words === right.words;
}

function isSameItem(left: OutlineItem, right: OutlineItem): boolean {
  return left.label === right.label && isSameReadiness(left.readiness, right.readiness);
}

function isSameColumn(left: OutlineColumn, right: OutlineColumn): boolean {
  return left.name === right.name && left.form === right.form && isSameList(left.items, right.items);
}

function isSameModel(left: OutlineModel, right: OutlineModel): boolean {
  return isSameList(left.columns, right.columns) && outlineParts.every((part) => isSameReadiness(left.parts[part], right.parts[part]));
}

function isSameList<Row>(left: readonly Row[], right: readonly Row[]): boolean {
  return left.length === right.length && left.every((row, index) => row === right[index]);
}

/** Page numbers of the rows; the same map as before while no row moved to another page. */
export function createPageReader(): (pages: readonly Page[]) => ReadonlyMap<string, number> {
  let before: ReadonlyMap<string, number> = new Map();
  let read: readonly Page[] | undefined;
  return (pages) => {
    if (pages === read) return before;
    read = pages;
    const numbers = pageNumbers(pages);
    const isSame = numbers.size === before.size && [...numbers].every(([key, page]) => before.get(key) === page);
    if (!isSame) before = numbers;
    return before;
  };
}
