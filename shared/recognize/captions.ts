/** Which words under a picture say what it shows, and how those over a table open. */
import { numberLevel } from '../document/heading-level.js';
import type { SourceLine } from './source-line.js';

/** Longest caption of a picture or table that its words show to be one, in characters. */
export const longestCaption = 80;
/** Longest that only its place shows. */
const longestBelow = 40;

/** What a caption over a table opens with: 表1, 附表二. */
export const tableNumber = /^\s*(?:附?表|表格)\s*[\d一二三四五六七八九十]{1,3}/u;

/** 表1 场次, but not 表1、表2 of a text. */
const numberedCaption = new RegExp(`${tableNumber.source}(?![、。])`, 'u');
const longestTableCaption = 60;

/** Whether words right over a table are its caption: they say which table it is. */
export function captionsTableByNumber(text: string): boolean {
  return text.length <= longestTableCaption && numberedCaption.test(text) && !/[。；]$/u.test(text.trim());
}

/** 各村宣讲场次统计表. */
const namesTable = /^[^，。；：]{2,40}(?:表|一览|统计|情况|名单|安排|明细)(?:[（(][^，。；]{1,20}[）)])?$/u;

/** Whether the words of a row over a whole table are its caption. */
export function captionsAsRow(text: string): boolean {
  return captionsTableByNumber(text) || (namesTable.test(text.trim()) && numberLevel(text.trim()) === undefined);
}

/** 图1 夜市一角（乙镇）: the words of a picture, whether it is there or not. */
const pictureNumber = /^[（(【▲△]?\s*图\s*[\d一二三四五六七八九十]{1,3}(?:[\s：:.．、（(“《]|$)/u;

/** Whether a line of a text is a picture's caption by its number: no title and no source, whatever it ends with. */
export function isNumberedCaption({ role, heading, text }: Pick<SourceLine, 'role' | 'heading' | 'text'>): boolean {
  return role === undefined && heading === undefined && text.length <= longestCaption && pictureNumber.test(text) && !/[。；]/u.test(text);
}

/** Words under a picture: by their style, or because they open with 图 or end with who took it. */
export function isCaption({ role, text }: Pick<SourceLine, 'role' | 'text'>): boolean {
  if (role === 'caption') return true;
  return (
    text.length <= longestCaption &&
    (/^\s*[（(【▲△]?\s*图(?:\s*[\d一二三四五六七八九十]|[：:为片示])/u.test(text) ||
      /[（(][^（）()。]{1,12}(?:摄影?|供图)[）)]\s*$/u.test(text))
  );
}

/** Words that say of themselves that they stand under a picture, which a text has not: 图为书房外景, 书房外景（张示例 摄）. */
export function isLoneCaption({ text, role }: Pick<SourceLine, 'role' | 'text'>): boolean {
  return (role === undefined || role === 'caption') && isCaption({ text }) && !/^\s*[（(【▲△]?\s*图(?:片(?![：:])|示)/u.test(text);
}

/** Words in the middle right below a picture of the text, set neither as a heading nor above other words in the middle. */
export function isSetBelow({ role, heading, align, isHei, bold, ...line }: SourceLine, next: SourceLine | undefined): boolean {
  const text = line.text.trim();
  if (role !== undefined || heading !== undefined || align !== 'center' || isHei || bold.length > 0) return false;
  if (next?.align === 'center' || text === '' || text.length > longestBelow || numberLevel(text) !== undefined) return false;
  // What closes a text, who sent it and when, may stand in the middle too.
  return !/[。；：:]$|^[（(—]|\d{4}\s*年.{1,6}[月日]$|[部局委办处室科组镇道乡府所院校会站]$/u.test(text);
}
