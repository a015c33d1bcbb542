/** How a title breaks in print, read off the laid-out pages. */
import { Element, type BaseRange, type NodeEntry } from 'slate';
import type { Item } from '../../shared/document/issue.js';
import type { Page } from '../../shared/layout/page.js';

/** Offsets in an article's title at which the layout starts a new line by itself; breaks set by hand are not among them. */
export function printedBreaks(pages: readonly Page[], item: Item): readonly number[] {
  if (item.type === 'brief') return [];
  const starts: number[] = [];
  for (const page of pages) {
    for (const { place, furniture, startOffset } of page.lines) {
      if (place.itemId === item.id && place.part === 'title' && !furniture && startOffset > 0) starts.push(startOffset);
    }
  }
  return starts.filter((offset) => item.title[offset - 1] !== '\n' && offset < item.title.length);
}

/** A stretch of the title that starts a line in print. */
export interface PrintedLineRange extends BaseRange {
  readonly startsLine: true;
}

/**
 * The ranges Slate draws for one block: from each printed break of a title to the next. The surface shows every part of a
 * title broken by hand as a block of its own, one after the other.
 * @param breaks of the whole title, its parts joined by one character
 */
export function printedLineRanges(
  breaks: readonly number[],
  blocks: readonly string[],
  [node, path]: NodeEntry,
): readonly PrintedLineRange[] {
  const index = path[0];
  if (breaks.length === 0 || path.length !== 1 || index === undefined || !Element.isElement(node) || node.type !== 'title') return [];
  const start = blocks.slice(0, index).reduce((sum, text) => sum + text.length + 1, 0);
  const length = blocks[index]?.length ?? 0;
  const inside = breaks.map((offset) => offset - start).filter((offset) => offset > 0 && offset < length);
  return inside.map((offset, at) => ({
    anchor: { path: [index, 0], offset },
    focus: { path: [index, 0], offset: inside[at + 1] ?? length },
    startsLine: true,
  }));
}

/** Printed lines of an item in the body. */
export function countItemLines(pages: readonly Page[], itemId: string): number {
  let count = 0;
  for (const page of pages) {
    const cells = new Map<string, number>();
    for (const { place, furniture, cell } of page.lines) {
      if (place.itemId !== itemId || place.part === 'contents' || furniture) continue;
      if (!cell) count += 1;
      else {
        const key = `${place.paragraphId ?? ''} ${String(cell.row)} ${String(cell.column)}`;
        cells.set(key, (cells.get(key) ?? 0) + 1);
      }
    }
    count += rowLines(cells);
  }
  return count;
}

/** A row of a table is as many lines as its fullest cell has. */
function rowLines(cells: ReadonlyMap<string, number>): number {
  const rows = new Map<string, number>();
  for (const [key, lines] of cells) {
    const row = key.slice(0, key.lastIndexOf(' '));
    rows.set(row, Math.max(rows.get(row) ?? 0, lines));
  }
  return [...rows.values()].reduce((sum, lines) => sum + lines, 0);
}
