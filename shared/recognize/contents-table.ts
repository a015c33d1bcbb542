/** Contents that are set as a table: column, title, page. */
import { cellEnd, rowEnd } from '../document/table.js';
import type { Ledger } from './ledger.js';
import { toLoose, withRich } from './line.js';
import type { Line } from './line.js';
import { slice, trim } from './rich-text.js';
import type { Rich } from './rich-text.js';

/** Lines that may stand before it. */
const mostBefore = 30;
/** Characters of a line over it, where no text has begun. */
const longestAbove = 60;
/** Characters of a title, at least. */
const shortest = 2;
/** Rows are looked for among all lines below; contents have few. */
const mostRows = 60;

/** The lines with such a table, each of whose rows but a header has words that come again below as a line of their own, as lines of contents. */
export function withContentsLines(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  const at = lines.slice(0, mostBefore).findIndex(({ table }) => table !== undefined);
  const found = lines[at];
  if (!found?.table || lines.slice(0, at).some(({ text }) => text.length > longestAbove)) return lines;
  const rows = cellsOf(found.rich);
  if (rows.length < 2 || rows.length > mostRows) return lines;
  const below = new Set(lines.slice(at + 1).map(({ loose }) => loose));
  const again = rows.map((row) => row.filter(({ text }) => below.has(toLoose(text)) && toLoose(text).length >= shortest));
  const entries = again[0]?.length === 0 ? again.slice(1) : again;
  if (entries.length < 2 || entries.some((row) => row.length === 0)) return lines;
  const { table: _table, role: _role, bodyLevel: _level, ...plain } = found;
  const words = new Map<string, Rich>();
  for (const rich of entries.flat()) if (!words.has(rich.text)) words.set(rich.text, rich);
  ledger.leave(found.rich, '目录的表格，印出时按标题重排');
  return [...lines.slice(0, at), ...[...words.values()].map((rich) => withRich(plain, rich)), ...lines.slice(at + 1)];
}

/** The cells of a table, row by row, below its caption. */
function cellsOf(rich: Rich): readonly (readonly Rich[])[] {
  const rows: Rich[][] = [];
  let start = rich.text.indexOf(rowEnd) + 1;
  for (const row of rich.text.slice(start).split(rowEnd)) {
    const cells: Rich[] = [];
    for (const cell of row.split(cellEnd)) {
      cells.push(trim(slice(rich, start, start + cell.length)));
      start += cell.length + 1;
    }
    rows.push(cells);
  }
  return rows;
}
