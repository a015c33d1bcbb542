import { closeTitleDigits } from './blanks.js';
import { columnName } from './column-names.js';
import { coverGap, findCoverRun } from './cover.js';
import type { Cover, CoverRun } from './cover.js';
import { headingLevel, numberLevel } from '../document/heading-level.js';
import type { Line } from './line.js';
import { added, boldOpeningLength, concat } from './rich-text.js';
import type { Rich } from './rich-text.js';
import { isNamesAlone, signedWithPost } from './signed-posts.js';
import { isSignatureLine, plainUnits, sourceUnits } from './sources.js';

export interface FoundTitle {
  /** Lines of the title. */
  readonly count: number;
  readonly run?: CoverRun;
}

const longestTitleLine = 70;
/** Longest second line, in characters, that may belong to the title before it where nothing else says so. */
const longestPlainSecond = 28;
const mostTitleLines = 6;
const subtitleMark = /^(?:—{1,3}|──?|－－|--|―{1,2}|–{1,2})\s*[^\s—-]/u;

/** Whether a line reads like a title: short, without sentences, none of the other kinds of line. */
export function isTitleLike(line: Line): boolean {
  if (line.role !== undefined && line.role !== 'title' && line.role !== 'contents') return false;
  if (line.text.length > longestTitleLine || /[。；]/u.test(line.text) || /[，、：；。,;:]$/u.test(line.text)) return false;
  // A question with its answer below is no title.
  if (/^(?:[问答]|记者(?:问)?|主持人|提问)[：:]/u.test(line.text)) return false;
  if (
    columnName(line) ||
    isSubtitle(line) ||
    isSignatureLine(line) ||
    signedWithPost(line) ||
    sourceUnits(line.rich) ||
    (line.heading === undefined && plainUnits(line))
  )
    return false;
  const bold = boldOpeningLength(line.rich);
  return bold === 0 || bold === line.text.length || line.heading !== undefined;
}

/** Whether the file itself marks the line as a title. */
export function isMarkedTitle(line: Line): boolean {
  return isTitleLike(line) && (line.role === 'title' || (line.heading !== undefined && numberLevel(line.text) === undefined));
}

/** A line opening with ——. */
export function isSubtitle(line: Line): boolean {
  return (
    line.role === 'subtitle' ||
    (plainUnits(line) === undefined &&
      line.role !== 'body' &&
      line.role !== 'editorNote' &&
      line.text.length <= longestTitleLine &&
      subtitleMark.test(line.text) &&
      !/[。；]/u.test(line.text))
  );
}

/** The title at `at` that the cover has word for word, over as many lines as it can; undefined where it has none. */
export function findCoverTitle(lines: readonly Line[], at: number, cover: Cover): FoundTitle | undefined {
  let found: FoundTitle | undefined;
  let loose = '';
  for (let count = 1; count <= mostTitleLines; count += 1) {
    const line = lines[at + count - 1];
    if (!line || !mayBePart(line)) break;
    loose += line.loose;
    const next = lines[at + count];
    const withSubtitle = next && isSubtitle(next) ? findCoverRun(cover, loose + next.loose) : undefined;
    const run = withSubtitle ?? findCoverRun(cover, loose);
    if (run && (count > 1 || isTitleLike(line))) found = { count, run };
  }
  return found;
}

/**
 * Whether a line may be one of a title's: a line of several may end like a unit, as in 甲区推动……走进乙街道 / 开新局, or with a
 * mark behind which the title goes on.
 */
function mayBePart(line: Line): boolean {
  return isTitleLike(line) || (line.role === undefined && (plainUnits(line) !== undefined || goesOn(line)));
}

/** Whether a line ends with a mark behind which a title goes on: 打造“六个平台”， / 甲镇：. */
export function goesOn({ text }: Line): boolean {
  return text.length <= longestTitleLine / 2 && /[，、：]$/u.test(text) && !/[。；]/u.test(text);
}

/** Whether a title may open with a line that goes on, another right below: without a cover that shows it, a comma alone is sure, or a break set by hand. */
export function opensHalf(lines: readonly Line[], at: number): boolean {
  const [first, second] = [lines[at], lines[at + 1]];
  if (!first || first.isIndented || first.role !== undefined || !goesOn(first)) return false;
  return first.text.endsWith('：') ? second?.isSoft === true : second?.isAdjacent === true;
}

/** The title at `at`, where a title is due: by the cover, by the file's own marks, else by its look. */
export function findTitle(lines: readonly Line[], at: number, cover: Cover): FoundTitle | undefined {
  const covered = findCoverTitle(lines, at, cover);
  if (covered) return covered;
  const first = lines[at];
  if (!first || !(isTitleLike(first) || opensHalf(lines, at))) return undefined;
  let count = 1;
  while (count < mostTitleLines && belongsToTitle(lines, at, at + count, cover)) count += 1;
  return count > 1 || isTitleLike(first) ? { count } : undefined;
}

/** Whether a text has a number, or brackets around it, 【主要做法】, as headings have. */
function isHeading(text: string): boolean {
  return numberLevel(text) !== undefined || headingLevel(text) !== undefined;
}

/** Names alone over the text. */
function isByline(line: Line, next: Line | undefined): boolean {
  return next !== undefined && isNamesAlone(line) && !isTitleLike(next);
}

function belongsToTitle(lines: readonly Line[], start: number, at: number, cover: Cover): boolean {
  const [first, line, next] = [lines[start], lines[at], lines[at + 1]];
  if (!first || !line || !isTitleLike(line) || isHeading(line.text) || line.loose === first.loose) return false;
  if (line.isSoft) return true;
  if (isByline(line, next)) return false;
  if (findCoverTitle(lines, at, cover)) return false;
  // Two deeper, and it is a heading inside the article, as our own text marks those without a number.
  if (isMarkedTitle(first)) return isMarkedTitle(line) && (line.heading ?? 0) - (first.heading ?? Infinity) < 2;
  if (at - start >= 2 || line.heading !== undefined || line.role === 'title') return false;
  const isShort = line.text.length <= (line.isAdjacent ? longestTitleLine / 2 : longestPlainSecond);
  return isShort && next !== undefined && (isSubtitle(next) || (!isTitleLike(next) && !sourceUnits(next.rich) && !columnName(next)));
}

/**
 * A title from its lines. Between lines stands a break; before it a blank, unless the cover, or a break set by hand,
 * shows that the line ends inside a half-title.
 */
export function composeTitle(lines: readonly Line[], cover?: Cover, run?: CoverRun): Rich {
  const parts: Rich[] = [];
  let offset = 0;
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    if (before) parts.push(added(hasBlank(before, line, cover && run ? coverGap(cover, run, offset) : 'lineEnd') ? ' \n' : '\n'));
    parts.push(closeTitleDigits(line.rich));
    offset += line.loose.length;
  });
  return concat(parts);
}

function hasBlank(before: Line, line: Line, gap: 'blank' | 'lineEnd' | 'nothing'): boolean {
  if (line.isSoft) return before.hasBlankAfter;
  if (gap !== 'lineEnd') return gap === 'blank';
  // A mark parts the halves by itself.
  if (goesOn(before)) return false;
  if (!line.isAdjacent) return true;
  // What a body reports on (…部 / 关于…的报告), and words in quotes alone, are no half-title of their own.
  if (/^关于|^“[^”]*”$/u.test(line.text)) return false;
  // Two half-titles are of like length and each is closed in itself; a line that only ran full is neither.
  const [left, right] = [before.loose.length, line.loose.length];
  return Math.min(left, right) * 2 >= Math.max(left, right) && isClosed(before.text);
}

/** Whether every quotation mark and bracket that opens in the text closes in it. */
export function isClosed(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if ('“‘《〈（(【〔['.includes(character)) depth += 1;
    if ('”’》〉）)】〕]'.includes(character)) depth -= 1;
  }
  return depth <= 0;
}
