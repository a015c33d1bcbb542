import type { WordBookmark, WordNote, WordPoint, WordRange } from './word-document.js';
import type { XmlElement } from './xml-tree.js';

/** Where comments, notes and bookmarks stand, as far as the file has been read. */
export interface Ranges {
  readonly comments: Map<string, WordRange>;
  /** By part and id: `footnotes 2`. */
  readonly notes: Map<string, Pick<WordNote, 'at' | 'isDeleted'>>;
  readonly bookmarks: Map<string, WordBookmark>;
  /** Names of the moves whose range is open. */
  readonly moves: Map<string, string>;
}

/** Elements that mark a place and hold no words of the running text. */
export const markNames: ReadonlySet<string> = new Set([
  'commentRangeStart',
  'commentRangeEnd',
  'commentReference',
  'footnoteReference',
  'endnoteReference',
  'bookmarkStart',
  'bookmarkEnd',
  'moveFromRangeStart',
  'moveFromRangeEnd',
  'moveToRangeStart',
  'moveToRangeEnd',
]);

export function openRanges(): Ranges {
  return { comments: new Map(), notes: new Map(), bookmarks: new Map(), moves: new Map() };
}

/** Books one of `markNames`, met at a point; `isDeleted`: in words that were deleted. */
export function noteMark(mark: XmlElement, point: WordPoint, isDeleted: boolean, { comments, notes, bookmarks, moves }: Ranges): void {
  const id = mark.attributes.get('id') ?? '';
  const name = mark.attributes.get('name') ?? '';
  switch (mark.name) {
    case 'commentRangeStart':
      if (!comments.has(id)) comments.set(id, { from: point });
      return;
    case 'commentReference':
      if (!comments.has(id)) comments.set(id, { from: point, to: point });
      return;
    case 'commentRangeEnd':
      closeRange(comments.get(id), point, (range) => comments.set(id, range));
      return;
    case 'bookmarkStart':
      if (!bookmarks.has(id)) bookmarks.set(id, { name, range: { from: point } });
      return;
    case 'bookmarkEnd': {
      const bookmark = bookmarks.get(id);
      if (bookmark) closeRange(bookmark.range, point, (range) => bookmarks.set(id, { name: bookmark.name, range }));
      return;
    }
    case 'footnoteReference':
    case 'endnoteReference':
      notes.set(`${mark.name.replace('Reference', 's')} ${id}`, { at: point, ...(isDeleted ? { isDeleted } : {}) });
      return;
    case 'moveFromRangeStart':
    case 'moveToRangeStart':
      moves.set(id, name);
      return;
    default:
      moves.delete(id);
  }
}

function closeRange(range: WordRange | undefined, to: WordPoint, keep: (closed: WordRange) => void): void {
  if (range && !range.to) keep({ from: range.from, to });
}
