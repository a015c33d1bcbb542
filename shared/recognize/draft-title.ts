/** Where the title of a manuscript stands, and how many lines it has. */
import { bulletLength } from './bullets.js';
import { isEnd } from './draft-end.js';
import { isUnitLine } from './draft-fields.js';
import { headingLevel, numberLevel } from '../document/heading-level.js';
import type { Line } from './line.js';
import { boldOpeningLength, isAllKai } from './rich-text.js';
import { goesOn, isMarkedTitle, isTitleLike } from './titles.js';

const mostTitleLines = 3;
/** Fewest characters of a title's second line that nothing else marks as one. */
const shortestHalf = 6;
/** Lines, such as the name of a form, that may stand over a title that the file calls so. */
const mostNames = 2;
/** Lines that may stand before the title: 份号, 密级, 编号, date. */
const mostPreamble = 20;
const preamble =
  /^\d+$|^第\s*\d{1,4}\s*期$|^(?:绝密|机密|秘密|特急|加急|平急)|^(?:编号|份号|密级|文号|发文字号|紧急程度)\s*[：:]|^[^\p{L}]+$/u;

/** What a form is called that a manuscript is sent in on. */
export const formName =
  /(?:报送|上报|采集|采用|送审|审批|登记|投稿|呈批|呈报|发稿|审稿|推荐|信息|稿件|采编|申报|征集)(?:单|表|签)$|稿[签纸]$/u;

/** Where the title stands: where the file says so, else on the first line that is none of 份号, 密级, date and who sent it. */
export function findTitleStart(lines: readonly Line[]): number {
  const opening = lines.slice(0, mostPreamble);
  const organ = opening.findIndex((line, at) => opensReportTitle(line, lines[at + 1]));
  if (organ >= 0 && opening.slice(0, organ).every(isPreamble)) return organ;
  const said = opening.findIndex(({ role }) => role === 'title');
  const names = opening.slice(0, Math.max(0, said)).filter((line) => !isPreamble(line) && !formName.test(line.loose));
  const mostOver = opening[said]?.opensPart === true ? mostNames : 0;
  if (said > 0 && names.length <= mostOver && names.every(isTitleLike)) return said;
  const first = Math.max(
    0,
    opening.findIndex((line) => !isPreamble(line)),
  );
  return behindForm(lines, first) ?? first;
}

/** Where the title stands behind a form that opens with its name, 信息报送单, its fields below it. */
function behindForm(lines: readonly Line[], nameAt: number): number | undefined {
  if (!formName.test(lines[nameAt]?.loose ?? '')) return undefined;
  let at = nameAt + 1;
  while (at <= nameAt + mostFields && isEnd(lines[at])) at += 1;
  const title = lines[at];
  return at > nameAt + fewestFields && title && isTitleLike(title) ? at : undefined;
}

const fewestFields = 2;
const mostFields = 20;

function isPreamble(line: Line): boolean {
  return preamble.test(line.text) || isEnd(line);
}

/** Lines of the title that opens the lines. */
export function countTitleLines(lines: readonly Line[]): number {
  const first = lines[0];
  if (first && opensReportTitle(first, lines[1])) return 1 + countTitleLines(lines.slice(1));
  if (!first || division.test(first.text)) return 0;
  if (!isTitleLike(first)) return isFirstHalf(first, lines[1], lines[2]) ? 2 : 0;
  const belongs = (line: Line | undefined) =>
    line !== undefined &&
    isTitleLike(line) &&
    !isNoTitle(line) &&
    (line.isSoft || (isMarkedTitle(first) && isMarkedTitle(line) && line.heading === first.heading) || isSetAlike(first, line));
  let count = 1;
  while (count < mostTitleLines && belongs(lines[count])) count += 1;
  return count === 1 && isSecondHalf(first, lines[1], lines[2]) ? 2 : count;
}

/**
 * Whether the second line of a text goes on with its title: right below it, of like length and indent, no sentence and
 * no heading with a number, and with the text, or an empty line, right behind it.
 */
function isSecondHalf(first: Line, line: Line | undefined, next: Line | undefined): boolean {
  if (!line || !next || line.isParagraph || line.heading !== undefined || !line.isAdjacent || !isTitleLike(line) || isEnd(line))
    return false;
  if (isNoTitle(line)) return false;
  const [left, right] = [first.loose.length, line.loose.length];
  const isAlike = first.isIndented === line.isIndented && Math.min(left, right) * 2 >= Math.max(left, right);
  const endsHead = !next.isAdjacent || (next.isIndented && !line.isIndented) || !isTitleLike(next);
  return isAlike && right >= shortestHalf && endsHead && headingLevel(line.text) === undefined && bulletLength(line.text) === 0;
}

/** Whether a title opens with a line that ends with a mark: in the middle like the next, or with a comma and its like below. */
function isFirstHalf(first: Line, line: Line | undefined, next: Line | undefined): boolean {
  if (!line || first.role !== undefined || !goesOn(first) || !isTitleLike(line)) return false;
  return isSetAlike(first, line) || (!first.text.endsWith('：') && isSecondHalf(first, line, next));
}

/** 第二部分, 第三章: a part of one text. */
export const division = /^第\s?[一二三四五六七八九十百\d]{1,4}\s?(?:部分|[编章节])/u;

/** What opens the text of a regulation, 第一章 总则, and blanks to be filled in by hand are no lines of a title. */
function isNoTitle({ text }: Line): boolean {
  return division.test(text) || /^第[一二三四五六七八九十百\d]{1,4}条|[：:]\s/u.test(text);
}

/** Whether a line is set in 楷体 below one that is not, as a second title is. */
export function isKaiBelow(first: Line, line: Line): boolean {
  return line.align === 'center' && isAllKai(line.rich) && !isAllKai(first.rich);
}

/** Whether a line in the middle goes on with the title above it: it looks the same and is no numbered heading. */
function isSetAlike(first: Line, line: Line): boolean {
  if (isKaiBelow(first, line)) return false;
  if (first.align !== 'center' || line.align !== 'center' || first.heading !== line.heading || isEnd(line)) return false;
  const isBold = ({ rich, text }: Line): boolean => boldOpeningLength(rich) === text.length;
  return line.isAdjacent && isBold(first) === isBold(line) && numberLevel(line.text) === undefined;
}

/** Whether the body that reports stands over its title on a line of its own, set alike: 甲县委宣传部 / 关于……的报告. */
function opensReportTitle(organ: Line, title: Line | undefined): boolean {
  if (!title || !/^关于/u.test(title.text) || !isTitleLike(title) || !isUnitLine(organ) || organ.align !== title.align) return false;
  return title.isAdjacent && !/^[（(]|[：:]/u.test(organ.text);
}
