/** Columns of an issue known by what they have in common: dressed alike, set in the middle, numbered, over briefs. */
import { bulletLength } from './bullets.js';
import { candidateOf, isColumnName, longestBareName, notColumn, ornamentBefore, ornamented, possibleName } from './column-marks.js';
import type { Candidate } from './column-marks.js';
import { numberOf } from './dates.js';
import { numberLevel } from '../document/heading-level.js';
import { isSignedSentence } from './signed-sentence.js';
import { isMastheadLike } from './masthead-like.js';
import { slice, trim } from './rich-text.js';
import type { Rich } from './rich-text.js';
import type { Line } from './line.js';
import { looksLikeUnits, plainUnits, sourceUnits, trailingSourceStart } from './sources.js';

/** 一、上级精神 of contents and body is the column 上级精神. */
export function withoutNumber({ name, mark }: Candidate): Rich {
  const length = mark === 'bare' ? (numbered.exec(name.text)?.[0].length ?? 0) : 0;
  return length === 0 ? name : trim(slice(name, length));
}

/**
 * Names dressed as other columns are: between the same ornaments, ★图片新闻★, whatever follows; behind the same ornament, ◆ 科室风采,
 * where it stands before short names only; between the same brackets where a title with its source follows.
 */
export function markAlike(lines: readonly Line[], candidates: readonly (Candidate | undefined)[]): readonly Line[] {
  const others = new Set(
    lines.flatMap((line, at) => ((candidates[at]?.key.length ?? Infinity) <= longestCentredName ? [] : (signOf(line) ?? []))),
  );
  const dress = (line: Line): string | undefined => {
    const sign = signOf(line);
    return ornamented.exec(line.text)?.[1] ?? (sign === undefined || others.has(sign) ? undefined : sign);
  };
  const known = new Set(lines.flatMap((line) => (line.column ? (dress(line) ?? []) : [])));
  const openers = new Set(lines.flatMap(({ column, text }) => (column ? [text.charAt(0)] : [])));
  const isBetween = (line: Line, at: number): boolean => candidates[at]?.mark === 'likely' && openers.has(line.text.charAt(0));
  const areAllOver = lines.every((line, at) => line.column !== undefined || !isBetween(line, at) || isOverTitle(lines, at));
  return lines.map((line, at) => {
    const candidate = line.column ? undefined : candidates[at];
    if (!candidate) return line;
    if (areAllOver && isBetween(line, at)) return { ...line, column: candidate.name };
    const isAfterSource = isClosing(lines[at - 1]) && candidate.key.length <= longestCentredName;
    const isBracketed = candidate.mark === 'likely' && openers.has(line.text.charAt(0)) && (isAfterSource || isOverSource(lines, at));
    return known.has(dress(line) ?? ' ') || isBracketed ? { ...line, column: candidate.name } : line;
  });
}

/** Whether a title or a brief stands right below and its source below that; between two texts of one article it is a heading. */
function isOverSource(lines: readonly Line[], at: number): boolean {
  const [before, next] = [lines[at - 1], lines[at + 1]];
  const isInside = before !== undefined && next !== undefined && isRunningText(before) && isRunningText(next);
  return !isInside && lines.slice(at + 2, at + 3).some(isSourceLine);
}

/** Whether a title stands right below and its text below that, as they do below the name of a column and not below a heading. */
function isOverTitle(lines: readonly Line[], at: number): boolean {
  const [title, text] = [lines[at + 1], lines[at + 2]];
  if (!title || !text || isRunningText(title) || !isRunningText(text)) return false;
  return title.loose.length > longestCentredName && numberLevel(title.text) === undefined && !/[。；，、：]$/u.test(title.text);
}

/** Whether a line names who sent an article in, alone or behind its text. */
export function isClosing(line: Line | undefined): boolean {
  return line !== undefined && (isSourceLine(line) || trailingSourceStart(line.text) !== undefined);
}

/** The ornament before a line's words. */
function signOf({ text }: Line): string | undefined {
  return ornamentBefore.exec(text)?.[0];
}

/** Fewest short names in the middle over headings that are columns. */
const fewestCentred = 2;

/** Short names set in the middle, each over a heading, where the file has several. */
export function markCentred(lines: readonly Line[], candidates: readonly (Candidate | undefined)[]): readonly Line[] {
  const isName = lines.map((line, at) => {
    const [candidate, next] = [candidates[at], lines[at + 1]];
    const isPlain = line.align === 'center' && line.heading === undefined && line.role === undefined;
    return isPlain && candidate !== undefined && candidate.key.length <= longestCentredName && next?.heading !== undefined;
  });
  if (isName.filter((is) => is).length < fewestCentred) return lines;
  return lines.map((line, at) => (isName[at] && !line.column ? { ...line, column: candidates[at]?.name ?? line.rich } : line));
}

const longestCentredName = 8;

/** Fewest bare names, and the longest of them in characters, each over a title, that are columns. */
const [fewestOpening, longestOpening] = [2, 6];

/**
 * Bare short names that each stand over a title with its text: the first opens the body, right under the masthead, the others
 * follow a source. Where they are columns the first article has one, so nothing else may stand between it and the masthead.
 */
export function markOpening(lines: readonly Line[], candidates: readonly (Candidate | undefined)[]): readonly Line[] {
  const textAt = lines.findIndex(isRunningText);
  const isOpening = lines.map((line, at) => opensOwn(lines, candidates, at) && !line.column);
  const first = isOpening.indexOf(true);
  const above = lines[first - 1];
  const isUnderMasthead = above !== undefined && (isMastheadLike(above) ? first < textAt : isSignedSentence(above.text));
  const hasColumn = lines.slice(0, Math.max(0, textAt, first)).some(({ column }) => column);
  if (!isUnderMasthead || hasColumn || isOpening.filter(Boolean).length < fewestOpening) return lines;
  return lines.map((line, at) => (isOpening[at] ? { ...line, column: line.rich } : line));
}

/**
 * Names in brackets that each stand over news behind marks: the first right under the masthead, where an article would have its title,
 * the others behind a text.
 */
export function markOverNews(lines: readonly Line[], candidates: readonly (Candidate | undefined)[]): readonly Line[] {
  const isOver = lines.map((_, at) => {
    const [mark, next] = [candidates[at]?.mark, lines[at + 1]];
    return (mark === 'likely' || mark === 'sure') && next !== undefined && (isNews(next) || isSourcedItem(next));
  });
  const first = isOver.indexOf(true);
  const isOpening = first > 0 && isMastheadLike(lines[first - 1] as Line);
  const areBehindText = isOver.every((is, at) => !is || at === first || isRunningText(lines[at - 1] as Line));
  if (!isOpening || !areBehindText || isOver.filter(Boolean).length < fewestOpening) return lines;
  return lines.map((line, at) => (isOver[at] && !line.column ? { ...line, column: candidates[at]?.name ?? line.rich } : line));
}

/** Whether a line is a bare short name behind a masthead or a source, over a longer title and its text. */
function opensOwn(lines: readonly Line[], candidates: readonly (Candidate | undefined)[], at: number): boolean {
  const [candidate, before, line, title] = [candidates[at], lines[at - 1], lines[at], lines[at + 1]];
  if (candidate?.mark !== 'bare' || candidate.key.length > longestOpening || !before || !line || !title) return false;
  if (!/^\p{Script=Han}+$/u.test(candidate.key) || numberLevel(line.text) !== undefined || plainUnits(line)) return false;
  const isFree = isMastheadLike(before) || isSignedSentence(before.text) || isSourceLine(before) || plainUnits(before) !== undefined;
  const isTitle = !isRunningText(title) && title.loose.length > longestOpening && !/[。；，、：]$/u.test(title.text);
  return isFree && isTitle && !isMastheadLike(title) && !isSourceLine(title) && lines.slice(at + 2, at + 4).some(isRunningText);
}

/** What several briefs are called together, in the contents or over them: 简讯四则. */
export const sumOfBriefs =
  /^((?:工作|要闻|信息|基层|部门)?(?:简\s*讯|短\s*讯|快\s*讯|要\s*讯|动\s*态|信\s*息))\s*[〇零一二两三四五六七八九十\d]{1,3}\s*[则条篇]$/u;

/** The lines with 短讯三则, or a short name over texts with a source each, as the name of a column: what stands below has a mark or number. */
export function markSums(lines: readonly Line[]): readonly Line[] {
  return lines.map((line, at) => {
    if (line.column) return withoutSum(line, line.column);
    if (line.table) return line;
    const name = sumOfBriefs.exec(line.text)?.[1];
    const below = lines.slice(at + 1, at + 3);
    if (name && below[0] && isRunningText(below[0]) && isBulleted(below[0])) return { ...line, column: slice(line.rich, 0, name.length) };
    const isOver = below.length === 2 && below.every(isSourcedItem);
    const isName = line.text.length <= longestBareName && possibleName.test(line.text) && numberLevel(line.text) === undefined;
    const isOverNews = isColumnName(line.text.replace(/\s/gu, '')) && isNewsList(below);
    return (isOver || isOverNews) && isName ? { ...line, column: candidateOf(line)?.name ?? line.rich } : line;
  });
}

/** ◎简讯三则, known by its mark, is the column 简讯 too. */
function withoutSum(line: Line, column: Rich): Line {
  const name = sumOfBriefs.exec(column.text)?.[1];
  return name ? { ...line, column: slice(column, 0, name.length) } : line;
}

/** Shortest item of news, in characters. */
const shortestNews = 30;

/** Short items of news behind the same mark, which a list within an article, whose items are no texts of their own, is not. */
function isNewsList(lines: readonly Line[]): boolean {
  return lines.length === 2 && lines.every(isNews);
}

function isNews(line: Line): boolean {
  return isRunningText(line) && bulletLength(line.text) > 0 && line.text.length >= shortestNews;
}

/** A short item behind a mark or number, with its source at its end. */
function isSourcedItem(line: Line): boolean {
  return isBulleted(line) && trailingSourceStart(line.text) !== undefined;
}

function isBulleted({ text }: Line): boolean {
  return bulletLength(text) > 0 || numberLevel(text) === 3;
}

const numbered = /^([一二三四五六七八九十]{1,3})、\s*(?=\S)/u;
/** （一）重点工作, as headings have it more often. */
const bracketedNumber = /^[（(]([一二三四五六七八九十]{1,3})[）)]\s*(?=\S)/u;

/**
 * The columns of an issue that only numbers them: 一、重点工作. They count up, are short names, open with a title or a
 * brief, and stand behind the source of the article before; as the headings within an article do not.
 */
export function markNumbered(lines: readonly Line[]): readonly Line[] {
  const marked = markNumberedBy(lines, numbered);
  return marked === lines ? markNumberedBy(lines, bracketedNumber) : marked;
}

function markNumberedBy(lines: readonly Line[], number: RegExp): readonly Line[] {
  const names = lines.map((line): Rich | undefined => {
    const match = line.role === undefined && !line.table ? number.exec(line.text) : null;
    const name = match && trim(slice(line.rich, match[0].length));
    const key = name?.text.replace(/\s/gu, '') ?? '';
    return name && key.length <= longestNumberedName && possibleName.test(key) && !notColumn.test(key) ? name : undefined;
  });
  const found = names.flatMap((name, at) => (name ? [at] : []));
  const last = found.filter((at, place) => !found.slice(place + 1).some((later) => lines[later]?.loose === lines[at]?.loose));
  const areColumns =
    last.length > 1 &&
    ((number === numbered && last.every((at, place) => opensNumbered(lines, at, place))) ||
      areNumberedParts(lines, last, names, number) ||
      areListedParts(lines, found, names, number));
  return areColumns ? lines.map((line, at) => (names[at] ? { ...line, column: names[at] } : line)) : lines;
}

/**
 * Whether names that count up part the whole issue: the first stands right under the masthead, where an article would have its title,
 * and one at least is a name that columns have, or 1. stands right under the first.
 */
function areNumberedParts(lines: readonly Line[], found: readonly number[], names: readonly (Rich | undefined)[], number: RegExp): boolean {
  const first = found[0] ?? 0;
  const before = lines[first - 1];
  const hasName = haveColumnName(found, names) || numberLevel(lines[first + 1]?.text ?? '') === 3;
  return countUp(lines, found, number) && hasName && before !== undefined && isMastheadLike(before);
}

/**
 * Whether the contents have the same numbered names in the same order, before any text and with entries between them, and one at
 * least is a name that columns have.
 */
function areListedParts(lines: readonly Line[], found: readonly number[], names: readonly (Rich | undefined)[], number: RegExp): boolean {
  const half = found.length / 2;
  const [listed, parts] = [found.slice(0, half), found.slice(half)];
  const isSame = listed.length === parts.length && listed.every((at, place) => lines[at]?.loose === lines[parts[place] ?? -1]?.loose);
  const isBeforeText = !lines.slice(0, listed.at(-1)).some(isRunningText);
  const hasEntries = listed.some((at, place) => place > 0 && at - (listed[place - 1] ?? at) > 1);
  return isSame && isBeforeText && hasEntries && countUp(lines, listed, number) && haveColumnName(listed, names);
}

function countUp(lines: readonly Line[], found: readonly number[], number: RegExp): boolean {
  return found.every((at, place) => numberOf(number.exec(lines[at]?.text ?? '')?.[1] ?? '') === place + 1);
}

function haveColumnName(found: readonly number[], names: readonly (Rich | undefined)[]): boolean {
  return found.some((at) => isColumnName(names[at]?.text.replace(/\s/gu, '') ?? ''));
}

const longestNumberedName = 8;

function opensNumbered(lines: readonly Line[], at: number, place: number): boolean {
  const [before, line, next] = [lines[at - 1], lines[at], lines[at + 1]];
  if (!line || !next || numberOf(numbered.exec(line.text)?.[1] ?? '') !== place + 1) return false;
  const isBehindSource = before && (isSourceLine(before) || trailingSourceStart(before.text) !== undefined);
  if (place > 0 && !isBehindSource) return false;
  return isRunningText(next) ? trailingSourceStart(next.text) !== undefined : numberLevel(next.text) === undefined && !isSourceLine(next);
}

/** Whether a line is text of an article, not a title or a name. */
export function isRunningText(line: Line): boolean {
  return line.role === 'body' || line.text.length >= 60 || (line.text.length >= 16 && /[。！？]/u.test(line.text));
}

/** Whether a line names who sent an article in. */
export function isSourceLine(line: Line): boolean {
  const units = sourceUnits(line.rich);
  return line.role === 'source' || (units !== undefined && looksLikeUnits(units));
}
