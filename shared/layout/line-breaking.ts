import { canHang, isForbiddenAtEnd, isForbiddenAtStart, isOfWord, markClass } from './mark-classes.js';
import { mayPart } from './unicode-breaks.js';
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
  return kindBefore === markClass.blank || !isWithinLatin(measured, index) || mayPart(measured.breaks, index);
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

function isWithinLatin({ scripts }: MeasuredText, index: number): boolean {
  return scripts[index] === 'latin' && scripts[index - 1] === 'latin';
}

function isBlank({ classes }: MeasuredText, index: number): boolean {
  return classes[index] === markClass.blank;
}

/** The last character of a line has no letter spacing: where that draws characters together, the line is as much wider. */
function lastSpacingPt({ styles }: MeasuredText, index: number): number {
  const style = styles[index];
  return style === undefined ? 0 : -pitchSpacingPt(style);
}

function fitLine(measured: MeasuredText, from: number, measurePt: number, fitting: FittingStyle): LineSpan {
  const limitPt = measurePt + tolerancePt;
  let widthPt = 0,
    index = from;
  for (; index < measured.count; index += 1) {
    const advancedPt = widthPt + (measured.advancesPt[index] ?? 0) + (index > from ? (measured.gapsPt[index] ?? 0) : 0);
    if (advancedPt + lastSpacingPt(measured, index) > limitPt) break;
    widthPt = advancedPt;
  }
  if (index === measured.count) return lineSpan(measured, from, index, index);
  const end = lineEnd(measured, from, index, fitting);
  return lineSpan(measured, from, end, Math.min(end, index));
}

/** The line up to `end` and the blanks behind it; what stands from `inkEnd` on hangs over the edge. */
function lineSpan(measured: MeasuredText, from: number, end: number, inkEnd: number): LineSpan {
  let to = end,
    hangingFrom = inkEnd,
    naturalPt = 0;
  while (to < measured.count && isBlank(measured, to)) to += 1;
  while (hangingFrom > from && isBlank(measured, hangingFrom - 1)) hangingFrom -= 1;
  for (let index = from; index < hangingFrom; index += 1)
    naturalPt += (measured.advancesPt[index] ?? 0) + (index > from ? (measured.gapsPt[index] ?? 0) : 0);
  return { from, to, naturalPt, hangingFrom };
}

/**
 * Where a line ends whose character `cut` no longer fits, as LibreOffice finds it: by the rules of the language that is written
 * there. Where those lead back before the stretch set in one go, the stretch before is set anew, without its last character.
 * A word wider than the line is cut.
 */
function lineEnd(measured: MeasuredText, from: number, beyond: number, fitting: FittingStyle): number {
  let cut = beyond;
  for (;;) {
    const stretch = measured.stretches[cut] ?? 0;
    const end = measured.numbers[cut] ? stretch - 1 : withoutBlanks(measured, from, partedAt(measured, from, cut, fitting));
    if (end <= from) return Math.max(cut, from + 1);
    if (end >= stretch) return end;
    cut = stretch - 1;
    while (cut > from && measured.advancesPt[cut] === 0) cut -= 1;
  }
}

function withoutBlanks(measured: MeasuredText, from: number, end: number): number {
  let to = end;
  while (to > from && isBlank(measured, to - 1)) to -= 1;
  return to;
}

/** The last place at `cut` or before where the rules part the text; behind `cut` where a stop hangs there. */
function partedAt(measured: MeasuredText, from: number, cut: number, fitting: FittingStyle): number {
  if (isBlank(measured, cut)) return cut;
  return isChineseAt(measured, cut) ? partedByMarks(measured, from, cut, fitting) : partedByUnicode(measured, from, cut);
}

/** How far back a word is looked for: no text that says anything has more marks in a row. */
const mostMarks = 100;

/** Marks go by the language of the word before them, if that is not of their own stretch. */
function isChineseAt({ codes, scripts, stretches, foreign, count }: MeasuredText, cut: number): boolean {
  const stretch = stretches[cut] ?? 0;
  let word = Math.min(cut, count - 1);
  const farthest = Math.max(0, word - mostMarks);
  while (word > farthest && !isOfWord(codes[word] ?? 0)) word -= 1;
  return scripts[word] === 'asian' && !(foreign[cut] === true && (word >= stretch || scripts[word] === scripts[cut]));
}

/** Chinese is parted anywhere but at marks that open or end no line; one stop hangs. */
function partedByMarks({ codes }: MeasuredText, from: number, cut: number, { hangingMarks }: FittingStyle): number {
  let end = hangingMarks && canHang(codes[cut] ?? 0) ? cut + 1 : cut;
  while (end > from && (isForbiddenAtStart(codes[end] ?? 0) || isForbiddenAtEnd(codes[end - 1] ?? 0))) end -= 1;
  return end;
}

const slash = 0x2f;
/** How far before a slash a blank is looked for, in characters. */
const longestPath = 66;

/**
 * What is not Chinese is parted by Unicode's rules, but behind a slash only where more than the slash fits; a path rather at a
 * blank before it on its line.
 */
function partedByUnicode(measured: MeasuredText, from: number, cut: number): number {
  const { breaks, codes } = measured;
  let end = codes[cut - 1] === slash ? cut - 1 : cut;
  while (end > from && !mayPart(breaks, end)) end -= 1;
  if (codes[end - 1] !== slash) return end;
  for (let at = end - 2; at >= Math.max(from, end - longestPath); at -= 1) if (isBlank(measured, at)) return at + 1;
  return end;
}
