import { countCharacters } from './count-characters.js';
import { issueItems, plainTitle, type Issue, type Item } from './issue.js';

const known = new WeakMap<Item, number>();

/** 字数 of one item as Word counts them: title, subtitle, 编者按, paragraphs and source units. Counted once for each value of it. */
export function itemCharacters(item: Item): number {
  const counted = known.get(item);
  if (counted !== undefined) return counted;
  const extra = item.type === 'article' ? [item.subtitle ?? '', ...(item.editorNote ?? [])] : [];
  const texts = [plainTitle(item.title), ...extra, ...item.paragraphs.map(({ lead, text }) => `${lead ?? ''}${text}`), item.sources.join('、')];
  const count = texts.reduce((sum, text) => sum + countCharacters(text), 0);
  known.set(item, count);
  return count;
}

/** 字数 of all items of an issue. */
export function issueCharacters(issue: Issue): number {
  return issueItems(issue).reduce((sum, { item }) => sum + itemCharacters(item), 0);
}
