/**
 * A table is a paragraph whose text is the caption and, a line each, its rows; cells are parted by tabs, lines within a
 * caption or cell by U+2028. So whatever goes by a paragraph's text and the offsets in it (find, compare, merge, count,
 * emphasis, the cursor) knows tables too, and no edit of the text can make it anything but a table.
 */
import type { Paragraph } from './issue.js';
import { plainCells } from './plain-characters.js';
import { applyEdits, type TextEdit } from './text-edits.js';
import { editMarks, marksPart, sliceMarks, type Marks } from './text-marks.js';

export type TableForm = NonNullable<Paragraph['table']>;
/** A paragraph that holds a table. */
export type TableParagraph = Paragraph & { readonly table: TableForm };

/** What parts the cells of a row, the rows, and the lines within one cell. */
export const cellEnd = '\t';
export const rowEnd = '\n';
export const cellLineEnd = '\u2028';

/** Columns of one table: as many as still hold a few characters each. What stands in more goes into the last. */
export const mostColumns = 20;

/** What the widths of a table add up to. */
const widthTotal = 1000;

/** One text of a table: its caption, or a cell. */
export interface TableCell {
  readonly text: string;
  /** Where it starts in the paragraph's text. */
  readonly start: number;
  /** Emphasis within it; absent where there is none. */
  readonly marks?: Marks;
}

/** The texts of a table in their places. */
export interface TableGrid {
  readonly caption: TableCell;
  readonly rows: readonly (readonly TableCell[])[];
}

export function isTable(paragraph: Paragraph): paragraph is TableParagraph {
  return paragraph.table !== undefined;
}

/** Whether two tables have the same header and widths. */
export function sameTableForm(a: TableForm | undefined, b: TableForm | undefined): boolean {
  if (a === b || !a || !b) return a === b;
  return a.headerRows === b.headerRows && (a.widths ?? []).join() === (b.widths ?? []).join();
}

/** The caption and cells of a table's text. */
export function tableGrid({ text, marks }: Pick<Paragraph, 'text' | 'marks'>): TableGrid {
  let start = 0;
  const cell = (words: string): TableCell => {
    const own = { text: words, start, ...marksPart(sliceMarks(marks, start, start + words.length)) };
    start += words.length + 1;
    return own;
  };
  const [caption = '', ...rows] = text.split(rowEnd);
  return { caption: cell(caption), rows: rows.map((row) => row.split(cellEnd).map(cell)) };
}

/** A caption and cells as the text of a table. */
export function tableText(caption: string, rows: readonly (readonly string[])[]): string {
  return [caption, ...rows.map((row) => row.join(cellEnd))].join(rowEnd);
}

/** The lines within one caption or cell. */
export function cellLines(text: string): readonly string[] {
  return text.split(cellLineEnd);
}

/**
 * The canonical form of a table: one row at least, as many cells in each, widths in thousandths for all columns or none, no lead, no
 * level and no letter spacing of its own, emphasis within cells. No words are changed; the same value comes back when there is nothing to do.
 */
export function normalizeTable(paragraph: TableParagraph): TableParagraph {
  const { lead, leadInferred: _inferred, level: _level, fit: _fit, ...rest } = paragraph;
  const isLed = lead !== undefined || 'leadInferred' in paragraph || 'level' in paragraph || 'fit' in paragraph;
  const whole = isLed ? withEdits(rest, lead ? [{ from: 0, to: 0, text: lead }] : []) : paragraph;
  const squared = withEdits(whole, squaring(whole.text));
  const cells = withMarksInCells(squared);
  const table = normalizeForm(cells.table, cells.text);
  return table === cells.table ? cells : { ...cells, table };
}

function withEdits(paragraph: TableParagraph, edits: readonly TextEdit[]): TableParagraph {
  if (edits.length === 0) return paragraph;
  const { marks, text, ...rest } = paragraph;
  return { ...rest, text: plainCells(applyEdits(text, edits)), ...marksPart(editMarks(marks, edits, text.length)) };
}

/** What makes every row as long as the longest, and none longer than a table may be. */
function squaring(text: string): readonly TextEdit[] {
  const { rows, caption } = tableGrid({ text });
  const columns = Math.min(mostColumns, Math.max(...rows.map(({ length }) => length)));
  const inCaption = [...caption.text.matchAll(/\t/gu)].map(({ index }) => ({ from: index, to: index + 1, text: ' ' }));
  const firstRow = rows.length === 0 ? [{ from: text.length, to: text.length, text: rowEnd }] : [];
  return [...inCaption, ...firstRow, ...rows.flatMap((row) => squaringRow(row, columns))];
}

function squaringRow(row: readonly TableCell[], columns: number): readonly TextEdit[] {
  const spare = row.slice(columns).map(({ start }) => ({ from: start - 1, to: start, text: ' ' }));
  const last = row.at(-1);
  const end = (last?.start ?? 0) + (last?.text.length ?? 0);
  return row.length < columns ? [{ from: end, to: end, text: cellEnd.repeat(columns - row.length) }] : spare;
}

function withMarksInCells(paragraph: TableParagraph): TableParagraph {
  if (!paragraph.marks?.some(({ from, to }) => /[\t\n]/u.test(paragraph.text.slice(from, to)))) return paragraph;
  const { caption, rows } = tableGrid(paragraph);
  const marks = [caption, ...rows.flat()].flatMap(({ marks: own = [], start }) =>
    own.map((mark) => ({ ...mark, from: mark.from + start, to: mark.to + start })),
  );
  const { marks: _marks, ...rest } = paragraph;
  return { ...rest, ...marksPart(marks) };
}

function normalizeForm(table: TableForm, text: string): TableForm {
  const lines = text.split(rowEnd);
  const columns = (lines[1] ?? '').split(cellEnd).length;
  const headerRows = Math.min(table.headerRows, lines.length - 1);
  const widths = table.widths?.length === columns ? normalWidths(table.widths) : undefined;
  if (headerRows === table.headerRows && widths === table.widths) return table;
  return { headerRows, ...(widths ? { widths } : {}) };
}

/** Shares of the width as thousandths of it, each one at least; the same list where they are so already. */
export function normalWidths(widths: readonly number[]): readonly number[] {
  const sum = widths.reduce((total, width) => total + width, 0);
  if (sum === widthTotal) return widths;
  const shares = widths.map((width) => Math.max(1, Math.round((width / sum) * widthTotal)));
  const spare = widthTotal - shares.reduce((total, share) => total + share, 0);
  const widest = shares.indexOf(Math.max(...shares));
  return shares.map((share, column) => (column === widest ? share + spare : share));
}
