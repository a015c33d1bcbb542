/** Tables that go over the end of a page, where their header stands again. */
import { cellEnd, rowEnd } from '../document/table.js';
import type { Ledger } from './ledger.js';
import type { Line } from './line.js';
import { concat, slice } from './rich-text.js';

/** The lines with the rows of a table that goes on behind a page end put to those before; the header that stands again is left aside. */
export function joinTables(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const length = before ? repeatedHeader(before, line) : 0;
    if (!before || length === 0) {
      joined.push(line);
      continue;
    }
    ledger.leave(slice(line.rich, 0, length), '换页时重复的表头');
    joined[joined.length - 1] = { ...before, rich: concat([before.rich, slice(line.rich, length)]) };
  }
  return joined;
}

/** Characters of the header that a table without caption at the head of a page has in common with the table before; 0 for others. */
function repeatedHeader(before: Line, line: Line): number {
  if (!before.table || !line.table || !line.followsPage || before.table.headerRows !== line.table.headerRows) return 0;
  const header = headerOf(line);
  return header !== '' && line.rich.text.startsWith(rowEnd) && header === headerOf(before) ? rowEnd.length + header.length : 0;
}

/** The header rows of a table, behind its caption. */
function headerOf({ rich, table }: Line): string {
  const rows = rich.text.split(rowEnd).slice(1, 1 + (table?.headerRows ?? 0));
  return rows.every((row) => row.includes(cellEnd)) ? rows.join(rowEnd) : '';
}
