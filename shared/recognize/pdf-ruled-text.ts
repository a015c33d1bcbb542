/** What stands in a table of a PDF that is drawn with lines. */
import { cellLineEnd } from '../document/table.js';
import { plainLine } from '../document/plain-characters.js';
import { captionsAsRow } from './captions.js';
import { areCellsOfText } from './form-labels.js';
import type { PageLine, PdfPiece, RuledText } from './pdf-piece.js';
import type { RuledCell, RuledTable } from './pdf-ruled-table.js';

const longestHeader = 20;
const mostHeaderRows = 3;
/** Nobody edits a table of more: it goes on as one of its own. */
const mostCells = 4_000;

/** The words of a table; undefined where it is a form or lays out a page. */
export function ruledText(table: RuledTable, linesOf: (pieces: readonly PdfPiece[]) => readonly PageLine[]): RuledText | undefined {
  const lines = new Map(table.cells.map((cell) => [cell, linesOf(cell.pieces)]));
  const texts = new Map([...lines].map(([cell, own]) => [cell, cellText(cell, own)]));
  if (!areCellsOfText([...texts.values()])) return undefined;
  const rows = Array.from({ length: table.rows }, () => Array.from({ length: table.edges.length - 1 }, () => ''));
  for (const [{ row, column }, text] of texts) {
    const own = rows[row];
    if (own) own[column] = text;
  }
  const first = table.cells.filter(({ row }) => row === 0);
  const [over] = first;
  const title = first.length === 1 && over?.rows === 1 && table.rows > 2 ? (texts.get(over) ?? '') : '';
  const hasCaption = captionsAsRow(title);
  const head = table.cells.filter(({ row }) => row === (hasCaption ? 1 : 0));
  const isHeader = head.every((cell) => {
    const text = texts.get(cell) ?? '';
    return text !== '' && text.length <= longestHeader && /\p{L}/u.test(text);
  });
  return {
    caption: hasCaption ? title : '',
    rows: hasCaption ? rows.slice(1) : rows,
    headerRows: isHeader ? Math.min(mostHeaderRows, Math.max(...head.map((cell) => cell.rows))) : 0,
    hasMerged: table.cells.some((cell) => (cell.columns > 1 || cell.rows > 1) && !(hasCaption && cell.row === 0)),
    edges: table.edges,
    full: table.edges
      .slice(1)
      .map((_edge, column) => [...lines].some(([cell, own]) => cell.column === column && endsFull(cell, table, own))),
  };
}

/** Whether the words of a cell of the last row end with a full line. */
function endsFull({ row, rows, right }: RuledCell, table: RuledTable, lines: readonly PageLine[]): boolean {
  const last = lines.at(-1);
  return row + rows === table.rows && last !== undefined && isFullIn(right, last);
}

const isFullIn = (right: number, line: PageLine): boolean => right - line.right < line.size * 2.1;

/** The words of a cell; a line that is full goes on in the next one. */
function cellText({ right }: RuledCell, lines: readonly PageLine[]): string {
  let text = '';
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const isFull = before !== undefined && isFullIn(right, before);
    const words = plainLine(line.cells.map((cell) => cell.text).join('\u3000')).trim();
    const isLatin = /[A-Za-z]$/u.test(text.slice(-1)) && /^[A-Za-z]/u.test(words);
    text += (before === undefined ? '' : !isFull ? cellLineEnd : isLatin ? ' ' : '') + words;
  });
  return text;
}

/** A table with the rows it goes on with on the next page, where it does, without the header said again. */
export function withNextPage(table: RuledText, next: RuledText): RuledText | undefined {
  const isAlike = table.edges.length === next.edges.length && table.edges.every((edge, at) => Math.abs(edge - (next.edges[at] ?? 0)) < 3);
  const cells = (table.rows.length + next.rows.length) * table.edges.length;
  if (!isAlike || next.caption !== '' || cells > mostCells) return undefined;
  const isSame = (at: number): boolean => table.rows[at]?.join('\t') === next.rows[at]?.join('\t');
  let again = 0;
  while (again < mostHeaderRows && again < next.rows.length && isSame(again)) again += 1;
  const rest = next.rows.slice(again);
  const isRest = isRestOf(table, rest[0]);
  return {
    ...table,
    rows: isRest
      ? [...table.rows.slice(0, -1), withRest(table.rows.at(-1) ?? [], rest[0] ?? []), ...rest.slice(1)]
      : [...table.rows, ...rest],
    headerRows: again > 0 ? again : table.headerRows,
    hasMerged: table.hasMerged || next.hasMerged,
    full: next.full,
  };
}

/** Whether a row is what the page before left over of its last one: all its words stand under lines that are full, and not in all cells. */
function isRestOf({ rows, full }: RuledText, row: readonly string[] | undefined): boolean {
  const last = rows.at(-1);
  if (!last || !row || row.every((text) => text !== '') || row.every((text) => text === '')) return false;
  return row.every((text, column) => text === '' || (full[column] === true && !/[。；！？]$/u.test(last[column] ?? '')));
}

function withRest(row: readonly string[], rest: readonly string[]): readonly string[] {
  return row.map((text, column) => {
    const own = rest[column] ?? '';
    return text + (/[A-Za-z]$/u.test(text.slice(-1)) && /^[A-Za-z]/u.test(own) ? ' ' : '') + own;
  });
}
