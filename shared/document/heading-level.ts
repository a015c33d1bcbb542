import type { Level } from './issue.js';

const numbers: readonly { readonly level: Level; readonly pattern: RegExp }[] = [
  { level: 1, pattern: /^[一二三四五六七八九十]{1,3}、/u },
  { level: 2, pattern: /^[（(][一二三四五六七八九十]{1,3}[）)]/u },
  { level: 3, pattern: /^\d{1,2}(?:[.．](?!\d)|、)/u },
  { level: 4, pattern: /^[（(]\d{1,2}[）)]/u },
];

/** Longest heading paragraph in characters; longer ones are running text that happens to be numbered. */
const longestHeading = 45;

/** A heading in brackets, 【主要做法】, which stands for one with a number. */
const bracketed = /^(?:【[^【】]{2,20}】|[[［][^[\]［］]*\p{Script=Han}[^[\]［］]*[\]］])$/u;

/** The level a text's own number gives it (GB/T 9704-2012, 7.3.3), whether or not it is a heading. */
export function numberLevel(text: string): Level | undefined {
  return numbers.find(({ pattern }) => pattern.test(text))?.level;
}

/** The level of a heading paragraph: a short numbered line of one sentence at most. */
export function headingLevel(text: string): Level | undefined {
  if (text.length <= longestHeading && bracketed.test(text) && !/[。；]/u.test(text)) return 1;
  const level = numberLevel(text);
  if (level === undefined || text.length > longestHeading) return undefined;
  const body = text.slice(0, -1);
  if (/[。！？；]/u.test(body) || /[：；，、]$/u.test(text)) return undefined;
  // 1. and （1） with a full stop are short running paragraphs; 一、 and （一） are headings either way.
  return level > 2 && /[。！？]$/u.test(text) ? undefined : level;
}
