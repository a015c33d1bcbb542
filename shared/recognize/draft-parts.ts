/** Where one manuscript ends and the next begins in a file that holds several. */
import { bulletLength, openingNumber } from './bullets.js';
import { isKnownColumnLabel } from './column-names.js';
import { coverReport } from './draft-letters.js';
import { isFieldLine, isSenderLine, isUnitLine } from './draft-fields.js';
import { numberLevel } from '../document/heading-level.js';
import { toLoose } from './line.js';
import type { Line } from './line.js';
import { isAppendixName } from './official-frame.js';
import { boldOpeningLength } from './rich-text.js';
import { trailingSourceStart, unitBefore } from './sources.js';
import { isSubtitle, isTitleLike } from './titles.js';

const label =
  /^[【[（(]?\s*(?:稿件|来稿|信息稿?|(?:交流|经验|典型|发言)?材料|篇目|附\s*件|第)\s*之?\s*[（(]?[一二三四五六七八九十\d]{1,3}\s*[篇条则件]?[）)]?\s*[】\])）]?\s*[：:.．、]?$/u;
const appendix = /^[【（(]?(?:附|注|联系|编者|来源|责任|备注|说明|抄送|主题词|链接|相关)/u;
/** How a piece of news opens whose byline stands in its text: 本报讯（记者 张示例）. */
const opensNews = /^(?:本报|本刊|本网|本台)[^，。]{0,8}讯\s*[（(]/u;
/** Words a manuscript has at least beside its title, in characters. */
const shortestText = 30;
/** The same where the file itself numbers its manuscripts, or gives their titles a style of headings. */
const shortestLabelled = 12;
const mostTitleLines = 3;

/** Indices of the lines at which manuscripts begin, the first one's included; one index where there is only one. */
export function findParts(lines: readonly Line[]): readonly number[] {
  for (const find of [labelled, attached, titled, numberedAlone, listed, openedByUnits, closedBySources, openedByBylines, openedByMarks]) {
    const starts = [...new Set([0, ...find(lines).filter((at) => !lines.slice(0, at).every(isEnd))])].sort((left, right) => left - right);
    const isMarked =
      find === labelled || find === attached || find === titled || starts.every((start) => lines[start]?.heading !== undefined);
    const shortest = isMarked ? shortestLabelled : shortestText;
    const fewest = (start: number): number => (kindOfPiece.test(lines[start]?.text ?? '') ? shortestLabelled : shortest);
    const hasText = starts.every((start, at) => textLength(lines.slice(start, starts[at + 1])) >= fewest(start));
    if (starts.length > 1 && hasText) return starts;
  }
  return [0];
}

/** Whether a line only numbers the manuscripts of a file: 稿件一, 第二篇. */
export function isPartLabel(line: Line): boolean {
  return label.test(line.text) || soleAppendix.test(line.text);
}

/** A number alone on its line, （一）, over a title. */
export function isNumberOver(line: Line | undefined, title: Line | undefined): boolean {
  return line !== undefined && title !== undefined && bareNumber.test(line.text) && isTitleLike(title);
}

const bareNumber = /^(?:[（(【]\s*[一二三四五六七八九十\d]{1,3}\s*[）)】]|[一二三四五六七八九十]{1,3}[、.．]?)$/u;

/** At each of several numbers on lines of their own, each over a title with its text. */
function numberedAlone(lines: readonly Line[]): readonly number[] {
  const starts = lines.flatMap(({ text }, at) => (bareNumber.test(text) ? [at] : []));
  const areOver = starts.every((at) => isNumberOver(lines[at], lines[at + 1]) && textFollows(lines, at + 1));
  const heads = lines.slice(0, starts[0]);
  if (starts.length < 2 || !areOver || !heads.every(isTitleLike) || heads.length > mostTitleLines) return [];
  return starts.slice(1).every((at) => isEnd(lines[at - 1] as Line)) ? starts.slice(1) : [];
}

function labelled(lines: readonly Line[]): readonly number[] {
  const starts = lines.flatMap((line, at) => (isPartLabel(line) ? [at] : []));
  // Appendices are of the document before them, unless that only sends them along.
  const isAppendix = /^[【（([]?\s*附/u.test(lines[starts[0] ?? -1]?.text ?? '');
  const opening = lines.slice(0, starts[0]);
  const isSent = opening.some(({ text }) => coverReport.test(text));
  if (isAppendix && textLength(opening) >= shortestText && !isSent) return [];
  const title = isAppendix && isSent ? lines[opening.length + 1] : undefined;
  return starts.length > 1 || (title && isTitleLike(title)) ? starts : [];
}

/** What stands over the one manuscript that a report sends along. */
const soleAppendix = /^附\s*件\s*[1一]?\s*[：:]?$/u;

/** At the title of a manuscript that a report sends along and names: 附件：甲镇书香进巷. */
function attached(lines: readonly Line[]): readonly number[] {
  if (!lines.slice(0, mostTitleLines).some(({ text }) => coverReport.test(text))) return [];
  const names = new Set(lines.flatMap((line) => (isAppendixName(line) ? [toLoose(line.text.replace(appendixNumber, ''))] : [])));
  return lines.flatMap((line, at) => (names.has(line.loose) && isTitleLike(line) && textFollows(lines, at) ? [at] : []));
}

const appendixNumber = /^附\s*件\s*\d{0,2}\s*[：:]\s*(?:\d{1,2}\s*[.．、])?\s*/u;

/** At each of several titles that the file itself names as such: 稿件名称：…. */
function titled(lines: readonly Line[]): readonly number[] {
  const starts = lines.flatMap((line, at) => (line.role === 'title' && line.opensPart && textFollows(lines, at) ? [at] : []));
  return starts.length > 1 ? starts.slice(1) : [];
}

/** Whether a line is a whole text that opens with a mark (▲) or a number. */
export function isEntry(line: Line): boolean {
  return (bulletLength(line.text) > 0 || openingNumber(line.text) !== undefined) && isText(line);
}

/** At each of several texts that open with a mark (▲), or count up, and name their source: at their end, or on the line below. */
function listed(lines: readonly Line[]): readonly number[] {
  const starts = lines.flatMap((line, at) => (isEntry(line) ? [at] : []));
  const numbers = starts.map((at) => openingNumber(lines[at]?.text ?? ''));
  if (numbers.some((value, at) => value !== (numbers[0] === undefined ? undefined : at + 1))) return [];
  const areSourced = starts.every((start, at) => {
    const part = lines.slice(start, starts[at + 1]);
    return part.some((line) => trailingSourceStart(line.text) !== undefined || isSenderLine(line));
  });
  if (starts.length < 2 || !areSourced) return [];
  // What names the column, or all of them, stands over the first.
  const heads = lines.slice(0, starts[0]);
  const isNamed = heads.length <= mostTitleLines && heads.every((line) => isKnownColumnLabel(line) || isTitleLike(line));
  return isNamed ? starts.slice(1) : starts;
}

/** At each of several pieces that count up and open with another unit each, though none names its source: 1.甲镇：……, 2.乙镇：……. */
function openedByUnits(lines: readonly Line[]): readonly number[] {
  const counted = lines.flatMap((line, at) => (openingNumber(line.text) === undefined ? [] : [{ line, at }]));
  const units = counted.map(({ line, at }, index) => {
    const isPiece = openingNumber(line.text) === index + 1 && (isEntry(line) || (isTitleLike(line) && textFollows(lines, at)));
    const words = line.text.replace(/^\d{1,2}\s*[.．、]\s*/u, '');
    const unit = isPiece ? unitBefore(words.slice(0, longestOpening)) : undefined;
    return unit !== undefined && words.charAt(unit.length) === '：' ? unit : undefined;
  });
  const areOthers = units.length > 1 && !units.includes(undefined) && new Set(units).size === units.length;
  const heads = lines.slice(0, counted[0]?.at);
  return areOthers && heads.length <= mostTitleLines && heads.every(isTitleLike) ? counted.slice(1).map(({ at }) => at) : [];
}

/** Longest name that a title opens with, and the colon. */
const longestOpening = 24;

/** Behind each line of source, signature or byline that closes a text, where another title with a text follows. */
function closedBySources(lines: readonly Line[]): readonly number[] {
  const numbered = piecesUnderName(lines);
  const isNumbered = numberLevel(lines[0]?.text ?? '') !== undefined || numbered.length > 0;
  const starts = lines.flatMap((line, at) => {
    const [before, next] = [lines[at - 1], lines[at + 1]];
    if (!before || !next || !isEnd(line) || isEnd(next) || !(isText(before) || isEnd(before))) return [];
    if (!closesText(lines, at) || !canOpen(next, isNumbered)) return [];
    return textFollows(lines, at + 1) ? [at + 1] : [];
  });
  // Under one name all that is numbered is a piece, or all of it is headings.
  const last = lines.at(-1);
  const isWhole = numbered.length === 0 || (numbered.every((at) => starts.includes(at)) && last !== undefined && isEnd(last));
  return isWhole ? starts : starts.filter((at) => numberLevel(lines[at]?.text ?? '') === undefined);
}

/** Numbered titles of the depth of the first one, behind it, where it stands under a title of its own: 一、甲镇…… below 一季度信息. */
function piecesUnderName(lines: readonly Line[]): readonly number[] {
  const first = lines.slice(0, mostTitleLines).findIndex(({ text }) => numberLevel(text) !== undefined);
  if (first < 1 || !lines.slice(0, first + 1).every(isTitleLike)) return [];
  const level = numberLevel(lines[first]?.text ?? '');
  return lines.flatMap(({ text }, at) => (at > first && numberLevel(text) === level ? [at] : []));
}

/** Whether the run of closing lines up to `at` stands behind a text and names who sent it. */
function closesText(lines: readonly Line[], at: number): boolean {
  let first = at;
  while (first > 0 && isEnd(lines[first - 1] as Line)) first -= 1;
  const before = lines[first - 1];
  return before !== undefined && isText(before) && lines.slice(first, at + 1).some(isSenderLine);
}

/** Before the titles of texts that each open with a byline or source. */
function openedByBylines(lines: readonly Line[]): readonly number[] {
  const starts = lines.flatMap((line, at) => {
    const [before, next] = [lines[at - 1], lines[at + 1]];
    const isHead = opensNews.test(line.text) || (isSenderLine(line) && next !== undefined && isText(next));
    if (!before || !isHead || !(isTitleLike(before) || isSubtitle(before))) return [];
    let start = at - 1;
    while (start > 0 && at - start < mostTitleLines && (isSubtitle(lines[start] as Line) || isTitleLike(lines[start - 1] as Line)))
      start -= 1;
    return [start];
  });
  if (starts.length <= (opensNews.test(lines[0]?.text ?? '') ? 0 : 1)) return [];
  return [...starts, ...lines.flatMap((_line, at) => (opensByKind(lines, at) ? [at] : []))];
}

/** What a newspaper calls a piece over its title. */
const kindOfPiece = /^(?:短评|时评|评论|社论|言论|特写|侧记|消息)$/u;

function opensByKind(lines: readonly Line[], at: number): boolean {
  const [before, kind, title] = [lines[at - 1], lines[at], lines[at + 1]];
  if (!before || !kind || !title || !kindOfPiece.test(kind.text)) return false;
  return isText(before) && isTitleLike(title) && textFollows(lines, at + 1);
}

/** At lines on a new page, or behind a line that parts texts, which are dressed like the first title; at long headings of the first depth. */
function openedByMarks(lines: readonly Line[]): readonly number[] {
  const first = lines[0];
  if (!first || !isTitleLike(first)) return [];
  const opens = (line: Line, at: number) => at > 0 && isTitleLike(line) && numberLevel(line.text) === undefined && textFollows(lines, at);
  const parted = lines.flatMap((line, at) =>
    line.opensPart && opens(line, at) && isDressedAlike(first, line) && isText(lines[at - 1] as Line) ? [at] : [],
  );
  if (parted.length > 0) return parted;
  const heads = lines.flatMap((line, at) => (line.heading !== undefined && line.heading === first.heading ? [at] : []));
  const areTitles = heads.every((at) => (lines[at]?.text.length ?? 0) >= 10 && textFollows(lines, at));
  return heads.length > 1 && areTitles ? heads.filter((at) => opens(lines[at] as Line, at) && isText(lines[at - 1] as Line)) : [];
}

function isDressedAlike(left: Line, right: Line): boolean {
  const isBold = (line: Line) => boldOpeningLength(line.rich) === line.text.length;
  return left.heading === right.heading && left.role === right.role && left.align === right.align && isBold(left) === isBold(right);
}

function isEnd(line: Line): boolean {
  return isFieldLine(line) || isUnitLine(line);
}

function canOpen(line: Line, isNumbered: boolean): boolean {
  return isTitleLike(line) && !appendix.test(line.text) && (isNumbered || numberLevel(line.text) === undefined) && line.text.length >= 4;
}

function textFollows(lines: readonly Line[], at: number): boolean {
  return lines.slice(at + 1, at + 6).some(isText);
}

function isText(line: Line): boolean {
  const isSentence = /[。！？…][”’]?$/u.test(line.text) || trailingSourceStart(line.text) !== undefined;
  return !isEnd(line) && (line.text.length >= 50 || (line.text.length >= 12 && isSentence));
}

function textLength(lines: readonly Line[]): number {
  return lines.filter(isText).reduce((sum, { text }) => sum + text.length, 0);
}
