/** Footnotes of a text as our own text has them: [注1] where the number stands, and a line [注1]… with the words further down. */
import type { SourceLine, SourceNote, SourceRange } from './source-line.js';

const noteLine = /^\[注\d{1,4}\]/u;
/** A number in a line, not as what opens it: that is a note's own line. */
const noteMark = /\[注\d{1,4}\]/gu;

/** The lines with their footnotes; a line of words whose number stands nowhere before it stays a line. */
export function withFootnotes(source: readonly SourceLine[]): readonly SourceLine[] {
  if (!source.some(({ text }) => noteLine.test(text))) return source;
  const lines = [...source];
  /** Lines that hold a number, the nearest last. */
  const homes = new Map<string, number[]>();
  source.forEach((line, index) => {
    if (line.table) return;
    const mark = noteLine.exec(line.text)?.[0];
    const home = mark === undefined ? undefined : homes.get(mark)?.pop();
    const own = home === undefined ? undefined : lines[home];
    if (mark === undefined || home === undefined || own === undefined) {
      for (const [found] of line.text.slice(1).matchAll(noteMark)) addHome(homes, found, index);
      return;
    }
    const text = line.text.slice(mark.length).trim();
    lines[home] = withNote(own, mark, { at: own.text.lastIndexOf(mark), text, reason: '脚注，没有收入正文' });
    lines[index] = { line: line.line, text: '', bold: [], marks: [...line.marks, mark] };
  });
  return lines;
}

function addHome(homes: Map<string, number[]>, mark: string, index: number): void {
  const known = homes.get(mark);
  if (known) known.push(index);
  else homes.set(mark, [index]);
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
