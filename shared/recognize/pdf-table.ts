/** Tables of a PDF: rows whose words stand in columns. */
import { tableText } from '../document/table.js';
import { plainLine } from '../document/plain-characters.js';
import { tableNumber } from './captions.js';
import type { PageCell, PageLine } from './pdf-piece.js';

const longestCell = 24;
/** A header and two rows, three columns: fewer are names and phones set side by side. */
const [fewestRows, fewestColumns] = [3, 3];

/** How many lines from the first on are the rows of a table; 0 where they are none. */
export function tableRows(lines: readonly Pick<PageLine, 'cells'>[]): number {
  const header = lines[0]?.cells ?? [];
  if (header.length < fewestColumns || !header.every(isCell)) return 0;
  let count = 1;
  while (count < lines.length && isRowOf(header, lines[count]?.cells ?? [])) count += 1;
  return count < fewestRows ? 0 : count;
}

function isCell({ text }: PageCell): boolean {
  return text.length <= longestCell && !/[。；！？]|…{2}|\.{4}/u.test(text);
}

/** Whether each cell stands in a column of its own: it has the middle, an edge or words in common with the header's. */
function isRowOf(header: readonly PageCell[], cells: readonly PageCell[]): boolean {
  return cells.length === header.length && cells.every((cell, at) => isCell(cell) && isUnder(header[at], cell));
}

function isUnder(above: PageCell | undefined, cell: PageCell): boolean {
  return above !== undefined && cell.left < above.right && above.left < cell.right;
}

/** The words of a table, its caption first. */
export function pdfTableText(caption: string, lines: readonly Pick<PageLine, 'cells'>[]): string {
  return tableText(
    plainLine(caption),
    lines.map(({ cells }) => cells.map(({ text }) => plainLine(text))),
  );
}

/** Whether a line stands over a table as its caption. */
export function captionsPdfTable(text: string): boolean {
  return text.length <= 60 && tableNumber.test(text) && !/[。；：]$/u.test(text);
}
