import { breakLines, type LineSpan } from './line-breaking.js';
import { measureText, type MeasuredText, type StyledSpan } from './measured-text.js';
import type { FittingStyle, TextStyle } from './page-style.js';
import type { PageLine } from './page.js';
import type { SetLine, SetRow } from './set-block.js';
import { setRuns } from './set-line.js';

/** Left edge and width lines are set to, before indents. */
export interface Measure {
  readonly leftPt: number;
  readonly widthPt: number;
}

/** The measure inside a style's left and right indents. */
export function indented({ leftPt, widthPt }: Measure, style: TextStyle): Measure {
  const left = style.leftIndentEm * style.pitchPt;
  return { leftPt: leftPt + left, widthPt: widthPt - left - style.rightIndentEm * style.pitchPt };
}

/** Running text in rows of one line each: first line indent, justified but for the last line, by the style's alignment. */
export function setRunningText(
  spans: readonly StyledSpan[],
  style: TextStyle,
  measure: Measure,
  fitting: FittingStyle,
  tag: PageLine['tag'],
): readonly SetRow[] {
  const measured = measureText(spans, fitting);
  const inner = indented(measure, style);
  const indentPt = style.firstLineIndentEm * style.pitchPt;
  const lines = breakLines(measured, inner.widthPt - indentPt, inner.widthPt, fitting);
  return lines.map((span, index) => {
    const shiftPt = index === 0 ? indentPt : 0;
    const own = { leftPt: inner.leftPt + shiftPt, widthPt: inner.widthPt - shiftPt };
    return lineRow(alignedLine(measured, span, style, own, { tag, first: index === 0, last: index === lines.length - 1 }));
  });
}

/** One line of text, not broken, in its measure. */
export function setSingleLine(
  spans: readonly StyledSpan[],
  style: TextStyle,
  measure: Measure,
  fitting: FittingStyle,
  { tag, first, startOffset = 0 }: { readonly tag: PageLine['tag']; readonly first: boolean; readonly startOffset?: number },
): SetLine {
  const measured = measureText(spans, fitting);
  const line = alignedLine(measured, wholeLine(measured), style, measure, { tag, first, last: true });
  return startOffset === 0 ? line : { ...line, startOffset };
}

/** Natural width of one line, as ink: without letter spacing after its last character. */
export function lineWidthPt(spans: readonly StyledSpan[], fitting: FittingStyle): number {
  const measured = measureText(spans, fitting);
  return setRuns(measured, wholeLine(measured), 0).widthPt;
}

/** A row that holds nothing but one line. */
export function lineRow(line: SetLine): SetRow {
  return { heightPt: line.heightPt, lines: [line], rules: [] };
}

function wholeLine(measured: MeasuredText): LineSpan {
  let naturalPt = 0;
  for (let index = 0; index < measured.count; index += 1) naturalPt += (measured.gapsPt[index] ?? 0) + (measured.advancesPt[index] ?? 0);
  return { from: 0, to: measured.count, naturalPt, hangingFrom: measured.count };
}

function alignedLine(
  measured: MeasuredText,
  span: LineSpan,
  style: TextStyle,
  measure: Measure,
  { tag, first, last }: { readonly tag: PageLine['tag']; readonly first: boolean; readonly last: boolean },
): SetLine {
  const slackPt = measure.widthPt - span.naturalPt;
  const { runs, text, widthPt } = setRuns(measured, span, style.align === 'justify' && !last ? slackPt : 0);
  const leftPt = measure.leftPt + alignmentShift(style.align, measure.widthPt - widthPt);
  return {
    xPt: leftPt,
    dyPt: 0,
    heightPt: style.lineHeightPt,
    widthPt,
    runs,
    text,
    startOffset: measured.starts[span.from] ?? 0,
    first,
    tag,
    furniture: false,
  };
}

function alignmentShift(align: TextStyle['align'], freePt: number): number {
  if (align === 'center') return freePt / 2;
  return align === 'right' ? freePt : 0;
}
