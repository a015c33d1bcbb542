import { cutInTwo, cutLines, longestWeighed, type CutLine, type CutPlace, type Cutting } from './cut-lines.js';
import { canBreakBefore } from './line-breaking.js';
import { markClass } from './mark-classes.js';
import { measureText, type MeasuredText } from './measured-text.js';
import type { FittingStyle, TextStyle } from './page-style.js';
import { isInsideWord, longestPhrase, senseOf, type TitleSense } from './title-sense.js';

/** UTF-16 offsets of one line of a title within it; the blank or `\n` it broke at is in no line. */
export interface TitleLine {
  readonly start: number;
  readonly end: number;
}

/** What a break costs at marks and blanks; `title-sense.ts` tells the rest. Parallel phrases (系统推进 协同作战) are better not parted. */
const breakCost = { blank: 0, betweenParallels: 2, insideWord: 6, anywhere: 40 } as const;

/**
 * A centred title that fills so much of its line reads better on two, where that costs no more than the second figure:
 * a line from edge to edge has no shape.
 */
const edgeToEdge = [
  { filled: 0.97, costsAtMost: 1.8 },
  { filled: 0.9, costsAtMost: 0.7 },
] as const;

/**
 * Lines of a title: breaks set by hand win; what does not fit on one line, or reaches from edge to edge, is broken by sense
 * (at half-title blanks first, then after marks, then between words) and evenly, as a trapezium or a diamond, into as few
 * lines as that allows (GB/T 9704-2012, 7.3.1).
 */
export function breakTitle(title: string, style: TextStyle, measurePt: number, fitting: FittingStyle): readonly TitleLine[] {
  if (title.length > longestWeighed) return findBreaks(title, style, measurePt, fitting);
  const key = JSON.stringify([title, style, measurePt, fitting]);
  const known = brokenLately.get(key);
  if (known) return known;
  const lines = findBreaks(title, style, measurePt, fitting);
  if (brokenLately.size >= mostKept) brokenLately.clear();
  brokenLately.set(key, lines);
  return lines;
}

/** Titles as they were broken: a cover is tried in several sizes and set anew at every change, and few of its titles are new. */
const brokenLately = new Map<string, readonly TitleLine[]>();
const mostKept = 1_000;

function findBreaks(title: string, style: TextStyle, measurePt: number, fitting: FittingStyle): readonly TitleLine[] {
  const lines: TitleLine[] = [];
  let start = 0;
  const parts = title.split('\n');
  // Who set a break knows the shape: only what is left whole is given one.
  const isWhole = parts.length === 1 && style.align === 'center';
  for (const part of parts) {
    for (const line of breakPart(part, isWhole, style, measurePt, fitting))
      lines.push({ start: start + line.start, end: start + line.end });
    start += part.length + 1;
  }
  return lines;
}

/** The lines of a title as words, for writers that set their own lines. */
export function titleLines(title: string, style: TextStyle, measurePt: number, fitting: FittingStyle): readonly string[] {
  return breakTitle(title, style, measurePt, fitting).map(({ start, end }) => title.slice(start, end));
}

/** Whether a word of the language lies across `offset` of a title; of one beyond all measure, only its neighbourhood is read. */
export function splitsWord(title: string, offset: number): boolean {
  const from = title.length <= longestWeighed ? 0 : Math.max(0, offset - longestWeighed / 4);
  const near = from === 0 && title.length <= longestWeighed ? title : title.slice(from, offset + longestWeighed / 4);
  return isInsideWord(near, offset - from);
}

function breakPart(part: string, isWhole: boolean, style: TextStyle, measurePt: number, fitting: FittingStyle): readonly TitleLine[] {
  const measured = measureText([{ text: part, style }], fitting);
  const widths = cumulativeWidths(measured);
  const limitPt = measurePt + Math.max(0, style.pitchPt - style.sizePt * style.scaleX) + 1e-6;
  if (part === '') return [];
  const cutting = {
    places: breakable(measured, widths, limitPt),
    count: measured.count,
    widthPt: (from: number, to: number) => (widths[to] ?? 0) - (widths[from] ?? 0),
    limitPt,
  };
  const filled = (widths[measured.count] ?? 0) / limitPt;
  const lines = filled > 1 ? cutLines(cutting) : linesWithinOne(cutting, isWhole ? filled : 0);
  return lines.map(({ from, to }) => ({ start: measured.starts[from] ?? 0, end: measured.starts[to] ?? 0 }));
}

/** The one line that holds a title, or two where it reaches from edge to edge and two read better. */
function linesWithinOne(cutting: Cutting, filled: number): readonly CutLine[] {
  const limit = edgeToEdge.find((each) => filled > each.filled);
  return (limit && cutInTwo(cutting, limit.costsAtMost)) ?? [{ from: 0, to: cutting.count }];
}

function cumulativeWidths(measured: MeasuredText): readonly number[] {
  const widths = [0];
  for (let index = 0; index < measured.count; index += 1) {
    widths.push((widths[index] ?? 0) + (measured.gapsPt[index] ?? 0) + (measured.advancesPt[index] ?? 0));
  }
  return widths;
}

/** Where the title may be broken by the rules; anywhere at all, though dearly, where they leave a piece wider than a line. */
function breakable(measured: MeasuredText, widths: readonly number[], limitPt: number): readonly CutPlace[] {
  const candidates = findCandidates(measured);
  const opens = [0, ...candidates.map(({ next }) => next)],
    ends = [...candidates.map(({ end }) => end), measured.count];
  const isTooWide = opens.some((from, index) => (widths[ends[index] ?? 0] ?? 0) - (widths[from] ?? 0) > limitPt);
  if (!isTooWide) return candidates;
  const known = new Set(candidates.flatMap(({ end, next }) => [end, next]));
  const others = Array.from({ length: measured.count - 1 }, (_, index) => index + 1).filter((index) => !known.has(index));
  return [...candidates, ...others.map((index) => ({ end: index, next: index, cost: breakCost.anywhere }))].sort(
    (left, right) => left.next - right.next,
  );
}

function findCandidates(measured: MeasuredText): readonly CutPlace[] {
  const sense = measured.count <= longestWeighed ? senseOf(measured.text) : undefined;
  const candidates: CutPlace[] = [];
  for (let index = 1; index < measured.count; index += 1) {
    const followsBlank = measured.classes[index - 1] === markClass.blank;
    if (measured.classes[index] === markClass.blank) {
      if (followsBlank) continue;
      const next = skipBlanks(measured, index);
      if (next < measured.count) {
        const cost = partsParallels(measured, index, next) ? breakCost.betweenParallels : breakCost.blank;
        candidates.push({ end: index, next, cost: cost + (sense?.wholeCostAt(measured.starts[index] ?? 0) ?? 0) });
      }
    } else if (!followsBlank && canBreakBefore(measured, index)) {
      candidates.push({ end: index, next: index, cost: costAt(measured, index, sense) });
    }
  }
  return candidates;
}

/** Whether the phrases on both sides of a blank are short and have as many characters. */
function partsParallels(measured: MeasuredText, end: number, next: number): boolean {
  let before = end,
    after = next;
  while (before > 0 && measured.classes[before - 1] !== markClass.blank) before -= 1;
  while (after < measured.count && measured.classes[after] !== markClass.blank) after += 1;
  const followed = after < measured.count,
    preceded = before > 0;
  return (followed || preceded) && end - before === after - next && end - before <= longestPhrase;
}

function skipBlanks(measured: MeasuredText, index: number): number {
  let next = index;
  while (next < measured.count && measured.classes[next] === markClass.blank) next += 1;
  return next;
}

function costAt(measured: MeasuredText, index: number, sense: TitleSense | undefined): number {
  const offset = measured.starts[index] ?? 0;
  if (sense === undefined) return breakCost.insideWord;
  const before = measured.classes[index - 1];
  const isAfterMark = before === markClass.stop || before === markClass.closing;
  return sense.costAt(offset, isAfterMark) + sense.wholeCostAt(offset);
}
