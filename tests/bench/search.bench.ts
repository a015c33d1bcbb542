import { SearchIndex } from '../../electron/services/search/search-index.js';
import { openLibrary } from '../../electron/services/library/library.js';
import { randomIds, systemClock } from '../../electron/services/system-ports.js';
import { issueDocs } from '../../shared/search/docs.js';
import { readings } from '../../shared/search/readings.js';
import { searchDocs } from '../../shared/search/search-docs.js';
import { createFinder } from '../../shared/find/find-hits.js';
import { compileQuery } from '../../shared/find/matcher.js';
import { percentile, type Figure } from './figure.js';
import { librarySizedIssue, madeIssue } from './made-issue.js';
import { makeLibrary, withFolder } from './made-library.js';

const articles = 10_000;
const queries = ['文化', '惠', '文化 惠民', '“文化惠民”', '没有这样的字', 'whhm', 'wenhua'];

/** Searches over ten thousand articles in memory, and what it takes to read a library for them. */
export async function bench(): Promise<readonly Figure[]> {
  const one = issueDocs(madeIssue(1, 2030, { characters: 60_000, perArticle: 1000 }));
  const docs = Array.from({ length: Math.ceil(articles / one.length) }, (_, index) =>
    one.map((doc) => ({ ...doc, key: `${String(1500 + index)}-01` })),
  )
    .flat()
    .slice(0, articles);
  const times: number[] = [];
  const corpus = { docs, labelOf: ({ key }: { readonly key: string }) => key, readings };
  for (let round = 0; round < 8; round += 1) {
    for (const words of queries) {
      const start = performance.now();
      searchDocs(corpus, { words, only: {}, most: 120 });
      // The first round compiles and looks up readings.
      if (round > 0) times.push(performance.now() - start);
    }
  }
  const characters = docs.reduce((sum, { words }) => sum + words.length, 0);
  const how = `${docs.length} articles of ${String(Math.round(characters / docs.length))} characters in memory, facets counted, contexts of 120 articles made; queries ${queries.join(' ')}; seven rounds`;
  return [
    { name: 'Search of 10,000 articles, p50', value: percentile(times, 0.5), unit: 'ms', how },
    { name: 'Search of 10,000 articles, p95', value: percentile(times, 0.95), unit: 'ms', target: 20, how },
    findFigure(),
    await readingFigure(),
  ];
}

/** What every keystroke costs while hits are shown. */
function findFigure(): Figure {
  const issue = madeIssue(1, 2030, { characters: 60_000, perArticle: 3000 });
  const compiled = compileQuery({
    words: '文化',
    isPattern: false,
    blindness: { width: true, quotes: true, blanks: true, letterCase: true },
  });
  if (!compiled || 'problem' in compiled) throw new Error('no matcher');
  const finder = createFinder(compiled.matcher);
  finder(issue);
  const times = Array.from({ length: 50 }, () => {
    const start = performance.now();
    finder({ ...issue, columns: [...issue.columns] });
    return performance.now() - start;
  });
  return {
    name: 'Hits brought up after a keystroke, 60,000 characters',
    value: percentile(times, 0.95),
    unit: 'ms',
    target: 4,
    how: 'p95 of 50',
  };
}

function readingFigure(): Promise<Figure> {
  return withFolder(async (folder) => {
    await makeLibrary(
      folder,
      Array.from({ length: 100 }, (_, index) => librarySizedIssue(1 + (index % 25), 2000 + Math.floor(index / 25))),
    );
    const library = await openLibrary({ folder, clock: systemClock, ids: randomIds });
    const index = new SearchIndex(library);
    const start = performance.now();
    await index.search({ words: '文化', only: {}, most: 120 });
    const value = performance.now() - start;
    index.close();
    await library.close();
    return { name: 'First search of a library of 100 issues', value, unit: 'ms', how: 'all records read into memory, then searched' };
  });
}
