/** Keeps places in a document true while it is edited. */
import { findItem } from './edit-issue.js';
import type { Issue, Item } from './issue.js';
import { fieldText, type TextPlace, type TextRange } from './text-place.js';

/** Which side of text typed exactly at a place the place stays on. */
export type Side = 'before' | 'after';

/**
 * Where a place of `before` is in `after`, through splits and merges of paragraphs too. A place in text that was deleted
 * moves to where that text was; undefined when its article or field is gone.
 */
export function followPlace(before: Issue, after: Issue, place: TextPlace, side: Side = 'before'): TextPlace | undefined {
  if (before === after) return place;
  const old = findItem(before, place.itemId)?.item;
  const item = findItem(after, place.itemId)?.item;
  if (!old || !item) return undefined;
  return old === item ? place : followInItem(old, item, place, side);
}

/** A range after an edit; text typed at its ends stays outside. Undefined when an end is gone. */
export function followRange(before: Issue, after: Issue, { from, to }: TextRange): TextRange | undefined {
  const start = followPlace(before, after, from, 'after');
  const end = followPlace(before, after, to, 'before');
  if (!start || !end) return undefined;
  const isEmptied = start.paragraphId === end.paragraphId && start.field === end.field && start.offset > end.offset;
  return { from: isEmptied ? end : start, to: end };
}

/** An offset of `before` in `after`, which differ by one stretch of text; `isLost` when the text around it was taken out. */
export function followOffset(before: string, after: string, offset: number, side: Side = 'before'): { offset: number; isLost: boolean } {
  const shortest = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shortest && before[prefix] === after[prefix]) prefix += 1;
  let suffix = 0;
  while (suffix < shortest - prefix && before[before.length - 1 - suffix] === after[after.length - 1 - suffix]) suffix += 1;
  const isInserted = before.length === prefix + suffix;
  if (offset < prefix || (offset === prefix && (side === 'before' || !isInserted))) return { offset, isLost: false };
  if (offset >= before.length - suffix) return { offset: offset + after.length - before.length, isLost: false };
  return { offset: prefix, isLost: true };
}

function followInItem(old: Item, item: Item, place: TextPlace, side: Side): TextPlace | undefined {
  const from = fieldText(old, place);
  if (from === undefined) return undefined;
  const to = fieldText(item, place);
  const followed = to === undefined ? undefined : followOffset(from, to, place.offset, side);
  if (followed && !followed.isLost) return { ...place, offset: followed.offset };
  if (place.field === 'text') return followInBody(old, item, place, side);
  return followed && { ...place, offset: followed.offset };
}

/** All paragraphs as one text, so that words keep their place when a paragraph is split or joined to its neighbour. */
function followInBody(old: Item, item: Item, place: TextPlace, side: Side): TextPlace | undefined {
  const index = place.paragraphId === undefined ? 0 : old.paragraphs.findIndex(({ id }) => id === place.paragraphId);
  const texts = paragraphTexts(item);
  const before = paragraphTexts(old);
  const start = before.slice(0, index).reduce((sum, text) => sum + text.length + 1, 0);
  let { offset: left } = followOffset(before.join('\n'), texts.join('\n'), start + place.offset, side);
  for (const [at, text] of texts.entries()) {
    const paragraph = item.paragraphs[at];
    if (paragraph && left <= text.length) return { ...place, paragraphId: paragraph.id, offset: left };
    left -= text.length + 1;
  }
  return undefined;
}

function paragraphTexts({ paragraphs }: Item): readonly string[] {
  return paragraphs.map(({ lead, text }) => `${lead ?? ''}${text}`);
}
