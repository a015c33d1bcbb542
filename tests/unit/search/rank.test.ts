import { describe, expect, it } from 'vitest';
import { commandList } from '../../../shared/commands.js';
import { rankOf } from '../../../shared/search/rank.js';
import { readings } from '../../../shared/search/readings.js';

const best = (typed: string): string | undefined =>
  commandList
    .map(({ label }) => ({ label, rank: rankOf(label, typed, readings) }))
    .filter(({ rank }) => rank !== undefined)
    .sort((left, right) => (left.rank ?? 0) - (right.rank ?? 0))[0]?.label;

describe('names by what is typed of them', () => {
  it.each([
    ['导出', '导出…'],
    ['dc', '导出…'],
    ['daochu', '导出…'],
    ['lji', '立即保存'],
    ['dyiceng', '第一层标题 一、'],
    ['bmtj', '版面体检'],
  ])('%s means %s', (typed, label) => {
    expect(best(typed)).toBe(label);
  });

  it('puts what begins so first, written before spelled, short before long', () => {
    const rank = (name: string, typed: string): number => rankOf(name, typed, readings) ?? Number.NaN;
    expect(rank('导出', '导出')).toBeLessThan(rank('重新导出', '导出'));
    expect(rank('APP导出', 'app')).toBeLessThan(rank('阿婆婆', 'app'));
    expect(rank('导出', 'dc')).toBeLessThan(rank('导出全部', 'dc'));
    expect(rank('导出全部', '全部 导出')).not.toBeNaN();
    expect(rankOf('导出', '导入', readings)).toBeUndefined();
    expect(rankOf('导出', 'dc', undefined)).toBeUndefined();
  });
});
