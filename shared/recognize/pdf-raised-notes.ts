/** Notes of a PDF whose number stands raised in the text: lines at the foot of the page, or at the end, that open with that number. */
import type { PageLine, RaisedSign } from './pdf-piece.js';
import type { NotedLine } from './pdf-notes.js';
import { raisedDigits } from './raised-digits.js';
import type { SourceNote } from './source-line.js';

const label = /^(?:[[［(（〔]?\d{1,3}[\]］)）〕]?|[ivx]{1,6}|[①-⑳]|[*＊†‡])$/u;
const stop = /[。！？.!?…][”’）)]*$/u;

/** A raised sign that may be the number of a note. */
interface Mark {
  readonly sign: RaisedSign;
  note?: FoundNote;
}

interface FoundNote {
  text: string;
  readonly size: number;
}

/**
 * The lines without those of such notes, which hang on the words instead; other raised figures are written as such: m².
 * @param size of the text
 */
export function hangRaisedNotes(pages: readonly (readonly PageLine[])[], size: number): readonly (readonly NotedLine[])[] {
  const whole = pages.map(withLoneSigns);
  const marksOf = new Map(whole.flat().map((line) => [line, marksIn(line)]));
  /** Marks without a note, by what they say, of this page and of those before it. */
  const waiting = new Map<string, Mark[]>();
  let open: FoundNote | undefined;
  const textOf = (lines: readonly PageLine[], isFirst: boolean): readonly PageLine[] => {
    const start = footOf(lines, size, { isKnown: (own) => waiting.has(own), isFirst });
    const rest = restOf(lines, start, open, size);
    for (const line of lines.slice(start - rest, start)) addTo(open, line.text);
    if (start < lines.length || rest > 0) open = start < lines.length ? undefined : open;
    const strays: PageLine[] = [];
    for (const line of lines.slice(start)) {
      const own = labelOf(line);
      const mark = own === undefined ? undefined : takeMark(waiting, own);
      if (own !== undefined && mark) mark.note = open = { text: line.text.slice(own.length).trim(), size: line.size };
      else if (open && own === undefined) addTo(open, line.text);
      else {
        // A number that stands nowhere in the text opens a line of its own.
        open = undefined;
        strays.push(line);
      }
    }
    return [...lines.slice(0, start - rest), ...strays];
  };
  const kept = whole.map((lines, page) => {
    for (const mark of lines.flatMap((line) => marksOf.get(line) ?? [])) {
      const same = waiting.get(mark.sign.text);
      if (same) same.push(mark);
      else waiting.set(mark.sign.text, [mark]);
    }
    return columnsOf(lines).flatMap((column, at) => textOf(column, page === 0 && at === 0));
  });
  return kept.map((lines) => lines.map((line) => withSigns(line, marksOf.get(line) ?? [])));
}

/** The lines of each column of a page, which has notes of its own. */
function columnsOf(lines: readonly PageLine[]): readonly (readonly PageLine[])[] {
  const columns: PageLine[][] = [];
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1];
    if (!above || line.y > above.y + line.size * 3) columns.push([]);
    columns.at(-1)?.push(line);
  }
  return columns;
}

/** A raised number that went down to the next line stands behind the words of the one before. */
function withLoneSigns(lines: readonly PageLine[]): readonly PageLine[] {
  const whole: PageLine[] = [];
  for (const line of lines) {
    const above = whole.at(-1);
    const isLone =
      above && !above.table && line.size > 0 && line.size < above.size * 0.85 && /^\d{1,3}$/u.test(line.text) && above.y > line.y;
    if (!isLone) whole.push(line);
    else {
      const raised = [...(above.raised ?? []), { at: above.text.length, text: line.text }];
      const faces = above.faces === undefined ? {} : { faces: above.faces + (above.faces.at(-1) ?? '').repeat(line.text.length) };
      whole[whole.length - 1] = { ...above, text: above.text + line.text, raised, ...faces };
    }
  }
  return whole;
}

function addTo(note: FoundNote | undefined, text: string): void {
  if (note) note.text += (/[A-Za-z,;]$/u.test(note.text.slice(-1)) && /^[A-Za-z]/u.test(text) ? ' ' : '') + text;
}

/** The raised signs of a line that may number a note; 2 and 3 behind a letter are a power. */
function marksIn({ text, raised = [] }: PageLine): readonly Mark[] {
  return raised
    .filter((sign) => sign.at > 0 && label.test(sign.text) && !(/^[23]$/u.test(sign.text) && /[A-Za-z]/u.test(text.charAt(sign.at - 1))))
    .map((sign) => ({ sign }));
}

/** The mark a note is to: the last one of its number, which is that of its own page. */
function takeMark(waiting: Map<string, Mark[]>, own: string): Mark | undefined {
  const all = waiting.get(own);
  const mark = all?.pop();
  if (all?.length === 0) waiting.delete(own);
  return mark;
}

/** The number a line opens with, apart from its words. */
function labelOf({ text, opening = '' }: PageLine): string | undefined {
  const [own = ''] = /^\S{1,6}/u.exec(opening) ?? [];
  return text.startsWith(own) && label.test(own) && text.length > own.length ? own : undefined;
}

/** What is known when the foot of a page is looked for. */
interface Foot {
  readonly isKnown: (label: string) => boolean;
  readonly isFirst: boolean;
}

/** Where the notes at the foot of a page begin: lines of one size, the first of which opens with a known number. */
function footOf(lines: readonly PageLine[], size: number, { isKnown, isFirst }: Foot): number {
  const last = lines.at(-1);
  let first = lines.length;
  while (last && first > 0 && isOfFoot(lines[first - 1], lines[first], last.size)) first -= 1;
  const opens = lines.slice(first).map((line) => isKnown(labelOf(line) ?? ''));
  let numbers = opens.filter(Boolean).length;
  for (let at = first; at < lines.length; at += 1) {
    if (!opens[at - first]) continue;
    // In the size of the text they are told by the room above them, and by their number.
    const isNote = (lines[at]?.size ?? 0) < size * 0.95 || (isApart(lines, at) && numbers * mostNoteLines >= lines.length - at);
    if (isNote && (at > 0 || !isFirst)) return at;
    numbers -= 1;
  }
  return lines.length;
}

/** Most lines of a note, on the average, in the size of the text. */
const mostNoteLines = 4;

function isOfFoot(line: PageLine | undefined, below: PageLine | undefined, size: number): boolean {
  return line !== undefined && Math.abs(line.size - size) < size * 0.08 && (below === undefined || line.y > below.y);
}

/** Whether more room than between lines parts a line from the one above. */
function isApart(lines: readonly PageLine[], at: number): boolean {
  const [before, above, line] = [lines[at - 2], lines[at - 1], lines[at]];
  if (!line) return false;
  if (!above) return true;
  const usual = before && before.y > above.y ? before.y - above.y : line.size * 1.6;
  return above.y - line.y > Math.min(usual, line.size * 2.2) * 1.2;
}

/** How many lines above the notes of a page go on with the note that the page before ends in. */
function restOf(lines: readonly PageLine[], start: number, open: FoundNote | undefined, size: number): number {
  if (!open || stop.test(open.text.slice(-4)) || open.size >= size * 0.95) return 0;
  let count = 0;
  while (Math.abs((lines[start - 1 - count]?.size ?? 0) - open.size) < open.size * 0.08) count += 1;
  // A page of small type alone is none that a note goes on over.
  return count < start ? count : 0;
}

/** A line whose marks are notes, and whose other raised figures are characters of their own. */
function withSigns(line: PageLine, marks: readonly Mark[]): NotedLine {
  const { text, faces, raised = [] } = line;
  if (raised.length === 0) return line;
  const footnotes: SourceNote[] = [];
  let [words, letters, from] = ['', '', 0];
  for (const sign of raised) {
    words += text.slice(from, sign.at);
    letters += faces?.slice(from, sign.at) ?? '';
    from = sign.at + sign.text.length;
    const note = marks.find((mark) => mark.sign === sign)?.note;
    if (note) footnotes.push({ at: words.length, text: note.text, reason: '脚注，没有收入正文' });
    else words += raisedDigits(sign.text, 'superscript') ?? sign.text;
    letters += (faces?.charAt(sign.at) ?? '').repeat(words.length - letters.length);
  }
  const facesPart = faces === undefined ? {} : { faces: letters + faces.slice(from) };
  return { ...line, text: words + text.slice(from), ...facesPart, ...(footnotes.length > 0 ? { footnotes } : {}) };
}
