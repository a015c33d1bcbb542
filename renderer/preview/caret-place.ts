/** Between the cursor of the article editor and the printed line that holds it. */
import { findItem } from '../../shared/document/edit-issue.js';
import { briefLead, type Issue, type Item } from '../../shared/document/issue.js';
import type { Place } from '../../shared/layout/block.js';
import { editorNoteLabel } from '../../shared/layout/compose-issue.js';
import type { Page, PageLine } from '../../shared/layout/page.js';
import type { Caret } from '../state/selection.js';

/** A place in the printed text: a block, and an offset in its own text as laid out. */
export interface PrintedPlace {
  readonly part: Place['part'];
  readonly itemId: string;
  readonly paragraphId?: string;
  /** Which of several blocks of the part, from 0 (编者按 has one a paragraph). */
  readonly nth: number;
  readonly offset: number;
}

export interface CaretLine {
  readonly pageIndex: number;
  readonly line: PageLine;
}

/** Where the text at a caret is printed; undefined when its item or paragraph is gone. */
export function printedPlace(issue: Issue, caret: Caret): PrintedPlace | undefined {
  const item = findItem(issue, caret.itemId)?.item;
  if (!item) return undefined;
  const { itemId, offset } = caret;
  if (caret.field === 'title') return item.type === 'brief' ? briefTitlePlace(item, offset) : { part: 'title', itemId, nth: 0, offset };
  if (caret.field === 'subtitle') return { part: 'subtitle', itemId, nth: 0, offset };
  if (caret.field === 'source') return { part: 'source', itemId, nth: 0, offset: offset + 1 };
  if (caret.field === 'editorNote') return notePlace(item, offset);
  const paragraphId = caret.paragraphId ?? item.paragraphs[0]?.id;
  if (paragraphId === undefined) return undefined;
  return { part: 'paragraph', itemId, paragraphId, nth: 0, offset: offset + runInLength(item, paragraphId) };
}

/** The caret of a printed character; undefined for lines that belong to no item, and for the contents' own wording. */
export function caretAt(issue: Issue, place: Place, nth: number, offset: number): Caret | undefined {
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
      return noteCaret(item, nth, offset);
    case 'paragraph':
      return paragraphCaret(item, place.paragraphId, offset);
    default:
      return undefined;
  }
}

/** The printed line that holds a place; the last one that starts at or before it. */
export function findPrintedLine(pages: readonly Page[], place: PrintedPlace): CaretLine | undefined {
  let found: CaretLine | undefined;
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

/** The first printed line of a part that is no article: 报头, 目录 or one entry of it, a column, 版记. */
export function findPart(pages: readonly Page[], { part, columnId, itemId }: Place): CaretLine | undefined {
  for (const [pageIndex, page] of pages.entries()) {
    const line = page.lines.find(
      ({ place, furniture }) =>
        !furniture &&
        place.part === part &&
        (columnId === undefined || place.columnId === columnId) &&
        (itemId === undefined || place.itemId === itemId),
    );
    if (line) return { pageIndex, line };
  }
  return undefined;
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

function isOfBlock({ place, furniture }: PageLine, { part, itemId, paragraphId }: PrintedPlace): boolean {
  return !furniture && place.part === part && place.itemId === itemId && (part !== 'paragraph' || place.paragraphId === paragraphId);
}

/** A brief's title runs in before the first paragraph; breaks set by hand are not printed there. */
function briefTitlePlace(item: Item, offset: number): PrintedPlace {
  const printed = item.title.slice(0, offset).replaceAll('\n', '').length;
  const first = item.paragraphs[0];
  return { part: 'paragraph', itemId: item.id, ...(first ? { paragraphId: first.id } : {}), nth: 0, offset: printed };
}

function runInLength(item: Item, paragraphId: string): number {
  return item.type === 'brief' && item.paragraphs[0]?.id === paragraphId ? briefLead(item).length : 0;
}

function paragraphCaret(item: Item, paragraphId: string | undefined, offset: number): Caret {
  const id = paragraphId ?? item.paragraphs[0]?.id;
  const runIn = item.type === 'brief' && (id === undefined || item.paragraphs[0]?.id === id) ? briefLead(item).length : 0;
  if (id === undefined || offset < runIn) return { itemId: item.id, field: 'title', offset: Math.min(offset, item.title.length) };
  return { itemId: item.id, paragraphId: id, field: 'text', offset: offset - runIn };
}

function notePlace(item: Item, offset: number): PrintedPlace {
  let left = offset;
  let nth = 0;
  for (const note of item.type === 'article' ? (item.editorNote ?? []) : []) {
    if (left <= note.length) break;
    left -= note.length + 1;
    nth += 1;
  }
  return { part: 'editorNote', itemId: item.id, nth, offset: nth === 0 ? left + editorNoteLabel.length : left };
}

function noteCaret(item: Item, nth: number, offset: number): Caret {
  const notes = item.type === 'article' ? (item.editorNote ?? []) : [];
  const before = notes.slice(0, nth).reduce((sum, note) => sum + note.length + 1, 0);
  return { itemId: item.id, field: 'editorNote', offset: before + Math.max(0, nth === 0 ? offset - editorNoteLabel.length : offset) };
}
