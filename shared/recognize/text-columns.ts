/** How wide words are in columns, as programs count that break lines: two for a Chinese character or mark, one for others. */
import { isForbiddenAtStart } from '../layout/mark-classes.js';
import { scriptOf } from '../layout/scripts.js';
import { breakClassOf, mayPart } from '../layout/unicode-breaks.js';

/** Signs that Chinese fonts draw as wide as a character, and programs of other tongues as half of one. */
const ambiguous =
  /[\u00a7\u00a8\u00b0-\u00b7\u00b9-\u00be\u00d7\u00f7\u0370-\u04ff\u2010-\u2013\u2030-\u2103\u2150-\u21ff\u2200-\u22ff\u2460-\u27bf]/gu;

const wide =
  /[\u1100-\u115f\u2014-\u2026\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6“”‘’\u{20000}-\u{3fffd}]/u;
/** Columns that are left free where Chinese characters and digits or letters meet: a fifth of a character. */
const seamColumns = 0.4;

/** Columns a text takes. */
function cellsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += wide.test(character) ? 2 : 1;
  return columns;
}

/** The same with the room between Chinese characters and digits or letters. */
function columnsOf(text: string): number {
  return cellsOf(text) + seams(text) * seamColumns;
}

/** Columns that a text may take more than `columnsOf` counts. */
function columnsInDoubt(text: string): number {
  return text.match(ambiguous)?.length ?? 0;
}

function seams(text: string): number {
  return text.match(/\p{Script=Han}(?=[A-Za-z0-9])|[A-Za-z0-9](?=\p{Script=Han})/gu)?.length ?? 0;
}

/** Marks that no line opens with: they stand with what they follow. */
const closing = '[，。、；：！？…”’）)》〉】〕］\\]%％‰℃·]';
const opening = '[“‘（(《〈【〔［[]';
/** Letters, digits and signs that programs take for one word. */
const letter = '[^\\s\\p{Script=Han}\\u2014\\u2018-\\u201d\\u2026\\u3000-\\u303f\\uff00-\\uffef]';
/** The shortest piece a program may part from a word: one character, or a Latin word to its next sign that it breaks behind. */
const shortest = new RegExp(`^${opening}*(?:[\\w.,:~@=+]*[/?&|-]+|\\w+|—+|…+|.)`, 'u');
/** The longest piece a program may keep whole: everything to the next blank or Chinese character, with marks that close. */
const longest = new RegExp(`^${opening}*(?:${letter}+|—+|…+|.)${closing}*`, 'u');

/** Columns of what opens a text and may not be parted: at least (programs that part addresses, and let a mark hang), and at most. */
function openingColumns(text: string): ReturnType<Ruler['openingOf']> {
  const [least = 0, most = 0, byUnicode = 0] = [shortest.exec(text)?.[0], longest.exec(text)?.[0], unparted(text)].map((words = '') =>
    columnsOf(words),
  );
  return { least, most: Math.max(most, byUnicode) };
}

/** Characters that are looked at for what may not be parted: no line is longer. */
const longestLine = 80;

/**
 * What opens a text and Unicode's rules keep whole, where a line that ends within letters or digits is parted by them:
 * HEVC（H.265）, 95.7%、88.5%、. Behind its last letter or sign those of Chinese hold.
 */
function unparted(text: string): string {
  const characters = [...text.slice(0, longestLine)];
  const codes = characters.map((character) => character.codePointAt(0) ?? 0);
  const breaks = codes.map(breakClassOf);
  let end = 1;
  while (end < codes.length && !mayPart(breaks, end)) end += 1;
  const last = codes.slice(0, end).findLastIndex((code) => scriptOf(code) === 'latin');
  if (last < 0) return '';
  const behind = codes.findIndex((code, at) => at > last && !isForbiddenAtStart(code));
  return characters.slice(0, behind < 0 ? undefined : behind).join('');
}

/** A way of counting how wide words are. */
export interface Ruler {
  readonly widthOf: (text: string) => number;
  /** Columns that a text may take more. */
  readonly doubtOf: (text: string) => number;
  readonly openingOf: (text: string) => { readonly least: number; readonly most: number };
  /** It is how the program itself counts, to the column. */
  readonly isExact: boolean;
  /** Lines may end inside words and numbers. */
  readonly cutsWords: boolean;
}

/** By the room that characters take on a page. */
export const byColumns: Ruler = {
  widthOf: columnsOf,
  doubtOf: columnsInDoubt,
  openingOf: openingColumns,
  isExact: false,
  cutsWords: false,
};

/** By the cells they take in a mail or a terminal: no room is left between Chinese characters and digits or letters. */
export const byCells: Ruler = { ...byColumns, widthOf: cellsOf, isExact: true };

/** By their number, as programs do that cut a text after so many characters, wherever that is. */
export const byCharacters: Ruler = {
  widthOf: (text) => [...text].length * 2,
  doubtOf: () => 0,
  openingOf: () => ({ least: 2, most: 2 }),
  isExact: true,
  cutsWords: true,
};

const plain = /[\p{Script=Han}\u3000-\u303f\uff00-\uff5e]/gu;
const quotes = /[“”‘’—…]/gu;
/** Columns that a quotation mark, which Latin fonts have too, may make a line wider or narrower. */
const quoteColumns = 0.1;

/**
 * Columns by which fonts may draw a text wider or narrower than it counts: none for Chinese characters and their marks,
 * a little for marks that Latin fonts have too, any for digits and letters.
 */
export function unevenness(text: string): number {
  const others = text.replace(plain, '').replace(quotes, '');
  return others === '' ? (text.match(quotes)?.length ?? 0) * quoteColumns : Infinity;
}
