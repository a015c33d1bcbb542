/** Items of a reading that look wrong beside the others, or as a whole. */
import { imprintFields } from '../document/imprint-fields.js';
import { plainTitle } from '../document/issue.js';
import type { Item } from '../document/issue.js';
import { inTexts, longestTitle, shortestBelow, stop, suspect, wordsOf } from './doubtful-words.js';
import type { Reading, Suspect } from './doubtful-words.js';
import { toLoose } from './line.js';

/** An article is much longer than every other: so many times, and so many characters. */
const [timesLonger, leastLonger] = [4, 1500];
/** A line of a title is so many times longer than a name over it. */
const timesName = 2;

/** A manuscript that is nothing but a table. */
export function findTablesAlone({ items, issue }: Reading): readonly Suspect[] {
  const isTable = ({ paragraphs }: Item): boolean => paragraphs.length > 0 && paragraphs.every(({ table }) => table !== undefined);
  return issue ? [] : items.filter(isTable).map(({ title }) => ({ words: plainTitle(title) || '没有标题的稿件', place: '' }));
}

/** Short lines of a manuscript that end with no mark, where most others do: whatever they are, they are no sentences. */
export function findLooseLines({ items, issue }: Reading): readonly Suspect[] {
  const ofMost = items.filter(({ paragraphs }) => {
    const texts = paragraphs.filter(({ level, table, picture }) => level === undefined && !table && !picture).map(wordsOf);
    const loose = texts.filter((text) => !stop.test(text));
    return loose.length * 2 <= texts.length || sizeOf(loose) * 4 <= sizeOf(texts);
  });
  return issue ? [] : inTexts(({ text }) => text !== '' && text.length <= longestTitle && !stop.test(text))({ items: ofMost });
}

function sizeOf(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0);
}

/** Bold sentences that are paragraphs by themselves, over text of their own. */
export function findLonelyLeads({ items, issue }: Reading): readonly Suspect[] {
  if (issue) return [];
  return items.flatMap(({ title, paragraphs }) =>
    paragraphs.flatMap(({ lead = '', text }, at) => {
      const [below, next] = [paragraphs[at + 1], paragraphs[at + 2]];
      const isOver = [below, below?.text === '' ? next : undefined].some((each) => (each?.text ?? '').length >= shortestBelow);
      return text === '' && lead !== '' && lead.length <= longestTitle && isOver
        ? suspect(lead, `《${plainTitle(title)}》里的`, () => true)
        : [];
    }),
  );
}

/** The heading that an article of an issue ends with, where it is none of a list of headings. */
export function findHeadingAtEnd({ items, issue }: Reading): readonly Suspect[] {
  return (issue ? items : []).flatMap(({ title, paragraphs }) => {
    const [before, last] = paragraphs.slice(-2);
    const isHeading = last?.level !== undefined && before?.level === undefined;
    return isHeading ? [{ words: wordsOf(last), place: `《${plainTitle(title)}》末尾的` }] : [];
  });
}

/** The article that is far longer than every other. */
export function findMuchLonger({ items }: Reading): readonly Suspect[] {
  const sized = items.map((item) => ({ item, size: item.paragraphs.reduce((sum, each) => sum + wordsOf(each).length, 0) }));
  const [longest, second, third] = sized.sort((left, right) => right.size - left.size);
  if (!longest || !second || !third || longest.size < Math.max(leastLonger, second.size * timesLonger)) return [];
  return [{ words: plainTitle(longest.item.title), place: '' }];
}

/** The articles of an issue that goes to nobody, has no imprint and names no office: 第3期 may stand over one office's manuscripts. */
export function findLoneText({ items, issue }: Reading): readonly Suspect[] {
  const isBare = issue?.distribution.length === 0 && imprintFields.every(({ name }) => (issue.imprint[name] ?? '') === '');
  const isAlone = items.length === 1 || issue?.masthead.organ === '';
  return isBare && isAlone ? items.map(({ title }) => ({ words: plainTitle(title), place: '' })) : [];
}

/** Share of an issue's articles that its contents have, at least, for the others to lack there. */
const leastListed = 0.6;

/** Titles of two lines, of which the first may be a column: short, over one much longer, and not so in the contents. */
export function findNameOverTitle({ items, contents = '' }: Reading): readonly Suspect[] {
  return items
    .filter(({ title }) => {
      const [name = '', rest = ''] = title.split('\n').map((line) => line.trim());
      return /^\p{Script=Han}{2,6}$/u.test(name) && rest.length >= name.length * timesName && !contents.includes(toLoose(title));
    })
    .map(({ title }) => ({ words: (title.split('\n')[0] ?? '').trim(), place: `《${plainTitle(title)}》标题的第一行` }));
}

/** Articles that the contents lack, though they have most, and others of the same column. */
export function findUnlisted({ items, issue, contents = '' }: Reading): readonly Suspect[] {
  const isListed = ({ title, coverTitle }: Item): boolean => coverTitle !== undefined || contents.includes(toLoose(plainTitle(title)));
  if (items.filter(isListed).length < items.length * leastListed) return [];
  return (issue?.columns ?? [])
    .filter((column) => column.form === 'article' && column.items.some(isListed))
    .flatMap((column) => column.items.filter((item) => !isListed(item)))
    .map(({ title }) => ({ words: plainTitle(title), place: '' }));
}
