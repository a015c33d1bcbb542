import { openLibrary } from '../../electron/services/library/library.js';
import { createLibraryReplacer } from '../../electron/services/search/replace-library.js';
import { SearchIndex } from '../../electron/services/search/search-index.js';
import { randomIds, systemClock } from '../../electron/services/system-ports.js';
import { compareIssues } from '../../shared/compare/compare-issues.js';
import { issueKey, type Issue } from '../../shared/document/issue.js';
import { medianMs, timeMs, type Figure } from './figure.js';
import { librarySizedIssue, madeIssue } from './made-issue.js';
import { makeLibrary, withFolder } from './made-library.js';

const issues = 500;
const versions = 50;

/** What replacing, comparing and looking back cost. */
export async function bench(): Promise<readonly Figure[]> {
  return [...(await withFolder(replaceFigures)), await withFolder(historyFigure), await diffFigure()];
}

async function replaceFigures(folder: string): Promise<readonly Figure[]> {
  await makeLibrary(
    folder,
    Array.from({ length: issues }, (_, index) => librarySizedIssue(1 + (index % 25), 2000 + Math.floor(index / 25))),
  );
  const library = await openLibrary({ folder, clock: systemClock, ids: randomIds });
  const index = new SearchIndex(library);
  const replacer = createLibraryReplacer(library, index);
  const query = { words: '文化惠民', isPattern: false, blindness: { width: true, quotes: true, blanks: true, letterCase: true } };
  const first = await timeMs(() => replacer.preview(query));
  const value = await medianMs(() => replacer.preview(query));
  index.close();
  await library.close();
  const how = `${issues} issues of 40 kB each; every place with its words before and after`;
  return [
    { name: `Replace preview over ${issues} issues, median`, value, unit: 'ms', target: 300, how: `${how}; the library in memory` },
    { name: `Replace preview over ${issues} issues, the first`, value: first, unit: 'ms', how: `${how}; the library read for it` },
  ];
}

function historyFigure(folder: string): Promise<Figure> {
  return withVersions(folder, async (library, key) => {
    const value = await medianMs(async () => {
      const [newest] = await library.versionsOf('issue', key);
      if (newest !== undefined) await library.getVersion('issue', key, newest.id);
    });
    const how = 'listed, and the newest read to be shown';
    return { name: `History of ${versions} versions opened`, value, unit: 'ms', target: 100, how };
  });
}

type OpenLibrary = Awaited<ReturnType<typeof openLibrary>>;

async function withVersions(folder: string, run: (library: OpenLibrary, key: string) => Promise<Figure>): Promise<Figure> {
  const library = await openLibrary({ folder, clock: systemClock, ids: randomIds });
  const issue = madeIssue(1, 2030, { characters: 6000 });
  const key = issueKey(issue.masthead);
  await library.add('issue', issue);
  for (let count = 0; count < versions; count += 1) await library.keepVersion('issue', key, `第${count}版`);
  const found = (await library.versionsOf('issue', key)).length;
  if (found < versions) throw new Error(`only ${found} versions were kept`);
  const figure = await run(library, key);
  await library.close();
  return figure;
}

/** Every fourth paragraph changed in two places, the articles in another order, one gone and one new. */
async function diffFigure(): Promise<Figure> {
  const before = madeIssue(1, 2030, { characters: 6000 });
  const [column, ...others] = before.columns;
  if (column === undefined) throw new Error('the issue has columns');
  const items = column.items.slice(1).map((item) => ({
    ...item,
    paragraphs: item.paragraphs.map((each, index) =>
      index % 4 === 0 ? { ...each, text: each.text.replace('建立', '建立健全').replace('群众', '干部群众') } : each,
    ),
  }));
  const after: Issue = { ...before, columns: [{ ...column, items: items.toReversed() }, ...others] };
  const value = await medianMs(() => compareIssues(before, after));
  return { name: 'Diff of two issues of 6,000 characters', value, unit: 'ms', target: 50, how: 'words, moves and all, as 历史 shows them' };
}
