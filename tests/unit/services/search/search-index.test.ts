import { afterEach, describe, expect, it } from 'vitest';
import { openLibrary, type Library } from '../../../../electron/services/library/library.js';
import { SearchIndex } from '../../../../electron/services/search/search-index.js';
import { randomIds, systemClock } from '../../../../electron/services/system-ports.js';
import { updateItem } from '../../../../shared/document/edit-issue.js';
import { article, column, issue, p } from '../../../helpers/build-issue.js';
import { openTestLibrary } from '../../../helpers/open-test-library.js';
import { longIssue, sampleIssue } from '../../../helpers/sample-issue.js';

const other = issue(column('经验交流', article('丁街道抓实宣讲', p('近日开展。'))), { masthead: { number: 7 } });
const opened: Library[] = [];

async function start(): Promise<{
  library: Library;
  folder: string;
  index: SearchIndex;
  find: (words: string) => Promise<readonly string[]>;
}> {
  const { library, folder } = await openTestLibrary();
  opened.push(library);
  const index = new SearchIndex(library);
  const find = async (words: string): Promise<readonly string[]> => {
    const { groups } = await index.search({ words, only: {}, most: 50 });
    return groups.flatMap(({ key, docs }) => docs.map(({ title }) => `${key} ${title}`));
  };
  return { library, folder, index, find };
}

afterEach(async () => {
  for (const library of opened.splice(0)) await library.close();
});

describe('the search of a library', () => {
  it('follows every change: saved, added, moved, deleted, restored', async () => {
    const { library, find } = await start();
    await library.add('issue', sampleIssue);
    expect(await find('丁街道')).toEqual([]);
    const { key } = await library.add('issue', other);
    expect(await find('丁街道')).toEqual(['2023-07 丁街道抓实宣讲']);
    const { issue: saved, revision } = await library.getIssue(key);
    const renamed = {
      ...updateItem(saved, 'a1', (item) => ({ ...item, title: '戊街道抓实宣讲' })),
      masthead: { ...saved.masthead, number: 8 },
    };
    await library.saveIssue(key, renamed, revision);
    expect([await find('丁街道'), await find('戊街道'), await find('wujd')]).toEqual([
      [],
      ['2023-08 戊街道抓实宣讲'],
      ['2023-08 戊街道抓实宣讲'],
    ]);
    const trashId = await library.remove('issue', '2023-08');
    expect(await find('戊街道')).toEqual([]);
    await library.restore(trashId);
    expect(await find('戊街道')).toEqual(['2023-08 戊街道抓实宣讲']);
  });

  it('sees, through a library opened for reading, what another program saves', async () => {
    const { library, folder } = await start();
    await library.add('issue', sampleIssue);
    const reading = await openLibrary({ folder, clock: systemClock, ids: randomIds, mode: 'read' });
    const index = new SearchIndex(reading);
    const total = async (words: string): Promise<number> => (await index.search({ words, only: {}, most: 5 })).total;
    expect(await total('丁街道')).toBe(0);
    await library.add('issue', other);
    expect(await total('丁街道')).toBe(1);
    await library.remove('issue', '2023-07');
    expect(await total('丁街道')).toBe(0);
    index.close();
    await reading.close();
  });

  it('says on which page a place is printed', async () => {
    const { library, index } = await start();
    const { key } = await library.add('issue', longIssue);
    const { groups } = await index.search({ words: '戊县', only: {}, most: 5 });
    const places = groups[0]?.docs.flatMap((doc) => doc.places.map(({ place }) => place)) ?? [];
    const pages = await index.pagesOf(key, places);
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.every((page) => page > 1)).toBe(true);
    expect(await index.pagesOf(key, [{ part: 'masthead' }, { itemId: 'gone', field: 'title', offset: 0 }])).toEqual([1, 0]);
    expect(await index.pagesOf('1999-01', [{ part: 'masthead' }])).toEqual([0]);
    await library.savePublication({ ...(await library.getPublication()), pageStyle: { 'marginMm.top': 80, 'marginMm.bottom': 80 } });
    const narrow = await index.pagesOf(key, places);
    expect(narrow.at(-1)).toBeGreaterThan(pages.at(-1) ?? 0);
  });
});
