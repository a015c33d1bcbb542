// @vitest-environment window
import { beforeEach, expect, it } from 'vitest';
import { matchingEntries, paletteEntries, type PaletteEntry } from '../../../renderer/palette/entries.js';
import { searchStore } from '../../../renderer/search/search-state.js';
import { desk } from '../../../renderer/state/desk.js';
import { issueSession } from '../../../renderer/state/issue-session.js';
import { readings } from '../../../shared/search/readings.js';
import { article, brief, column, issue } from '../../helpers/build-issue.js';
import { fakeServices } from '../../helpers/fake-services.js';

const value = issue(
  column('经验交流', article('示例区抓实宣讲'), article('示例县办书展')),
  column('简讯', brief('示例镇有动静', '近日。')),
  {
    masthead: { number: 6, date: '2023-06-01' },
  },
);
const listed = {
  key: '2023-06',
  publication: '宣传信息专报',
  date: '2023-06-01',
  titles: ['示例区抓实宣讲', '示例县办书展', '示例镇有动静'],
};

let entries: readonly PaletteEntry[];
beforeEach(() => {
  fakeServices(value).answers.set('search.library', () => ({
    total: 0,
    sources: 0,
    groups: [],
    facets: { kind: [], year: [], column: [], unit: [], state: [] },
    terms: [],
  }));
  entries = paletteEntries({ issues: [listed as never] }, ['示例区委宣传部']);
});

const best = (typed: string) => {
  const [first] = matchingEntries(entries, typed, readings);
  return first && `${first.kind} ${first.name}`;
};
const settle = () => new Promise((resolve) => setTimeout(resolve));

it('issues, articles, briefs and units answer to Chinese, to whole pinyin and to initials', () => {
  expect(['第6期', '书展', 'shulidongjing', 'slqz', 'xuanchuanbu', 'szydj', 'slxbsz'].map(best)).toEqual([
    '期 2023年第6期',
    '稿件 示例县办书展',
    undefined,
    '稿件 示例区抓实宣讲',
    '单位 示例区委宣传部',
    undefined,
    '稿件 示例县办书展',
  ]);
  expect(best('slzydj')).toBe('稿件 示例镇有动静');
});

it('an article is opened with the cursor in its title, the one of that place in the issue; a unit is searched', async () => {
  matchingEntries(entries, 'slzydj', readings)[0]?.run();
  await settle();
  const brief = issueSession.getState().issue?.columns[1]?.items[0];
  expect([issueSession.getState().key, issueSession.getState().current]).toEqual(['2023-06', { kind: 'item', itemId: brief?.id }]);
  matchingEntries(entries, '委宣传部', readings)[0]?.run();
  await settle();
  expect([desk.getState().view, searchStore.getState().only]).toEqual(['search', { unit: ['示例区委宣传部'] }]);
});
