import { without } from './rich-text.js';
import type { Rich } from './rich-text.js';

const wide = '[\\p{Script=Han}\\u2014-\\u2026\\u3001-\\u303f\\uff00-\\uffef]';
const blank = '[ \\u3000\\u00a0]{1,2}';
const beforeDigit = new RegExp(`(?<=${wide})${blank}(?=[0-9０-９])`, 'gu');
const afterDigit = new RegExp(`(?<=[0-9０-９%％‰℃])${blank}(?=${wide})`, 'gu');
const beforeSign = new RegExp(`(?<=[0-9０-９])${blank}(?=[%％‰℃])`, 'gu');
const aroundNumber = new RegExp(`(?<=${wide})${blank}(?=[0-9０-９][0-9０-９.]*[%％‰]?${blank}${wide})`, 'gu');

/** Running text without the blanks that scanning leaves beside digits: 进行 24 小时 → 进行24小时. Others are kept, more than two in a row, and those of a line set in columns. */
export function closeDigits(rich: Rich): Rich {
  if (isInColumns(rich.text)) return rich;
  return without(without(without(rich, beforeSign), beforeDigit), afterDigit);
}

/** Whether a line is set in columns, as a row of a table that is no more than text: wide blanks part three cells and more. */
function isInColumns(text: string): boolean {
  return (text.match(/(?<=\S)[ \u3000\u00a0]{2,}(?=\S)/gu)?.length ?? 0) >= 2;
}

/** A title likewise, but a blank before a number is kept unless one follows the number too: it may part half-titles. */
export function closeTitleDigits(rich: Rich): Rich {
  return without(without(rich, aroundNumber), afterDigit);
}
