import { afterEach, describe, expect, it } from 'vitest';
import type { Library } from '../../../../electron/services/library/library.js';
import { createLibraryReplacer } from '../../../../electron/services/search/replace-library.js';
import { SearchIndex } from '../../../../electron/services/search/search-index.js';
import { updateItem } from '../../../../shared/document/edit-issue.js';
import { createFinder, hitId } from '../../../../shared/find/find-hits.js';
import { compileQuery } from '../../../../shared/find/matcher.js';
import { article, column, from, issue, lead, p } from '../../../helpers/build-issue.js';
import { openTestLibrary } from '../../../helpers/open-test-library.js';

const blindness = { width: true, quotes: true, blanks: true, letterCase: true };
const query = { words: '文明办', isPattern: false, blindness };
const opened: Library[] = [];

async function start() {
  const { library } = await openTestLibrary();
  opened.push(library);
  const make = (number: number, text: string, state: 'drafting' | 'final') =>
    library.add('issue', {
      ...issue(column('栏', article(`第${String(number)}篇`, p(text))), { masthead: { number, date: `2023-0${String(number)}-01` } }),
      state,
    });
  await make(1, '甲县文明办、乙县文明 办。', 'final');
  await make(2, '丙县文明办。', 'drafting');
  await make(3, '无关。', 'drafting');
  const text = async (key: string): Promise<string> => (await library.getIssue(key)).issue.columns[0]?.items[0]?.paragraphs[0]?.text ?? '';
  return { library, text, replacer: createLibraryReplacer(library, new SearchIndex(library)) };
}

afterEach(async () => {
  for (const library of opened.splice(0)) await library.close();
});

describe('replacing over the library', () => {
  it('shows what it would do, does what was chosen as one commit with versions before, and takes it back', async () => {
    const { library, text, replacer } = await start();
    const { issues, total } = await replacer.preview(query);
    expect([total, issues.map(({ key, state, count }) => [key, state, count])]).toEqual([
      3,
      [
        ['2023-02', 'drafting', 1],
        ['2023-01', 'final', 2],
      ],
    ]);
    const [second, first] = issues;
    const of = [{ key: '2023-01', revision: first?.revision ?? '', from: 0 }];
    const [[hit] = []] = (await replacer.hits({ query, of, most: 1 })).hits;
    expect(hit).toEqual({
      id: 'a1.text.p1@2',
      label: expect.stringContaining('第1篇') as string,
      context: ['甲县', '文明办', '、乙县文明 办。'],
    });
    const { undoId, changed } = await replacer.run({
      query,
      replacement: '文明中心',
      issues: [
        { key: '2023-01', revision: first?.revision ?? '', off: [hit?.id ?? ''] },
        { key: '2023-02', revision: second?.revision ?? '', off: [] },
      ],
    });
    expect(changed).toEqual([
      { key: '2023-01', count: 1 },
      { key: '2023-02', count: 1 },
    ]);
    expect([await text('2023-01'), await text('2023-02')]).toEqual(['甲县文明办、乙县文明中心。', '丙县文明中心。']);
    expect((await library.versionsOf('issue', '2023-01')).length).toBe(1);
    expect((await library.changesOf('issue', '2023-01'))[0]).toMatchObject({ reason: '全库替换' });
    expect((await library.changesOf('issue', '2023-01'))[0]?.seq).toBe((await library.changesOf('issue', '2023-02'))[0]?.seq);
    await replacer.undo(undoId);
    expect([await text('2023-01'), await text('2023-02')]).toEqual(['甲县文明办、乙县文明 办。', '丙县文明办。']);
    await expect(replacer.undo(undoId)).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('changes nothing at all when an issue is another by then, before and when taken back', async () => {
    const { library, text, replacer } = await start();
    const { issues } = await replacer.preview(query);
    const chosen = issues.map(({ key, revision }) => ({ key, revision, off: [] }));
    const retype = async (words: string): Promise<void> => {
      const { issue: value, revision } = await library.getIssue('2023-02');
      await library.saveIssue(
        '2023-02',
        updateItem(value, 'a1', (item) => ({ ...item, title: words })),
        revision,
      );
    };
    await retype('改过');
    await expect(replacer.run({ query, replacement: '中心', issues: chosen })).rejects.toMatchObject({ code: 'issue-changed' });
    const of = chosen.map(({ key, revision }) => ({ key, revision, from: 0 }));
    await expect(replacer.hits({ query, of, most: 20 })).rejects.toMatchObject({ code: 'issue-changed' });
    expect(await text('2023-01')).toContain('文明办');
    const again = (await replacer.preview(query)).issues.map(({ key, revision }) => ({ key, revision, off: [] }));
    const { undoId } = await replacer.run({ query, replacement: '中心', issues: again });
    await retype('又改过');
    await expect(replacer.undo(undoId)).rejects.toMatchObject({ code: 'issue-changed' });
    expect(await text('2023-01')).toBe('甲县中心、乙县中心。');
  });

  it('leaves a printed issue as it is, and the others with it, until it is opened for a 更正', async () => {
    const { library, text, replacer } = await start();
    const { issue: value, revision } = await library.getIssue('2023-01');
    await library.saveIssue('2023-01', { ...value, state: 'printed' }, revision);
    const chosen = (await replacer.preview(query)).issues.map((each) => ({ key: each.key, revision: each.revision, off: [] }));
    await expect(replacer.run({ query, replacement: '中心', issues: chosen })).rejects.toMatchObject({ code: 'issue-locked' });
    expect([await text('2023-01'), await text('2023-02')]).toEqual(['甲县文明办、乙县文明 办。', '丙县文明办。']);
  });

  it('shows every place a search in the issue itself would, in its order, wherever it stands', async () => {
    const { library } = await openTestLibrary();
    opened.push(library);
    const value = issue(
      column(
        '文明办栏',
        from(['甲县文明办', '乙县'], article('文明办抓实\n文明办工作', p('无关。'), p('文 明办，文明办。'), p('文明。'))),
        from(['文明办'], article('无关', p(lead('文明办先行。'), '文明办后行。'))),
      ),
      { imprint: { organizer: '文明办' }, masthead: { number: 7, date: '2023-07-01' } },
    );
    await library.add('issue', value);
    const compiled = compileQuery(query);
    if (compiled === undefined || 'problem' in compiled) throw new Error('the query is one');
    const own = createFinder(compiled.matcher)((await library.getIssue('2023-07')).issue).map(hitId);
    expect(own.length).toBeGreaterThan(8);
    const replacer = createLibraryReplacer(library, new SearchIndex(library));
    const [shown] = (await replacer.preview(query)).issues;
    const page = async (from: number, most: number) => {
      const { hits } = await replacer.hits({ query, of: [{ key: '2023-07', revision: shown?.revision ?? '', from }], most });
      return hits[0]?.map(({ id }) => id) ?? [];
    };
    expect([shown?.count, await page(0, 1000)]).toEqual([own.length, own]);
    expect([...(await page(0, 3)), ...(await page(3, 1000))]).toEqual(own);
  });

  it('counts what it lists, whatever is asked for and whatever it is blind to', async () => {
    const { library } = await openTestLibrary();
    opened.push(library);
    const text = '甲甲 甲“甲"ａA a，甲\u3000乙1２。';
    const value = issue(column('甲栏', from(['甲', '甲甲'], article('甲\n甲甲', p(text), p(lead('甲。'), text), p('甲甲甲甲甲')))), {
      masthead: { number: 7, date: '2023-07-01' },
    });
    await library.add('issue', value);
    const replacer = createLibraryReplacer(library, new SearchIndex(library));
    const asked = ['甲', '甲甲', '甲 甲', ' ', 'a', '"甲', '“', '12', '1２', '没有'].flatMap((words) =>
      [true, false].flatMap((isPattern) =>
        [true, false].map((is) => ({ words, isPattern, blindness: { ...blindness, width: is, quotes: is, blanks: is } })),
      ),
    );
    const counts: number[] = [];
    for (const each of asked) {
      const { total, issues } = await replacer.preview(each);
      const of = [{ key: '2023-07', revision: issues[0]?.revision ?? '', from: 0 }];
      const listed = issues.length === 0 ? [] : (await replacer.hits({ query: each, of, most: 1000 })).hits[0];
      expect([each, total]).toEqual([each, listed?.length]);
      counts.push(total);
    }
    expect([Math.min(...counts), Math.max(...counts) > 15]).toEqual([0, true]);
  });

  it('takes patterns and tells what is wrong with one', async () => {
    const { text, replacer } = await start();
    const pattern = { words: '(.)县文明办', isPattern: true, blindness };
    const { issues } = await replacer.preview(pattern);
    expect(issues.map(({ count }) => count)).toEqual([1, 1]);
    await replacer.run({
      query: pattern,
      replacement: '$1区文明办',
      issues: issues.map(({ key, revision }) => ({ key, revision, off: [] })),
    });
    expect(await text('2023-02')).toBe('丙区文明办。');
    expect(await replacer.preview({ ...pattern, words: '(' })).toMatchObject({ total: 0, problem: expect.any(String) as string });
  });
});
