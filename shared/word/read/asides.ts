/** Which words of a Word file are kept, and which are told beside them. */
import {
  isLoss,
  type WordBlock,
  type WordChange,
  type WordNote,
  type WordParagraph,
  type WordPoint,
  type WordRange,
} from './word-document.js';

/** Why text of a Word file is not in its lines, in the editor's words. */
export type AsideReason = '修订中删除的文字' | '修订中移走的文字' | '隐藏文字' | '控件里的提示语' | '注音';

/** Stands for each character that is not kept; no XML holds it. */
export const notKept = '\0';

/** A paragraph that was folded, and the line it went to. */
export interface SeenParagraph {
  /** The characters of its runs, `notKept` for those that are not. */
  readonly words: string;
  readonly line: number;
}

const longestQuote = 30;

/** Why words with these changes are not kept; undefined when they are. */
export function reasonOf(changes: readonly WordChange[]): AsideReason | undefined {
  const loss = changes.findLast(isLoss);
  if (loss === undefined) return undefined;
  return loss.kind === 'del' ? '修订中删除的文字' : '修订中移走的文字';
}

/** The opening of the kept words in a range; empty where it holds none. */
export function quoteOf({ from, to }: WordRange, seen: readonly SeenParagraph[]): string {
  let quote = '';
  for (let index = from.paragraph; index <= (to?.paragraph ?? seen.length - 1) && shorten(quote).length <= longestQuote; index += 1) {
    const start = index === from.paragraph ? from.offset : 0;
    quote += keptWords(seen[index], start, index === to?.paragraph ? to.offset : Infinity);
  }
  return shorten(quote);
}

/** The kept words right before a point. */
export function wordsBefore({ paragraph, offset }: WordPoint, seen: readonly SeenParagraph[]): string {
  return shorten(keptWords(seen[paragraph], 0, offset).slice(-longestQuote));
}

function keptWords(seen: SeenParagraph | undefined, from: number, to: number): string {
  return seen?.words.slice(from, to).replaceAll(notKept, '') ?? '';
}

/** Words of a note, its lines run together by a blank; deleted ones are among them. */
export function noteText({ blocks }: WordNote): string {
  return paragraphsIn(blocks)
    .map(({ inlines }) =>
      inlines
        .map((inline) => (inline.kind === 'text' ? inline.text : ''))
        .join('')
        .replace(/\s*\n\s*/gu, ' ')
        .trim(),
    )
    .filter((text) => text !== '')
    .join(' ');
}

/** Words of a note as they are kept. */
export function keptNoteText({ blocks }: WordNote): string {
  return plainText(blocks).replace(/\s+/gu, ' ').trim();
}

/** Words of a note that were deleted; empty where none were. */
export function lostNoteText({ blocks }: WordNote): string {
  const lost = paragraphsIn(blocks).flatMap(({ inlines }) =>
    inlines.flatMap((inline) => (inline.kind === 'text' && reasonOf(inline.changes) ? [inline.text] : [])),
  );
  return lost.join('').trim();
}

/** Words of blocks as they are kept, a blank between paragraphs. */
export function plainText(blocks: readonly WordBlock[]): string {
  return paragraphsIn(blocks)
    .map(
      ({ number, inlines }) =>
        number + inlines.map((inline) => (inline.kind === 'text' && !reasonOf(inline.changes) ? inline.text : '')).join(''),
    )
    .join(' ');
}

function paragraphsIn(blocks: readonly WordBlock[]): readonly WordParagraph[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block];
    return block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsIn(cell.blocks))) : [];
  });
}

/** A few words, blanks in between as one. */
export function shorten(text: string): string {
  const plain = text.trim().replace(/\s+/gu, ' ');
  return plain.length > longestQuote ? `${plain.slice(0, longestQuote)}…` : plain;
}
