import type { Page, PageLine } from '../layout/page.js';

/** One entry of a document's outline: a column, a title within it, or a heading within an article. */
export interface OutlineEntry {
  readonly level: 1 | 2 | 3;
  readonly title: string;
  /** From 0. */
  readonly pageIndex: number;
  /** Where it stands, from the top of the page. */
  readonly topPt: number;
}

const levels: Readonly<Partial<Record<PageLine['tag'], OutlineEntry['level']>>> = { h1: 1, h2: 2, h3: 3 };

/** Columns, titles and inner headings in print order. A brief's title runs in with its text, so its words are those of the contents. */
export function outlineOf(pages: readonly Page[]): readonly OutlineEntry[] {
  const titles = contentsTitles(pages);
  const entries: OutlineEntry[] = [];
  pages.forEach(({ lines }, pageIndex) => {
    for (const line of lines) {
      const level = levels[line.tag],
        last = entries.at(-1);
      if (level !== undefined && line.startOffset > 0 && last) entries.splice(-1, 1, { ...last, title: last.title + unbroken(line) });
      else if (level !== undefined) entries.push({ level, title: line.text, pageIndex, topPt: line.topPt });
      else if (line.opensItem !== undefined)
        entries.push({ level: 2, title: titles.get(line.opensItem) ?? line.text, pageIndex, topPt: line.topPt });
    }
  });
  return entries;
}

/** The title of every article and brief as the contents have it, by its id. */
function contentsTitles(pages: readonly Page[]): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const line of pages.flatMap(({ lines }) => lines)) {
    const {
      tag,
      place: { itemId },
      furniture,
    } = line;
    if (tag === 'toc' && itemId !== undefined && !furniture) titles.set(itemId, (titles.get(itemId) ?? '') + unbroken(line));
  }
  return titles;
}

/** A line's words with the blank between half titles that it was broken at. */
function unbroken({ text, followsBlank }: PageLine): string {
  return followsBlank ? ` ${text}` : text;
}
