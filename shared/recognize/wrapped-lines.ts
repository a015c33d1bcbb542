/** Text whose lines were broken at a fixed width: a mail, words copied out of a PDF. */
import { markColumns } from './column-names.js';
import { withRich } from './line.js';
import type { Line } from './line.js';
import { cheapest, readAgain, readBreaks, sure, type Wrapping } from './line-breaks.js';
import { added, concat } from './rich-text.js';
import { plainUnits, sourceUnits } from './sources.js';
import { isTailLine } from './tail.js';
import { findContents } from './zones.js';
import { findMeasures, lineColumns, slack, stop, type Measure } from './wrap-measure.js';

/** Lines as whole paragraphs, and how many breaks were closed. */
export interface Unwrapped {
  readonly lines: readonly Line[];
  readonly joined: number;
  /** Numbers of lines of which hardly anything tells whether a paragraph opens with them. */
  readonly unsure: readonly number[];
  /** Undefined for a text that is not wrapped. */
  readonly measure?: Measure;
}

/** Closes the breaks of a text that is broken at a fixed width, read by the measure that costs least; other texts come back as they are. */
export function unwrapLines(lines: readonly Line[]): Unwrapped {
  const [likeliest, ...others] = findMeasures(lines.filter((line) => !line.isParagraph && !standsApart(line)));
  if (likeliest === undefined) return { lines, joined: 0, unsure: [] };
  const contents = findContents(markColumns(lines));
  const isEntry = (at: number): boolean => contents !== undefined && at > contents.from && at < contents.to;
  const opensTitle = titlesOf(contents ? lines.slice(contents.from, contents.to) : []);
  const isApart = (at: number): boolean => isEntry(at) || opensTitle(lines[at]);
  const read = (measure: Measure) => {
    const wrapping = wrappingBy(measure, lines, isApart);
    return { ...readBreaks(lines, wrapping), wrapping };
  };
  const best = cheapest([read(likeliest), ...others.map(read)], clearlyCheaper);
  const { measure } = best.wrapping;
  const { breaks } = readAgain(lines, best.wrapping, best);
  const whole: [Line, ...Line[]][] = [];
  lines.forEach((line, at) => {
    const last = whole.at(-1);
    const { isJoined = false, margin = 0 } = breaks[at] ?? {};
    if (last && isJoined) last.push(line);
    else whole.push([margin >= sure ? { ...line, opens: true } : line]);
  });
  const unsure = lines.flatMap(({ number }, at) => ((breaks[at]?.margin ?? Infinity) < sure ? [number] : []));
  return { lines: whole.map((parts) => joinLines(parts, measure)), joined: lines.length - whole.length, unsure, measure };
}

/** Characters that a title and a sentence hardly open with alike. */
const tellingOpening = 8;

/** Whether a line is an entry of the contents, or its first half: there a title opens. */
function titlesOf(entries: readonly Line[]): (line: Line | undefined) => boolean {
  const byOpening = new Map<string, string[]>();
  for (const { loose } of entries) {
    const opening = loose.slice(0, tellingOpening);
    byOpening.set(opening, [...(byOpening.get(opening) ?? []), loose]);
  }
  return (line) => {
    if (!line || line.loose.length < tellingOpening) return false;
    return byOpening.get(line.loose.slice(0, tellingOpening))?.some((entry) => entry.startsWith(line.loose)) ?? false;
  };
}

/** Share of the cost by which another measure has to be cheaper than the likeliest. */
const clearlyCheaper = 0.1;

/** How the lines are wrapped if it is at this measure. */
function wrappingBy(measure: Measure, lines: readonly Line[], isApart: (at: number) => boolean): Wrapping {
  const isFull = (line: Line): boolean => lineColumns(line, measure.ruler) >= measure.columns - slack;
  const indent = indentOf(lines, isFull);
  const adjacent = isSpaced(lines, isFull);
  return {
    measure,
    isApart: (at) => isApart(at) || areApart(lines[at - 1], lines[at], adjacent),
    isParted: !adjacent && isParted(lines),
    ...(indent === undefined ? {} : { indent }),
  };
}

/** Whether a line is none of the paragraph before by what both are. `mayBeSpaced`: an empty line between says nothing. */
function areApart(before: Line | undefined, line: Line | undefined, mayBeSpaced: boolean): boolean {
  if (!before || !line) return true;
  return (
    line.isParagraph ||
    before.isParagraph ||
    !(line.isAdjacent || line.followsPage || mayBeSpaced) ||
    standsApart(line) ||
    standsApart(before)
  );
}

const fewestParted = 3;

/** Whether empty lines stand between paragraphs: behind sentences, before lines that are nothing but text. */
function isParted(lines: readonly Line[]): boolean {
  const isText = (line: Line | undefined): boolean => line !== undefined && !standsApart(line) && line.text.length >= shortestText;
  const parted = lines.filter((line, at) => {
    const before = lines[at - 1];
    return before && !line.isAdjacent && !line.followsPage && isText(line) && !standsApart(before) && stop.test(before.text);
  });
  return parted.length >= fewestParted;
}

/** Characters of a line that is no heading. */
const shortestText = 16;

/** From this many columns on, an indent is not that of a paragraph. */
const widestIndent = 8;
const fewestIndented = 2;

/**
 * Blanks that paragraphs open with, at least: pages laid out by words of a PDF may keep one, always where a paragraph can
 * end. Undefined where paragraphs are not indented, or lists are set so that their further lines are.
 */
function indentOf(lines: readonly Line[], isFull: (line: Line) => boolean): number | undefined {
  const opened = lines.flatMap((line, at) => (line.indent === 1 && isFull(line) ? [lines[at - 1]] : []));
  const least = opened.length >= 2 && opened.every((before) => !before || !isFull(before) || stop.test(before.text)) ? 1 : 2;
  const isIndented = ({ indent }: Line): boolean => indent >= least && indent < widestIndent;
  const further = furtherLines(lines, isFull);
  if (further.length > 0 && further.filter(isIndented).length * 2 > further.length) return undefined;
  return lines.filter(isIndented).length >= fewestIndented ? least : undefined;
}

/** Lines behind a full line that ended within a sentence. */
function furtherLines(lines: readonly Line[], isFull: (line: Line) => boolean): readonly Line[] {
  return lines.filter((_line, at) => {
    const before = lines[at - 1];
    return before && !standsApart(before) && isFull(before) && !stop.test(before.text);
  });
}

/** Whether empty lines stand between all lines, those within a sentence too, and so say nothing. */
function isSpaced(lines: readonly Line[], isFull: (line: Line) => boolean): boolean {
  const further = furtherLines(lines, isFull).filter(({ followsPage }) => !followsPage);
  return further.length >= fewestParted && further.filter(({ isAdjacent }) => !isAdjacent).length >= further.length * mostSpaced;
}

const mostSpaced = 0.8;

/** Lines that are whole by what they are: headings, sources, labels of the tail, column names. */
function standsApart(line: Line): boolean {
  if (line.heading !== undefined || line.role !== undefined || line.isQuoted || line.align === 'right') return true;
  // Set in columns, as the organ and date of a masthead and running heads are.
  if (/\S\s{3,}\S/u.test(line.text)) return true;
  // A head of a mail, which no program breaks.
  if (/^(?:发件人|寄件人|收件人|主题|发送时间|from|to|cc|subject|sent)\s*[：:]/iu.test(line.text)) return true;
  // An entry of the contents, with leaders and its page.
  if (/(?:…{2,}|[.．·]{4,})[^…，。；：]{0,30}\d[)）]?$/u.test(line.text.slice(-60))) return true;
  return (
    sourceUnits(line.rich) !== undefined ||
    plainUnits(line) !== undefined ||
    isTailLine(line) ||
    /^[〔【[［][^〕】\]］]{2,16}[〕】\]］]$/u.test(line.text)
  );
}

/** The one line that several make. */
function joinLines([first, ...others]: readonly [Line, ...Line[]], { ruler }: Measure): Line {
  if (others.length === 0) return first;
  const parts = [first.rich];
  let end = first.text;
  for (const { rich, text } of others) {
    const isParted = !ruler.cutsWords && isBlankLost(end, text);
    if (isParted) parts.push(added(' '));
    parts.push(rich);
    end = `${end}${isParted ? ' ' : ''}${text}`.slice(-longestEnd);
  }
  return withRich(first, concat(parts));
}

/** Characters of what stands before a line that are looked at. */
const longestEnd = 400;

/** Whether a line ended at the blank between two Latin words, not within an address or behind a hyphen. */
function isBlankLost(before: string, text: string): boolean {
  if (!/^[A-Za-z0-9]/u.test(text)) return false;
  const word = /[!-~]*$/u.exec(before)?.[0] ?? '';
  // A number that fills its line was cut, one behind a word was not.
  if (/\d$/u.test(word) && /^\d/u.test(text)) return false;
  return /[A-Za-z0-9,;:.)]$/u.test(word) && !/[@\\]|:\/\/|^www\./u.test(word);
}
