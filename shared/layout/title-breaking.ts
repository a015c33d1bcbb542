import { canBreakBefore } from './line-breaking.js';
import { markClass } from './mark-classes.js';
import { measureText, type MeasuredText } from './measured-text.js';
import type { FittingStyle, TextStyle } from './page-style.js';

/** UTF-16 offsets of one line of a title within it; the blank or `\n` it broke at is in no line. */
export interface TitleLine {
  readonly start: number;
  readonly end: number;
}

/** What a break costs, by what it stands at. Parallel phrases (系统推进 协同作战) are better not parted. */
const breakCost = { blank: 0, afterMark: 0.5, betweenWords: 1, betweenParallels: 1, insideWord: 6, anywhere: 40 } as const;
/** What lines of unlike length cost, and one line more than needed. */
const unevenCost = 3;
const moreLinesCost = 0.75;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Lines of a title: breaks set by hand win; what does not fit on one line is broken by sense (at half-title blanks
 * first, then after marks, then between words) and evenly, into as few lines as that allows (GB/T 9704-2012, 7.3.1).
 */
export function breakTitle(title: string, style: TextStyle, measurePt: number, fitting: FittingStyle): readonly TitleLine[] {
  const lines: TitleLine[] = [];
  let start = 0;
  for (const part of title.split('\n')) {
    for (const line of breakPart(part, style, measurePt, fitting)) lines.push({ start: start + line.start, end: start + line.end });
    start += part.length + 1;
  }
  return lines;
}

/** The lines of a title as words, for writers that set their own lines. */
export function titleLines(title: string, style: TextStyle, measurePt: number, fitting: FittingStyle): readonly string[] {
  return breakTitle(title, style, measurePt, fitting).map(({ start, end }) => title.slice(start, end));
}

/** Whether a word of the language lies across `offset` of a title. */
export function splitsWord(title: string, offset: number): boolean {
  return !wordBoundaries(title).has(offset);
}

function breakPart(part: string, style: TextStyle, measurePt: number, fitting: FittingStyle): readonly TitleLine[] {
  const measured = measureText([{ text: part, style }], fitting);
  const widths = cumulativeWidths(measured);
  const limitPt = measurePt + Math.max(0, style.pitchPt - style.sizePt * style.scaleX) + 1e-6;
  if ((widths[measured.count] ?? 0) <= limitPt) return part === '' ? [] : [{ start: 0, end: part.length }];
  return bestBreaks(measured, widths, limitPt).map(({ from, to }) => ({
    start: measured.starts[from] ?? 0,
    end: measured.starts[to] ?? 0,
  }));
}

function cumulativeWidths(measured: MeasuredText): readonly number[] {
  const widths = [0];
  for (let index = 0; index < measured.count; index += 1) {
    widths.push((widths[index] ?? 0) + (measured.gapsPt[index] ?? 0) + (measured.advancesPt[index] ?? 0));
  }
  return widths;
}

interface Line {
  readonly from: number;
  readonly to: number;
}

/** Where a title may be broken: the line before ends at `end`, the next starts at `next`. */
interface Candidate {
  readonly end: number;
  readonly next: number;
  readonly cost: number;
}

interface Best {
  readonly cost: number;
  readonly lines: readonly Line[];
}

/** The cheapest way to cut the title into the fewest lines that hold it, or into one more where that reads better. */
function bestBreaks(measured: MeasuredText, widths: readonly number[], limitPt: number): readonly Line[] {
  const candidates = breakable(measured, widths, limitPt);
  const cut = (count: number): Best | undefined =>
    cutInto(count, { measured, widths, limitPt, candidates, evenPt: (widths[measured.count] ?? 0) / count });
  for (let count = 2; count <= measured.count; count += 1) {
    const fewest = cut(count);
    if (fewest === undefined) continue;
    const more = cut(count + 1);
    return more !== undefined && more.cost + moreLinesCost < fewest.cost ? more.lines : fewest.lines;
  }
  return [{ from: 0, to: measured.count }];
}

interface Cutting {
  readonly measured: MeasuredText;
  readonly widths: readonly number[];
  readonly limitPt: number;
  readonly candidates: readonly Candidate[];
  readonly evenPt: number;
}

/** Line by line, the cheapest way to each candidate. */
function cutInto(count: number, cutting: Cutting): Best | undefined {
  const { candidates, measured } = cutting;
  const end: Candidate = { end: measured.count, next: measured.count, cost: 0 };
  let reached = new Map<number, Best>([[0, { cost: 0, lines: [] }]]);
  for (let line = 1; line <= count; line += 1) {
    const next = new Map<number, Best>();
    for (const candidate of line === count ? [end] : candidates) {
      const best = cheapestTo(candidate, reached, cutting);
      if (best) next.set(candidate.next, best);
    }
    reached = next;
  }
  return reached.get(measured.count);
}

function cheapestTo(candidate: Candidate, reached: ReadonlyMap<number, Best>, { widths, limitPt, evenPt }: Cutting): Best | undefined {
  let best: Best | undefined;
  for (const [from, { cost, lines }] of reached) {
    if (from >= candidate.end) continue;
    const widthPt = (widths[candidate.end] ?? 0) - (widths[from] ?? 0);
    if (widthPt > limitPt) continue;
    const total = cost + candidate.cost + unevenCost * ((widthPt - evenPt) / evenPt) ** 2;
    if (best === undefined || total < best.cost) best = { cost: total, lines: [...lines, { from, to: candidate.end }] };
  }
  return best;
}

/** Where the title may be broken by the rules; anywhere at all, though dearly, where they leave a piece wider than a line. */
function breakable(measured: MeasuredText, widths: readonly number[], limitPt: number): readonly Candidate[] {
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

function findCandidates(measured: MeasuredText): readonly Candidate[] {
  const boundaries = wordBoundaries(measured.text);
  const candidates: Candidate[] = [];
  for (let index = 1; index < measured.count; index += 1) {
    if (measured.classes[index] === markClass.blank) {
      const next = skipBlanks(measured, index);
      if (next < measured.count && measured.classes[index - 1] !== markClass.blank) {
        const cost = partsParallels(measured, index, next) ? breakCost.betweenParallels : breakCost.blank;
        candidates.push({ end: index, next, cost });
      }
    } else if (measured.classes[index - 1] !== markClass.blank && canBreakBefore(measured, index)) {
      candidates.push({ end: index, next: index, cost: costAt(measured, index, boundaries) });
    }
  }
  return candidates;
}

/** Whether the phrases on both sides of a blank have as many characters. */
function partsParallels(measured: MeasuredText, end: number, next: number): boolean {
  let before = end,
    after = next;
  while (before > 0 && measured.classes[before - 1] !== markClass.blank) before -= 1;
  while (after < measured.count && measured.classes[after] !== markClass.blank) after += 1;
  const followed = after < measured.count,
    preceded = before > 0;
  return (followed || preceded) && end - before === after - next;
}

function skipBlanks(measured: MeasuredText, index: number): number {
  let next = index;
  while (next < measured.count && measured.classes[next] === markClass.blank) next += 1;
  return next;
}

function costAt(measured: MeasuredText, index: number, boundaries: ReadonlySet<number>): number {
  const before = measured.classes[index - 1];
  if (before === markClass.stop || before === markClass.closing) return breakCost.afterMark;
  return boundaries.has(measured.starts[index] ?? 0) ? breakCost.betweenWords : breakCost.insideWord;
}

function wordBoundaries(title: string): ReadonlySet<number> {
  return new Set([...words.segment(title)].map(({ index }) => index));
}
