import { describe, expect, it } from 'vitest';
import { groupByYear, matchesFilter, titlesForFilter } from '../../../renderer/library/filter-issues.js';
import { dateLabel, timeLabel } from '../../../renderer/library/issue-label.js';
import { keyLabel } from '../../../shared/document/issue-key-label.js';
import type { IssueSummary } from '../../../shared/library/records/issue-kind.js';

const summary = (key: string, date: string, ...titles: string[]): IssueSummary => ({
  key,
  date,
  titles,
  uses: [],
  publication: '示例专报',
  number: Number(key.split('-')[1]?.replace('Z', '')),
  supplement: key.includes('Z'),
  state: 'printed',
  characters: 10,
  savedAt: '2024-01-01T00:00:00.000Z',
});

describe('filtering issues', () => {
  const issue = summary('2024-07', '2024-04-18', '示例区推进Ａ工程', '甲县开展宣讲');

  it('finds words in titles, number, date and state', () => {
    for (const filter of ['甲县', '第7期', '4月18日', '2024', '印发', '甲县 第7期'])
      expect(matchesFilter(issue, filter), filter).toBe(true);
    for (const filter of ['乙县', '第8期', '甲县 乙县']) expect(matchesFilter(issue, filter), filter).toBe(false);
  });

  it('takes full-width and half-width letters for the same', () => {
    expect(matchesFilter(issue, 'a工程')).toBe(true);
  });

  it('finds everything with an empty filter', () => {
    expect(matchesFilter(issue, '  ')).toBe(true);
  });

  it('shows titles that hold the words first', () => {
    expect(titlesForFilter(issue, '甲县')[0]).toBe('甲县开展宣讲');
    expect(titlesForFilter(issue, '')).toEqual(issue.titles);
  });
});

describe('listing issues', () => {
  it('groups by year, newest first', () => {
    const groups = groupByYear([
      summary('2023-02', '2023-02-01'),
      summary('2024-01', '2024-01-05'),
      summary('2024-Z01', '2024-03-01'),
      summary('2024-10', '2024-06-01'),
    ]);
    expect(groups.map(({ year, issues }) => [year, ...issues.map(({ key }) => key)])).toEqual([
      ['2024', '2024-10', '2024-Z01', '2024-01'],
      ['2023', '2023-02'],
    ]);
  });

  it('names keys and dates in the trade’s words', () => {
    expect(keyLabel('2022-10')).toBe('2022年第10期');
    expect(keyLabel('2022-Z01')).toBe('2022年增刊第1期');
    expect(dateLabel('2022-07-08')).toBe('2022年7月8日');
    expect(timeLabel('2022-07-08T04:05:06')).toBe('04:05:06');
  });
});
