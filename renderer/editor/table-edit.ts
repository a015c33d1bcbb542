/** What can be done to the table with the cursor: rows and columns, header, widths, moving from cell to cell. */
import { Editor, Path, Point, Range, Transforms, type Location } from 'slate';
import { mostColumns, normalWidths, type TableForm } from '../../shared/document/table.js';
import type { TableAction } from '../state/writing-surface.js';
import { blockAt, blocksOf } from './article-blocks.js';
import { placeBehind } from './slate-value.js';
import type { ArticleEditorInstance, TableNode, TableRow } from './slate-types.js';
import { emptyTable, rowsOf, tableLines } from './table-value.js';

/** Where the cursor is in a table; row and column count from 0, a caption has none. */
export interface TableCursor {
  readonly table: TableNode;
  readonly index: number;
  readonly cell: { readonly row: number; readonly column: number } | undefined;
}

export function tableAt(editor: ArticleEditorInstance, point: Point | undefined = editor.selection?.focus): TableCursor | undefined {
  const found = point && blockAt(editor, point);
  if (!found || found.block.type !== 'table') return undefined;
  const [, child = 0, column = 0] = point.path;
  const isInRow = found.block.children[child]?.type === 'row';
  return { table: found.block, index: found.index, cell: isInRow ? { row: child - firstRow(found.block), column } : undefined };
}

/** Rows follow the caption. */
function firstRow(table: TableNode): number {
  return table.children.findIndex(({ type }) => type === 'row');
}

/** Puts an empty table after the block with the cursor, or in place of an empty paragraph there. */
export function insertTable(editor: ArticleEditorInstance, nextId: () => string): void {
  const found = editor.selection && blockAt(editor, editor.selection.focus);
  if (!found) return;
  const { block, index } = found;
  const isSpare = block.type === 'paragraph' && !block.picture && Editor.string(editor, [index]) === '';
  const at = isSpare ? index : placeBehind(editor);
  Editor.withoutNormalizing(editor, () => {
    if (isSpare) Transforms.removeNodes(editor, { at: [index] });
    Transforms.insertNodes(editor, emptyTable(nextId(), 3, 3), { at: [at] });
  });
  Transforms.select(editor, Editor.start(editor, [at, 1, 0]));
}

/** @param widthsOf shares of the columns as they are printed now, where none are set */
export function editTable(editor: ArticleEditorInstance, action: TableAction, widthsOf: (table: TableNode) => readonly number[]): void {
  const cursor = tableAt(editor);
  if (!cursor) return;
  Editor.withoutNormalizing(editor, () => actions[action](editor, cursor, widthsOf));
}

type Act = (editor: ArticleEditorInstance, cursor: TableCursor, widthsOf: (table: TableNode) => readonly number[]) => void;

const actions: Readonly<Record<TableAction, Act>> = {
  rowAbove: (editor, cursor) => addRow(editor, cursor, 0),
  rowBelow: (editor, cursor) => addRow(editor, cursor, 1),
  columnLeft: (editor, cursor) => addColumn(editor, cursor, 0),
  columnRight: (editor, cursor) => addColumn(editor, cursor, 1),
  removeRow,
  removeColumn,
  header: (editor, { table, index, cell }) => {
    const row = cell?.row ?? 0;
    setForm(editor, index, { ...table.form, headerRows: row < table.form.headerRows ? row : row + 1 });
  },
  wider: (editor, cursor, widthsOf) => resize(editor, cursor, widthsOf(cursor.table), 1),
  narrower: (editor, cursor, widthsOf) => resize(editor, cursor, widthsOf(cursor.table), -1),
  widthsByContent: (editor, { table, index }) => setForm(editor, index, { headerRows: table.form.headerRows }),
  remove: (editor, { index }) => removeTable(editor, index),
};

function addRow(editor: ArticleEditorInstance, { table, index, cell = { row: 0, column: 0 } }: TableCursor, by: 0 | 1): void {
  const row = cell.row + by;
  const path = [index, firstRow(table) + row];
  Transforms.insertNodes(editor, emptyRow(columnsOf(table)), { at: path });
  if (row < table.form.headerRows) setForm(editor, index, { ...table.form, headerRows: table.form.headerRows + 1 });
  Transforms.select(editor, Editor.start(editor, [...path, cell.column]));
}

function emptyRow(columns: number): TableRow {
  return { type: 'row', children: Array.from({ length: columns }, () => ({ type: 'cell', children: [{ text: '' }] })) };
}

function columnsOf(table: TableNode): number {
  return rowsOf(table)[0]?.children.length ?? 1;
}

function addColumn(editor: ArticleEditorInstance, { table, index, cell = { row: 0, column: 0 } }: TableCursor, by: 0 | 1): void {
  if (columnsOf(table) >= mostColumns) return;
  const column = cell.column + by;
  rowsOf(table).forEach((_, row) => {
    Transforms.insertNodes(editor, { type: 'cell', children: [{ text: '' }] }, { at: [index, firstRow(table) + row, column] });
  });
  const { widths } = table.form;
  const share = widths && Math.max(1, Math.round(widths.reduce((sum, each) => sum + each, 0) / widths.length));
  if (widths && share) setForm(editor, index, { ...table.form, widths: widths.toSpliced(column, 0, share) });
  Transforms.select(editor, Editor.start(editor, [index, firstRow(table) + cell.row, column]));
}

function removeRow(editor: ArticleEditorInstance, { table, index, cell }: TableCursor): void {
  if (!cell) return;
  if (rowsOf(table).length === 1) return removeTable(editor, index);
  Transforms.removeNodes(editor, { at: [index, firstRow(table) + cell.row] });
  if (cell.row < table.form.headerRows) setForm(editor, index, { ...table.form, headerRows: table.form.headerRows - 1 });
  const row = Math.min(cell.row, rowsOf(table).length - 2);
  Transforms.select(editor, Editor.start(editor, [index, firstRow(table) + row, cell.column]));
}

function removeColumn(editor: ArticleEditorInstance, { table, index, cell }: TableCursor): void {
  if (!cell) return;
  if (columnsOf(table) === 1) return removeTable(editor, index);
  rowsOf(table).forEach((_, row) => Transforms.removeNodes(editor, { at: [index, firstRow(table) + row, cell.column] }));
  const { widths } = table.form;
  if (widths) setForm(editor, index, { ...table.form, widths: widths.toSpliced(cell.column, 1) });
  const column = Math.min(cell.column, columnsOf(table) - 2);
  Transforms.select(editor, Editor.start(editor, [index, firstRow(table) + cell.row, column]));
}

/** Takes the cursor to what stood before, or behind where nothing did. */
function removeTable(editor: ArticleEditorInstance, index: number): void {
  Transforms.removeNodes(editor, { at: [index] });
  Transforms.select(editor, index > 0 ? Editor.end(editor, [index - 1]) : Editor.start(editor, [index]));
}

/** One press is a thirtieth of the table; no column gets narrower than that. */
const widthStep = 1 / 30;

function resize(editor: ArticleEditorInstance, { table, index, cell }: TableCursor, widths: readonly number[], direction: 1 | -1): void {
  if (!cell || widths.length < 2) return;
  const total = 10_000;
  const sum = widths.reduce((all, width) => all + width, 0);
  const shares = widths.map((width) => (width / sum) * total);
  const step = widthStep * total;
  const others = shares.filter((share, column) => column !== cell.column && share > step);
  const own = shares[cell.column] ?? 0;
  const grown = Math.min(Math.max(step, own + direction * step), direction > 0 && others.length === 0 ? own : total - step);
  const left = total - own;
  const next = shares.map((share, column) => Math.max(1, Math.round(column === cell.column ? grown : (share / left) * (total - grown))));
  setForm(editor, index, { ...table.form, widths: next });
}

function setForm(editor: ArticleEditorInstance, index: number, form: TableForm): void {
  const widths = form.widths && { widths: normalWidths(form.widths) };
  Transforms.setNodes<TableNode>(editor, { form: { ...form, ...widths } }, { at: [index] });
}

/** Tab: the next cell, a new row after the last; with Shift the one before. From the caption's start it leaves the table. */
export function moveCell(editor: ArticleEditorInstance, direction: 1 | -1): void {
  const cursor = tableAt(editor);
  const path = editor.selection?.focus.path;
  if (!cursor || !path) return;
  const lines = tableLines(cursor.table);
  const at = lines.findIndex((line) => Path.isAncestor([cursor.index, ...line.path], path));
  const next = lines[at + direction];
  if (next) Transforms.select(editor, Editor.range(editor, [cursor.index, ...next.path]));
  else if (direction > 0) {
    addRow(editor, cursor, 1);
    Transforms.select(editor, Editor.start(editor, [cursor.index, cursor.table.children.length, 0]));
  } else if (cursor.index > 0) Transforms.select(editor, Editor.end(editor, [cursor.index - 1]));
}

/** Takes the words of a range out of a table; its cells stay. */
export function clearCells(editor: ArticleEditorInstance, index: number, range: Range): void {
  const block = blocksOf(editor)[index];
  if (block?.type !== 'table') return;
  for (const { path } of tableLines(block).toReversed()) {
    const shared = Range.intersection(range, Editor.range(editor, [index, ...path]));
    if (shared && !Point.equals(shared.anchor, shared.focus)) Transforms.delete(editor, { at: shared as Location });
  }
}

/** Enter in a table: from the caption into the first cell, in a cell a new line. */
export function breakInTable(editor: ArticleEditorInstance, { index, cell }: TableCursor): void {
  if (cell) Transforms.insertText(editor, '\n');
  else Transforms.select(editor, Editor.start(editor, [index, 1]));
}

/** Whether a point stands at the edge of its caption or cell, over which nothing is deleted. */
export function isAtCellEdge(editor: ArticleEditorInstance, point: Point, direction: 'backward' | 'forward'): boolean {
  const [block] = [blocksOf(editor)[point.path[0] ?? -1]];
  const line = block?.type === 'table' && tableLines(block).find(({ path }) => Path.isAncestor([point.path[0] ?? 0, ...path], point.path));
  if (!line) return false;
  const at = [point.path[0] ?? 0, ...line.path];
  return direction === 'backward' ? Editor.isStart(editor, point, at) : Editor.isEnd(editor, point, at);
}
