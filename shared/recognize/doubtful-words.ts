/** What a reading holds, for those who look for words in a wrong place: its texts, its titles, and the look of words by themselves. */
import { plainTitle } from '../document/issue.js';
import type { Issue, Item, Paragraph } from '../document/issue.js';
import { toLines } from './line.js';
import type { Line } from './line.js';

/** What was read: the articles, and of a whole issue the rest. */
export interface Reading {
  readonly items: readonly Item[];
  readonly issue?: Issue;
  /** Words of the contents, for comparison; empty where there are none. */
  readonly contents?: string;
}

/** Words that may stand in a wrong place, and what they stand in now. */
export interface Suspect {
  readonly words: string;
  readonly place: string;
}

/** Finds suspects in a reading. */
export type Find = (reading: Reading) => readonly Suspect[];

/** Longest line that is anything but running text, in characters. */
export const longestLabel = 60;

/** Longest title that nothing marks, in characters. */
export const longestTitle = 45;

/** Shortest text that has a title over it. */
export const shortestBelow = 20;

/** Lines with a label that an article may open with. */
const mostHeads = 10;

/** How a sentence ends. */
export const stop = /[。！？!?…：:；;][”’"'）)》〉】〕\]]*$/u;

/** Where a sentence ends and another begins. */
export const saying = /[。！？；]./u;

export interface Place {
  readonly text: string;
  readonly before: string | undefined;
  readonly next: string | undefined;
  /** Nothing but lines with a label stands before it in its article. */
  readonly isHead: boolean;
  /** It stands right behind a picture without a caption. */
  readonly isBelowBare: boolean;
}

/** Paragraphs of running text that are as `is` says. */
export function inTexts(is: (place: Place) => boolean): Find {
  return ({ items }) =>
    items.flatMap((item) => {
      const words = item.paragraphs.map(wordsOf);
      return item.paragraphs.flatMap((paragraph, at) => {
        const isText = paragraph.level === undefined && !paragraph.table && !paragraph.picture;
        const text = words[at] ?? '';
        const above = item.paragraphs[at - 1];
        const isBelowBare = above?.picture !== undefined && above.text === '';
        const isHead = at < mostHeads && words.slice(0, at).every((each) => labelled.test(each.slice(0, longestLabel + 1)));
        const place = item.title === '' ? '没有标题的稿件里的' : `《${plainTitle(item.title)}》里的`;
        return isText && is({ text, before: words[at - 1], next: words[at + 1], isHead, isBelowBare }) ? [{ words: text, place }] : [];
      });
    });
}

/** Titles of items that are as `is` says. */
export function inItems(place: string, is: (item: Item) => boolean): Find {
  return ({ items }) =>
    items
      .map((item) => ({ ...item, title: plainTitle(item.title) }))
      .filter(is)
      .map(({ title }) => ({ words: title, place }));
}

export function suspect(words: string | undefined, place: string, is: (words: string) => boolean): readonly Suspect[] {
  return words !== undefined && is(words) ? [{ words, place }] : [];
}

export function wordsOf({ lead = '', text }: Paragraph): string {
  return `${lead}${text}`;
}

/** Whether words, as a line by themselves, are as `is` says. */
export function isLine(text: string, is: (line: Line) => boolean): boolean {
  const [line] = text.length > longestLabel ? [] : toLines([{ line: 0, text, bold: [], marks: [] }]);
  return line !== undefined && is(line);
}

/** 主题：……: a label and what it says. */
export const labelled = /^[\p{Script=Han}\s]{2,12}[：:][^。！？；：:]{1,40}$/u;
