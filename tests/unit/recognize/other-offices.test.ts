/** Issues whose mastheads, columns and tails are set otherwise than ours. */
import { describe, expect, it } from 'vitest';
import { readText } from '../../../shared/recognize/read-text.js';
import { recognize } from '../../../shared/recognize/recognize.js';
import type { RecognizedIssue } from '../../../shared/recognize/recognized.js';
import { lostCharacters } from './issue-words.js';

function read(...lines: readonly string[]): RecognizedIssue {
  const source = readText(lines.join('\n'));
  let ids = 0;
  const result = recognize(source, { nextId: () => `i${String((ids += 1))}` });
  if (result.kind !== 'issue') throw new Error(`not an issue: ${result.notes.join()}`);
  expect(lostCharacters(source, result)).toBe('');
  return result;
}

const text = '示例区把旧门市改成社区书房六处，藏书两万册，每日接待读者三千人次，群众反映良好。';
const more = '甲县组织文艺院团送戏下乡四十场，参加群众达两万余人次，丰富了群众的文化生活。';
const head = ['第3期', '海潮市委宣传部编印            2024年4月3日'];
const articles = ['● 经验做法', '示例区书香巷里读书忙', text, '（示例区委宣传部）', '甲县送戏下乡进村头', more, '（甲县文旅局）'];
const columns = ({ issue }: RecognizedIssue) =>
  issue.columns.map(({ name, form, items }) => [name, form, ...items.map(({ title }) => title)]);

describe('a masthead', () => {
  it('has its name in the only words over its number, whatever they are', () => {
    expect(read('海 潮 宣 传', ...head, ...articles).issue.masthead).toMatchObject({
      name: '海潮宣传',
      number: 3,
      organ: '海潮市委宣传部',
      date: '2024-04-03',
    });
  });

  it('has none in words that may be anything: of two lines, with marks, or long', () => {
    for (const words of [['海潮宣传', '读书专辑'], ['海潮：宣传'], ['海潮市宣传思想文化战线上的新事新风']]) {
      expect(read(...words, ...head, ...articles).guessed).toContain('name');
    }
  });

  it('may set its label of contents between marks, and one entry for all briefs', () => {
    const contents = ['★本期要目★', '○ 示例区书香巷里读书忙……2', '○ 甲县送戏下乡进村头……3', '○ 简讯四则……4'];
    const result = read('海潮宣传简报', ...head, ...contents, ...articles);
    expect(result.warnings.filter((warning) => warning.includes('封面'))).toEqual([]);
    expect(result.leftAside.find(({ text: words }) => words.includes('简讯四则'))?.reason).toBe('目录中几则简讯的合称');
  });
});

describe('a printed issue of hard lines', () => {
  const page = [
    '    示例区把旧门市改成社区书房六处，藏书两万册，每日接待',
    '读者三千人次，群众反映良好。做到月月有活动、周周有新书',
    '，并由志愿者轮流值守，每周公布借阅排行，接受居民监督，',
    '形成人人爱读书的风气。',
  ];
  const lines = [
    '海潮工作简报',
    '第十六期',
    '中共海潮市委宣传部            二〇二三年九月十八日',
    '─────────────────────',
    '本期导读',
    '◇示例区书香巷里读书忙',
    '◇甲县送戏下乡进村头',
    '',
    '示例区书香巷里读书忙',
    '',
    ...page,
    '                              （示例区委宣传部）',
    '                    — 1 —',
    '海潮工作简报                              第十六期',
    '',
    '甲县送戏下乡进村头',
    '',
    ...page,
    '                              （甲县文旅局）',
    '',
    '外地动态',
    '',
    '外省农民画走向世界',
    '',
    ...page,
    '                    — 2 —',
    '海潮工作简报                              第十六期',
    '',
    '报送：市委宣传部，区委常委',
    '发送：各街道',
    '编辑：曹示例              电话：00004321    印发：120份',
  ];

  it('keeps rules, running heads and marks of the contents out of its articles', () => {
    const result = read(...lines);
    expect(result.issue.masthead).toMatchObject({
      name: '海潮工作简报',
      number: 16,
      organ: '中共海潮市委宣传部',
      date: '2023-09-18',
      printRun: 120,
    });
    expect(result.issue.distribution.map(({ label }) => label)).toEqual(['报送', '发送']);
    const reasons = (words: string) => result.leftAside.filter(({ text: each }) => each.includes(words)).map(({ reason }) => reason);
    expect([reasons('──'), reasons('海潮工作简报')]).toEqual([['分隔线'], ['页眉、页脚', '页眉、页脚']]);
    expect(result.issue.columns.flatMap(({ items }) => items.map(({ paragraphs }) => paragraphs.length))).toEqual([1, 1, 1]);
  });

  it('does not close up a masthead whose organ and day fill its line', () => {
    const bare = lines.filter((line) => !/^(?:─|本期|◇)/u.test(line)).filter((line, at) => line !== '' || at > 4);
    expect(read(...bare).issue.masthead).toMatchObject({ organ: '中共海潮市委宣传部', date: '2023-09-18' });
    expect(columns(read(...bare))[0]?.[2]).toBe('示例区书香巷里读书忙');
  });

  it('has a column in a short name alone between empty lines, over a title behind a closed article', () => {
    expect(columns(read(...lines)).map(([name]) => name)).toEqual(['经验交流', '外地动态']);
    const tight = lines.filter((line, at) => line !== '' || lines[at - 1] !== '外地动态');
    expect(columns(read(...tight)).map(([name]) => name)).toEqual(['经验交流']);
    const long = lines.map((line) => (line === '外地动态' ? '外地动态选登之一' : line));
    expect(columns(read(...long)).map(([name]) => name)).toEqual(['经验交流']);
  });
});

it('a 编者按 over the contents goes to the first article; entries may be numbered', () => {
  const contents = [
    '编者按：现选编两篇经验材料，供参考。',
    '目  录',
    '1．示例区：书香巷里读书忙………（1）',
    '2．甲县：送戏下乡进村头………（3）',
  ];
  const body = ['示例区：书香巷里读书忙', text, '（示例区委宣传部）', '甲县：送戏下乡进村头', more, '（甲县文旅局）'];
  const result = read('海潮工作交流', '第 9 期', '海潮市委宣传部办公室编          2024年9月10日', ...contents, ...body);
  expect(result.issue.columns[0]?.items).toMatchObject([
    { title: '示例区：书香巷里读书忙', editorNote: ['现选编两篇经验材料，供参考。'], paragraphs: [{}] },
    { title: '甲县：送戏下乡进村头' },
  ]);
  expect(result.warnings.filter((warning) => warning.includes('未能识别'))).toEqual([]);
});

it('numbers alone on their lines within an article stay', () => {
  const result = read('海潮宣传信息', ...head, '示例区书香巷里读书忙', text, '48', more, '1', text, '（示例区委宣传部）');
  expect(result.issue.columns[0]?.items[0]?.paragraphs.map((paragraph) => paragraph.text)).toEqual([text, '48', more, '1', text]);
});

it.each(['、', '；', '和', ' '])('two units parted by “%s” are two', (mark) => {
  const result = read('海潮宣传信息', ...head, '示例区书香巷里读书忙', text, `（示例区委宣传部${mark}甲县文旅局）`);
  expect(result.issue.columns[0]?.items[0]?.sources).toEqual(['示例区委宣传部', '甲县文旅局']);
});

it('who wrote an article is no unit', () => {
  const result = read('海潮宣传信息', ...head, '海潮市上半年工作报告', '海潮市委宣传部调研组', text, more, '（执笔：张示例、孔示例）');
  expect(result.issue.columns[0]?.items).toMatchObject([{ title: '海潮市上半年工作报告', sources: ['海潮市委宣传部调研组'] }]);
  expect(result.leftAside.find(({ text: words }) => words.includes('执笔'))?.reason).toBe('供稿人姓名，专报不印');
});

describe('columns', () => {
  it('between marks may open right under the masthead and behind a source at the end of a text', () => {
    const news = ['◆要闻速递◆', '海潮市召开读书推进会', `${text}（本刊讯）`, '乙市两件作品入选', `${more}（市文联）`];
    const county = ['◆县区实践◆', '甲县送戏下乡进村头', more, '（甲县文旅局）'];
    const briefs = [
      '◆简讯◆',
      '1.甲县送戏下乡。5月10日，四十场戏送到村头。（甲县文旅局）',
      '2.乙市打扫院落。每周末清扫楼道和院落。（乙市文明办）',
    ];
    const result = read('海潮宣传信息', '第3期', '海潮市委宣传部信息科编      2024.12.03', ...news, ...county, ...briefs);
    expect(columns(result)).toEqual([
      ['要闻速递', 'article', '海潮市召开读书推进会', '乙市两件作品入选'],
      ['县区实践', 'article', '甲县送戏下乡进村头'],
      ['简讯', 'brief', '甲县送戏下乡', '乙市打扫院落'],
    ]);
    expect(result.issue.masthead.organ).toBe('海潮市委宣传部信息科');
    expect(result.issue.columns[0]?.items.map(({ sources }) => sources)).toEqual([['本刊讯'], ['市文联']]);
  });

  it('may be numbered only', () => {
    const result = read(
      '海潮宣传简报',
      ...head,
      '一、重点工作',
      '示例区书香巷里读书忙',
      `    ${text}（示例区委宣传部）`,
      '二、简讯',
      '甲县送戏下乡。5月10日，四十场戏送到村头。（甲县文旅局）',
      '乙市打扫院落。每周末清扫楼道和院落。（乙市文明办）',
    );
    expect(columns(result)).toEqual([
      ['重点工作', 'article', '示例区书香巷里读书忙'],
      ['简讯', 'brief', '甲县送戏下乡', '乙市打扫院落'],
    ]);
  });

  it('are no numbered headings within an article', () => {
    const result = read('海潮宣传简报', ...head, '示例区书香巷里读书忙', '一、建好阵地', text, '二、办好活动', more, '（示例区委宣传部）');
    expect(columns(result)).toHaveLength(1);
    expect(result.issue.columns[0]?.items[0]?.paragraphs.map(({ level }) => level)).toEqual([1, undefined, 1, undefined]);
  });

  it('are none either where the headings have headings of their own', () => {
    const headings = ['一、建好阵地', '完善各项制度措施', text, '二、办好活动', '丰富各类形式载体', more];
    expect(columns(read('海潮宣传简报', ...head, '示例区书香巷里读书忙', ...headings, '（示例区委宣传部）'))).toHaveLength(1);
  });

  it('may hold briefs behind marks, which are not printed', () => {
    const briefs = ['△甲县送戏下乡。5月10日，四十场戏送到村头。', '△乙市打扫院落。每周末清扫楼道和院落。（乙市文明办）'];
    const result = read('海潮宣传简报', ...head, ...articles, '● 简讯', ...briefs);
    expect(columns(result).at(-1)).toEqual(['简讯', 'brief', '甲县送戏下乡', '乙市打扫院落']);
    expect(result.issue.columns.at(-1)?.items.map(({ paragraphs }) => paragraphs.length)).toEqual([1, 1]);
  });

  it('of news behind marks are briefs by their look', () => {
    const briefs = ['△甲县送戏下乡。5月10日，四十场戏送到村头。（甲县文旅局）', '△乙市打扫院落。每周末清扫楼道和院落。（乙市文明办）'];
    expect(columns(read('海潮宣传简报', ...head, '〔区市动态〕', ...briefs))).toEqual([
      ['区市动态', 'brief', '甲县送戏下乡', '乙市打扫院落'],
    ]);
  });
});

it('an issue of one article may set its day in brackets under the title', () => {
  const { issue } = read(
    '海潮宣传专报',
    '（第23期）',
    '',
    '示例区书香巷里读书忙',
    '（2024年6月7日）',
    `　　${text}`,
    `　　${more}`,
    '报：省委宣传部',
  );
  expect(issue.masthead).toMatchObject({ number: 23, date: '2024-06-07' });
  expect(issue.columns[0]?.items[0]).toMatchObject({ title: '示例区书香巷里读书忙' });
});

it('a row of the imprint with labels of its own is no end of a distribution list', () => {
  const { issue, warnings } = read(
    '海潮宣传简报',
    ...head,
    ...articles,
    '发：各区（市）委宣传部，市直',
    '各单位',
    '撰稿：吴示例  编审：韩示例  编辑：杨示例',
  );
  expect(issue.distribution).toEqual([{ label: '发', text: '各区（市）委宣传部，市直各单位' }]);
  expect(issue.imprint).toMatchObject({ reviewer: '韩示例', editor: '杨示例' });
  expect(warnings.find((warning) => warning.includes('撰稿'))).toContain('“吴示例”没有收入');
});
