/** Footnotes in a text whose pages end with a form feed, as words taken out of a PDF are: ① ② … at a page's foot. */
import type { SourceLine, SourceNote } from './source-line.js';
import { byColumns } from './text-columns.js';

/** The first sign of a page's notes; the next ones follow it in Unicode. */
const firstSign = 0x2460;
const folio = /^[—–-]\s*\d{1,4}\s*[—–-]$/u;
/** What stands below the notes of a last page. */
const tail = /^(?:报|送|发|抄报|抄送|主送|本期增发|承办|印发)[^，。]{0,4}[：:]/u;

/**
 * The lines without those of notes, which hang on the words instead that have their sign. A note that flows over to the next
 * page goes on there in lines wider than those of the words, being of smaller type; a last short line alone stays among the
 * words: nothing tells it apart.
 */
export function hangTextNotes(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!lines.some(isPageStart)) return lines;
  const pages: SourceLine[][] = [[]];
  for (const line of lines) {
    if (isPageStart(line)) pages.push([]);
    pages.at(-1)?.push(line);
  }
  let hung: readonly SourceLine[] = [];
  let open: OpenNote | undefined;
  for (const whole of pages) {
    const { page, rest } = open ? withoutRest(whole, open) : { page: whole, rest: [] };
    const own = hangOnPage(page);
    const ended = open && { ...open, note: longer(open.note, rest) };
    if (open && ended) hung = withNote(hung, open.note, ended.note);
    hung = [...hung, ...own.lines];
    // Where the page has no notes of its own, one that filled it goes on.
    open = [own.open, rest.length > 0 && own.notes === 0 ? ended : undefined].find((each) => each && !noteEnd.test(each.note.text));
  }
  return hung;
}

const noteEnd = /[。！？!?…”’）)》]$/u;

/** A note that its page ends in. */
interface OpenNote {
  readonly note: SourceNote;
  /** Columns of full lines: of the note, and of the words above it. */
  readonly columns: number;
  readonly wordColumns: number;
}

/** What a note's lines are wider than the words', at least, to be told from them; and what they may be short of a full line. */
const [fewestWider, slack] = [6, 6];

/** A page without the lines at its foot, above its own notes, that go on with the note of the page before. */
function withoutRest(
  page: readonly SourceLine[],
  { columns, wordColumns }: OpenNote,
): { readonly page: readonly SourceLine[]; readonly rest: readonly SourceLine[] } {
  const isWide = ({ text }: SourceLine): boolean => byColumns.widthOf(text) >= columns - slack;
  const start = columns >= wordColumns + fewestWider ? page.findIndex((line) => isWide(line)) : -1;
  if (start < 0) return { page, rest: [] };
  let end = start;
  while (page[end] && isWide(page[end] as SourceLine)) end += 1;
  if (!endsFoot(page[end])) end += 1;
  // What is not at the page's foot is no note.
  if (!endsFoot(page[end])) return { page, rest: [] };
  const rest = page.slice(start, end);
  return { page: page.toSpliced(start, end - start), rest };
}

/** Whether the lines of a note end before this one: the page's end, its number, other notes, the tail. */
function endsFoot(line: SourceLine | undefined): boolean {
  return line === undefined || folio.test(line.text) || tail.test(line.text) || signOf(line.text) >= 0;
}

function longer(note: SourceNote, rest: readonly SourceLine[]): SourceNote {
  return { ...note, text: note.text + rest.map(({ text }) => text).join('') };
}

function withNote(lines: readonly SourceLine[], note: SourceNote, changed: SourceNote): readonly SourceLine[] {
  return lines.map((line) =>
    line.footnotes?.includes(note) ? { ...line, footnotes: line.footnotes.map((each) => (each === note ? changed : each)) } : line,
  );
}

function isPageStart({ marks }: SourceLine): boolean {
  return marks.some((mark) => mark.includes('\f'));
}

/** A page with its notes hung on its words, how many there are, and the last one with what tells its lines. */
interface HungPage {
  readonly lines: readonly SourceLine[];
  readonly notes: number;
  readonly open?: OpenNote;
}

function hangOnPage(page: readonly SourceLine[]): HungPage {
  const start = page.findIndex(({ text }, at) => at > 0 && signOf(text) === 0 && indexOfSign(page.slice(0, at), 0) >= 0);
  if (start < 0) return { lines: page, notes: 0 };
  const end = page.findIndex(({ text }, at) => at > start && (folio.test(text) || tail.test(text)));
  const foot = page.slice(start, end < 0 ? page.length : end);
  const notes: string[] = [];
  for (const { text } of foot) {
    if (signOf(text) === notes.length) notes.push(text.slice(1).trim());
    else notes[notes.length - 1] += text;
  }
  const words = page.slice(0, start);
  if (notes.some((_note, at) => indexOfSign(words, at) < 0)) return { lines: page, notes: 0 };
  const noted = notes.reduce<readonly SourceLine[]>((all, text, at) => hang(all, at, text), words);
  const last = noted.flatMap(({ footnotes = [] }) => footnotes).find(({ text }) => text === notes.at(-1));
  const columns = widest(foot);
  // A note that flows over fills its last line.
  const isFull = byColumns.widthOf(foot.at(-1)?.text ?? '') >= columns - slack;
  const open = last && isFull && { note: last, columns, wordColumns: widest(words) };
  return { lines: end < 0 ? noted : [...noted, ...page.slice(end)], notes: notes.length, ...(open ? { open } : {}) };
}

function widest(lines: readonly SourceLine[]): number {
  return lines.reduce((most, { text }) => Math.max(most, byColumns.widthOf(text)), 0);
}

/** Which sign a text opens with, from 0; −1 for none. */
function signOf(text: string): number {
  const code = (text.codePointAt(0) ?? 0) - firstSign;
  return code >= 0 && code < 20 ? code : -1;
}

function indexOfSign(lines: readonly SourceLine[], sign: number): number {
  const mark = String.fromCodePoint(firstSign + sign);
  return lines.findIndex(({ text, bold }) => bold.length === 0 && text.indexOf(mark) > 0);
}

function hang(lines: readonly SourceLine[], sign: number, text: string): readonly SourceLine[] {
  const index = indexOfSign(lines, sign);
  const line = lines[index];
  if (!line) return lines;
  const at = line.text.indexOf(String.fromCodePoint(firstSign + sign));
  const note: SourceNote = { at, text, reason: '脚注，没有收入正文' };
  return lines.with(index, {
    ...line,
    text: line.text.slice(0, at) + line.text.slice(at + 1),
    footnotes: [...(line.footnotes ?? []), note],
  });
}
