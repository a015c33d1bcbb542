/** A table of a web page: its cells as they are read, and the line it makes where it is one of the text. */
import { cellLineEnd, mostColumns, tableText } from '../document/table.js';
import { plainLine } from '../document/plain-characters.js';
import { captionsAsRow } from './captions.js';
import { areCellsOfText } from './form-labels.js';
import type { SourceLine } from './source-line.js';

/** Cells over more lines hold an article; a table of more cells is read line by line. */
const [mostCellLines, mostCells] = [8, 4000];
const longestHeader = 20;

/** A table while its tags are read. */
export interface OpenHtmlTable {
  /** Another table stands in it: it lays out a page. */
  isNested: boolean;
  /** Lines of the page before it. */
  readonly start: number;
  readonly rows: string[][];
  /** Rows a cell above still stands over, by column. */
  readonly above: number[];
  /** Where the words of the open cell go. */
  cell: { readonly row: string[]; readonly column: number } | undefined;
  cells: number;
  hasHeadCells: boolean;
  hasMerged: boolean;
  /** Columns a cell begins in; others only came of cells over several. */
  readonly begun: Set<number>;
  /** Cells of its first row. */
  firstCells: number;
  caption: string;
}

export function openHtmlTable(start: number): OpenHtmlTable {
  return {
    isNested: false,
    start,
    rows: [],
    above: [],
    cell: undefined,
    cells: 0,
    hasHeadCells: false,
    hasMerged: false,
    begun: new Set(),
    firstCells: 0,
    caption: '',
  };
}

export function openRow(table: OpenHtmlTable): void {
  table.rows.push([]);
  table.cell = undefined;
}

/** Opens a cell; its words stand in the first of the columns and rows it is merged over. */
export function openCell(table: OpenHtmlTable, name: string, attributes: string): void {
  const row = table.rows.at(-1) ?? [];
  if (table.rows.length === 0) table.rows.push(row);
  passMerged(table, row);
  if (name === 'th' && table.rows.length === 1) table.hasHeadCells = true;
  const [columns, rows] = [spanOf(attributes, 'colspan'), spanOf(attributes, 'rowspan')];
  if (columns > 1 || rows > 1) table.hasMerged = true;
  table.begun.add(row.length);
  if (table.rows.length === 1) table.firstCells += 1;
  table.cell = { row, column: row.length };
  for (let column = 0; column < columns && row.length < mostColumns; column += 1) {
    table.above[row.length] = rows - 1;
    row.push('');
  }
  table.cells += 1;
}

function passMerged({ above }: OpenHtmlTable, row: string[]): void {
  while ((above[row.length] ?? 0) > 0 && row.length < mostColumns) {
    above[row.length] = (above[row.length] ?? 1) - 1;
    row.push('');
  }
}

function spanOf(attributes: string, name: string): number {
  const span = Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,3})`, 'iu').exec(attributes)?.[1] ?? 1);
  return Math.min(mostColumns, Math.max(1, span));
}

/** Adds words, or a line end, to the open cell. */
export function addToCell({ cell }: OpenHtmlTable, words: string): void {
  if (cell) cell.row[cell.column] = (cell.row[cell.column] ?? '') + words;
}

/** What is to be told of a table: `isKept` as one of the text. */
export function tellTable({ start, hasMerged, isNested }: OpenHtmlTable, isKept: boolean): readonly string[] {
  if (isKept) return hasMerged ? [`第${start + 1}段的表格有合并的单元格，已拆开，文字在其中第一格，请核对。`] : [];
  return isNested ? [`第${start + 1}段起的表格里还有表格，外层表格已逐格收为段落，请核对。`] : [];
}

/** The line a table makes; undefined for a form, for one that lays out a page, and for one with too many words. */
export function htmlTableLine(table: OpenHtmlTable, line: number): SourceLine | undefined {
  if (table.isNested || table.cells > mostCells) return undefined;
  const rows = table.rows
    .filter((row) => row.length > 0)
    .map((row) => {
      passMerged(table, row);
      return row
        .filter((_, column) => table.begun.has(column))
        .map((cell) =>
          cell
            .split('\n')
            .map((words) => plainLine(words).trim())
            .filter((words) => words !== ''),
        );
    });
  const columns = Math.max(0, ...rows.map(({ length }) => length));
  const cells = rows.flat().map((lines) => lines.join(''));
  if (rows.length < 2 || columns < 2 || columns >= mostColumns || !areCellsOfText(cells)) return undefined;
  if (rows.flat().some((lines) => lines.length > mostCellLines)) return undefined;
  const square = rows.map((row) => Array.from({ length: columns }, (_, at) => (row[at] ?? []).join(cellLineEnd)));
  const over = (square[0]?.[0] ?? '').trim();
  const isOver = table.caption === '' && table.firstCells === 1 && square.length > 2 && captionsAsRow(over);
  if (isOver) square.shift();
  const first = square[0] ?? [];
  const isHeader = table.hasHeadCells || first.every((text) => text !== '' && text.length <= longestHeader && /\p{L}/u.test(text));
  return {
    line,
    text: tableText(isOver ? over : plainLine(table.caption), square),
    bold: [],
    marks: [],
    isParagraph: true,
    table: { headerRows: isHeader ? 1 : 0 },
  };
}
