import type { PageLine } from '../layout/page.js';

/** Neighbouring lines that one element holds: lines of the same block on one page. */
export function groupLines(lines: readonly PageLine[]): readonly (readonly PageLine[])[] {
  const groups: PageLine[][] = [];
  for (const line of lines) {
    const open = groups.at(-1);
    if (open?.[0] !== undefined && continuesGroup(open[0], line)) open.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** Whether a line goes on with the block another line belongs to. */
export function continuesGroup(opening: PageLine, line: PageLine): boolean {
  const [left, right] = [opening.place, line.place];
  // A title broken by hand is one heading, though each of its parts opens anew.
  return (
    (!line.first || isHeading(line)) &&
    opening.tag === line.tag &&
    opening.furniture === line.furniture &&
    opening.cell?.row === line.cell?.row &&
    opening.cell?.column === line.cell?.column &&
    left.part === right.part &&
    left.columnId === right.columnId &&
    left.itemId === right.itemId &&
    left.paragraphId === right.paragraphId
  );
}

export function isHeading({ tag }: PageLine): boolean {
  return tag === 'h1' || tag === 'h2' || tag === 'h3';
}
