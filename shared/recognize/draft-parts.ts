/** Where one manuscript ends and the next begins in a file that holds several. */
import { bulletLength, openingNumber } from './bullets.js';
import { isKnownColumnLabel } from './column-names.js';
import { coverReport } from './draft-letters.js';
import { division } from './draft-title.js';
import { isFieldLine, isSenderLine, isUnitLine } from './draft-fields.js';
import { numberLevel } from '../document/heading-level.js';
import { toLoose } from './line.js';
import type { Line } from './line.js';
import { isAppendixName } from './official-frame.js';
import { numberOf } from './dates.js';
import { boldOpeningLength, slice, trim } from './rich-text.js';
import { closesWithUnit, looksLikeUnits, sourceUnits, trailingSourceStart, unitBefore } from './sources.js';
import { isSubtitle, isTitleLike } from './titles.js';

const label =
  /^[【[（(]?\s*(?:稿件|来稿|信息稿?|(?:交流|经验|典型|发言)?材料|篇目|附\s*件|第)\s*之?\s*[（(]?[一二三四五六七八九十\d]{1,3}\s*[篇条则件]?[）)]?\s*[】\])）]?\s*[：:.．、]?$/u;
const appendix = /^[【（(]?(?:附|注|联系|编者|来源|责任|备注|说明|抄送|主题词|链接|相关)/u;
/** How a piece of news opens whose byline stands in its text: 本报讯（记者 张示例）. */
const opensNews = /^(?:本报|本刊|本网|本台)[^，。]{0,8}讯\s*[（(]/u;
/** Words a manuscript has at least beside its title, in characters. */
const shortestText = 20;
/** The same where the file itself numbers its manuscripts, or gives their titles a style of headings. */
const shortestLabelled = 12;
/** Shortest line, in characters, that is text because a sentence ends on it. */
const shortestSentence = 8;
const mostTitleLines = 3;

type Find = (lines: readonly Line[]) => readonly number[];

/** What shows where manuscripts begin, the surest first; `isSure` where the file itself says so, and a manuscript may be short. */
const ways: readonly { readonly find: Find; readonly isSure?: true }[] = [
  { find: labelled, isSure: true },
  { find: attached, isSure: true },
  { find: titled, isSure: true },
  { find: numberedAlone },
  { find: listed },
  { find: openedByUnits, isSure: true },
  { find: closedBySources },
  { find: openedByBylines },
  { find: countedInName, isSure: true },
  { find: countedFromTop, isSure: true },
  { find: titledWithSources, isSure: true },
  { find: titledByUnits, isSure: true },
  { find: titledByMarks, isSure: true },
  { find: openedByMarks },
];

/** Indices of the lines at which manuscripts begin, the first one's included; one index where there is only one. */
export function findParts(lines: readonly Line[]): readonly number[] {
  for (const { find, isSure } of ways) {
    const found = find(lines).filter((at) => !lines.slice(0, at).every(isEnd) && !division.test(lines[at]?.text ?? ''));
    const starts = [...new Set([0, ...found])].sort((left, right) => left - right);
    const isMarked =
      isSure === true ||
      starts.every((start) => lines[start]?.heading !== undefined) ||
      starts.slice(1).every((start) => bulletLength(lines[start]?.text ?? '') > 0);
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

/** At each of the pieces whose number the name over all of them says: 甲县信息三则. */
function countedInName(lines: readonly Line[]): readonly number[] {
  const first = lines.findIndex((line, at) => at > 0 && isTitleOver(lines, at) && !isSubtitle(line));
  const name = lines[0];
  const said = name && isTitleLike(name) && first > 0 && first <= mostTitleLines ? countInName.exec(name.text.slice(-longestCount)) : null;
  const level = numberLevel(lines[first]?.text ?? '');
  const starts = lines.flatMap(({ text }, at) => (isTitleOver(lines, at) && numberLevel(text) === level ? [at] : []));
  return said && starts.length > 1 && starts.length === numberOf(said[1] ?? '') ? starts.slice(1) : [];
}

const countInName = /([二两三四五六七八九十\d]{1,3})\s*[则篇条][）)]?$/u;
const longestCount = 6;

/** At each of several titles that count up from the first line on, which no other title stands over. */
function countedFromTop(lines: readonly Line[]): readonly number[] {
  const level = numberLevel(lines[0]?.text ?? '');
  const starts = lines.flatMap(({ text }, at) => (level !== undefined && numberLevel(text) === level ? [at] : []));
  return starts.every((at, index) => isTitleOver(lines, at) && countOf(lines[at]) === index + 1) ? starts.slice(1) : [];
}

function countOf(line: Line | undefined): number {
  return numberOf(/^[（(]?([一二三四五六七八九十\d]{1,3})/u.exec(line?.text ?? '')?.[1] ?? '');
}

/** At each of several titles of one depth that close with a unit in brackets each, as no headings do: 一、甲镇……（甲镇党委）. */
function titledWithSources(lines: readonly Line[]): readonly number[] {
  const titles = lines.flatMap((line, at) => (isTitleOver(lines, at) && closesWithUnit(line) ? [at] : []));
  const level = numberLevel(lines[titles[0] ?? -1]?.text ?? '');
  const alike = lines.flatMap((line, at) => (isTitleOver(lines, at) && numberLevel(line.text) === level ? [at] : []));
  const heads = lines.slice(0, titles[0]);
  const isNamed = heads.length <= mostTitleLines && heads.every(isTitleLike);
  return titles.length > 1 && isNamed && (level === undefined || alike.length === titles.length) ? titles.slice(1) : [];
}

/** At each of several titles without a number that open with another unit of one rank each, 甲区……, 乙区……: all the titles there are. */
function titledByUnits(lines: readonly Line[]): readonly number[] {
  const titles = lines.flatMap((line, at) => (isTitleOver(lines, at) && !isSubtitle(line) ? [at] : []));
  const units = titles.map((at) => unitBefore(withNameClosed(lines[at]?.text ?? '')));
  const ranks = new Set(units.map((unit) => (unit === undefined ? undefined : rankOf(unit))));
  const [first = 0] = titles;
  const isNamed = first === 0 || (first === 1 && isTitleLike(lines[0] as Line));
  return isNamed && titles.length > 1 && ranks.size === 1 && !ranks.has(undefined) && new Set(units).size === units.length
    ? titles.slice(1)
    : [];
}

/** At each of several titles behind a mark, △甲县……, under a name for all of them: 甲县动态. */
function titledByMarks(lines: readonly Line[]): readonly number[] {
  const [name] = lines;
  const titles = lines.flatMap((line, at) => (at > 0 && bulletLength(line.text) > 0 && isTitleOver(lines, at) ? [at] : []));
  const isNamed = titles[0] === 1 && name !== undefined && isTitleLike(name) && nameOfBriefs.test(name.text);
  return isNamed && titles.length > 1 ? titles.slice(1) : [];
}

const nameOfBriefs = /(?:动态|简讯|信息|快讯|集锦|要闻|短讯|短波|快报|汇总)$/u;

function rankOf(unit: string): string {
  return /[省市区县旗州]$/u.test(unit) ? '区县' : /(?:镇|乡|街道|社区|村)$/u.test(unit) ? '镇村' : '部门';
}

function isTitleOver(lines: readonly Line[], at: number): boolean {
  const [line, text] = [lines[at], lines[at + 1]];
  return line !== undefined && text !== undefined && isTitleLike(line) && isText(text);
}

/** Whether a text opens with a unit before a colon, as one of several pieces does: 甲镇：……. */
export function isUnitEntry(line: Line): boolean {
  return isText(line) && unitOpening(line.text) !== undefined;
}

/** 【甲县】 before a text or title as 甲县：. */
function withNameClosed(text: string): string {
  return text.replace(/^【([^】]{2,12})】/u, '$1：');
}

function unitOpening(text: string): string | undefined {
  const opening = withNameClosed(text.slice(0, longestOpening));
  const unit = unitBefore(opening);
  return unit !== undefined && opening.charAt(unit.length) === '：' ? unit : undefined;
}

/**
 * At each of several pieces that open with another unit each, though none names its source: 1.甲镇：……, 2.乙镇：……, or, where the
 * file has no other text, 甲镇：……, 乙镇：…….
 */
function openedByUnits(lines: readonly Line[]): readonly number[] {
  const texts = lines.flatMap((line, at) => (isText(line) ? [at] : []));
  const heads = lines.slice(0, texts[0]);
  const opening = texts.map((at) => unitOpening(lines[at]?.text ?? ''));
  const areEntries = texts.length > 1 && !opening.includes(undefined) && new Set(opening).size === texts.length;
  const isRest = lines.every((line, at) => at < heads.length || texts.includes(at) || isEnd(line));
  if (areEntries && isRest && heads.length <= mostTitleLines && heads.every(isTitleLike)) return texts.slice(1);
  return countedByUnits(lines);
}

function countedByUnits(lines: readonly Line[]): readonly number[] {
  const counted = lines.flatMap((line, at) => (openingNumber(line.text) === undefined ? [] : [{ line, at }]));
  const units = counted.map(({ line, at }, index) => {
    const isPiece = openingNumber(line.text) === index + 1 && (isEntry(line) || (isTitleLike(line) && textFollows(lines, at)));
    return isPiece ? unitOpening(line.text.replace(/^\d{1,2}\s*[.．、]\s*/u, '')) : undefined;
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
  const final = lines.at(-1);
  const isSourced = final !== undefined && endsWithSource(final);
  const starts = lines.flatMap((line, at) => {
    const [before, next] = [lines[at - 1], lines[at + 1]];
    if (!before || !next || isEnd(next) || (!(isSourced && endsWithSource(line)) && !(isEnd(line) && closesText(lines, at)))) return [];
    return canOpen(next, isNumbered) && textFollows(lines, at + 1) ? [at + 1] : [];
  });
  // Under one name all that is numbered is a piece, or all of it is headings.
  const last = lines.at(-1);
  const isWhole =
    numbered.length === 0 || (numbered.every((at) => starts.includes(at)) && last !== undefined && (isEnd(last) || endsWithSource(last)));
  return isWhole ? starts : starts.filter((at) => numberLevel(lines[at]?.text ?? '') === undefined);
}

/** Numbered titles of the depth of the first one, behind it, where it stands under a title of its own: 一、甲镇…… below 一季度信息. */
function piecesUnderName(lines: readonly Line[]): readonly number[] {
  const first = lines.slice(0, mostTitleLines).findIndex(({ text }) => numberLevel(text) !== undefined);
  if (first < 1 || !lines.slice(0, first + 1).every(isTitleLike)) return [];
  const level = numberLevel(lines[first]?.text ?? '');
  return lines.flatMap(({ text }, at) => (at > first && numberLevel(text) === level ? [at] : []));
}

/** Whether a text closes with its source in brackets. */
function endsWithSource(line: Line): boolean {
  const start = trailingSourceStart(line.text);
  return start !== undefined && isText(line) && looksLikeUnits(sourceUnits(trim(slice(line.rich, start))) ?? []);
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
  return !isEnd(line) && (line.text.length >= 50 || (line.text.length >= shortestSentence && isSentence));
}

/** Characters behind the title, down to the last line that is text: the lines of a paragraph broken at a width need not look like it. */
function textLength(lines: readonly Line[]): number {
  const [first] = lines;
  const words = lines.slice(first && isText(first) ? 0 : 1, lines.findLastIndex(isText) + 1);
  return words.filter((line) => !isEnd(line)).reduce((sum, { text }) => sum + text.length, 0);
}
