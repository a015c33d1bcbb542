/** What in a reading has the shape of something else is told, row by row; what only looks so is not. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { imprintFields } from '../../../shared/document/imprint-fields.js';
import type { Issue } from '../../../shared/document/issue.js';
import { doubts, doubtsOf } from '../../../shared/recognize/doubts.js';
import { readText } from '../../../shared/recognize/read-text.js';
import { recognize } from '../../../shared/recognize/recognize.js';
import { article, brief, column, from, heading, issue, p, table, withChanges } from '../../helpers/build-issue.js';
import type { IssueChanges } from '../../helpers/build-issue.js';
import { article as oneArticle, head, more, other, read, tail, text } from './read-issue.js';

type Part = Parameters<typeof article>[1];
type Row = keyof typeof doubts;

const titled = '示例区书香巷里读书忙';
/** An issue with one article of these paragraphs between whole ones. */
const around = (...parts: readonly Part[]) => issue(column('工作动态', article(titled, p(text), ...parts, p(more))));
const under = (title: string) => issue(column('工作动态', article(title, p(text))));
const last = (words: string) => issue(column('工作动态', article(titled, p(text), p(words))));
const withRest = (changes: IssueChanges) => issue(column('工作动态', article(titled, p(text))), changes);
const sent = (unit: string) => issue(column('工作动态', from([unit], article(titled, p(text)))));
const subtitled = (subtitle: string) => issue(column('工作动态', withChanges(article(titled, p(text)), { subtitle })));
const long = (times: number) => article('甲县送戏下乡进村头', ...Array.from({ length: times }, () => p(text)));
const short = (title: string) => article(title, p(more), p(more));
const two = [short('乙镇办起老人食堂'), short('丙村修起便民小桥')];

const picture: Part = { text: '', picture: { sha256: '0'.repeat(64), type: 'png', width: 400, height: 200, share: 60 } };
const noImprint: IssueChanges['imprint'] = Object.fromEntries(imprintFields.map(({ name }) => [name, '']));

const textsIn = (folder: string) => readdirSync(folder).flatMap((file) => (/\.(?:txt|md)$/u.test(file) ? `${folder}/${file}` : []));
const cut = `${text}${more.slice(0, -1)}`;

const told = (made: Issue, contents = '', sentences: readonly string[] = []) =>
  doubtsOf({ items: made.columns.flatMap(({ items }) => items), issue: made, contents }, [], sentences);

/** Of each row: what it tells, and what looks like it and is none. */
const cases: Record<Row, { readonly tells: readonly Issue[]; readonly leaves: readonly Issue[] }> = {
  columnInText: {
    tells: [around(p('【基层动态】')), around(p('〔经验交流〕')), around(p('★ 基层动态'))],
    leaves: [around(heading(1, '【主要做法】')), around(p('【略】')), around(p('★一是把书房建到群众家门口，方便大家借阅图书。'))],
  },
  imprintInText: {
    tells: [
      around(p('责任编辑：张示例')),
      around(p('抄送：各镇党委，区直各部门')),
      around(p('联系电话：00001234')),
      around(p('（联系人：张示例　电话：00001234）')),
    ],
    leaves: [
      around(p('审核的办法：由街道、社区两级分别看过，再报区里汇总，做到月月有人看、件件有回音，群众随时可以到社区公开栏里查到结果。')),
    ],
  },
  sourceInText: {
    tells: [
      around(p('供稿：甲县文旅局')),
      around(p('执笔：张示例')),
      around(p('甲县县委宣传部')),
      last('甲县水务'),
      last('（稿件已经领导审核）'),
    ],
    leaves: [around(p('（以下简称示例站）。')), last('大家都说好。'), last('老人感慨：“日子真好！”'), last('附件：各镇书房一览表（略）')],
  },
  sourceBehindText: {
    tells: [around(p(`${text}（示例区委宣传部）`)), around(p(`${text}（通讯员 张示例）`)), around(p(`${text}（张示例）`))],
    leaves: [around(p(`${text}（见下图）`)), around(p(`${text}（2024年5月6日）`))],
  },
  captionInText: {
    tells: [around(picture, p('书房里的一角')), around(picture, p('大家都说好。')), last('（图为书房一角）')],
    leaves: [
      around({ ...picture, text: '书房外景' }, p('建好群众的书房')),
      around(picture, p(text)),
      around(picture, heading(1, '一、建好书房')),
    ],
  },
  numberInText: {
    tells: [around(p('1 建好书房')), around(p('1.2用好书房'))],
    leaves: [
      ...['8月2日开门', '3个书房', '1 建好书房。'].map((words) =>
        issue(column('工作动态', article(titled, p(text), p(words), p('大家都说好。')))),
      ),
    ],
  },
  labelInText: {
    tells: [issue(column('工作动态', article(titled, p('会议主题：全民阅读'), p('会 场：示例广场'), p(text))))],
    leaves: [
      issue(column('工作动态', article(titled, p(text), p('书房主题：全民阅读'), p('大家都说好。')))),
      issue(column('工作动态', article(titled, p('书房主题：全民阅读。'), p(text)))),
      issue(column('工作动态', article(titled, p('甲镇：全民阅读'), p('读书。')))),
    ],
  },
  instructionInText: {
    tells: [around(p('领导批示：')), around(p('批示'))],
    leaves: [around(p('群众的领导批示过三次，书房才建起来。')), around(p('批示精神传达到每个社区。'))],
  },
  mastheadInText: {
    tells: [around(p('第12期')), around(p('示例区委宣传部 2024年5月6日'))],
    leaves: [around(p('2024年5月6日，书房开门。'))],
  },
  titleInText: {
    tells: [
      around(p('甲县送戏下乡进村头')),
      around(p('▶甲县送戏下乡进村头')),
      issue(column('工作动态', article(titled, p('惠民生'), p(text)))),
      issue(column('工作动态', article(titled, p('（2024年第3次）'), p('议题有三个')))),
      issue(column('工作动态', article(titled, p(text), p('10月8日'), p('书房开门。')))),
      issue(column('工作动态', article(titled, p('三月'), p('书房开门。')))),
    ],
    leaves: [
      around(p('惠民生')),
      around(p('（2024年第3次）')),
      around(heading(1, '一、建好书房')),
      around(p('1.建好群众的书房')),
      around(p('建好群众的书房。')),
      issue(column('工作动态', article(titled, p(text), p('名单如下，依次是，'), p('甲县送戏下乡进村头'), p(more)))),
      issue(column('工作动态', article(titled, p(text), p('甲县送戏下乡进村头'), p('大家都说好。')))),
    ],
  },
  headingAtEnd: {
    tells: [issue(column('工作动态', article(titled, p(text), heading(1, '二、阵地管理'))))],
    leaves: [
      around(heading(1, '二、阵地管理')),
      issue(column('工作动态', article(titled, p(text), heading(1, '一、建'), heading(1, '二、管')))),
      issue(column('工作动态', article(titled, heading(1, '二、阵地管理')))),
    ],
  },
  cutText: {
    tells: [around(p(cut)), around(p(`${cut}，`)), around(p(cut.slice(0, 22)), p('两成。'))],
    leaves: [
      around(p(text)),
      around(p(cut), p(more.slice(0, -1))),
      around(p(cut.slice(0, 18)), p('两成。')),
      around(p(`${text.slice(0, -5)}：`)),
      around(p('示例区委宣传部综合科、示例区文旅局公共服务科、示例区教育局基础教育科、示例区档案馆，2024年5月6日')),
    ],
  },
  // Only of a manuscript: see below.
  tableAlone: {
    tells: [],
    leaves: [
      issue(
        column(
          '工作动态',
          article(
            titled,
            table('各镇场次', [
              ['镇', '场次'],
              ['甲镇', '3'],
            ]),
          ),
        ),
      ),
    ],
  },
  looseLine: { tells: [], leaves: [around(p('惠民生'))] },
  leadAlone: { tells: [], leaves: [around(p({ lead: '建好书房。' }))] },
  missedTitle: {
    tells: [issue(column('工作动态', long(50), ...two))],
    leaves: [
      issue(column('工作动态', long(10), ...two)),
      issue(column('工作动态', long(50), long(40), ...two)),
      issue(column('工作动态', long(50))),
    ],
  },
  titleSaysMore: {
    tells: [
      under('示例区读书忙。'),
      under('示例区读书忙，'),
      under('两条信息麻烦看下'),
      under('示例区建书房。群众都说好'),
      issue(column('简讯', brief('甲县建成书屋，', text))),
    ],
    leaves: [under(titled), under('书从哪里来？'), issue(column('简讯', brief('甲县建成书屋。', text)))],
  },
  titleIsColumn: {
    tells: [under('【基层动态】'), under('▶甲县送戏下乡进村头'), under('（一）甲县送戏下乡进村头'), under('案例名称：甲县送戏下乡进村头')],
    leaves: [under('【示例】甲县送戏下乡进村头'), under('甲县：送戏下乡进村头'), under('')],
  },
  titleUnderName: {
    tells: [under('调查与思考\n让书房开到群众身边的几点做法')],
    leaves: [under('以文塑旅\n赋能乡村振兴'), under('让书房开到群众身边\n示例区的几点做法'), under('调查与思考让书房开到群众身边')],
  },
  titleUnlisted: { tells: [], leaves: [] },
  subtitleSaysMore: {
    tells: [subtitled('——书房由志愿者轮流值守。'), subtitled('书房建起来。大家来读书')],
    leaves: [subtitled('——示例区建设社区书房的做法')],
  },
  sourceSaysMore: { tells: [sent('示例区委宣传部 电话：1234'), sent('群众说好。')], leaves: [sent('示例区委宣传部')] },
  organSaysMore: {
    tells: [withRest({ masthead: { organ: '示例市委宣传部 签发人：张示例' } }), withRest({ masthead: { organ: '示'.repeat(41) } })],
    leaves: [withRest({ masthead: { organ: '中共示例市委宣传部' } })],
  },
  nameSaysMore: { tells: [withRest({ masthead: { name: '宣传简报：书房开门' } })], leaves: [withRest({ masthead: { name: '宣传简报' } })] },
  listSaysMore: {
    tells: ['各区委。书房开门，群众都说好', '各区委（联系人：张示例）', '各区委2024年5月6日'].map((words) =>
      withRest({ distribution: [{ label: '发', text: words }] }),
    ),
    leaves: [withRest({ distribution: [{ label: '发', text: '各区委，各局。' }] })],
  },
  loneText: {
    tells: [
      withRest({ distribution: [], imprint: noImprint }),
      issue(column('工作动态', article(titled, p(text)), ...two), { masthead: { organ: '' }, distribution: [], imprint: noImprint }),
    ],
    leaves: [
      withRest({ distribution: [] }),
      withRest({ imprint: noImprint }),
      issue(column('工作动态', article(titled, p(text)), ...two), { distribution: [], imprint: noImprint }),
    ],
  },
  fieldInField: {
    tells: [withRest({ imprint: { editor: '李示例 校对：王示例' } }), withRest({ imprint: { editor: '李示例　2024年5月6日' } })],
    leaves: [withRest({ imprint: { editor: '李示例 王示例', chiefEditor: '张示例' } })],
  },
};

describe('doubts', () => {
  for (const [row, { tells, leaves }] of Object.entries(cases)) {
    const { like } = doubts[row as Row];
    it(`tell ${row}`, () => {
      for (const each of tells) {
        const sentences = told(each);
        expect([sentences.length, sentences[0]?.includes(like), sentences[0]?.endsWith('，请核对。')]).toEqual([1, true, true]);
      }
      for (const each of leaves) expect(told(each)).toEqual([]);
    });
  }

  it('tell an article that the contents lack, where they have most and another of its column', () => {
    const three = issue(column('工作动态', article(titled, p(text)), ...two), column('外地动态', article('外省农民画走向世界', p(text))));
    expect(told(three, `${titled}乙镇办起老人食堂`)).toEqual([]);
    expect(told(three, `${titled}乙镇办起老人食堂丙村修起便民小桥`)).toEqual([]);
    expect(told(three, `${titled}乙镇办起老人食堂外省农民画走向世界`)).toEqual(['“丙村修起便民小桥”目录里没有，请核对。']);
    expect(told(three)).toEqual([]);
  });

  it('name the line, the article and three of several passages in one sentence', () => {
    const four = ['【甲地动态】', '【乙地动态】', '【丙地动态】', '【丁地动态】'];
    const made = around(...four.map((each) => p(each)));
    const source = readText([titled, text, ...four, more].join('\n'));
    expect(doubtsOf({ items: made.columns.flatMap(({ items }) => items) }, source, [])).toEqual([
      `第3行等4处：《${titled}》里的“【甲地动态】”“【乙地动态】”“【丙地动态】”像是栏目名，请核对。`,
    ]);
    expect(told(issue(column('工作动态', article('', p(text), p('第12期'), p(more)))))).toEqual([
      '没有标题的稿件里的“第12期”像是报头或落款的文字，请核对。',
    ]);
  });

  it('tell bold sentences that stand by themselves over a text, and a table that is all there is, of a manuscript alone', () => {
    const toldOf = (...parts: readonly Part[]) => {
      const items = issue(column('工作动态', article(titled, ...parts))).columns.flatMap((each) => each.items);
      return doubtsOf({ items }, [], []);
    };
    const grid = table('', [
      ['镇', '场次'],
      ['甲镇', '3'],
    ]);
    expect(toldOf(grid)).toEqual([`“${titled}”只有表格，没有正文，像是填好的表单或汇总表，请核对。`]);
    expect(toldOf(p(text), grid)).toEqual([]);
    expect(toldOf(p(text), p({ lead: '建好书房。' }), p(more), p({ lead: '用好书房。' }), p(text))).toEqual([
      `《${titled}》里的“建好书房。”“用好书房。”整段加粗、自成一段，像是小标题，请核对。`,
    ]);
    expect(toldOf(p(text), p({ lead: '基层动态。' }), p({ lead: '书房开门。' }), p(more)).join('')).toContain('“基层动态。”“书房开门。”');
    expect(toldOf(p(text), p({ lead: '建好书房。' }, more), p({ lead: '大家都说好。' }))).toEqual([]);
  });

  it('tell whatever ends with no mark, of a manuscript alone', () => {
    const items = issue(column('工作动态', article(titled, p(text), p('惠民生'), p('3个书房'), p(more)))).columns.flatMap(
      (each) => each.items,
    );
    expect(doubtsOf({ items }, [], [])).toEqual([`《${titled}》里的“惠民生”“3个书房”末尾没有标点，可能不是正文，请核对。`]);
  });

  it('tell such lines however many there are, where they are short beside the text', () => {
    const loose = ['紧急程度', '普通', '采用情况', '未采用'].map((words) => p(words));
    const items = issue(column('工作动态', article(titled, p(text), ...loose, p(more)))).columns.flatMap((each) => each.items);
    expect(doubtsOf({ items }, [], []).join('')).toContain('“紧急程度”“普通”“采用情况”末尾没有标点');
  });

  it('name a table that is all there is where it has no title', () => {
    const grid = table('', [
      ['镇', '场次'],
      ['甲镇', '3'],
    ]);
    const items = issue(column('工作动态', article('', grid))).columns.flatMap((each) => each.items);
    expect(doubtsOf({ items }, [], [])).toEqual(['“没有标题的稿件”只有表格，没有正文，像是填好的表单或汇总表，请核对。']);
  });

  it('tell nothing of lines without marks that are most of a manuscript, as verses are', () => {
    const verses = ['山高水长路不平', '一灯如豆照书声', '门前小巷连城郭'].map((verse) => p(verse));
    const items = issue(column('工作动态', article(titled, ...verses))).columns.flatMap((each) => each.items);
    expect(doubtsOf({ items }, [], [])).toEqual([]);
  });

  it('are not told of what is told already, nor twice', () => {
    expect(told(around(p('【基层动态】')), '', ['第3行：“【基层动态】”没有收入。'])).toEqual([]);
    expect(told(under('▶示例区建书房。群众都说好'))).toHaveLength(1);
  });

  it('stand among what is told of a manuscript, and of each of several', () => {
    const readDraft = (...lines: readonly string[]) => {
      const result = recognize(readText(lines.join('\n')), { nextId: () => 'i1' });
      if (result.kind !== 'article') throw new Error('no manuscript');
      return result;
    };
    const one = readDraft(titled, text, '完善服务体系机制', more);
    expect(one.warnings).toContain(`第3行：《${titled}》里的“完善服务体系机制”像是标题，请核对。`);
    const several = readDraft(...oneArticle, ...other, '丙村修起便民小桥', more, '完善服务体系机制', text, '（丙镇党委）');
    expect(several.warnings).toEqual([]);
    expect(several.parts?.map(({ warnings }) => warnings)).toEqual([
      [],
      [],
      ['第9行：《丙村修起便民小桥》里的“完善服务体系机制”像是标题，请核对。'],
    ]);
  });

  it.each([...textsIn('tests/fixtures/issues'), ...textsIn('assets/sample')])('are none in a printed issue: %s', (path) => {
    const source = readText(readFileSync(path, 'utf8'));
    const result = recognize(source, { nextId: () => 'i1' });
    if (result.kind !== 'issue') throw new Error('no issue');
    const items = result.issue.columns.flatMap((each) => each.items);
    expect(doubtsOf({ items, issue: result.issue }, source, [])).toEqual([]);
  });

  it('stand among what is told of an issue', () => {
    expect(
      read(...head, '【工作动态】', oneArticle[0] ?? '', text, '完善服务体系机制', more, '（示例区委宣传部）', ...tail).warnings,
    ).toContain('第7行：《示例区书香巷里读书忙》里的“完善服务体系机制”像是标题，请核对。');
    const whole = read(...head, '【工作动态】', ...oneArticle, ...tail);
    expect(whole.warnings.filter((each) => each.endsWith('请核对。'))).toEqual([]);
  });
});
