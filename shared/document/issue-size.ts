/** How large texts may grow by typing and pasting, so that every keystroke stays quick: far above what an issue has. */
import { footnoteTexts } from './footnotes.js';
import { issueItems, type Issue, type Item } from './issue.js';

/** UTF-16 units of one paragraph, one item, one issue; paragraphs of one item. */
export const sizeLimits = { paragraph: 10_000, item: 50_000, issue: 300_000, paragraphs: 500 } as const;

const known = new WeakMap<Item, number>();

/** Length of all texts of an item. Counted once for each value of it. */
export function itemSize(item: Item): number {
  const counted = known.get(item);
  if (counted !== undefined) return counted;
  const heads = item.type === 'article' ? [item.subtitle ?? '', ...(item.editorNote ?? [])] : [];
  const { paragraphs } = item;
  const body = [...paragraphs.map(({ lead, text }) => `${lead ?? ''}${text}`), ...footnoteTexts(paragraphs)];
  const texts = [item.title, ...heads, ...item.sources, ...body];
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  known.set(item, size);
  return size;
}

/** Length of all texts of an issue's items. */
export function issueSize(issue: Issue): number {
  return issueItems(issue).reduce((sum, { item }) => sum + itemSize(item), 0);
}

/** What is about to grow, each with its length as it would be. */
export interface Growth {
  readonly paragraph?: number;
  readonly item: number;
  readonly paragraphs: number;
  readonly issue: number;
}

/** Why a text may not grow so far, in a sentence that says what to do; undefined when it may. */
export function refuseGrowth(next: Growth): string | undefined {
  if ((next.paragraph ?? 0) > sizeLimits.paragraph) return `一段最多 ${shown('paragraph')} 字，没有加进去。请先按 Enter 分段。`;
  if (next.item > sizeLimits.item) return `一篇最多 ${shown('item')} 字，没有加进去。请分成几篇。`;
  if (next.paragraphs > sizeLimits.paragraphs) return `一篇最多 ${shown('paragraphs')} 段，没有加进去。请分成几篇。`;
  if (next.issue > sizeLimits.issue) return `一期最多 ${shown('issue')} 字，没有加进去。请把一部分稿件移到来稿或另一期。`;
  return undefined;
}

function shown(limit: keyof typeof sizeLimits): string {
  return sizeLimits[limit].toLocaleString('zh-CN');
}
