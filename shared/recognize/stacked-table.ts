/** Tables whose cells stand one below the other, as a PDF's words come out of it: under 表1 a header, and figures that come round. */
import { plainLine } from '../document/plain-characters.js';
import { cellEnd, mostColumns } from '../document/table.js';
import { tableNumber } from './captions.js';
import { isCell, isFigure, isHeader, pageStart, type SpacedTable } from './spaced-table.js';

/** A header and two rows; less where nothing is left over, or the header stood over the table before. */
const fewestRows = 3;
/** Cells of the longest table that is looked for. */
const mostCells = 2000;

interface Cell {
  readonly text: string;
  /** Index of the line behind it. */
  readonly end: number;
}

/**
 * The table whose first cell is at `at`, right under its caption: in the fewest columns that make figures stand below each
 * other. One that goes on over the end of a page opens with the header of the table before.
 */
export function readStackedTable(raws: readonly string[], at: number, headerBefore?: string): SpacedTable | undefined {
  const isCaptioned = tableNumber.test(raws[at - 1] ?? '');
  if (!isCaptioned && (headerBefore === undefined || (raws[at] ?? '').trim() !== headerBefore.split(cellEnd, 1)[0])) return undefined;
  const cells = cellsFrom(raws, at);
  for (let columns = 2; columns <= mostColumns; columns += 1) {
    const rows = rowsOf(cells, columns);
    const count = rows.length * columns;
    const isAgain = rows[0]?.join(cellEnd) === headerBefore;
    const isEnough = rows.length >= fewestRows || (rows.length === 2 && (isAgain || count === cells.length));
    const last = cells[count - 1];
    if (isEnough && (isCaptioned || isAgain) && last) return { rows, end: last.end, startsPage: (raws[at] ?? '').startsWith(pageStart) };
  }
  return undefined;
}

function cellsFrom(raws: readonly string[], at: number): readonly Cell[] {
  const cells: Cell[] = [];
  for (let next = at; next < raws.length && cells.length < mostCells; next += 1) {
    const text = (raws[next] ?? '').trim();
    if (text === '') continue;
    // Another caption: a table is looked for from there, and these lines not again.
    if (!isCell(text) || tableNumber.test(text)) break;
    cells.push({ text: plainLine(text), end: next + 1 });
  }
  return cells;
}

/** The rows of so many cells whose columns hold figures alone or none, one of them figures; none where the first is no header. */
function rowsOf(cells: readonly Cell[], columns: number): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  let kinds: readonly boolean[] | undefined;
  for (let at = 0; at + columns <= cells.length; at += columns) {
    const row = cells.slice(at, at + columns).map(({ text }) => text);
    if (at === 0) {
      if (!isHeader(row)) return [];
    } else {
      const found = row.map(isFigure);
      kinds ??= found;
      if (!kinds.includes(true) || found.some((is, column) => is !== kinds?.[column])) break;
    }
    rows.push(row);
  }
  return rows;
}
