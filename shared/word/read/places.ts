/** What hangs on places of a Word file: comments, notes, pictures, embedded files. */
import type { LeftAsideText } from '../../recognize/source-line.js';
import { elements, innerText, type XmlElement } from './xml-tree.js';

/** A mark met inside a paragraph, after so many of its characters. */
export interface Mark {
  readonly element: XmlElement;
  readonly offset: number;
}

interface Anchor {
  readonly line: number;
  quote: string;
  isOpen: boolean;
}

/** Where comments and notes stand, as far as the file has been read. */
export interface Places {
  readonly comments: Map<string, Anchor>;
  /** By part and id: `footnotes 2`. */
  readonly notes: Map<string, Anchor>;
}

/** Elements that mark a place and hold no words of the running text. */
export const markNames: ReadonlySet<string> = new Set([
  'commentRangeStart',
  'commentRangeEnd',
  'commentReference',
  'footnoteReference',
  'endnoteReference',
]);
const longestQuote = 30;

export function openPlaces(): Places {
  return { comments: new Map(), notes: new Map() };
}

/** Notes the marks of one paragraph, and what of its words lies under open comments. */
export function notePlaces(marks: readonly Mark[], text: string, line: number, { comments, notes }: Places): void {
  const starts = new Map([...comments].filter(([, { isOpen }]) => isOpen).map(([id]) => [id, 0]));
  for (const { element, offset } of marks) {
    const id = element.attributes.get('id') ?? '';
    const anchor = comments.get(id);
    if (element.name === 'footnoteReference' || element.name === 'endnoteReference') {
      const before = text.slice(0, offset).slice(-longestQuote);
      notes.set(`${element.name.replace('Reference', 's')} ${id}`, { line, quote: before, isOpen: false });
    } else if (element.name === 'commentRangeEnd') {
      if (anchor?.isOpen) Object.assign(anchor, { quote: anchor.quote + text.slice(starts.get(id) ?? 0, offset), isOpen: false });
      starts.delete(id);
    } else if (!anchor) {
      comments.set(id, { line, quote: '', isOpen: element.name === 'commentRangeStart' });
      starts.set(id, offset);
    }
  }
  for (const [id, start] of starts) {
    const anchor = comments.get(id);
    if (anchor?.isOpen) anchor.quote += text.slice(start);
  }
}

/** The comments, each with its author and the words it is about. */
export function listComments(part: XmlElement | undefined, { comments }: Places, lastLine: number): readonly LeftAsideText[] {
  return elements(part, 'comment').flatMap((comment) => {
    const text = paragraphsOf(comment);
    const anchor = comments.get(comment.attributes.get('id') ?? '');
    const author = comment.attributes.get('author')?.trim() || '未署名';
    const about = anchor && anchor.quote.trim() !== '' ? `，针对“${shorten(anchor.quote)}”` : '';
    return text === '' ? [] : [{ line: anchor?.line ?? lastLine, text, reason: `批注（${author}${about}）` }];
  });
}

/** Footnotes or endnotes, each at the place that refers to it. */
export function listNotes(
  part: XmlElement | undefined,
  kind: 'footnotes' | 'endnotes',
  { notes }: Places,
  lastLine: number,
): readonly LeftAsideText[] {
  return elements(part).flatMap((note) => {
    if (['separator', 'continuationSeparator', 'continuationNotice'].includes(note.attributes.get('type') ?? '')) return [];
    const text = paragraphsOf(note);
    const anchor = notes.get(`${kind} ${note.attributes.get('id') ?? ''}`);
    const after = anchor && anchor.quote.trim() !== '' ? `，在“${shorten(anchor.quote)}”之后` : '';
    return text === ''
      ? []
      : [{ line: anchor?.line ?? lastLine, text, reason: `${kind === 'footnotes' ? '脚注' : '尾注'}${after}，没有收入正文` }];
  });
}

/** What a picture is called by its file; undefined for drawings without one. */
export function pictureName(drawing: XmlElement): string | undefined {
  if (!holds(drawing, (element) => element.name === 'blip' || element.name === 'imagedata')) return undefined;
  let name = '';
  holds(drawing, (element) => {
    const said = element.attributes.get('descr') ?? element.attributes.get('alt') ?? element.attributes.get('title');
    if (said?.trim()) name = said.trim();
    return name !== '';
  });
  return name === '' ? '图片' : `图片：${shorten(name)}`;
}

function holds(element: XmlElement, is: (element: XmlElement) => boolean): boolean {
  return is(element) || elements(element).some((inner) => holds(inner, is));
}

/** Words of a comment or note, its paragraphs run together by a blank; deleted ones are not among them. */
function paragraphsOf(element: XmlElement): string {
  return elements(element)
    .map((each) => innerText(each).trim())
    .filter((text) => text !== '')
    .join(' ');
}

function shorten(text: string): string {
  const plain = text.trim().replace(/\s+/gu, ' ');
  return plain.length > longestQuote ? `${plain.slice(0, longestQuote)}…` : plain;
}
