/**
 * Holds the line ends of a Word file to our layout's. Word, WPS and LibreOffice fit lines by rules that differ in small
 * ways: which marks may hang, how much room 汉字 and digits keep. Where that would end a line elsewhere, the line gets
 * a little letter spacing, a fraction of a point a character, and nothing else: the text still flows.
 */
import { breakLines, canBreakBefore } from '../../layout/line-breaking.js';
import { canHang, markClass } from '../../layout/mark-classes.js';
import { measureText, type MeasuredText, type StyledSpan } from '../../layout/measured-text.js';
import type { FittingStyle } from '../../layout/page-style.js';

/** A stretch of one span that is set alike. */
export interface FittedRun {
  readonly text: string;
  /** UTF-16 offset within the paragraph. */
  readonly start: number;
  /** Index of the span it came from. */
  readonly span: number;
  /** Letter spacing on top of the style's own, in twentieths of a point. */
  readonly extraTwips: number;
}

/** Widths of a paragraph's first line and of the others, as the layout has them. */
export interface Measures {
  readonly firstPt: number;
  readonly restPt: number;
  /** No mark hangs in a table's cell. */
  readonly inTable: boolean;
}

/** Widths between which a program may see the same characters. */
interface WidthRange {
  readonly leastPt: number;
  readonly mostPt: number;
}

/** A line's characters; those from `inside` on may stand beyond the measure. */
interface Line {
  readonly from: number;
  readonly to: number;
  readonly inside: number;
}

/** Room LibreOffice 7.4 leaves between 汉字 and Latin letters or digits, measured. */
const looseAutoSpaceEm = 0.22;
/** How far widths may be off before a line would end elsewhere. */
const slackPt = 1.2;
/** Largest change of letter spacing, 1.2 pt a character: more would show. */
const mostTwips = 24;

/** Marks LibreOffice hangs, in running text and after a wide character only; ” and 》 it does not. */
const hangingStops: ReadonlySet<number> = new Set([...'，。、；：？！'].map((mark) => mark.charCodeAt(0)));

/**
 * The spans of one paragraph as runs whose lines end where ours do.
 */
export function fitLines(
  spans: readonly StyledSpan[],
  { firstPt, restPt, inTable }: Measures,
  fitting: FittingStyle,
): readonly FittedRun[] {
  const measured = measureText(spans, fitting);
  const extra: number[] = [];
  for (const { from, to } of breakLines(measured, firstPt, restPt, fitting)) {
    const inside = inTable ? to : insideEnd(measured, from, to);
    const twips = extraTwips(measured, { from, to, inside }, from === 0 ? firstPt : restPt);
    for (let index = from; index < to; index += 1) extra.push(twips);
  }
  return spans.flatMap((span, index) => splitSpan(span, index, firstOfSpan(spans, index), measured, extra));
}

/** UTF-16 offset at which a span begins. */
function firstOfSpan(spans: readonly StyledSpan[], index: number): number {
  return spans.slice(0, index).reduce((sum, { text }) => sum + text.length, 0);
}

function splitSpan(
  { text }: StyledSpan,
  span: number,
  offset: number,
  measured: MeasuredText,
  extra: readonly number[],
): readonly FittedRun[] {
  const runs: FittedRun[] = [];
  for (let index = 0; index < measured.count; index += 1) {
    const start = (measured.starts[index] ?? 0) - offset,
      end = (measured.starts[index + 1] ?? 0) - offset;
    if (start < 0 || start >= text.length) continue;
    const last = runs.at(-1);
    const extraTwips = extra[index] ?? 0;
    const character = text.slice(start, end);
    if (last?.extraTwips === extraTwips) runs[runs.length - 1] = { ...last, text: last.text + character };
    else runs.push({ text: character, start: start + offset, span, extraTwips });
  }
  return runs;
}

/**
 * The smallest change of spacing under which the line holds its characters and not the next ones, in every program; on a
 * line so full of pairs of marks that there is none, in LibreOffice, which sets no marks closer.
 */
function extraTwips(measured: MeasuredText, line: Line, limitPt: number): number {
  return smallestTwips(measured, line, limitPt, gapRange) ?? smallestTwips(measured, line, limitPt, looseGap) ?? 0;
}

type GapModel = (measured: MeasuredText, index: number) => WidthRange;

function smallestTwips(measured: MeasuredText, { from, to, inside }: Line, limitPt: number, gaps: GapModel): number | undefined {
  const next = to < measured.count ? nextUnitEnd(measured, to) : undefined;
  const line = widthRange(measured, from, inside, gaps);
  const longer = next === undefined ? undefined : widthRange(measured, from, next, gaps);
  const holds = (twips: number): boolean => {
    const fits = line.mostPt + ((inside - from) * twips) / 20 <= limitPt - slackPt;
    return fits && (longer === undefined || next === undefined || longer.leastPt + ((next - from) * twips) / 20 >= limitPt + slackPt);
  };
  if (holds(0)) return 0;
  for (let size = 1; size <= mostTwips; size += 1) {
    if (holds(-size)) return -size;
    if (holds(size)) return size;
  }
  return undefined;
}

/** End of the characters that must stand inside the measure: a stop that every program hangs may stand outside. */
function insideEnd(measured: MeasuredText, from: number, to: number): number {
  let end = to;
  while (end > from + 1 && measured.classes[end - 1] === markClass.blank) end -= 1;
  const before = measured.classes[end - 2];
  const hangs =
    to < measured.count && hangingStops.has(measured.codes[end - 1] ?? 0) && before !== markClass.latin && before !== markClass.narrow;
  return hangs && end > from + 1 ? end - 1 : end;
}

/** End of what would have to fit for the line to take more: up to the next place for a break, hanging marks left out. */
function nextUnitEnd(measured: MeasuredText, to: number): number {
  let end = to + 1;
  while (end < measured.count && !canBreakBefore(measured, end)) end += 1;
  while (end > to + 1 && (measured.classes[end - 1] === markClass.blank || canHang(measured.classes[end - 1] ?? markClass.wide))) end -= 1;
  return end;
}

function widthRange(measured: MeasuredText, from: number, to: number, gaps: GapModel): WidthRange {
  let leastPt = 0,
    mostPt = 0;
  for (let index = from; index < to; index += 1) {
    const gap = index > from ? gaps(measured, index) : { leastPt: 0, mostPt: 0 };
    leastPt += (measured.advancesPt[index] ?? 0) + gap.leastPt;
    mostPt += (measured.advancesPt[index] ?? 0) + gap.mostPt;
  }
  return { leastPt, mostPt };
}

/** Marks may be set closer or not; digits keep a little less room in LibreOffice, narrow signs like + some or none. */
function gapRange(measured: MeasuredText, index: number): WidthRange {
  const gapPt = measured.gapsPt[index] ?? 0;
  const sizePt = measured.styles[index]?.sizePt ?? 0;
  const kinds = [measured.classes[index - 1], measured.classes[index]];
  if (gapPt < 0) return { leastPt: gapPt, mostPt: 0 };
  if (gapPt > 0) return { leastPt: Math.min(gapPt, looseAutoSpaceEm * sizePt), mostPt: gapPt };
  const mayOpen = kinds.includes(markClass.narrow) && kinds.includes(markClass.wide);
  return { leastPt: 0, mostPt: mayOpen ? looseAutoSpaceEm * sizePt : 0 };
}

/** LibreOffice's own room: marks are never set closer. */
function looseGap(measured: MeasuredText, index: number): WidthRange {
  const gapPt = (measured.gapsPt[index] ?? 0) > 0 ? looseAutoSpaceEm * (measured.styles[index]?.sizePt ?? 0) : 0;
  return { leastPt: gapPt, mostPt: gapPt };
}
