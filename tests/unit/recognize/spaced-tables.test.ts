/** Tables whose cells are parted by blanks, in texts; rows that are none keep their blanks. */
import { describe, expect, it } from 'vitest';
import { readSpacedTable } from '../../../shared/recognize/spaced-table.js';
import { readText } from '../../../shared/recognize/read-text.js';
import { recognize } from '../../../shared/recognize/recognize.js';
import { lostCharacters } from './issue-words.js';

const title = '示例区书香巷里读书忙';
const text = '示例区把旧门市改成社区书房六处，藏书两万册，每日接待读者三千人次，群众反映良好。';

function paragraphs(...lines: readonly string[]) {
  const source = readText([title, '', text, '', ...lines, '', text, '（示例区委宣传部）'].join('\n'));
  const result = recognize(source, { nextId: () => 'i', as: 'article' });
  if (result.kind !== 'article') throw new Error('recognized as an issue');
  expect(lostCharacters(source, result)).toBe('');
  return result.article.paragraphs.slice(1, -1).map((paragraph) => [paragraph.text, paragraph.table?.headerRows]);
}

const rows = [
  '项目          2023年      2024年      增减',
  '理论宣讲        120         180        60',
  '文化惠民        860        1200       340',
  '阵地建设        900           8      -100',
];
const cells = '项目\t2023年\t2024年\t增减\n理论宣讲\t120\t180\t60\n文化惠民\t860\t1200\t340\n阵地建设\t900\t8\t-100';

describe('rows of cells parted by blanks', () => {
  it('with figures below a header are a table', () => {
    expect(paragraphs(...rows)).toEqual([[`\n${cells}`, 1]]);
    expect(paragraphs(...rows.map((row) => row.replace(/ +/gu, '\t')))).toEqual([[`\n${cells}`, 1]]);
  });

  it.each([
    [['表1　经费分配表　　　　　　单位：万元'], '表1　经费分配表　单位：万元'],
    [['经费分配表', '（单位：万元）'], '经费分配表　（单位：万元）'],
  ])('have the caption and the unit above them: %s', (above, caption) => {
    expect(paragraphs(...above, ...rows)).toEqual([[`${caption}\n${cells}`, 1]]);
  });

  it('have no sentence above them as caption', () => {
    expect(paragraphs('各项经费如下', ...rows)).toHaveLength(2);
  });

  it('of two columns are a table under a caption with a number only', () => {
    const two = ['镇  场次', '甲镇  5', '乙镇  12'];
    expect(paragraphs('表2 场次', ...two)).toEqual([['表2 场次\n镇\t场次\n甲镇\t5\n乙镇\t12', 1]]);
    expect(paragraphs(...two).map(([, header]) => header)).not.toContain(1);
  });

  it('without a figure in a column are lines of names', () => {
    expect(paragraphs('张示  李示  王示', '赵示  钱示  孙示', '周示  吴示  郑示').every(([, header]) => header === undefined)).toBe(true);
  });

  it('without words above the figures are no table', () => {
    expect(
      paragraphs('甲县开展读书活动  第一版  3', '乙县开展送戏活动  第一版  5', '丙县开展宣讲活动  第二版  7').every(
        ([, header]) => header === undefined,
      ),
    ).toBe(true);
  });

  it('end where a row has fewer cells', () => {
    expect(paragraphs(...rows, '合计        1388')[0]).toEqual([`\n${cells}`, 1]);
  });

  it('are looked through fast, however long the line and its blanks are', () => {
    const long = `${'甲'.repeat(10)}${' '.repeat(200_000)}乙${' 　'.repeat(200_000)}。`;
    expect(paragraphs(long, long)).toHaveLength(2);
  });
});

it('a line in columns that is no row of a table keeps its blanks beside digits', () => {
  expect(paragraphs('甲镇  5  场  8  人')).toEqual([['甲镇  5  场  8  人', undefined]]);
  expect(paragraphs('甲镇开展 5 场，参加 8 人。')).toEqual([['甲镇开展5场，参加8人。', undefined]]);
});

it.each([
  ['in the first column alone', ['序号  姓名  单位', '1  甲某  甲镇', '2  乙某  乙镇']],
  ['in another column in every row', ['项目  去年  今年', '书房  6  不详', '夜校  不详  9']],
])('figures %s make no table', (_where, rows) => {
  expect(readSpacedTable(rows, 0)).toBeUndefined();
});
