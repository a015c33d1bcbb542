/** Titles of several lines: what the contents have as one title is one, whatever its lines look like. */
import { describe, expect, it } from 'vitest';
import { plainTitle } from '../../../shared/document/issue.js';
import { readText } from '../../../shared/recognize/read-text.js';
import { recognize } from '../../../shared/recognize/recognize.js';

const text = (name: string): string => `${name}统筹城乡文化资源，推动文化惠民走深走实，群众满意度稳步提升，成效明显。`;
const head = ['宣传信息专报', '第3期', '中共示例市委宣传部', '2031年4月12日'];

function items(...lines: readonly string[]) {
  let ids = 0;
  const result = recognize(readText([...head, ...lines].join('\n')), { nextId: () => `i${String((ids += 1))}` });
  if (result.kind !== 'issue') throw new Error('no issue');
  return result.issue.columns.flatMap((column) =>
    column.items.map(({ title, sources }) => [plainTitle(title).replace(/\s/gu, ''), ...sources].join('｜')),
  );
}

describe('a title over several lines that the contents have', () => {
  it('may have a line that ends like a unit, which is no source of the article before', () => {
    const found = items(
      ...['〔经验交流〕', '甲县送戏下乡进村头', '丁镇理论宣讲品牌示例街道持续巩固全民阅读阵地成果'],
      ...['〔经验交流〕', '甲县送戏下乡进村头', text('甲县')],
      ...['丁镇理论宣讲品牌示例街道', '持续巩固全民阅读阵地成果', text('丁镇'), '（丁镇党委）'],
    );
    expect(found).toEqual(['甲县送戏下乡进村头', '丁镇理论宣讲品牌示例街道持续巩固全民阅读阵地成果｜丁镇党委']);
  });

  it('may take six lines, and hold sentences in the contents', () => {
    const title = [
      '甲县统筹推进理论宣讲',
      '乙区统筹推进文明创建',
      '丙市统筹推进文化惠民',
      '丁镇统筹推进网络安全',
      '戊街统筹推进基层治理',
      '巳村统筹推进志愿服务',
    ];
    const brief = '乙区启动“百人千场”宣讲活动。持续到年底，覆盖所有镇街，群众反映良好';
    const found = items(
      ...['〔经验交流〕', ...title, '〔简讯〕', brief],
      ...['〔经验交流〕', ...title, text('甲县'), '（甲县委宣传部）'],
      ...['〔简讯〕', `${brief}。${text('乙区')}`, '（乙区委宣传部）'],
    );
    expect(found).toEqual([`${title.join('')}｜甲县委宣传部`, `${brief}｜乙区委宣传部`]);
  });
});
