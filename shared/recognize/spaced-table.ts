/** Tables in a text whose cells are parted by wide blanks, as mails and pdftotext write them: a header, and figures below it. */
import { cellEnd, mostColumns, tableText } from '../document/table.js';
import { plainLine } from '../document/plain-characters.js';
import { longestCaption, tableNumber } from './captions.js';
import type { SourceLine } from './source-line.js';

export interface SpacedTable {
  readonly rows: readonly (readonly string[])[];
  /** Index of the line behind it. */
  readonly end: number;
  /** Its header opens a page. */
  readonly startsPage: boolean;
}

/** Longer lines are running text, and are not looked through. */
const longestRow = 240;
const longestCell = 24;
/** A header and two rows; three columns, or two under a caption that says 表1. */
const [fewestRows, fewestColumns] = [3, 3];
const gap = /[ \u00a0]*(?:\t|\u3000|[ \u00a0]{2})[ \t\u3000\u00a0]*/u;
/** A single blank, as a PDF's words in reading order have between cells. */
const narrowGap = /[ \u00a0]+/u;
const figure = /^(?:[-－—+＋↑↓]?\s?\d[\d,，]{0,15}(?:\.\d{1,6})?\s?(?:[%％‰℃]|个百分点|\p{Script=Han}{1,2})?|[-—–－/]{1,2})$/u;

/** Whether a cell holds a figure: 1,200, 87.5%, 12万元, —. */
export const isFigure = (cell: string): boolean => figure.test(cell);

/** Whether cells may be the first row: names of columns, or years, and no figures. */
export function isHeader(cells: readonly string[]): boolean {
  return !cells.some((cell) => /^[-\d.,%％]+$/u.test(cell) && !/^(?:19|20)\d\d$/u.test(cell));
}

/**
 * The table whose header is at `at`: rows of as many cells, with figures under a word in a column at least. Under a caption
 * that says 表1, and where the header is that of the table before, goes on, less is enough, and single blanks part cells too.
 */
export function readSpacedTable(raws: readonly string[], at: number, headerBefore?: string): SpacedTable | undefined {
  const raw = raws[at] ?? '';
  const isSure =
    tableNumber.test(raws[at - 1] ?? '') || (headerBefore !== undefined && cellsOf(raw, narrowGap).join(cellEnd) === headerBefore);
  const parting = isSure && cellsOf(raw, gap).length < 2 ? narrowGap : gap;
  const header = cellsOf(raw, parting);
  if (header.length < (isSure ? 2 : fewestColumns) || header.length > mostColumns || !isHeader(header)) return undefined;
  const rows = [header];
  let figures = header.map((_name, column) => column).slice(1);
  for (let next = at + 1; next < raws.length; next += 1) {
    const cells = cellsOf(raws[next] ?? '', parting);
    const still = figures.filter((column) => isFigure(cells[column] ?? ''));
    // A row that leaves no column of figures ends the table: most texts in columns are told from one by their second line.
    if (cells.length !== header.length || still.length === 0) break;
    figures = still;
    rows.push(cells);
  }
  return rows.length >= (isSure ? 2 : fewestRows) ? { rows, end: at + rows.length, startsPage: raw.startsWith(pageStart) } : undefined;
}

/** The cells of a row; none where a line cannot be one. */
function cellsOf(raw: string, parting: RegExp): readonly string[] {
  if (raw.length > longestRow || !parting.test(raw)) return [];
  const cells = raw.trim().split(parting);
  return cells.every(isCell) ? cells.map(plainLine) : [];
}

/** Whether words may be those of one cell. */
export function isCell(words: string): boolean {
  return words !== '' && words.length <= longestCell && !/[。；！？…|]/u.test(words);
}

/** What a text has where a page of it opens. */
export const pageStart = '\f';

const unitOnly = /^[（(]?\s*单位\s*[：:]\s*\S{1,8}?\s*[）)]?$/u;

/** Whether a line stands over such a table and belongs to it: its caption, or the unit it counts in. */
export function captionsTable({ text, table, heading, picture }: SourceLine): boolean {
  if (table || picture || heading !== undefined || text.length > longestCaption || /[。！？；，：]\s*$/u.test(text)) return false;
  return tableNumber.test(text) || unitOnly.test(text) || /(?:统计|情况|汇总|一览|明细|分配|对比|进度|排名)表(?:\s+.{0,20})?$/u.test(text);
}

/** Whether a line only says what a table counts in. */
export function isUnitOnly({ text }: SourceLine): boolean {
  return text.length <= longestCaption && unitOnly.test(text);
}

/** The line a table makes, with the lines above it as its caption; wide blanks in them are one. */
export function spacedLine({ rows, startsPage }: SpacedTable, captions: readonly SourceLine[], line: number): SourceLine {
  const caption = captions.map(({ text }) => plainLine(text.replace(/\s{2,}/gu, '\u3000').trim())).join('\u3000');
  return {
    line: captions[0]?.line ?? line,
    text: tableText(caption, rows),
    bold: [],
    marks: [...captions.flatMap(({ marks }) => marks), ...(startsPage ? [pageStart] : [])],
    isParagraph: true,
    table: { headerRows: 1 },
  };
}
