/** Between an address in the document and the printed line that holds it. */
import { findItem } from '../document/edit-issue.js';
import { footnoteTexts } from '../document/footnotes.js';
import { briefLead, type Issue, type Item } from '../document/issue.js';
import { isTextPlace, type IssuePlace, type TextPlace } from '../document/text-place.js';
import type { BlockPlace } from './block.js';
import { editorNoteLabel, runInParagraph } from './compose-issue.js';
import { lineNumber, type Page, type PageLine } from './page.js';

/** A place in the printed text: a block, and an offset in its own text as laid out. */
export interface PrintedPlace {
  readonly part: BlockPlace['part'];
  readonly itemId: string;
  readonly paragraphId?: string;
  /** Which of several blocks of the part, from 0 (编者按 has one a paragraph, a paragraph one a footnote). */
  readonly nth: number;
  readonly offset: number;
}

export interface PrintedLine {
  readonly pageIndex: number;
  readonly line: PageLine;
}

/** The printed line of any place in the issue; undefined when nothing is printed of it. */
export function findInPages(issue: Issue, pages: readonly Page[], place: IssuePlace): PrintedLine | undefined {
  if (!isTextPlace(place)) return findPart(pages, place, place.offset);
  const printed = printedPlace(issue, place);
  return printed && findPrintedLine(pages, printed);
}

/** 第4页第12行; empty when nothing is printed there. */
export function pageLabel(pages: readonly Page[], found: PrintedLine | undefined): string {
  const page = found && pages[found.pageIndex];
  return page ? `第${String(page.number)}页第${String(lineNumber(page, found.line))}行` : '';
}

/** Where the text at a place is printed; undefined when its item or paragraph is gone. */
export function printedPlace(issue: Issue, caret: TextPlace): PrintedPlace | undefined {
  const item = findItem(issue, caret.itemId)?.item;
  if (!item) return undefined;
  const { itemId, offset } = caret;
  if (caret.field === 'title') return item.type === 'brief' ? briefTitlePlace(item, offset) : { part: 'title', itemId, nth: 0, offset };
  if (caret.field === 'subtitle') return { part: 'subtitle', itemId, nth: 0, offset };
  if (caret.field === 'source') return { part: 'source', itemId, nth: 0, offset: offset + 1 };
  if (caret.field === 'editorNote') return notePlace(item, offset);
  if (caret.field === 'footnote') return footnotePlace(item, caret);
  const paragraphId = caret.paragraphId ?? item.paragraphs[0]?.id;
  if (paragraphId === undefined) return undefined;
  return { part: 'paragraph', itemId, paragraphId, nth: 0, offset: offset + runInLength(item, paragraphId) };
}

/** The address of a printed character; undefined for lines that belong to no item, and for the contents' own wording. */
export function textPlaceAt(issue: Issue, place: BlockPlace, nth: number, offset: number): TextPlace | undefined {
  const item = place.itemId === undefined ? undefined : findItem(issue, place.itemId)?.item;
  if (!item) return undefined;
  const itemId = item.id;
  switch (place.part) {
    case 'title':
      return { itemId, field: 'title', offset };
    case 'contents':
      return { itemId, field: 'title', offset: 0 };
    case 'subtitle':
      return { itemId, field: 'subtitle', offset };
    case 'source':
      return { itemId, field: 'source', offset: Math.max(0, offset - 1) };
    case 'editorNote':
      return noteTextPlace(item, nth, offset);
    case 'footnote':
      return footnoteTextPlace(item, place.paragraphId, nth, offset);
    case 'paragraph':
      return paragraphPlace(item, place.paragraphId, offset);
    default:
      return undefined;
  }
}

/** The printed line that holds a place; the last one that starts at or before it. */
export function findPrintedLine(pages: readonly Page[], place: PrintedPlace): PrintedLine | undefined {
  let found: PrintedLine | undefined;
  let nth = -1;
  for (const [pageIndex, page] of pages.entries()) {
    for (const line of page.lines) {
      if (!isOfBlock(line, place)) continue;
      if (line.first) nth += 1;
      if (nth === place.nth && (found === undefined || line.startOffset <= place.offset)) found = { pageIndex, line };
    }
  }
  return found;
}

/** The printed line of a part that is no article: the first, or in an entry of 目录 the one that holds `offset`. */
export function findPart(pages: readonly Page[], { part, columnId, itemId }: BlockPlace, offset = 0): PrintedLine | undefined {
  let found: PrintedLine | undefined;
  for (const [pageIndex, page] of pages.entries()) {
    for (const line of page.lines) {
      const { place, furniture, startOffset } = line;
      const isOfPart =
        !furniture &&
        place.part === part &&
        (columnId === undefined || place.columnId === columnId) &&
        (itemId === undefined || place.itemId === itemId);
      if (isOfPart && (found === undefined || (startOffset > found.line.startOffset && startOffset <= offset))) found = { pageIndex, line };
    }
  }
  return found;
}

/** Which block of its part a line belongs to, counted over the whole issue's pages. */
export function nthOfLine(pages: readonly Page[], target: PageLine): number {
  let nth = -1;
  for (const { lines } of pages) {
    for (const line of lines) {
      if (
        line.place.part === target.place.part &&
        line.place.itemId === target.place.itemId &&
        line.place.paragraphId === target.place.paragraphId &&
        line.first
      )
        nth += 1;
      if (line === target) return Math.max(0, nth);
    }
  }
  return 0;
}

function isOfParagraph(part: BlockPlace['part']): boolean {
  return part === 'paragraph' || part === 'footnote';
}

function isOfBlock({ place, furniture }: PageLine, { part, itemId, paragraphId }: PrintedPlace): boolean {
  return !furniture && place.part === part && place.itemId === itemId && (!isOfParagraph(part) || place.paragraphId === paragraphId);
}

/** A brief's title runs in before the first paragraph; breaks set by hand are not printed there. */
function briefTitlePlace(item: Item, offset: number): PrintedPlace {
  const printed = item.title.slice(0, offset).replaceAll('\n', '').length;
  const first = runInParagraph(item);
  return { part: 'paragraph', itemId: item.id, ...(first ? { paragraphId: first.id } : {}), nth: 0, offset: printed };
}

function runInLength(item: Item, paragraphId: string): number {
  return item.type === 'brief' && runInParagraph(item)?.id === paragraphId ? briefLead(item).length : 0;
}

function paragraphPlace(item: Item, paragraphId: string | undefined, offset: number): TextPlace {
  const id = paragraphId ?? item.paragraphs[0]?.id;
  const isRunIn = item.type === 'brief' && (paragraphId === undefined || runInParagraph(item)?.id === id);
  const runIn = isRunIn ? briefLead(item).length : 0;
  if (id === undefined || offset < runIn) return { itemId: item.id, field: 'title', offset: Math.min(offset, item.title.length) };
  return { itemId: item.id, paragraphId: id, field: 'text', offset: offset - runIn };
}

function notePlace(item: Item, offset: number): PrintedPlace {
  const { nth, left } = within(notesOf(item), offset);
  return { part: 'editorNote', itemId: item.id, nth, offset: nth === 0 ? left + editorNoteLabel.length : left };
}

/** Which of several texts that a place counts as one, a character between two of them, and the offset in it. */
function within(texts: readonly string[], offset: number): { readonly nth: number; readonly left: number } {
  let left = offset;
  let nth = 0;
  for (const { length } of texts) {
    if (left <= length) break;
    left -= length + 1;
    nth += 1;
  }
  return { nth, left };
}

function notesOf(item: Item): readonly string[] {
  return item.type === 'article' ? (item.editorNote ?? []) : [];
}

function footnotesOf(item: Item, paragraphId: string | undefined): readonly string[] {
  return footnoteTexts(item.paragraphs.filter(({ id }) => id === paragraphId));
}

function footnotePlace(item: Item, { paragraphId, offset }: TextPlace): PrintedPlace {
  const { nth, left } = within(footnotesOf(item, paragraphId), offset);
  return { part: 'footnote', itemId: item.id, ...(paragraphId === undefined ? {} : { paragraphId }), nth, offset: left };
}

function footnoteTextPlace(item: Item, paragraphId: string | undefined, nth: number, offset: number): TextPlace | undefined {
  if (paragraphId === undefined) return undefined;
  return { itemId: item.id, paragraphId, field: 'footnote', offset: startOf(footnotesOf(item, paragraphId), nth) + offset };
}

function startOf(texts: readonly string[], nth: number): number {
  return texts.slice(0, nth).reduce((sum, text) => sum + text.length + 1, 0);
}

function noteTextPlace(item: Item, nth: number, offset: number): TextPlace {
  const before = startOf(notesOf(item), nth);
  return { itemId: item.id, field: 'editorNote', offset: before + Math.max(0, nth === 0 ? offset - editorNoteLabel.length : offset) };
}
