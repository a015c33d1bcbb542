import { canHang, isForbiddenAtEnd, isForbiddenAtStart, markClass } from './mark-classes.js';
import type { MeasuredText } from './measured-text.js';
import type { FittingStyle } from './page-style.js';

/** Characters `from` (inclusive) to `to` (exclusive) of a measured text on one line. */
export interface LineSpan {
  readonly from: number;
  readonly to: number;
  /** Natural width without hanging marks and trailing blanks. */
  readonly naturalPt: number;
  /** First of the characters that stand beyond the measure: one closing mark, or blanks. */
  readonly hangingFrom: number;
}

/** Whether a line may end before character `index`. */
export function canBreakBefore(measured: MeasuredText, index: number): boolean {
  if (index <= 0 || index >= measured.count) return index === measured.count;
  const code = measured.codes[index] ?? 0,
    kind = measured.classes[index] ?? 0;
  const codeBefore = measured.codes[index - 1] ?? 0,
    kindBefore = measured.classes[index - 1] ?? 0;
  if (kind === markClass.blank || measured.advancesPt[index] === 0) return false;
  if (isForbiddenAtStart(code, kind) || isForbiddenAtEnd(codeBefore, kindBefore)) return false;
  if (isNarrow(kind) && isNarrow(kindBefore)) return false;
  return !isPairedDash(code, codeBefore);
}

function isNarrow(kind: number): boolean {
  return kind === markClass.latin || kind === markClass.narrow;
}

/** —— is one mark of two characters (GB/T 15834-2011, 5.1.5); so is ……. */
function isPairedDash(code: number, codeBefore: number): boolean {
  return code === codeBefore && (code === 0x2014 || code === 0x2026 || code === 0x2500);
}

/**
 * Breaks a text into lines as Word does for Chinese: as many characters as fit, back to the last place where a break
 * is allowed, one closing mark hanging over the right edge. A word wider than the measure is cut where it must be.
 */
export function breakLines(measured: MeasuredText, firstPt: number, restPt: number, fitting: FittingStyle): readonly LineSpan[] {
  const lines: LineSpan[] = [];
  let from = 0;
  while (from < measured.count) {
    const line = fitLine(measured, from, lines.length === 0 ? firstPt : restPt, fitting);
    lines.push(line);
    from = line.to;
  }
  return lines;
}

/** Widths below this are rounding, not overflow. */
const tolerancePt = 1e-6;

function fitLine(measured: MeasuredText, from: number, measurePt: number, fitting: FittingStyle): LineSpan {
  const limitPt = measurePt + tolerancePt;
  let widthPt = 0,
    inkPt = 0,
    inkEnd = from,
    forced = from + 1;
  let best: LineSpan | undefined;
  for (let index = from; index < measured.count; index += 1) {
    const kind = measured.classes[index] ?? markClass.wide;
    const advancePt = measured.advancesPt[index] ?? 0;
    const startPt = widthPt;
    widthPt += advancePt + (index > from ? (measured.gapsPt[index] ?? 0) : 0);
    if (kind !== markClass.blank) {
      if (widthPt > limitPt && !(fitting.hangingMarks && canHang(kind) && widthPt - advancePt <= limitPt)) break;
      const hangs = widthPt > limitPt;
      inkPt = hangs ? startPt : widthPt;
      inkEnd = hangs ? index : index + 1;
    }
    forced = index + 1;
    if (canBreakBefore(measured, index + 1)) best = { from, to: index + 1, naturalPt: inkPt, hangingFrom: inkEnd };
  }
  return best ?? { from, to: forced, naturalPt: Math.min(inkPt, measurePt), hangingFrom: inkEnd };
}
