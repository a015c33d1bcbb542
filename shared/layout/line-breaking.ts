import { canHang, isHan, isForbiddenAtEnd, isForbiddenAtStart, markClass } from './mark-classes.js';
import { mayPartLatin } from './scripts.js';
import { pitchSpacingPt, type MeasuredText } from './measured-text.js';
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
  if (kind === markClass.blank || measured.advancesPt[index] === 0 || measured.numbers[index]) return false;
  if (isForbiddenAtStart(code) || isForbiddenAtEnd(codeBefore) || isPairedDash(code, codeBefore)) return false;
  return kindBefore === markClass.blank || !isWithinLatin(measured, index) || mayPartLatin(measured.codes, index);
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

const slash = 0x2f;

/** Widths below this are rounding, not overflow. */
const tolerancePt = 1e-6;

function isWithinLatin({ scripts }: MeasuredText, index: number): boolean {
  return scripts[index] === 'latin' && scripts[index - 1] === 'latin';
}

function isChineseMark({ scripts, classes }: MeasuredText, index: number): boolean {
  const kind = classes[index] ?? markClass.wide;
  return scripts[index] === 'asian' && kind >= markClass.opening && kind <= markClass.middle;
}

/** Whether marks, and nothing else Chinese, stand between a Latin word and character `index`. */
function followsLatinMarks(measured: MeasuredText, index: number): boolean {
  let before = index - 1;
  while (isChineseMark(measured, before)) before -= 1;
  return before + 1 < index && measured.scripts[before] === 'latin';
}

/**
 * Marks alone between Latin words tie them (APP、VR, 5G（APP, 5G，“APP) but where a bracket follows a mark: LibreOffice goes by
 * the language of the words, whose rules part none of it.
 */
function tiesLatin(measured: MeasuredText, index: number): boolean {
  const { classes, codes, scripts } = measured;
  const opens = classes[index] === markClass.opening && !openingQuotes.has(codes[index] ?? 0);
  if (opens && isChineseMark(measured, index - 1)) return false;
  let after = index;
  while (isChineseMark(measured, after)) after += 1;
  return scripts[after] === 'latin' && (scripts[index - 1] === 'latin' ? after > index : followsLatinMarks(measured, index));
}

/** Whether a quotation mark that no longer fits takes along what stands before it (APP，“): by the same rules, if it follows Latin marks. */
function takesLatinAlong(measured: MeasuredText, index: number): boolean {
  return openingQuotes.has(measured.codes[index] ?? 0) && followsLatinMarks(measured, index);
}

const openingQuotes: ReadonlySet<number> = new Set([0x201c, 0x2018]);

/** The last character of a line has no letter spacing: where that draws characters together, the line is as much wider. */
function lastSpacingPt({ styles }: MeasuredText, index: number): number {
  const style = styles[index];
  return style === undefined ? 0 : -pitchSpacingPt(style);
}

/** A stop may hang where 汉字 stand before it. */
function hangsHere({ codes, scripts }: MeasuredText, index: number, { hangingMarks }: FittingStyle): boolean {
  return (
    hangingMarks &&
    canHang(codes[index] ?? 0) &&
    scripts[index - 1] === 'asian' &&
    (isHan(codes[index - 1] ?? 0) || scripts[index - 2] === 'asian')
  );
}

function fitLine(measured: MeasuredText, from: number, measurePt: number, fitting: FittingStyle): LineSpan {
  const limitPt = measurePt + tolerancePt;
  let widthPt = 0,
    inkPt = 0,
    inkEnd = from,
    forced = from + 1;
  let best: LineSpan | undefined, before: LineSpan | undefined, pending: LineSpan | undefined;
  for (let index = from; index < measured.count; index += 1) {
    const kind = measured.classes[index] ?? markClass.wide;
    const advancePt = measured.advancesPt[index] ?? 0;
    const startPt = widthPt;
    widthPt += advancePt + (index > from ? (measured.gapsPt[index] ?? 0) : 0);
    if (kind !== markClass.blank) {
      const hangs = widthPt + lastSpacingPt(measured, index) > limitPt;
      if (hangs && !(hangsHere(measured, index, fitting) && widthPt - advancePt <= limitPt)) {
        if (best?.to === index && takesLatinAlong(measured, index)) best = before;
        break;
      }
      inkPt = hangs ? startPt : widthPt;
      inkEnd = hangs ? index : index + 1;
    }
    forced = index + 1;
    if (pending !== undefined && !isForbiddenAtStart(measured.codes[index + 1] ?? 0)) {
      best = pending;
      pending = undefined;
    } else if (isChineseMark(measured, index + 1)) pending = undefined;
    if (!canBreakBefore(measured, index + 1) || tiesLatin(measured, index + 1)) continue;
    const end = { from, to: index + 1, naturalPt: inkPt, hangingFrom: inkEnd };
    if (measured.codes[index] === slash && isWithinLatin(measured, index + 1)) pending = end;
    else [before, best] = [best, end];
  }
  return best ?? { from, to: forced, naturalPt: Math.min(inkPt, measurePt), hangingFrom: inkEnd };
}
