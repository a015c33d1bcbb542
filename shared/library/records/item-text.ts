import { footnoteTexts } from '../../document/footnotes.js';
import { plainTitle, type Item } from '../../document/issue.js';

/** All words of an article or brief, a line each: title, subtitle, 编者按, paragraphs, footnotes, sources. */
export function itemText(item: Item): string {
  const heads = item.type === 'article' ? [item.subtitle ?? '', ...(item.editorNote ?? [])] : [];
  const paragraphs = item.paragraphs.map(({ lead, text }) => `${lead ?? ''}${text}`);
  return [plainTitle(item.title), ...heads, ...paragraphs, ...footnoteTexts(item.paragraphs), ...item.sources]
    .filter((text) => text !== '')
    .join('\n');
}
