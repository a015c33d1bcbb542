import { describe, expect, it } from 'vitest';
import { compareThree, type MarkedPart } from '../../../shared/compare/compare-three.js';

/** Parts as one line, what differs between ‹ and ›. */
const spell = (parts: readonly MarkedPart[]): string => parts.map(({ text, isChanged }) => (isChanged ? `‹${text}›` : text)).join('');

describe('two wordings beside what they came from', () => {
  it('mark what each put in, and in the base what either took out', () => {
    const base = '全区共有三十六支队伍参加培训活动。';
    const marked = compareThree({ base, ours: '全区共有四十八支队伍参加培训活动。', theirs: '全区共有三十六支队伍参加宣讲活动。' });
    expect(spell(marked.base)).toBe('全区共有‹三十六›支队伍参加‹培训›活动。');
    expect(spell(marked.ours)).toBe('全区共有‹四十八›支队伍参加培训活动。');
    expect(spell(marked.theirs)).toBe('全区共有三十六支队伍参加‹宣讲›活动。');
  });

  it('mark a paragraph that one side took out as taken out', () => {
    const marked = compareThree({ base: '旧的一段。', theirs: '旧的那一段。' });
    expect([spell(marked.base), spell(marked.ours), spell(marked.theirs)]).toEqual(['‹旧的一段。›', '', '旧的‹那›一段。']);
  });

  it('without a base are marked against each other, or wholly where there is only one', () => {
    const marked = compareThree({ ours: '第一次会议在东楼召开。', theirs: '第一次会议在西楼召开。' });
    expect([marked.base, spell(marked.ours), spell(marked.theirs)]).toEqual([[], '第一次会议在‹东›楼召开。', '第一次会议在‹西›楼召开。']);
    expect(spell(compareThree({ ours: '只有我方写了。' }).ours)).toBe('‹只有我方写了。›');
  });
});
