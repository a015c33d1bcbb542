import type { FoundPlace, SearchGroup } from '../../shared/search/search-types.js';
import type { Library } from '../services/library/library.js';
import { SearchIndex } from '../services/search/search-index.js';
import type { Terminal } from './terminal.js';

/** Everything found is printed. */
const most = Number.MAX_SAFE_INTEGER;

/** One line a place (or one JSON value a line with --json), grouped by issue, newest first. */
export async function printSearch(
  library: Library,
  { words, json }: { readonly words: string; readonly json: boolean },
  { print }: Terminal,
): Promise<void> {
  const index = new SearchIndex(library);
  try {
    const answer = await index.search({ words, only: {}, most });
    for (const group of answer.groups) for (const line of await linesOf(group, index, json)) print(line);
    if (!json) print(answer.total === 0 ? '没有找到。' : `共 ${String(answer.sources)} 期（篇），${String(answer.total)} 篇稿件。`);
  } finally {
    index.close();
  }
}

async function linesOf({ source, key, label, docs }: SearchGroup, index: SearchIndex, json: boolean): Promise<readonly string[]> {
  const places = docs.flatMap((doc) => doc.places.map((found) => ({ doc, found })));
  const pages =
    source === 'issue'
      ? await index.pagesOf(
          key,
          places.map(({ found }) => found.place),
        )
      : [];
  const lines = places.map(({ doc: { title, column, unit, kind }, found }, at) => {
    const page = pages[at] ?? 0;
    if (json) return JSON.stringify({ source, key, kind, title, column, unit, ...(page > 0 ? { page } : {}), ...valueOf(found) });
    return `  ${page > 0 ? `第${String(page)}页 ` : ''}${title === '' ? '' : `《${title}》 `}${found.context.join('')}`;
  });
  return json ? lines : [label, ...lines];
}

function valueOf({ place, key, from, to, context: [before, match, after] }: FoundPlace) {
  return { place, text: key, from, to, before, match, after };
}
