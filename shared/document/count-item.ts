import { countCharacters } from './count-characters.js';
import { footnoteTexts } from './footnotes.js';
import { briefLead, issueItems, plainTitle, type Article, type Issue, type Item } from './issue.js';

const known = new WeakMap<Item, number>();

/** 字数 of one item as Word counts what is printed of it: title, subtitle, 编者按, paragraphs, footnotes (without their numbers) and source line. Counted once for each value of it. */
export function itemCharacters(item: Item): number {
  const counted = known.get(item);
  if (counted !== undefined) return counted;
  const heads = item.type === 'article' ? [plainTitle(item.title), item.subtitle ?? '', ...noteTexts(item)] : [briefLead(item)];
  const source = item.sources.length === 0 ? '' : `（${item.sources.join('、')}）`;
  const texts = [...heads, ...item.paragraphs.map(({ lead, text }) => `${lead ?? ''}${text}`), ...footnoteTexts(item.paragraphs), source];
  const count = texts.reduce((sum, text) => sum + countCharacters(text), 0);
  known.set(item, count);
  return count;
}

/** Its paragraphs, the first with the label. */
function noteTexts({ editorNote = [] }: Article): readonly string[] {
  return editorNote.map((text, index) => (index === 0 ? `编者按：${text}` : text));
}

/** 字数 of all items of an issue. */
export function issueCharacters(issue: Issue): number {
  return issueItems(issue).reduce((sum, { item }) => sum + itemCharacters(item), 0);
}
