/** Footnotes of a text as our own text has them: [注1] where the number stands, and a line [注1]… with the words further down. */
import type { SourceLine, SourceNote, SourceRange } from './source-line.js';

const noteLine = /^\[注(\d{1,4})\]/u;

/** The lines with their footnotes; a line of words whose number stands nowhere before it stays a line. */
export function withFootnotes(source: readonly SourceLine[]): readonly SourceLine[] {
  if (!source.some(({ text }) => noteLine.test(text))) return source;
  const lines = [...source];
  source.forEach((line, index) => {
    const mark = noteLine.exec(line.text)?.[0];
    if (mark === undefined || line.table) return;
    const home = lines.findLastIndex((each, at) => at < index && !each.table && placeOf(mark, each) !== undefined);
    const own = lines[home];
    const at = own && placeOf(mark, own);
    if (own === undefined || at === undefined) return;
    const text = line.text.slice(mark.length).trim();
    lines[home] = withNote(own, mark, { at, text, reason: '脚注，没有收入正文' });
    lines[index] = { line: line.line, text: '', bold: [], marks: [...line.marks, mark] };
  });
  return lines;
}

/** Where the number stands in a line, not as what opens it: that is a note's own line. */
function placeOf(mark: string, { text }: SourceLine): number | undefined {
  const at = text.lastIndexOf(mark);
  return at > 0 ? at : undefined;
}

/** The line without the number, and with the note in its place. */
function withNote({ footnotes = [], ...line }: SourceLine, mark: string, note: SourceNote): SourceLine {
  const { at } = note;
  const end = at + mark.length;
  const shift = (offset: number): number => (offset <= at ? offset : Math.max(at, offset - mark.length));
  const ranges = (all: readonly SourceRange[]): readonly SourceRange[] =>
    all.map((range) => ({ start: shift(range.start), end: shift(range.end) })).filter(({ start, end: last }) => start < last);
  const notes = [...footnotes.map((each) => ({ ...each, at: shift(each.at) })), note];
  return {
    ...line,
    text: line.text.slice(0, at) + line.text.slice(end),
    bold: ranges(line.bold),
    ...(line.kai ? { kai: ranges(line.kai) } : {}),
    marks: [...line.marks, mark],
    footnotes: notes.sort((left, right) => left.at - right.at),
  };
}
