import type { FoundPlace, SearchGroup } from '../../shared/search/search-types.js';
import type { Library } from '../services/library/library.js';
import { unwatchedJob } from '../services/jobs.js';
import { searchKept } from '../services/search/search-kept.js';
import { SearchIndex } from '../services/search/search-index.js';
import type { Terminal } from './terminal.js';

/** Everything found is printed. */
const most = Number.MAX_SAFE_INTEGER;

/** One line a place (or one JSON value a line with --json), grouped by issue, newest first. */
export async function printSearch(
  library: Library,
  { words, kept, json }: { readonly words: string; readonly kept: boolean; readonly json: boolean },
  { print }: Terminal,
): Promise<void> {
  const index = new SearchIndex(library);
  try {
    const answer = await index.search({ words, only: {}, most });
    for (const group of answer.groups) for (const line of await linesOf(group, index, json)) print(line);
    const others = kept ? (await searchKept(library, words, unwatchedJob)).groups : [];
    for (const group of others) for (const line of await linesOf(group, index, json)) print(line);
    const ofKept = kept ? `；旧版本和回收站里 ${String(others.length)} 处` : '';
    if (!json)
      print(
        answer.total + others.length === 0
          ? '没有找到。'
          : `共 ${String(answer.sources)} 期（篇），${String(answer.total)} 篇稿件${ofKept}。`,
      );
  } finally {
    index.close();
  }
}

async function linesOf({ source, key, label, docs, kept }: SearchGroup, index: SearchIndex, json: boolean): Promise<readonly string[]> {
  const places = docs.flatMap((doc) => doc.places.map((found) => ({ doc, found })));
  const pages =
    source === 'issue' && kept === undefined
      ? await index.pagesOf(
          key,
          places.map(({ found }) => found.place),
        )
      : [];
  const lines = places.map(({ doc: { title, column, unit, kind }, found }, at) => {
    const page = pages[at] ?? 0;
    if (json)
      return JSON.stringify({
        source,
        key,
        ...(kept && { kept }),
        kind,
        title,
        column,
        unit,
        ...(page > 0 ? { page } : {}),
        ...valueOf(found),
      });
    return `  ${page > 0 ? `第${String(page)}页 ` : ''}${title === '' ? '' : `《${title}》 `}${found.context.join('')}`;
  });
  return json ? lines : [kept === undefined ? label : `${label}（${keptLabel(kept)} ${kept.at}）`, ...lines];
}

function valueOf({ place, key, from, to, context: [before, match, after] }: FoundPlace) {
  return { place, text: key, from, to, before, match, after };
}

function keptLabel({ kind, trashId }: NonNullable<SearchGroup['kept']>): string {
  if (kind === 'trash') return '回收站';
  return trashId === undefined ? '旧版本' : '回收站里的旧版本';
}
