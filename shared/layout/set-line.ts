import type { LineSpan } from './line-breaking.js';
import { markClass } from './mark-classes.js';
import { pitchSpacingPt, type MeasuredText } from './measured-text.js';
import type { PageRun } from './page.js';
import type { TextStyle } from './page-style.js';

/** One line's runs with their width, ink only: without what hangs and without letter spacing after the last character. */
export interface RunLine {
  readonly text: string;
  readonly runs: readonly PageRun[];
  readonly widthPt: number;
}

/** The runs of one line, `extraPt` wider than natural (or narrower), spread over the gaps that may stretch. */
export function setRuns(measured: MeasuredText, span: LineSpan, extraPt: number): RunLine {
  const gaps = stretchableGaps(measured, span);
  const sharePt = gaps === 0 ? 0 : extraPt / gaps;
  const runs = mergeRuns(measured, span, sharePt);
  const last = measured.styles[span.hangingFrom - 1];
  return {
    text: measured.text.slice(measured.starts[span.from], measured.starts[span.to]),
    runs,
    widthPt: span.naturalPt + (gaps === 0 ? 0 : extraPt) - (last ? pitchSpacingPt(last) : 0),
  };
}

/** Whether the space after character `index` may grow: everywhere but inside Latin words and numbers. */
function isStretchable(measured: MeasuredText, index: number): boolean {
  return !(isNarrow(measured.classes[index]) && isNarrow(measured.classes[index + 1]));
}

function isNarrow(kind: number | undefined): boolean {
  return kind === markClass.latin || kind === markClass.narrow;
}

function stretchableGaps(measured: MeasuredText, { from, hangingFrom }: LineSpan): number {
  let count = 0;
  for (let index = from; index < hangingFrom - 1; index += 1) if (isStretchable(measured, index)) count += 1;
  return count;
}

function mergeRuns(measured: MeasuredText, span: LineSpan, sharePt: number): readonly PageRun[] {
  const runs: PageRun[] = [];
  let start = span.from;
  let spacingPt = spacingAfter(measured, span, start, sharePt);
  for (let index = span.from + 1; index <= span.to; index += 1) {
    const next = index < span.to ? spacingAfter(measured, span, index, sharePt) : Number.NaN;
    if (next === spacingPt && isAlike(measured, index, start)) continue;
    runs.push(toRun(measured, start, index, spacingPt));
    start = index;
    spacingPt = next;
  }
  return runs;
}

/** Whether two characters are set in one look. */
function isAlike({ styles, faces, numbers }: MeasuredText, index: number, other: number): boolean {
  return styles[index] === styles[other] && faces[index] === faces[other] && numbers[index] === numbers[other];
}

/** Letter spacing after one character, to a ten-thousandth of a point. */
function spacingAfter(measured: MeasuredText, span: LineSpan, index: number, sharePt: number): number {
  const style = measured.styles[index];
  const pitchPt = style && measured.advancesPt[index] !== 0 ? pitchSpacingPt(style) : 0;
  const gapPt = index + 1 < span.to ? (measured.gapsPt[index + 1] ?? 0) : 0;
  const growPt = index < span.hangingFrom - 1 && isStretchable(measured, index) ? sharePt : 0;
  return Math.round((pitchPt + gapPt + growPt) * 10_000) / 10_000;
}

function toRun(measured: MeasuredText, from: number, to: number, letterSpacingPt: number): PageRun {
  const style = measured.styles[from];
  const face = measured.faces[from];
  if (style === undefined || face === undefined) throw new RangeError(`no character ${String(from)} in the text`);
  const number = measured.numbers[from];
  const text = number ? numberText(measured, from, to) : measured.text.slice(measured.starts[from], measured.starts[to]);
  return { text, face, ...runStyle(style), letterSpacingPt, ...(number ? { number } : {}) };
}

function numberText({ codes }: MeasuredText, from: number, to: number): string {
  return String.fromCodePoint(...codes.slice(from, to));
}

function runStyle({ bold, sizePt, color, scaleX }: TextStyle): Omit<PageRun, 'text' | 'face' | 'letterSpacingPt'> {
  return { bold, sizePt, color, scaleX };
}
