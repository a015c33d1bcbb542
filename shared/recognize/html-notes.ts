/** Notes of a web page: two links that name each other, the number in the text and the number the note opens with. */
import type { SourceLine, SourceNote, SourceRange } from './source-line.js';

/** A link with its words, in a line of the page. */
export interface HtmlLink {
  readonly name: string;
  /** What it leads to on the same page; empty where it leads elsewhere. */
  readonly target: string;
  /** Which of the lines it stands in, from 0. */
  readonly line: number;
  readonly start: number;
  end: number;
  /** Line behind the last one of the part of the page that it stands in. */
  partEnd?: number;
}

/** Longest number of a note. */
const longestNumber = 8;

/** What an element says of itself under a name; empty where it says nothing. */
export function attributeOf(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'iu').exec(attributes);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}

/** The name an element has, and what it leads to. */
export function linkOf(attributes: string, line: number, start: number): HtmlLink {
  const href = attributeOf(attributes, 'href');
  const name = attributeOf(attributes, 'name') || attributeOf(attributes, 'id');
  return { name, target: href.startsWith('#') ? href.slice(1) : '', line, start, end: start };
}

/** The lines with their notes hung on the words, and without those of the notes. */
export function withHtmlNotes(lines: readonly SourceLine[], links: readonly HtmlLink[]): readonly SourceLine[] {
  const marks = links.filter(
    ({ name, target, start, end }) => name !== '' && target !== '' && end - start > 0 && end - start <= longestNumber,
  );
  const byName = new Map(marks.filter(({ start }) => start === 0).map((link) => [link.name, link]));
  const pairs = marks.flatMap((mark) => {
    const note = byName.get(mark.target);
    return note?.target === mark.name && note.line > mark.line ? [{ mark, note }] : [];
  });
  const noteLines = new Set(pairs.map(({ note }) => note.line));
  const inNotes = new Set<number>();
  const texts = new Map<HtmlLink, string>();
  for (const { note } of pairs) {
    let text = lines[note.line]?.text.slice(note.end) ?? '';
    inNotes.add(note.line);
    for (let at = note.line + 1; at < (note.partEnd ?? note.line + 1) && !noteLines.has(at); at += 1) {
      text += ` ${lines[at]?.text ?? ''}`;
      inNotes.add(at);
    }
    texts.set(note, text.replace(/\s+/gu, ' ').trim());
  }
  const byLine = new Map<number, (typeof pairs)[number][]>();
  for (const pair of pairs) {
    const own = byLine.get(pair.mark.line);
    if (own) own.push(pair);
    else byLine.set(pair.mark.line, [pair]);
  }
  return lines
    .map((line, at) =>
      withMarks(
        line,
        (byLine.get(at) ?? []).map(({ mark, note }) => ({ ...mark, text: texts.get(note) ?? '' })),
      ),
    )
    .filter((_line, at) => !inNotes.has(at))
    .map((line, at) => ({ ...line, line: at + 1 }));
}

function withMarks(
  line: SourceLine,
  marks: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): SourceLine {
  if (marks.length === 0) return line;
  const taken = (offset: number): number => marks.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, offset) - start), 0);
  const moved = ({ start, end }: SourceRange): SourceRange => ({ start: start - taken(start), end: end - taken(end) });
  const footnotes = marks.map(({ start, text }): SourceNote => ({ at: start - taken(start), text, reason: '脚注，没有收入正文' }));
  let [text, from] = ['', 0];
  for (const { start, end } of marks) {
    text += line.text.slice(from, start);
    from = end;
  }
  return { ...line, text: text + line.text.slice(from), bold: line.bold.map(moved).filter(({ start, end }) => start < end), footnotes };
}
