/** The words that say what a table of a Word file shows: above it, below it, or in its first row. */
import { plainLine } from '../../document/plain-characters.js';
import { rowEnd } from '../../document/table.js';
import { captionsAsRow, captionsTableByNumber } from '../../recognize/captions.js';
import type { SourceLine } from '../../recognize/source-line.js';
import { plainText } from './asides.js';
import type { WordBlock, WordCell, WordRow } from './word-document.js';

/** The lines a file was folded into so far. */
interface FoldedLines {
  readonly isOwnFile: boolean;
  readonly lines: SourceLine[];
}

/** Words right below a table that name it are its caption, where it has none and no other table follows them. */
export function captionAbove({ lines, isOwnFile }: FoldedLines): void {
  const [table, below] = lines.slice(-2);
  if (!table?.table || !below || isOwnFile || !table.text.startsWith(rowEnd) || !captionsTableByNumber(below.text) || below.footnotes)
    return;
  const caption = plainLine(below.text.trim());
  const moved = (ranges: SourceLine['bold']) =>
    ranges.map(({ start, end }) => ({ start: start + caption.length, end: end + caption.length }));
  lines.splice(-2, 2, { ...table, text: caption + table.text, bold: moved(table.bold), ...(table.kai ? { kai: moved(table.kai) } : {}) });
}

/** Whether a table stands at `at`, or behind no more than a few empty paragraphs there. */
export function isTableNext(blocks: readonly WordBlock[], at: number): boolean {
  const next = blocks.slice(at, at + 4).find((block) => block.kind !== 'paragraph' || plainText([block]).trim() !== '');
  return next?.kind === 'table';
}

/** The cell over a whole table that is its caption: one line of words over a row of several. */
export function captionRow([first, second]: readonly WordRow[]): WordCell | undefined {
  const [cell, ...others] = first?.cells ?? [];
  if (!cell || others.length > 0 || cell.isMerged || (second?.cells.length ?? 0) < 2) return undefined;
  const text = plainText(cell.blocks).trim();
  const isOneLine = cell.blocks.filter((block) => block.kind !== 'paragraph' || plainText([block]).trim() !== '').length === 1;
  return isOneLine && captionsAsRow(text) ? cell : undefined;
}

/**
 * The line above a table that is its caption: by its style, or by its words (表1 …) where the table is not ours. Right under a
 * picture a caption is the picture's, unless its words say otherwise.
 */
export function takeCaption({ lines }: Pick<FoldedLines, 'lines'>, isOwn: boolean): SourceLine | undefined {
  const blanks = lines.slice(-mostBlanks).findLastIndex(({ text, picture }) => text.trim() !== '' || picture !== undefined);
  const at = isOwn || blanks < 0 ? lines.length - 1 : Math.max(0, lines.length - mostBlanks) + blanks;
  const last = lines[at];
  const isOfPicture = lines[at - 1]?.picture !== undefined && !captionsTableByNumber(last?.text ?? '');
  if (isOfPicture || last?.table) return undefined;
  const isCaption = last?.role === 'caption' || (!isOwn && last?.role === undefined && captionsTableByNumber(last?.text ?? ''));
  return isCaption ? lines.splice(at)[0] : undefined;
}

/** Lines above a table that are looked at for its caption: it and an empty one or two. */
const mostBlanks = 3;
