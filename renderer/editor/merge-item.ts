/** Brings together two changes of one article: what was just typed, and what came from elsewhere meanwhile. */
import { followOffset } from '../../shared/document/follow-text.js';
import { footnoteTexts, footnotesPart, normalizeFootnotes, sameFootnotes, type Footnotes } from '../../shared/document/footnotes.js';
import type { Article, Item, Paragraph } from '../../shared/document/issue.js';
import { normalizeMarks, marksPart, sameMarks, shiftMarks, type Marks } from '../../shared/document/text-marks.js';
import { samePicture } from '../../shared/document/picture.js';
import { sameTableForm } from '../../shared/document/table.js';
import { retitle } from '../../shared/document/retitle.js';

/** `theirs` with everything in it that `mine` changed from `base`. No typed word is dropped, whatever became of its paragraph. */
export function mergeItem(base: Item, mine: Item, theirs: Item): Item {
  const title = mergeText(base.title, mine.title, theirs.title);
  const titled = title === theirs.title ? theirs : retitle(theirs, title);
  const merged: Item = {
    ...titled,
    sources: pick(base.sources, mine.sources, theirs.sources),
    paragraphs: mergeParagraphs(base.paragraphs, mine.paragraphs, theirs.paragraphs),
  };
  return base.type === 'article' && mine.type === 'article' && merged.type === 'article' ? mergeArticleParts(base, mine, merged) : merged;
}

function mergeArticleParts(base: Article, mine: Article, theirs: Article): Article {
  const { subtitle: _subtitle, editorNote: _note, ...rest } = theirs;
  const subtitle = pick(base.subtitle, mine.subtitle, theirs.subtitle);
  const editorNote = pick(base.editorNote, mine.editorNote, theirs.editorNote);
  return { ...rest, ...(subtitle === undefined ? {} : { subtitle }), ...(editorNote === undefined ? {} : { editorNote }) };
}

function pick<Value>(base: Value, mine: Value, theirs: Value): Value {
  return mine === base ? theirs : mine;
}

/** The one stretch that `mine` changed, put where it belongs in `theirs`. */
function mergeText(base: string, mine: string, theirs: string): string {
  if (mine === base) return theirs;
  if (theirs === base) return mine;
  const shortest = Math.min(base.length, mine.length);
  let start = 0;
  while (start < shortest && base[start] === mine[start]) start += 1;
  let left = 0;
  while (left < shortest - start && base[base.length - 1 - left] === mine[mine.length - 1 - left]) left += 1;
  const from = followOffset(base, theirs, start).offset;
  const to = Math.max(from, followOffset(base, theirs, base.length - left).offset);
  return theirs.slice(0, from) + mine.slice(start, mine.length - left) + theirs.slice(to);
}

function mergeParagraphs(base: readonly Paragraph[], mine: readonly Paragraph[], theirs: readonly Paragraph[]): readonly Paragraph[] {
  if (mine === base) return theirs;
  const before = new Map(base.map((each) => [each.id, each]));
  const kept = new Set(mine.map(({ id }) => id));
  const result = theirs.filter((each) => kept.has(each.id) || before.get(each.id) !== each);
  for (const [index, paragraph] of mine.entries()) {
    const old = before.get(paragraph.id);
    if (old === paragraph) continue;
    const at = result.findIndex(({ id }) => id === paragraph.id);
    const present = result[at];
    if (present) result[at] = old ? mergeParagraph(old, paragraph, present) : paragraph;
    else result.splice(placeAfter(result, mine.slice(0, index)), 0, paragraph);
  }
  return result;
}

/** Behind the nearest of the paragraphs before it that is still there. */
function placeAfter(result: readonly Paragraph[], earlier: readonly Paragraph[]): number {
  const ids = new Set(earlier.map(({ id }) => id));
  return result.findLastIndex(({ id }) => ids.has(id)) + 1;
}

function mergeParagraph(base: Paragraph, mine: Paragraph, theirs: Paragraph): Paragraph {
  const isBase = whole(theirs) === whole(base) && theirs.lead === base.lead;
  if (isBase && sameMarks(theirs.marks, base.marks) && sameFootnotes(theirs.footnotes, base.footnotes))
    return inForm(mine, base, mine, theirs);
  const text = mergeText(whole(base), whole(mine), whole(theirs));
  const leadLength = followOffset(whole(theirs), text, theirs.lead?.length ?? 0).offset;
  const { lead: _lead, marks: _marks, footnotes: _footnotes, ...rest } = inForm(theirs, base, mine, theirs);
  const marks = sameMarks(mine.marks, base.marks) ? marksIn(theirs, text) : marksIn(mine, text);
  return {
    ...rest,
    ...(leadLength === 0 ? {} : { lead: text.slice(0, leadLength) }),
    text: text.slice(leadLength),
    ...marksPart(normalizeMarks(shiftMarks(marks, -leadLength), text.length - leadLength)),
    ...footnotesPart(mergeFootnotes(base, mine, theirs, text)),
  };
}

/** The footnotes of the side that changed their words; where both did, all that either has, for no word is dropped. */
function mergeFootnotes(base: Paragraph, mine: Paragraph, theirs: Paragraph, text: string): Footnotes {
  const [old, own, other] = [base, mine, theirs].map((paragraph) => footnoteTexts([paragraph]));
  if (isEqual(own, old) && !sameFootnotes(theirs.footnotes, base.footnotes)) return footnotesIn(theirs, text);
  if (isEqual(other, old)) return footnotesIn(mine, text);
  const added = footnotesIn(theirs, text).filter((note) => !old?.includes(note.text) && !own?.includes(note.text));
  return normalizeFootnotes(
    [...footnotesIn(mine, text), ...added].sort((left, right) => left.at - right.at),
    text.length,
  );
}

function isEqual(left: readonly string[] = [], right: readonly string[] = []): boolean {
  return left.length === right.length && left.every((text, index) => text === right[index]);
}

/** A paragraph's footnotes where its words are in the merged text. */
function footnotesIn(paragraph: Paragraph, text: string): Footnotes {
  const notes = (paragraph.footnotes ?? []).map((note) => ({ ...note, at: followOffset(whole(paragraph), text, note.at).offset }));
  return normalizeFootnotes(notes, text.length);
}

/** A paragraph as the table, picture or heading that either made of it, and as closely set; where both did, as mine. */
function inForm(paragraph: Paragraph, base: Paragraph, mine: Paragraph, theirs: Paragraph): Paragraph {
  const table = sameTableForm(mine.table, base.table) ? theirs.table : mine.table;
  const picture = samePicture(mine.picture, base.picture) ? theirs.picture : mine.picture;
  const level = mine.level === base.level ? theirs.level : mine.level;
  const fit = mine.fit === base.fit ? theirs.fit : mine.fit;
  if (table === paragraph.table && picture === paragraph.picture && level === paragraph.level && fit === paragraph.fit) return paragraph;
  const { table: _table, picture: _picture, level: _level, fit: _fit, ...rest } = paragraph;
  return { ...rest, ...(level ? { level } : {}), ...(fit ? { fit } : {}), ...(table ? { table } : {}), ...(picture ? { picture } : {}) };
}

/** A paragraph's emphasis where its words are in the merged text, counted from the start of its lead. */
function marksIn(paragraph: Paragraph, text: string): Marks {
  return shiftMarks(paragraph.marks, paragraph.lead?.length ?? 0).map((mark) => ({
    ...mark,
    from: followOffset(whole(paragraph), text, mark.from, 'after').offset,
    to: followOffset(whole(paragraph), text, mark.to).offset,
  }));
}

function whole({ lead = '', text }: Paragraph): string {
  return lead + text;
}
