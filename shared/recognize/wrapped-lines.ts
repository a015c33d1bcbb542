/** Text whose lines were broken at a fixed width: a mail, words copied out of a PDF. */
import { bulletLength } from './bullets.js';
import { numberLevel } from './levels.js';
import { toLoose } from './line.js';
import type { Line } from './line.js';
import { added, boldOpeningLength, concat } from './rich-text.js';
import { plainUnits, sourceUnits } from './sources.js';
import { isTailLine } from './tail.js';

/** Width, in columns, that a file breaks its lines at; what is `slack` narrower still counts as a full line. */
interface WrapWidth {
  readonly columns: number;
  /** The measure: the width most full lines have. A mark that hangs over the edge makes a line wider. */
  readonly usual: number;
  readonly slack: number;
}

/** Narrowest and widest measure of text broken into lines: 18 and 50 characters. */
const [narrowest, widest] = [36, 100];
/** A line may be short of the measure by a mark that could not stand at its head, or by a word of Latin letters. */
const slack = 6;
const fewestFull = 4;
const stop = /[。！？!?…：:；;][”’"'）)》〉】〕\]]*$/u;

/** Columns a text takes: two for a Chinese character or mark, one for others. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text)
    columns += /[\u1100-\u115f\u2014-\u2026\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6“”‘’]/u.test(
      character,
    )
      ? 2
      : 1;
  return columns;
}

/** The width at which the lines of a text are broken; undefined where its lines are whole paragraphs. */
function findWrapWidth(lines: readonly Line[]): WrapWidth | undefined {
  // Labels, headings and sources are set in ways of their own, wider ones among them.
  const widths = lines.filter((line) => !line.isParagraph && !standsApart(line)).map((line) => ({ line, columns: widthOf(line) }));
  const long = widths.filter(({ columns }) => columns >= narrowest);
  const most = long.reduce((widestOfAll, { columns }) => Math.max(widestOfAll, columns), 0);
  if (most > widest + slack || long.length < fewestFull) return undefined;
  const full = long.filter(({ columns }) => columns >= most - slack);
  const unfinished = full.filter(({ line }) => !stop.test(line.text));
  const isWrapped = full.length >= fewestFull && full.length * 2 >= long.length && unfinished.length * 2 >= full.length;
  return isWrapped ? { columns: most, usual: mostCommon(full.map(({ columns }) => columns)), slack } : undefined;
}

/** Lines as whole paragraphs, and how many breaks were closed. */
export interface Unwrapped {
  readonly lines: readonly Line[];
  readonly joined: number;
  readonly width?: WrapWidth;
}

/** Closes the breaks of a text that is broken at a fixed width; other texts come back as they are. */
export function unwrapLines(lines: readonly Line[]): Unwrapped {
  const width = findWrapWidth(lines);
  if (!width) return { lines, joined: 0 };
  const leastIndent = indentOf(lines, width);
  const isIndented = lines.filter(({ indent }) => indent >= leastIndent && indent < 8).length >= 2;
  const whole: Line[] = [];
  let joined = 0;
  lines.forEach((line, at) => {
    const [before, last] = [lines[at - 1], whole.at(-1)];
    if (before && last && goesOn(before, line, lines[at + 1], { width, isIndented, leastIndent })) {
      whole[whole.length - 1] = joinLines(last, line);
      joined += 1;
    } else whole.push(line);
  });
  return { lines: whole, joined, width };
}

interface Wrapping {
  readonly width: WrapWidth;
  /** Paragraphs of the file open with an indent. */
  readonly isIndented: boolean;
  readonly leastIndent: number;
}

/** Blanks that paragraphs open with, at least: pages laid out by words of a PDF may keep one, always where a paragraph can end. */
function indentOf(lines: readonly Line[], width: WrapWidth): number {
  const opened = lines.flatMap((line, at) => (line.indent === 1 && isFullLine(line, width) ? [lines[at - 1]] : []));
  return opened.length >= 2 && opened.every((before) => !before || !isFullLine(before, width) || stop.test(before.text)) ? 1 : 2;
}

/** Whether a line goes on with the sentence or paragraph of the full line before it. */
function goesOn(before: Line, line: Line, next: Line | undefined, { width, isIndented, leastIndent }: Wrapping): boolean {
  if (line.isParagraph || before.isParagraph || !isFullLine(before, width) || standsApart(line) || standsApart(before)) return false;
  if ((isIndented && line.indent >= leastIndent) || bulletLength(line.text) > 0) return false;
  if (!line.isAdjacent && !line.followsPage) return false;
  if (!stop.test(before.text)) return isIndented || numberLevel(line.text) === undefined;
  if (isIndented) return true;
  if (numberLevel(line.text) !== undefined || boldOpeningLength(line.rich) > 0) return false;
  return !isFirstLine(line, next, width);
}

/** Where indents are lost, the first line of a paragraph is two characters short: what opens the next one would have had room in it. */
function isFirstLine(line: Line, next: Line | undefined, { usual }: WrapWidth): boolean {
  if (next === undefined || !(next.isAdjacent || next.followsPage) || widthOf(line) < usual - slack || stop.test(line.text)) return false;
  const token = firstToken(next.text);
  return widthOf(line) + columnsOf(token) + seams(line.text + token) * seamColumns <= usual;
}

/** What may not be parted from the start of a line: a word or a number, marks that open with what they open, a mark that closes. */
function firstToken(text: string): string {
  return /^[“‘（(《〈【〔［[]*(?:[\w.%/+-]+|——|……|.)[”’）)》〉】〕］\]]*/u.exec(text)?.[0] ?? '';
}

/** Columns that are left free where Chinese characters and digits or letters meet: a fifth of a character. */
const seamColumns = 0.4;

function seams(text: string): number {
  return text.match(/\p{Script=Han}(?=[A-Za-z0-9])|[A-Za-z0-9](?=\p{Script=Han})/gu)?.length ?? 0;
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([left, times], [right, often]) => often - times || right - left)[0]?.[0] ?? 0;
}

/** Lines that are whole by what they are: headings, sources, labels of the tail, column names. */
function standsApart(line: Line): boolean {
  if (line.heading !== undefined || line.role !== undefined || line.isQuoted || line.align === 'right') return true;
  // Set in columns, as the organ and date of a masthead and running heads are.
  if (/\S\s{3,}\S/u.test(line.text)) return true;
  return (
    sourceUnits(line.rich) !== undefined ||
    plainUnits(line) !== undefined ||
    isTailLine(line) ||
    /^[〔【[［][^〕】\]］]{2,16}[〕】\]］]$/u.test(line.text)
  );
}

function joinLines(first: Line, second: Line): Line {
  const isLatin = /[A-Za-z0-9,.]$/u.test(first.text) && /^[A-Za-z]/u.test(second.text);
  const rich = concat(isLatin ? [first.rich, added(' '), second.rich] : [first.rich, second.rich]);
  return { ...first, rich, text: rich.text, loose: toLoose(rich.text) };
}

/** Whether a line reaches the measure, so that what follows may go on with its sentence. */
function isFullLine(line: Line, { columns, slack: least }: WrapWidth): boolean {
  return widthOf(line) >= columns - least;
}

/** Columns of a line with the indent it is set with. */
function widthOf(line: Line): number {
  return columnsOf(line.text) + line.indent;
}
