/** Briefs whose titles stand before their text on the same line, apart by more than a stop: [标题]正文, ●标题　正文, 标题：正文. */
import type { Ledger } from './ledger.js';
import { lineBehind, withRich } from './line.js';
import type { Line } from './line.js';
import { boldOpeningLength, slice, trim } from './rich-text.js';
import { looksLikeUnits } from './sources.js';

const bracketed = /^(?:【[^【】。；]{4,40}】|\[[^[\]。；]{4,40}\]|［[^［］。；]{4,40}］|〔[^〔〕。；]{4,40}〕)(?=\s*[^\s，。；：、])/u;
/** Behind the mark of a list only, and wider than the blank that parts two half-titles. */
const apart = /^[^\s，。；：]{6,40}(?= {2,}\S|\u3000\s*\S)/u;
/** The same where one blank parts all of them, or one alone, from texts whose first sentence goes on behind a comma; one alone opens with a day. */
const apartByBlank = /^[^\s，。；：]{6,40}(?= [^\s，。；]{2,40}，[^\s。]{4})/u;
const named = /^(?:(\p{Script=Han}{2,10})[：:]|【(\p{Script=Han}{2,10})】)(?=\S)/u;
const titled = /^(?!近日|日前|近期|今年|截至|目前)[^\d，。；：！？][^，。；：！？]{5,39}。/u;
/** Behind a colon, where all briefs have it so. */
const beforeColon = /^[^\d，。；：！？][^，。；：！？]{7,39}(?=[：:])/u;
/** Columns of news, whose texts with such openings are briefs. */
const newsColumn = /讯|动态|集锦|快递|速递|速览|传真|荟萃/u;
/** Text behind a title, at least, in characters. */
const shortestText = 20;

/** Whether a line is a title in brackets with its text behind it. */
export function opensWithBracketedTitle({ text }: Line): boolean {
  return titleLength(bracketed, text) > 0;
}

/** Whether a column has only texts that each name another place or unit before them: 甲县：……, 【乙县】……. What a page end parted counts with the text before it. */
export function areNamed(lines: readonly Line[]): boolean {
  const names = lines.flatMap((line) => nameOf(line) ?? (line.followsPage ? [] : ''));
  return names.length > 1 && new Set(names).size === names.length && !names.includes('');
}

/** The place or unit a text names before it. */
function nameOf({ table, text }: Line): string | undefined {
  const match = table || text.length < shortestText ? null : named.exec(text);
  const name = match?.[1] ?? match?.[2];
  return name && looksLikeUnits([{ text: name, spans: [] }]) ? name : undefined;
}

/** Whether each text of a column of news has its title before a colon: 甲县团委举办书市：5月6日，……. */
export function areBeforeColons(key: string, lines: readonly Line[]): boolean {
  const isOpening = (line: Line): boolean => !line.table && line.role === undefined && titleLength(beforeColon, line.text) > 0;
  return newsColumn.test(key) && lines.filter(isOpening).length > 1 && lines.every((line) => isOpening(line) || line.followsPage);
}

/** Whether texts, nothing else, each open with a short sentence that is their title: 甲县举办书市。5月6日，……. */
function areTitled(lines: readonly Line[]): boolean {
  const isPlain = (line: Line): boolean => !line.isListed && line.role === undefined && boldOpeningLength(line.rich) === 0;
  return lines.every((line) => isPlain(line) && (titleOf(line) !== undefined || line.followsPage));
}

/** The short first sentence of a text, which is no news by itself. */
function titleOf({ table, text }: Line): string | undefined {
  const title = table ? undefined : titled.exec(text)?.[0];
  return title && text.length - title.length >= shortestText ? title : undefined;
}

/** The lines of a column of briefs with each such title on a line of its own; its brackets are left aside. */
export function partRunInTitles(key: string, lines: readonly Line[], ledger: Ledger): readonly Line[] {
  const opens = areNamed(lines) ? nameOf : areTitled(lines) ? titleOf : undefined;
  if (opens) return lines.map((line) => (opens(line) ? { ...line, isListed: true } : line));
  const hasColons = areBeforeColons(key, lines);
  const listed = lines.filter(({ isListed }) => isListed);
  const areAlike = listed.length > 1 || listed.some(({ text }) => /^\S{6,40} \d/u.test(text));
  const behindMark = areAlike && listed.every(({ text }) => titleLength(apartByBlank, text) > 0) ? apartByBlank : apart;
  return lines.flatMap((line) => {
    const found = line.table || line.role !== undefined ? undefined : openingOf(line, hasColons, behindMark);
    if (!found) return [line];
    const { start, end, marks } = found;
    for (const at of marks) ledger.leave(slice(line.rich, at, at + 1), '简讯标题的括号、冒号，专报不印');
    const title = withRich({ ...line, role: 'title', pictures: [] }, trim(slice(line.rich, start, end)));
    return [title, lineBehind(line, Math.max(end, ...marks.map((at) => at + 1)))];
  });
}

/** Where the title of a brief stands before its text, and the marks around it. */
interface Opening {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly number[];
}

function openingOf(line: Line, hasColons: boolean, behindMark: RegExp): Opening | undefined {
  const inBrackets = titleLength(bracketed, line.text);
  if (inBrackets > 0) return { start: 1, end: inBrackets - 1, marks: [0, inBrackets - 1] };
  const colon = hasColons ? titleLength(beforeColon, line.text) : 0;
  if (colon > 0) return { start: 0, end: colon, marks: [colon] };
  const end = line.isListed ? titleLength(behindMark, line.text) : 0;
  return end > 0 ? { start: 0, end, marks: [] } : undefined;
}

function titleLength(pattern: RegExp, text: string): number {
  const length = pattern.exec(text)?.[0].length ?? 0;
  return length > 0 && text.length - length >= shortestText && /[。！？]/u.test(text.slice(length)) ? length : 0;
}
