/** Issues of other offices: how number, 密级, organ, columns and sources are printed elsewhere. */
import { describe, expect, it } from 'vitest';
import { readText } from '../../../shared/recognize/read-text.js';
import { recognize } from '../../../shared/recognize/recognize.js';
import type { RecognizedIssue } from '../../../shared/recognize/recognized.js';
import type { SourceLine } from '../../../shared/recognize/source-line.js';

function read(source: string | readonly SourceLine[]): RecognizedIssue {
  let ids = 0;
  const result = recognize(typeof source === 'string' ? readText(source) : source, { nextId: () => `i${(ids += 1)}` });
  if (result.kind !== 'issue') throw new Error(`not an issue: ${result.notes.join()}`);
  return result;
}

interface Form {
  readonly mark?: string;
  readonly name?: string;
  readonly number?: string;
  readonly organ?: string;
  readonly column?: (name: string) => string;
  readonly names?: readonly [string, string];
  readonly source?: (unit: string) => string;
  readonly contents?: boolean;
  readonly head?: string;
}

const titles = ['示例区书香巷里读书忙', '甲县“三个一”送戏下乡进村头', '乙市开展周末大扫除活动情况'] as const;
const words = [
  '示例区把旧门市改成社区书房六处，藏书两万册，每日接待读者三千人次，群众反映良好。',
  '书房由志愿者轮流值守，每周公布借阅排行，接受居民监督，做到月月有活动、周周有新书。',
  '甲县组织文艺院团送戏下乡四十场，参加群众达两万余人次，丰富了群众的精神文化生活。',
  '乙市发动居民每周末清扫楼道院落，建立轮值表，累计清运垃圾四百余车，环境为之一新。',
] as const;
const units = ['示例区委宣传部', '甲县文旅局', '乙市文明办'] as const;

/** An issue of invented text in one office's form. */
function issue({
  mark,
  name = '海潮宣传简报',
  number = '第3期',
  organ = '中共海潮市委宣传部',
  column = (text) => `〔${text}〕`,
  names = ['工作动态', '经验交流'],
  source = (unit) => `（${unit}）`,
  contents = true,
  head,
}: Form = {}): string {
  const [first, second] = names.map(column);
  return [
    mark,
    name,
    number,
    organ,
    '2031年4月12日',
    ...(contents ? [first, titles[0], second, titles[1], titles[2]] : []),
    first,
    titles[0],
    words[0],
    words[1],
    source(units[0]),
    second,
    titles[1],
    words[2],
    source(units[1]),
    head,
    titles[2],
    words[3],
    source(units[2]),
    '报：省委宣传部',
    '送：市直各单位',
    '承办：信息科　审核：张三　编辑：李四　电话：00000000',
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}

const shape = ({ issue: { columns } }: RecognizedIssue) =>
  columns.map((column) => [
    column.name,
    ...column.items.map((item) => `${item.title.replaceAll('\n', '')}/${item.paragraphs.length}/${item.sources.join('、')}`),
  ]);
const expected = (names: readonly [string, string] = ['工作动态', '经验交流']) => [
  [names[0], `${titles[0]}/2/${units[0]}`],
  [names[1], `${titles[1]}/1/${units[1]}`, `${titles[2]}/1/${units[2]}`],
];

describe('the number of an issue', () => {
  it.each([
    ['第3期', 3],
    ['第 3 期', 3],
    ['第（3）期', 3],
    ['（第3期）', 3],
    ['第〔3〕期', 3],
    ['第三期', 3],
    ['第二十一期', 21],
    ['2031年第3期', 3],
    ['2031年第3期（总第168期）', 3],
    ['总第168期 第3期', 3],
    ['（总第168期）　第3期', 3],
    ['第3期　总第168期', 3],
    ['〔2031〕3号', 3],
    ['〔2031〕第3期', 3],
    ['[2031]第3号', 3],
    ['NO.3', 3],
    ['No. 12', 12],
    ['№3', 3],
  ])('is read from %s', (number, value) => {
    const result = read(issue({ number }));
    expect(result.issue.masthead).toMatchObject({ name: '海潮宣传简报', number: value, date: '2031-04-12', organ: '中共海潮市委宣传部' });
    expect(result.issue.masthead.total).toBe(number.includes('总第168期') ? 168 : undefined);
    expect(result.guessed).toEqual([]);
    expect(shape(result)).toEqual(expected());
  });

  it('is not its running total, which is kept beside it', () => {
    const { issue: read168, leftAside } = read(issue({ number: '总第168期\n第3期' }));
    expect([read168.masthead.number, read168.masthead.total]).toEqual([3, 168]);
    expect(leftAside).toContainEqual({ line: 2, text: '总第168期', reason: '总期数的其他写法，已记为总第168期' });
    expect(read(issue({ number: '第3期（总第168期）' })).leftAside.map(({ text }) => text)).not.toContain('（总第168期）');
  });
});

describe('the imprint', () => {
  it('keeps 签发, 主编 and 校对 where an office prints them', () => {
    const tail = '承办：信息科　审核：张三　编辑：李四　电话：00000000';
    const more = '签发人：赵一　主编：钱二\n承办：信息科　审核：张三　责任编辑：李四　校对：孙三　电话：00000000　共印120份';
    const result = read(issue({}).replace(tail, more));
    expect(result.issue.imprint).toEqual({
      signer: '赵一',
      chiefEditor: '钱二',
      organizer: '信息科',
      reviewer: '张三',
      editor: '李四',
      proofreader: '孙三',
      phone: '00000000',
    });
    expect(result.issue.masthead.printRun).toBe(120);
    expect(result.leftAside.filter(({ reason }) => reason.startsWith('承办行没有'))).toEqual([]);
  });
});

describe('密级', () => {
  it.each([
    ['机密★1年', '机密★1年'],
    ['机密★1 年', '机密★1年'],
    ['秘密 ★ 6 个月', '秘密★6个月'],
    ['机密★', '机密★'],
    ['绝密★长期', '绝密★长期'],
    ['密级：秘密', '秘密'],
    ['内部资料，注意保存', '内部资料，注意保存'],
  ])('keeps its term: %s', (mark, secrecy) => {
    expect(read(issue({ mark })).issue.masthead.secrecy).toBe(secrecy);
  });
});

describe('the organ', () => {
  it.each(['中共海潮市委宣传部编', '中共海潮市委宣传部 编印', '主办：中共海潮市委宣传部', '中共海潮市委宣传部主办'])(
    'is read from %s',
    (organ) => {
      expect(read(issue({ organ })).issue.masthead.organ).toBe('中共海潮市委宣传部');
    },
  );
});

describe('columns', () => {
  it.each([
    ['【】', (text: string) => `【${text}】`],
    ['[]', (text: string) => `[${text}]`],
    ['◆', (text: string) => `◆${text}`],
    ['◆ on both sides', (text: string) => `◆ ${text} ◆`],
    ['★', (text: string) => `★${text}★`],
    ['●', (text: string) => `● ${text}`],
    ['（）', (text: string) => `（${text}）`],
    ['《》', (text: string) => `《${text}》`],
    ['dashes on both sides', (text: string) => `—— ${text} ——`],
    ['no mark', (text: string) => text],
  ])('are read with %s around their names, known and unknown', (_name, column) => {
    expect(shape(read(issue({ column })))).toEqual(expected());
    const names = ['学思践悟', '一线来风'] as const;
    expect(shape(read(issue({ column, names })))).toEqual(expected(names));
  });

  it('are read with long names', () => {
    const names = ['学习贯彻全会精神专栏', '文明实践在基层一线的好经验好做法'] as const;
    for (const contents of [true, false]) {
      expect(shape(read(issue({ names, contents })))).toEqual(expected(names));
      expect(shape(read(issue({ names, contents, column: (text) => `【${text}】` })))).toEqual(expected(names));
    }
  });

  it('are read from headings of a Word file without brackets', () => {
    const names = ['学思践悟', '一线来风'] as const;
    const depth = (text: string) => (names.some((name) => name === text) ? 2 : titles.some((each) => each === text) ? 3 : undefined);
    const lines = issue({ names, contents: false, column: (text) => text })
      .split('\n')
      .map((text, at): SourceLine => {
        const heading = depth(text);
        return { line: at + 1, text, bold: [], marks: [], isParagraph: true, ...(heading === undefined ? {} : { heading }) };
      });
    expect(shape(read(lines))).toEqual(expected(names));
  });

  it('are not headings in brackets inside an article', () => {
    for (const heading of ['【主要做法】', '[主要做法]', '【工作成效】']) {
      for (const contents of [true, false]) {
        const text = issue({ contents }).replace(words[1], `${heading}\n${words[1]}`);
        const { issue: found } = read(text);
        expect(found.columns.map(({ name }) => name)).toEqual(['工作动态', '经验交流']);
        expect(found.columns[0]?.items[0]?.paragraphs.map((each) => [each.text, each.level])).toContainEqual([heading, 1]);
      }
    }
  });
});

describe('sources in an issue', () => {
  it.each([
    ['labelled 供稿', (unit: string) => `供稿：${unit}`],
    ['labelled in brackets', (unit: string) => `（供稿单位：${unit}）`],
    ['behind a dash', (unit: string) => `——${unit}`],
    ['bare at the right', (unit: string) => `                              ${unit}`],
    ['bare', (unit: string) => unit],
    ['with a date below', (unit: string) => `${unit}\n2031年4月1日`],
    ['with a name', (unit: string) => `（${unit} 王小明）`],
  ])('are read %s', (_name, source) => {
    expect(shape(read(issue({ source })))).toEqual(expected());
    expect(shape(read(issue({ source, contents: false })))).toEqual(expected());
  });

  it('are read under the titles', () => {
    const text = issue({ contents: false, source: () => '' })
      .split('\n')
      .filter((line) => line !== '');
    const under = text.flatMap((line) => {
      const at = titles.findIndex((title) => title === line);
      return at < 0 ? [line] : [line, `（${units[at] ?? ''}）`];
    });
    expect(shape(read(under.join('\n')))).toEqual(expected());
  });
});

describe('running heads between articles', () => {
  it.each([
    '海潮宣传简报',
    '海潮宣传简报　第3期',
    '海潮宣传简报 2031年第3期',
    '— 海潮宣传简报 —',
    '中共海潮市委宣传部 海潮宣传简报 第3期 2',
  ])('are left aside: %s', (head) => {
    const result = read(issue({ head }));
    expect(shape(result)).toEqual(expected());
    expect(
      result.leftAside.some(({ text, reason }) => text.replace(/\s/gu, '') === head.replace(/\s/gu, '') && reason === '重复的报头'),
    ).toBe(true);
  });
});
