/** Which lines close a manuscript: its units, writers, date and 版记, and the appendices behind them. */
import { isBareDay, isDateLine, isFieldLine, isUnitLine } from './draft-fields.js';
import type { Line } from './line.js';
import { isAppendixName, isDocumentTail } from './official-frame.js';

/** A manuscript's lines without those that close it, which come apart, and the appendices behind its signature. */
export interface EndedLines {
  readonly lines: readonly Line[];
  readonly closing: readonly Line[];
  readonly appendices: readonly Line[];
}

/** Parts the lines that close a manuscript from the others; with appendices behind it, those that close it before them too. */
export function partEnd(all: readonly Line[]): EndedLines {
  const outer = partClosing(all);
  const at = outer.lines.findIndex((line, index) => index > 1 && appendixLabel.test(line.text));
  const inner = at < 0 ? undefined : partClosing(outer.lines.slice(0, at));
  // An appendix stands behind a signature; any other line like its label is one of the text.
  if (!inner || inner.closing.length === 0) return { ...outer, appendices: [] };
  return { lines: inner.lines, closing: [...inner.closing, ...outer.closing], appendices: outer.lines.slice(at) };
}

/** What stands over an appendix: 附件, 附件2. */
const appendixLabel = /^附\s*件\s*[\d一二三四五六七八九十]{0,3}\s*[：:]?$/u;

/** ——甲镇党委政法委员: who said the words above. */
const speaker = /^(?:——?|－－|--)\s*\p{Script=Han}/u;

function partClosing(lines: readonly Line[]): Omit<EndedLines, 'appendices'> {
  // Where several stand in a text, who said what is no signature.
  const isSpeaker = ({ text }: Line, at: number): boolean => at > 1 && speaker.test(text);
  const areSpeakers = lines.filter(isSpeaker).length > 1;
  let end = lines.length;
  const closes = (line: Line): boolean =>
    (isEnd(line) && !(areSpeakers && speaker.test(line.text))) || isListedAppendix(lines, end - 1) || isDayBehindUnit(lines, end - 1);
  while (end > 1 && closes(lines[end - 1] as Line)) end -= 1;
  // A date alone, under no name and not set to the right, is a line of the text as any other.
  const isSigned = lines.slice(end).some((line) => !isDateLine(line) || line.align === 'right');
  return isSigned ? { lines: lines.slice(0, end), closing: lines.slice(end) } : { lines, closing: [] };
}

/** Whether a line is the day without its year, 10月31日, right below who signs. */
function isDayBehindUnit(lines: readonly Line[], at: number): boolean {
  const [unit, day] = [lines[at - 1], lines[at]];
  return unit !== undefined && day !== undefined && isBareDay(day) && isUnitLine(unit);
}

const mostAppendices = 20;

/** Whether a line is 2．优秀名单 below 附件：1．场次表. */
export function isListedAppendix(lines: readonly Line[], at: number): boolean {
  let first = at;
  while (at - first < mostAppendices && /^\d{1,2}\s*[.．、]/u.test(lines[first]?.text ?? '')) first -= 1;
  return first < at && /^附\s*件\s*[：:]\s*1\s*[.．、]/u.test(lines[first]?.text ?? '');
}

/** Whether a line stands where a manuscript ends: units, fields, date, 版记. */
export function isEnd(line: Line | undefined): boolean {
  return (
    line !== undefined &&
    line.role !== 'body' &&
    line.role !== 'title' &&
    line.heading === undefined &&
    (isFieldLine(line) || isUnitLine(line) || isDocumentTail(line) || isAppendixName(line))
  );
}
