/** What a paragraph of running text may be instead: its own words say so, and what stands around it. */
import { numberLevel } from '../document/heading-level.js';
import { isLoneCaption } from './captions.js';
import { candidateOf, ornamentBefore } from './column-marks.js';
import { findDate } from './dates.js';
import { isLine, labelled, longestLabel, longestTitle, saying, shortestBelow, stop } from './doubtful-words.js';
import type { Place } from './doubtful-words.js';
import { isSenderLine } from './draft-fields.js';
import type { Line } from './line.js';
import { namesInBrackets } from './signed-posts.js';
import { isSignatureLine, looksLikeUnits, sourceParts, trailingSourceStart, unitBefore } from './sources.js';
import { isTitleLike } from './titles.js';

/** Shortest title that nothing marks, in characters. */
const shortestTitle = 4;
/** Longest sentence right below a picture that may say what it shows, in characters. */
const longestCaption = 20;
/** Shortest paragraph that is a whole sentence or more, and so ends with a stop. */
const shortestSentence = 30;
/** A shorter paragraph with a stop may be the end of the one before. */
const shortestEnd = 10;
/** Longest name of a unit, of an organ or a person in an imprint, in characters. */
const longestName = 40;

/** Brackets around nothing but a name, or an ornament before a short one. */
export function isColumnLike(line: Line): boolean {
  const candidate = candidateOf(line);
  if (!candidate) return false;
  return candidate.mark === 'sure' || candidate.mark === 'likely' || (candidate.mark === 'weak' && ornamentBefore.test(line.text));
}

/** Words of a source, or any short ones without a stop behind an article's last sentence. */
export function isSourceLike({ text, before, next }: Place): boolean {
  const isLast =
    !stop.test(text) &&
    !/^[（(]?[附注图表]/u.test(text) &&
    next === undefined &&
    before !== undefined &&
    stop.test(before) &&
    text.length <= longestTitle;
  return isLine(
    text,
    (line) =>
      (isLast && (isTitleLike(line) || /^[（(][^（）()]{3,40}[）)]$/u.test(text))) ||
      isSignatureLine(line) ||
      isSenderLine(line) ||
      looksLikeUnits(sourceParts(line.rich)?.units ?? []),
  );
}

/** A paragraph whose last words, in brackets, are those of a source or byline. */
export function endsWithSource({ text }: Place): boolean {
  const start = trailingSourceStart(text);
  return start !== undefined && isLine(text.slice(start).trim(), (line) => isSenderLine(line) || namesInBrackets(line) !== undefined);
}

/** What says of itself that it stands under a picture; or short, the more so with a stop, right behind a picture that has no caption. */
export function isCaptionLike({ text, isBelowBare }: Place): boolean {
  if (isLoneCaption({ text })) return true;
  const longest = stop.test(text) ? longestCaption : longestTitle;
  return isBelowBare && text.length <= longest && numberLevel(text) === undefined;
}

/** 1.1 建好阵地, as others number their headings. */
export function isNumbered({ text, next }: Place): boolean {
  const isShort = text.length <= longestTitle && !stop.test(text) && next !== undefined;
  return (
    isShort &&
    /^\d{1,2}(?:[.．]\d{1,2}){0,3}\s*\p{Script=Han}/u.test(text) &&
    !/^\d{1,2}\s*(?:[.．]\d{1,2}\s*)?[年月日号时点个名万亿]/u.test(text)
  );
}

/** 主题：……, among others like it before the first sentence of an article. */
export function isLabelled({ text, isHead }: Place): boolean {
  return isHead && labelled.test(text.slice(0, longestLabel + 1)) && unitBefore(text.slice(0, longestLabel)) === undefined;
}

/** Short, with no stop, behind a whole paragraph and over a longer one. */
export function isTitleOver({ text, before, next }: Place): boolean {
  if (before === undefined && asideBelowTitle.test(text)) return true;
  if (next !== undefined && bareDay.test(text)) return true;
  if (text.length < (before === undefined ? 2 : shortestTitle) || text.length > longestTitle || numberLevel(text) !== undefined)
    return false;
  const isOver = next !== undefined && next.length >= shortestBelow && stop.test(next);
  return isOver && (before === undefined || stop.test(before)) && isLine(text, isTitleLike);
}

/** 10月8日 or 三月 over what was done then. */
const bareDay = /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?月(?:\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?日)?$/u;

/** （2031年第3次）, right below a title. */
const asideBelowTitle = /^[（(][^（）()。]{2,30}[）)]$/u;

/** A sentence that ends with no mark, or with one behind which it goes on, where those around it end. */
export function isCut({ text, before, next }: Place): boolean {
  const isEndBelow = next !== undefined && next.length < shortestEnd && stop.test(next);
  if (text.length < (isEndBelow ? shortestBelow : shortestSentence) || !/[\p{Script=Han}\d，、]$/u.test(text)) return false;
  const end = text.slice(-longestLabel);
  if (findDate(end)?.end === end.length) return false;
  return [before, next].every((each) => each === undefined || stop.test(each));
}

export function saysMore(words: string): boolean {
  return words.length > longestLabel || words.endsWith('。') || saying.test(words);
}

/** With sentences, labels or a day, as no list of receivers has them. */
export function isNoList(words: string): boolean {
  return /[。！？]./u.test(words) || /[：:]/u.test(words) || findDate(words) !== undefined;
}

/** Too long for a name, or with marks, labels or a day that no name has. */
export function isNoName(words: string): boolean {
  return words.length > longestName || /[。！？；：:]/u.test(words) || findDate(words) !== undefined;
}
