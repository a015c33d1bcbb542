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

  it('have single blanks between cells under a caption with a number, as words out of a PDF have', () => {
    const bare = rows.map((row) => row.replace(/ +/gu, ' '));
    expect(paragraphs('表1 经费', ...bare)).toEqual([[`表1 经费\n${cells}`, 1]]);
    expect(paragraphs('经费分配表', ...bare).map(([, header]) => header)).not.toContain(1);
    expect(paragraphs('表1 经费', ...bare.slice(0, 2))).toEqual([[`表1 经费\n${cells.split('\n').slice(0, 2).join('\n')}`, 1]]);
  });

  it('go on behind a page end under the same header, which is left aside', () => {
    const folio = '— 3 —';
    const again = (header: string | undefined, ...below: readonly (string | undefined)[]) =>
      paragraphs('表1 经费', ...rows.slice(0, 3), folio, `\f${header ?? ''}`, ...below.map((row) => row ?? ''));
    expect(again(rows[0], rows[3])).toEqual([[`表1 经费\n${cells}`, 1]]);
    const narrow = rows.map((row) => row.replace(/ +/gu, ' '));
    expect(paragraphs('表1 经费', ...narrow.slice(0, 3), folio, `\f${narrow[0] ?? ''}`, narrow[3] ?? '')).toEqual([
      [`表1 经费\n${cells}`, 1],
    ]);
    const other = again(rows[0]?.replace('增减', '比率'), rows[2], rows[3]);
    expect(other.filter(([, header]) => header === 1)).toHaveLength(2);
    const samePage = paragraphs('表1 经费', ...rows.slice(0, 3), '', ...rows);
    expect(samePage.filter(([, header]) => header === 1)).toHaveLength(2);
  });

  it('leave the header that stands again aside, and keep the pages apart for their footnotes', () => {
    const noted = (words: string) => `${words}①${text}`;
    const lines = [
      title,
      noted('甲县'),
      '①第一页的注文。',
      '— 1 —',
      `\f${rows[0] ?? ''}`,
      ...rows.slice(1),
      noted('乙镇'),
      '①第二页的注文。',
      '— 2 —',
    ];
    const notes = recognize(readText(lines.join('\n')), { nextId: () => 'i', as: 'article' });
    if (notes.kind !== 'article') throw new Error('recognized as an issue');
    expect(notes.article.paragraphs.flatMap(({ footnotes = [] }) => footnotes.map((note) => note.text))).toEqual([
      '第一页的注文。',
      '第二页的注文。',
    ]);
    const over = ['表1 经费', ...rows.slice(0, 3), '— 3 —', `\f${rows[0] ?? ''}`, rows[3] ?? ''];
    const { leftAside } = recognize(readText([title, text, ...over, text].join('\n')), { nextId: () => 'i', as: 'article' });
    expect(leftAside.filter(({ reason }) => reason === '换页时重复的表头')).toHaveLength(1);
  });

  it('end where a row has fewer cells', () => {
    expect(paragraphs(...rows, '合计        1388')[0]).toEqual([`\n${cells}`, 1]);
  });

  it('are looked through fast, however long the line and its blanks are', () => {
    const long = `${'甲'.repeat(10)}${' '.repeat(200_000)}乙${' 　'.repeat(200_000)}。`;
    expect(paragraphs(long, long)).toHaveLength(2);
  });
});

describe('cells one below the other', () => {
  const stacked = cells.split(/[\t\n]/u);

  it('are a table under a caption with a number, in as many columns as make figures stand below each other; which is told', () => {
    expect(paragraphs('表1 经费', ...stacked)).toEqual([[`表1 经费\n${cells}`, 1]]);
    expect(paragraphs('表1 经费', ...stacked.flatMap((cell) => ['', cell]).slice(1))).toEqual([[`表1 经费\n${cells}`, 1]]);
    const result = recognize(readText([title, text, '表1 经费', ...stacked, text].join('\n')), { nextId: () => 'i', as: 'article' });
    expect(result.warnings).toEqual(['第3行：表中每格各占一行，几格一行是按数字的位置推断的，请核对。']);
  });

  it('are lines without a caption, without figures, and where figures stand in no column', () => {
    for (const lines of [
      stacked,
      ['表1 经费', ...stacked.map((cell) => cell.replace(/\d/gu, '甲'))],
      ['表1 经费', '项目', '甲', '5', '乙', '丙', '6', '7'],
    ])
      expect(paragraphs(...lines).map(([, header]) => header)).not.toContain(1);
  });

  it('end at the next caption, at a sentence and at a page number, and go on behind it under the same header', () => {
    expect(paragraphs('表1 经费', ...stacked, '表2 经费', ...stacked).map(([, header]) => header)).toEqual([1, 1]);
    expect(paragraphs('表1 经费', ...stacked, '以上。')).toEqual([
      [`表1 经费\n${cells}`, 1],
      ['以上。', undefined],
    ]);
    const parted = [...stacked.slice(0, 12), '— 3 —', `\f${stacked[0] ?? ''}`, ...stacked.slice(1, 4), ...stacked.slice(12)];
    expect(paragraphs('表1 经费', ...parted)).toEqual([[`表1 经费\n${cells}`, 1]]);
    const others = ['项目', '数量', '书房', '6', '夜校', '9'];
    expect(paragraphs('表1 经费', ...stacked, '以上。', ...others).map(([, header]) => header === 1)).toEqual([
      true,
      ...Array(7).fill(false),
    ]);
  });

  it('are looked through fast, however many captions there are', () => {
    expect(paragraphs(...Array.from({ length: 20_000 }, (_none, at) => (at % 2 === 0 ? '表1' : '甲')))).toHaveLength(20_000);
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
