/**
 * Which lines of a hard-wrapped text go on with the line before. No line tells by itself; so the whole text is read in the
 * way that costs least, each piece of evidence against a reading having its price.
 */
import { bulletLength } from './bullets.js';
import { numberLevel } from '../document/heading-level.js';
import type { Line } from './line.js';
import { boldOpeningLength } from './rich-text.js';
import { unevenness } from './text-columns.js';
import { mark, stop, tolerance, unbroken, usualIndent, type Measure } from './wrap-measure.js';

/** What a line is to the one before it. */
export interface LineBreak {
  /** It goes on with it. */
  readonly isJoined: boolean;
  /** How much dearer the other reading of this break is; 0 where both are alike, Infinity where there is no other. */
  readonly margin: number;
}

/** All lines as they were read. */
export interface Reading {
  readonly cost: number;
  readonly breaks: readonly LineBreak[];
}

/** The cheapest of several readings; one that is not the first has to be cheaper than it by more than a share `by`. */
export function cheapest<R extends Reading>(readings: readonly [R, ...R[]], by = 0): R {
  const [first] = readings;
  const least = readings.reduce((best, each) => (each.cost < best.cost ? each : best));
  return least.cost < first.cost * (1 - by) ? least : first;
}

export interface Wrapping {
  readonly measure: Measure;
  /** Blanks from which on a line is indented as paragraphs are; undefined where paragraphs of the text show no indent. */
  readonly indent?: number;
  /** Empty lines stand between the paragraphs of the text. */
  readonly isParted: boolean;
  /** Whether nothing joins the line at this place with the one before. */
  readonly isApart: (at: number) => boolean;
}

/** Prices of what speaks against a reading, about −ln of how often it happens. */
const price = {
  /** A paragraph opens here, rather than a line only. */
  opening: 1.5,
  /** … without an empty line before it, in a text that parts its paragraphs so. */
  unparted: 3,
  /** A paragraph ends without a stop, its line being full; behind ， or 、. */
  unstopped: 6,
  comma: 10,
  /** A line goes on that opens with a short sentence, as the paragraphs around it do. */
  lead: 2,
  /** A line of a paragraph happens to end behind a stop. */
  stopInside: 2,
  /** The program parts no addresses, and lets no mark hang. */
  keptWhole: 1.2,
  /** What stands on the next line would have had room: at once, and for each column left free. */
  room: 1,
  roomColumn: 3,
  /** A line is wider than lines are, first lines with their indent, a column. */
  overflow: 3,
  overflowAtMost: 6,
  /** A first line is not indented in a text that indents; another line is; it opens with a number. */
  noIndent: 8,
  indent: 12,
  number: 7,
  /** What does not happen. */
  never: 14,
} as const;

/** Columns by which a mark may hang over the edge. */
const hang = 2;

/** From this margin on, a reading is sure. */
export const sure = 3;

/** How each line stands to the one before, the first to none; and what the reading costs, whatever paragraphs open with. */
export function readBreaks(lines: readonly Line[], wrapping: Wrapping): Reading {
  return readAtIndents(lines, { ...wrapping, haveLeads: () => false });
}

/** The same by what the paragraphs of a reading open with. */
export function readAgain(lines: readonly Line[], wrapping: Wrapping, { breaks }: Reading): Reading {
  return readAtIndents(lines, { ...wrapping, haveLeads: leadsAround(lines, breaks) });
}

type Habits = Pick<Hypothesis, 'haveLeads'>;

function readAtIndents(lines: readonly Line[], wrapping: Wrapping & Habits): Reading {
  const readAt = (firstIndent: number): Reading => readAll(lines, { ...wrapping, firstIndent });
  return cheapest([readAt(0), readAt(usualIndent)]);
}

/** A short sentence with more behind it, as 段首句 are. */
const lead = /^[^。！？；：]{2,18}[。！].{4}/u;
/** Paragraphs before a line, or behind it, that show how those around it open. */
const around = 2;

/** Around which lines paragraphs of several lines, where they surely open, open with a short sentence. */
function leadsAround(lines: readonly Line[], breaks: readonly LineBreak[]): (at: number) => boolean {
  const opened = lines.flatMap(({ text }, at) => {
    const { isJoined = true, margin = 0 } = breaks[at] ?? {};
    return !isJoined && margin >= sure && breaks[at + 1]?.isJoined === true ? [{ at, hasLead: lead.test(text) }] : [];
  });
  return (at) => {
    const next = opened.findIndex((each) => each.at > at);
    const end = next < 0 ? opened.length : next;
    const before = opened
      .slice(0, end)
      .filter((each) => each.at < at)
      .slice(-around);
    return [before, opened.slice(end, end + around)].some((side) => side.length === around && side.every(({ hasLead }) => hasLead));
  };
}

interface Hypothesis extends Wrapping {
  /** Whether paragraphs around the line at this place open with short sentences. */
  readonly haveLeads: (at: number) => boolean;
  /** Columns that first lines are set in, at least, whether the text still shows them or not. */
  readonly firstIndent: number;
}

/** Costs of the two readings of a line: it opens a paragraph, it goes on with one. */
type Costs = readonly [opens: number, goesOn: number];

/** The cheapest reading of all lines (Viterbi), and by how much each break is surer than its opposite. */
function readAll(lines: readonly Line[], hypothesis: Hypothesis): Reading {
  const steps = lines.map((_line, at) => stepsTo(at, lines, hypothesis));
  const before: Costs[] = [];
  steps.forEach(([fromOpening, fromOther], at) => {
    const [opened, other] = before[at - 1] ?? [0, Infinity];
    before.push([Math.min(opened + fromOpening[0], other + fromOther[0]), Math.min(opened + fromOpening[1], other + fromOther[1])]);
  });
  const behind: Costs[] = lines.map(() => [0, 0]);
  for (let at = lines.length - 2; at >= 0; at -= 1) {
    const [opens, goesOn] = behind[at + 1] ?? [0, 0];
    behind[at] = (steps[at + 1] ?? []).map((step) => Math.min(step[0] + opens, step[1] + goesOn)) as unknown as Costs;
  }
  const breaks = lines.map((_line, at): LineBreak => {
    const [opens, goesOn] = ([0, 1] as const).map((way) => (before[at]?.[way] ?? 0) + (behind[at]?.[way] ?? 0)) as unknown as Costs;
    return { isJoined: goesOn < opens, margin: Math.abs(goesOn - opens) };
  });
  return { cost: Math.min(...(before.at(-1) ?? [0])), breaks };
}

/** What the two readings of a line cost behind a line that opens a paragraph, and behind one that does not. */
function stepsTo(at: number, lines: readonly Line[], hypothesis: Hypothesis): readonly [Costs, Costs] {
  const [before, line] = [lines[at - 1], lines[at]];
  if (!before || !line || hypothesis.isApart(at))
    return [
      [0, Infinity],
      [0, Infinity],
    ];
  const { ruler, columns } = hypothesis.measure;
  const token = ruler.openingOf(line.text);
  const used = ruler.widthOf(before.text + line.text.slice(0, 1)) - ruler.widthOf(line.text.slice(0, 1)) + ruler.doubtOf(before.text);
  const slack = ruler.isExact ? tolerance : tolerance - Math.min(2 * tolerance, unevenness(before.text));
  const opensAlike = hypothesis.haveLeads(at) && lead.test(line.text) ? price.lead : 0;
  const own: Costs = [costOfOpening(line, hypothesis), costOfGoingOn(line, hypothesis) + opensAlike];
  const behind = (indent: number): Costs => {
    const room = columns - indent - used + slack;
    // A last line ends anywhere; that it ends just where the next word would not have fitted is so much rarer.
    const full = room < token.most ? Math.log(columns / token.most) : 0;
    const opens = price.opening + full + costOfEnd(before.text, used / columns);
    const goesOn = (isStopped(before.text) ? price.stopInside : 0) + costOfRoom(room - token.most, room - token.least);
    return [own[0] + opens, own[1] + goesOn];
  };
  return [behind(Math.max(hypothesis.firstIndent, before.indent)), behind(before.indent)];
}

/** A paragraph ends with this line. */
function costOfEnd(text: string, share: number): number {
  if (/[，、,]$/u.test(text)) return price.comma;
  return isStopped(text) ? 0 : price.unstopped * share * share;
}

/** Characters of a line's end that are looked at for an address. */
const longestAddress = 120;

/** Whether a text ends with a stop that is none of an address. */
function isStopped(text: string): boolean {
  return stop.test(text) && !/[:/.][!-~]*[?!:;]$/u.test(text.slice(-longestAddress));
}

/** The next line would have had so many columns left, at the most and at the least that could not be parted. */
function costOfRoom(most: number, least: number): number {
  if (most > 0) return Math.min(price.never, price.room + price.roomColumn * most);
  return least > 0 ? price.keptWhole : 0;
}

function costOfOpening(line: Line, { measure, indent, firstIndent, isParted }: Hypothesis): number {
  const isUnindented = indent !== undefined && line.indent < indent;
  return (
    (isParted ? price.unparted : 0) +
    (isUnindented ? price.noIndent : 0) +
    costOfOverflow(line, line.indent, measure) +
    costOfOverflow(line, Math.max(firstIndent, line.indent), measure)
  );
}

function costOfGoingOn(line: Line, { indent, measure }: Hypothesis): number {
  if (bulletLength(line.text) > 0) return price.never;
  const isNumbered = numberLevel(line.text) !== undefined || boldOpeningLength(line.rich) > 0;
  return (
    (isNumbered ? price.number : 0) +
    (indent !== undefined && line.indent >= indent ? price.indent : 0) +
    costOfOverflow(line, line.indent, measure)
  );
}

/** A line is wider than the measure, more than a mark that hangs makes it: so dear is a wrong measure, and a line with more indent than it has room for. */
function costOfOverflow(line: Line, indent: number, { ruler, columns }: Measure): number {
  if (unbroken.test(line.text)) return 0;
  const over = ruler.widthOf(line.text) + indent - columns - tolerance - (mark.test(line.text) ? hang : 0);
  return Math.min(price.overflowAtMost, Math.max(0, over) * price.overflow);
}
