import { describe, expect, it } from 'vitest';
import { groupByDay } from '../../../../renderer/history/version-label.js';
import { shownChanges } from '../../../../renderer/history/shown-changes.js';
import { compareIssues } from '../../../../shared/compare/compare-issues.js';
import { updateItem } from '../../../../shared/document/edit-issue.js';
import { article, column, issue, p } from '../../../helpers/build-issue.js';

const before = issue(column('经验交流', article('甲', p('甲一'), p('甲二')), article('乙', p('乙一'))));
const after = updateItem(before, 'a1', (item) => ({ ...item, paragraphs: item.paragraphs.slice(0, 1) }));
const words = (isWhole: boolean) =>
  shownChanges(compareIssues(before, after), isWhole).map((row) =>
    row.kind === 'gap' ? row.count : `${row.change.kind} ${row.change.line.text}`,
  );

describe('the rows of a comparison', () => {
  it('are what changed under the titles of its articles, and how many lines stayed between', () => {
    expect(words(false).filter((row) => typeof row === 'string')).toEqual(['same 甲', 'removed 甲二']);
    const all = words(true);
    const counted = words(false).reduce<number>((sum, row) => sum + (typeof row === 'number' ? row : 1), 0);
    expect(counted).toBe(all.length);
  });

  it('are all lines when they are asked for', () => expect(words(true)).toContain('same 乙一'));
});

describe('the time line', () => {
  it('groups versions by day in their order', () => {
    const at = (id: string, day: number, hour: number) => ({ id, replacedAt: new Date(2026, 10, day, hour).toISOString() });
    const days = groupByDay([at('c', 21, 9), at('b', 20, 15), at('a', 20, 8)], 2026);
    expect(days.map(({ label, versions }) => [label, versions.map(({ id }) => id)])).toEqual([
      ['11月21日', ['c']],
      ['11月20日', ['b', 'a']],
    ]);
  });
});
