import { useMemo } from 'react';
import { countCharacters } from '../../shared/document/count-characters.js';
import { issueItems, plainTitle, type Issue, type Item } from '../../shared/document/issue.js';
import { useLatestPages } from '../state/use-pages.js';
import { countLabel } from '../ui/count-label.js';

/** 结构, with pages and 字数 of the whole issue. */
export function OutlineTotals({ issue }: { readonly issue: Issue }) {
  const pages = useLatestPages();
  const characters = useMemo(() => issueCharacters(issue), [issue]);
  return (
    <h2 className="outline-heading">
      结构
      <span className="row-page num">{pages.length === 0 ? '' : `${pages.length} 页 · `}{countLabel(characters)} 字</span>
    </h2>
  );
}

/** 字数 of titles and paragraphs, as in the library's list. */
export function issueCharacters(issue: Issue): number {
  return issueItems(issue).reduce((sum, { item }) => sum + itemCharacters(item), 0);
}

const known = new WeakMap<Item, number>();

/** 字数 of one item, counted once for each value of it. */
function itemCharacters(item: Item): number {
  const counted = known.get(item);
  if (counted !== undefined) return counted;
  const texts = [plainTitle(item.title), ...item.paragraphs.map(({ lead, text }) => `${lead ?? ''}${text}`)];
  const count = texts.reduce((sum, text) => sum + countCharacters(text), 0);
  known.set(item, count);
  return count;
}
