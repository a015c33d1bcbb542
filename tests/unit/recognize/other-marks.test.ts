/** What other offices write around and between the parts of an issue, and what they send along in one file. */
import { describe, expect, it } from 'vitest';
import { readText } from '../../../shared/recognize/read-text.js';
import { recognize } from '../../../shared/recognize/recognize.js';
import type { RecognizedDraft, RecognizedIssue } from '../../../shared/recognize/recognized.js';
import type { SourceLine } from '../../../shared/recognize/source-line.js';
import { lostCharacters } from './issue-words.js';

function readAny(lines: readonly string[]): RecognizedIssue | RecognizedDraft {
  const source = readText(lines.join('\n'));
  let ids = 0;
  const result = recognize(source, { nextId: () => `i${String((ids += 1))}` });
  expect(lostCharacters(source, result)).toBe('');
  return result;
}

function read(...lines: readonly string[]): RecognizedIssue {
  const result = readAny(lines);
  if (result.kind !== 'issue') throw new Error(`not an issue: ${result.notes.join()}`);
  return result;
}

function readDraft(...lines: readonly string[]): RecognizedDraft {
  const result = readAny(lines);
  if (result.kind !== 'article') throw new Error('recognized as an issue');
  return result;
}

const text = '示例区把旧门市改成社区书房六处，藏书两万册，每日接待读者三千人次，群众反映良好。';
const more = '甲县组织文艺院团送戏下乡四十场，参加群众达两万余人次，丰富了群众的文化生活。';
const head = ['海潮宣传简报', '第3期', '海潮市委宣传部编印            2024年4月3日'];
const tail = ['报：省委宣传部', '送：市四套班子', '发：各县区委宣传部'];
const article = ['示例区书香巷里读书忙', text, '（示例区委宣传部）'];
const itemsOf = ({ issue }: RecognizedIssue) => issue.columns.flatMap(({ items }) => items);
const titles = (result: RecognizedIssue) => itemsOf(result).map(({ title }) => title);
const reasonOf = ({ leftAside }: Pick<RecognizedIssue, 'leftAside'>, words: string) =>
  leftAside.find((each) => each.text.includes(words))?.reason;

describe('a row of the imprint', () => {
  it('may have labels of more words: 责任校对 is 校对, 本期编辑 is 编辑, and 投稿邮箱 is told', () => {
    const result = read(...head, ...article, ...tail, '本期编辑：郑示例　　责任校对：冯示例　　投稿邮箱：a@b.invalid');
    expect(result.issue.imprint).toMatchObject({ editor: '郑示例', proofreader: '冯示例' });
    expect(result.warnings).toContainEqual(expect.stringContaining('承办行没有“投稿邮箱”这一项'));
  });

  it('may follow 主题词, which is no text of the last article', () => {
    const result = read(...head, ...article.slice(0, 2), '主题词：宣传　读书', ...tail);
    expect(itemsOf(result)[0]?.paragraphs.map((paragraph) => paragraph.text)).toEqual([text]);
    expect(reasonOf(result, '主题词')).toBe('承办行没有“主题词”这一项');
  });
});

describe('a source', () => {
  it('may name the writer behind a label of its own, who is no part of the unit', () => {
    const result = read(
      ...head,
      '示例区书香巷里读书忙',
      text,
      '（供稿单位：示例区委宣传部　供稿人：钱示例）',
      '甲县送戏下乡进村头',
      more,
      '（甲县文旅局）',
    );
    expect(itemsOf(result).map(({ sources }) => sources)).toEqual([['示例区委宣传部'], ['甲县文旅局']]);
    expect(reasonOf(result, '钱示例')).toBe('供稿人姓名，专报不印');
  });

  it('may be the unit that put a piece together', () => {
    expect(itemsOf(read(...head, ...article.slice(0, 2), '（整理：海潮市委讲师团）'))[0]?.sources).toEqual(['海潮市委讲师团']);
  });

  it('is no day in brackets: under the title of a speech it is a second title', () => {
    const result = read(
      ...head,
      '在全市读书工作会议上的讲话',
      '（2024年2月28日）',
      '海潮市委常委　张示例',
      '同志们：',
      text,
      more,
      ...tail,
    );
    expect(itemsOf(result)).toMatchObject([{ title: '在全市读书工作会议上的讲话', subtitle: '（2024年2月28日）', sources: [] }]);
  });
});

describe('titles of articles', () => {
  it('lose the mark before them, in text it stays', () => {
    const result = read(
      ...head,
      '【基层风采】',
      '□ 示例区书香巷里读书忙',
      text,
      '● 乡村书屋',
      '（示例区委宣传部）',
      '□ 甲县送戏下乡进村头',
      more,
      '（甲县文旅局）',
    );
    expect(titles(result)).toEqual(['示例区书香巷里读书忙', '甲县送戏下乡进村头']);
    expect(itemsOf(result)[0]?.paragraphs[1]?.text).toBe('● 乡村书屋');
    expect(reasonOf(result, '□')).toBe('标题前的记号、序号，专报不印');
  });

  it('lose numbers that count up from source to source; the headings of one article keep theirs', () => {
    const numbered = read(
      ...head,
      '一、示例区书香巷里读书忙',
      text,
      '（示例区委宣传部）',
      '二、甲县送戏下乡进村头',
      more,
      '（甲县文旅局）',
    );
    expect(titles(numbered)).toEqual(['示例区书香巷里读书忙', '甲县送戏下乡进村头']);
    const headed = read(...head, '一、示例区书香巷里读书忙', text, '二、甲县送戏下乡进村头', more, ...tail);
    expect(itemsOf(headed)).toMatchObject([
      { title: '', paragraphs: [{ level: 1, text: '一、示例区书香巷里读书忙' }, {}, { level: 1, text: '二、甲县送戏下乡进村头' }, {}] },
    ]);
  });
});

describe('短讯三则', () => {
  const briefs = [
    '● 11月3日，示例区图书馆启动晚读计划，开放至22时。（示例区文旅局）',
    '● 11月5日，甲县融媒体中心开通方言频道。（甲县融媒体中心）',
  ];

  it('over several, each behind a mark, is a column of briefs, each with its own source', () => {
    const result = read(...head, ...article, '短讯二则', ...briefs, ...tail);
    expect(result.issue.columns.at(-1)).toMatchObject({
      name: '短讯',
      form: 'brief',
      items: [{ sources: ['示例区文旅局'] }, { sources: ['甲县融媒体中心'] }],
    });
  });

  it('over an article is its title', () => {
    expect(titles(read(...head, ...article, '工作动态二则', text, more, '（甲县文旅局）'))).toEqual([
      '示例区书香巷里读书忙',
      '工作动态二则',
    ]);
  });
});

describe('a masthead', () => {
  it('has what stands under 领导批示, with the name and the day, up to the next rule', () => {
    const box = ['★★★', '领导批示：', '请各县区学习借鉴。', '王示例　7月2日', '★★★'];
    const result = read(...head, ...box, '〔经验交流〕', ...article);
    expect(result.issue.instruction).toBe('请各县区学习借鉴。　王示例　7月2日');
    expect([titles(result), result.warnings.filter((warning) => warning.includes('封面'))]).toEqual([['示例区书香巷里读书忙'], []]);
  });

  it('has no instruction in the contents behind an empty box', () => {
    const result = read(...head, '领导批示', '目录', '示例区书香巷里读书忙', '〔经验交流〕', ...article);
    expect(result.issue.instruction).toBe('');
  });

  it('parts 主办 from 承办 in one row, and keeps 内部资料 with what stands behind it', () => {
    const result = read(
      '内部资料　注意保存',
      '海潮宣传简报',
      '第3期',
      '主办：海潮市委讲师团　　承办：海潮市宣讲协会　　2024年4月3日',
      ...article,
    );
    expect(result.issue.masthead).toMatchObject({ organ: '海潮市委讲师团', secrecy: '内部资料　注意保存', date: '2024-04-03' });
    expect(result.warnings).toContainEqual(expect.stringContaining('“承办：海潮市宣讲协会”未能识别'));
  });
});

describe('contents', () => {
  const announced = ['▲ 本 期 导 读 ▲', '❶ 示例区书香巷里读书忙', '❷ 甲县送戏下乡进村头'];
  const second = ['甲县送戏下乡进村头', more, '（甲县文旅局）'];

  it('may number their entries ❶❷ and leave out the columns, which stand in the body over the titles they announce', () => {
    const result = read(...head, ...announced, '■ 工作部署', ...article.slice(0, 2), '■ 特色工作', ...second);
    expect(result.issue.columns.map(({ name, items }) => [name, items.length])).toEqual([
      ['工作部署', 1],
      ['特色工作', 1],
    ]);
    expect(reasonOf(result, '❷')).toBe('目录中的序号');
  });

  it('may set columns before a colon, pages in brackets right behind the titles, and the number of briefs alone', () => {
    const list = ['＊本期要目＊', '工作动态：', '示例区书香巷里读书忙（1）', '简    讯：', '2篇（6）'];
    const briefs = ['1.甲县送戏下乡。5月10日，四十场戏送到村头。（甲县文旅局）', '2.乙市打扫院落。每周末清扫楼道和院落。（乙市文明办）'];
    const result = read(...head, ...list, '工作动态：', ...article, '简    讯：', ...briefs, ...tail);
    expect(result.issue.columns.map(({ name, items }) => [name.replace(/\s/gu, ''), items.length])).toEqual([
      ['工作动态', 1],
      ['简讯', 2],
    ]);
    expect(result.warnings.filter((warning) => /目录|封面/u.test(warning))).toEqual([]);
    expect(reasonOf(result, '（1）')).toBe('目录中的页码');
  });

  it('have no column in words before a colon that open a text', () => {
    const result = read(...head, '〔经验交流〕', '示例区书香巷里读书忙', '经验做法：', text, more, '（示例区委宣传部）');
    expect(itemsOf(result)[0]?.paragraphs[0]?.text).toBe('经验做法：');
  });
});

describe('a masthead of other offices', () => {
  it('may name who signs beside the organ, count in 号, and label its day', () => {
    const result = read(
      '海潮宣传简报',
      '第3期',
      '（总第231号）',
      '海潮市委宣传部编          签发人：赵示例',
      '出版日期：2024年4月3日',
      ...article,
      ...tail,
    );
    expect(result.issue.masthead).toMatchObject({ organ: '海潮市委宣传部', total: 231, date: '2024-04-03' });
    expect([result.issue.imprint.signer, result.warnings.filter((warning) => warning.includes('封面'))]).toEqual(['赵示例', []]);
  });

  it('may set its name in 《》 before the number, and an organ of many words before the day', () => {
    const organ = '示例区“我们的节日”主题活动领导小组办公室';
    const result = read('《海潮宣传简报》2024年第4期', `${organ}  2024年2月8日`, ...article);
    expect(result.issue.masthead).toMatchObject({ name: '海潮宣传简报', number: 4, organ, date: '2024-02-08' });
  });

  it('has a long instruction in the line under its label; a title there is none', () => {
    const said = '【市领导批示】某同志8月6日批示：做法很好，值得推广，请市委宣传部总结。';
    expect(read(...head, '领导批示', said, '', '〔经验交流〕', ...article).issue.instruction).toBe(said);
    expect(read(...head, '领导批示', '', ...article).issue.instruction).toBe('');
  });
});

describe('columns of other offices', () => {
  const second = ['甲县送戏下乡进村头', more, '（甲县文旅局）'];

  it('lose the numbers that contents and body give them', () => {
    const list = ['目录', '一、上级精神', article[0] ?? '', '二、县区动态', second[0] ?? ''];
    const result = read(...head, ...list, '一、上级精神', ...article, '二、县区动态', ...second);
    expect(result.issue.columns.map(({ name }) => name)).toEqual(['上级精神', '县区动态']);
  });

  it('are all that stand between the same marks, whatever follows', () => {
    const result = read(...head, '★工作进展★', ...article, '★图片新闻★', '丙镇举办年货节。（丙镇供图）', ...tail);
    expect(result.issue.columns.map(({ name }) => name)).toEqual(['工作进展', '图片新闻']);
  });

  it('are short names over texts with a mark and a source each', () => {
    const briefs = ['★ 乙县评出最美庭院一百户。（乙县文明办）', '★ 丙区组织交通劝导三百人次。（丙区文明办）'];
    const result = read(...head, ...article, '文明短波', ...briefs);
    expect(result.issue.columns.at(-1)).toMatchObject({
      name: '文明短波',
      form: 'brief',
      items: [{ sources: ['乙县文明办'] }, { sources: ['丙区文明办'] }],
    });
    const one = read(...head, ...article, '文明短波', briefs[0] ?? '');
    expect(one.issue.columns).toHaveLength(1);
  });
});

it('columns of figures set apart by blanks keep them', () => {
  expect(readDraft('示例区书香巷里读书忙', text, '1     示例区  60    26').article.paragraphs[1]?.text).toBe('1     示例区  60    26');
});

it('下发 is a list, and a photographer no unit', () => {
  const result = read(...head, ...article.slice(0, 2), '（供稿：示例区文明办；摄影：王示例）', '报：省委宣传部', '下发：各县区委宣传部');
  expect(result.issue.distribution.map(({ label }) => label)).toEqual(['报', '下发']);
  expect(itemsOf(result)[0]?.sources).toEqual(['示例区文明办']);
});

describe('an issue of another make', () => {
  const second = ['甲县送戏下乡进村头', more, '（甲县文旅局）'];

  it('may name the units in its contents, between leaders and pages', () => {
    const list = [
      '目  录',
      '〔经验交流〕',
      '示例区书香巷里读书忙……………………示例区委宣传部（2）',
      '甲县送戏下乡进村头............甲县文旅局 3',
    ];
    const result = read(...head, ...list, '〔经验交流〕', ...article, ...second);
    expect([titles(result), result.warnings.filter((warning) => warning.includes('目录'))]).toEqual([
      ['示例区书香巷里读书忙', '甲县送戏下乡进村头'],
      [],
    ]);
  });

  it('may open a note of its editors with 按：', () => {
    const result = read(
      ...head,
      '按：近日，市领导对示例区的做法作出批示，现予刊发。',
      '',
      '示例区书香巷里读书忙',
      '',
      text,
      '（示例区委宣传部）',
    );
    expect(itemsOf(result)).toMatchObject([
      { title: '示例区书香巷里读书忙', editorNote: ['近日，市领导对示例区的做法作出批示，现予刊发。'] },
    ]);
  });

  it('may count in full-width digits and mark columns with a bar', () => {
    const result = read(
      ...head,
      '▍本期目录',
      '▍基层动态',
      '１．示例区书香巷里读书忙',
      '２．甲县送戏下乡进村头',
      '▍基层动态',
      `１．${article[0] ?? ''}`,
      ...article.slice(1),
      `２．${second[0] ?? ''}`,
      ...second.slice(1),
    );
    expect(result.issue.columns.map(({ name, items }) => [name, ...items.map(({ title }) => title)])).toEqual([
      ['基层动态', '示例区书香巷里读书忙', '甲县送戏下乡进村头'],
    ]);
    expect(reasonOf(result, '１．')).toBe('目录中的序号');
  });

  it('may leave the year of its day to its number', () => {
    const result = read('海潮意识形态专报', '2024年第11期', '海潮市委宣传部            11月25日', ...article);
    expect([result.issue.masthead.date, result.issue.masthead.organ, result.guessed]).toEqual(['2024-11-25', '海潮市委宣传部', []]);
  });

  it('of short lines only, with marked titles that its contents have, is read none the less', () => {
    const marked = [
      '☆示例区书香巷里读书忙',
      '示例区把旧门市改成书房，藏书两万册。',
      '☆甲县送戏下乡进村头',
      '甲县送戏下乡四十场，人人都说好。',
    ];
    const result = read(
      '海潮宣传信息',
      '第3期',
      '（内部资料）      2024年4月3日',
      '◇ 本期内容 ◇',
      '☆ 示例区书香巷里读书忙',
      '☆ 甲县送戏下乡进村头',
      ...marked,
      ...tail,
    );
    expect([titles(result), result.issue.masthead.secrecy]).toEqual([['示例区书香巷里读书忙', '甲县送戏下乡进村头'], '内部资料']);
  });

  it('has no column in a numbered heading over numbered texts', () => {
    const texts = ['1.示例区开展阵地排查三百处。（示例区委宣传部）', '2.甲县约谈运营者一十二人。（甲县网信办）'];
    expect(read(...head, '一、重要舆情', text, '二、处置情况', ...texts, ...tail).issue.columns).toHaveLength(1);
  });
});

describe('an issue whose parts say more', () => {
  const second = ['甲县送戏下乡进村头', more, '（甲县文旅局）'];

  it('has units and writers apart in its contents, which say under which column each article stands', () => {
    const list = ['【工作交流】', `1.${article[0] ?? ''}   示例区委宣传部`, '【工作研究】', '2.甲县送戏下乡的调查与思考   张示例'];
    const body = [article[0] ?? '', '示例区委宣传部', '', text, '', '甲县送戏下乡的调查与思考', '张示例', '', more];
    const result = read(...head, '目录', ...list, '', ...body, ...tail);
    expect(result.issue.columns.map(({ name, items }) => [name, ...items.map(({ title }) => title.split(' \n')[0])])).toEqual([
      ['工作交流', '示例区书香巷里读书忙'],
      ['工作研究', '甲县送戏下乡的调查与思考'],
    ]);
    expect([itemsOf(result)[0]?.sources, reasonOf(result, '张示例')]).toEqual([['示例区委宣传部'], '目录中的单位、作者']);
  });

  it('has units in brackets behind its titles, and columns between brackets over them', () => {
    const news = ['【部门动态】', '示例区书香巷里读书忙（示例区文旅局）', text, '【各地实践】', '甲县送戏下乡进村头（甲县文旅局）', more];
    const result = read(...head, ...news, ...tail);
    expect(result.issue.columns.map(({ name, items }) => [name, items[0]?.title, items[0]?.sources])).toEqual([
      ['部门动态', '示例区书香巷里读书忙', ['示例区文旅局']],
      ['各地实践', '甲县送戏下乡进村头', ['甲县文旅局']],
    ]);
    expect(titles(read(...head, '示例区图书馆（新馆）', text, '（示例区文旅局）', ...second))[0]).toBe('示例区图书馆（新馆）');
  });

  it('has a total behind 总期, a weekday behind its day, and 副主编 beside 主编', () => {
    const imprint = '主编：李示例　副主编：王示例';
    const result = read(
      '海潮宣传快报',
      '2024年第12期',
      '（总期第312期）',
      '海潮市委宣传部信息科    2024年6月28日（星期五）',
      ...article,
      ...tail,
      imprint,
    );
    expect(result.issue.masthead).toMatchObject({ number: 12, total: 312, organ: '海潮市委宣传部信息科', date: '2024-06-28' });
    expect([result.issue.imprint.chiefEditor, reasonOf(result, '王示例')]).toEqual(['李示例', '承办行没有“副主编”这一项']);
  });

  it('has what leaders said, without a label over it', () => {
    const said = ['◎ 市委主要领导同志在本刊第17期上批示：', '示例区的做法有特色，可在全市推广。'];
    expect(read(...head, ...said, '目录', article[0] ?? '', '〔经验交流〕', ...article).issue.instruction).toBe(
      '市委主要领导同志在本刊第17期上批示：示例区的做法有特色，可在全市推广。',
    );
  });

  it('of Word has columns in short names in the middle over headings', () => {
    const line = (words: string, more: Partial<SourceLine> = {}): SourceLine => ({
      line: 1,
      text: words,
      bold: [],
      marks: [],
      isParagraph: true,
      ...more,
    });
    const centre = { align: 'center' } as const;
    const lines = [
      ...head.map((words) => line(words, centre)),
      ...[
        ['卷首佳作', ...article],
        ['乡镇风采', ...second],
      ].flatMap(([name = '', title = '', ...rest]) => [
        line(name, centre),
        line(title, { heading: 3 }),
        ...rest.map((words) => line(words)),
      ]),
    ];
    const result = recognize(lines, { nextId: () => 'i' });
    expect(result.kind === 'issue' ? result.issue.columns.map(({ name }) => name) : []).toEqual(['卷首佳作', '乡镇风采']);
  });
});

it('the number may stand behind the organ in the last row of a masthead', () => {
  const result = read('海潮市宣传要情', '海潮市委宣传部办公室汇编　　　第12期', ...article, ...tail);
  expect([result.issue.masthead.number, result.guessed, titles(result)]).toEqual([12, ['date'], ['示例区书香巷里读书忙']]);
});

it('a column that contents name last opens where it stands in the body, not with the body', () => {
  const briefs = ['●甲县送戏下乡。5月10日，四十场戏送到村头。', '●乙市打扫院落。每周末清扫楼道和院落。'];
  const result = read(...head, '目录', '【工作交流】', article[0] ?? '', '【动态集锦】', ...article, '【动态集锦】', ...briefs, ...tail);
  expect(result.issue.columns.map(({ name, items }) => [name, items.length])).toEqual([
    ['工作交流', 1],
    ['动态集锦', 2],
  ]);
});

it('what stands behind a rule under 领导批示 is no instruction', () => {
  const result = read(
    ...head,
    '领导批示',
    '━━━━━━━━',
    '本期刊发两篇稿件，请各地参考。',
    '目录',
    article[0] ?? '',
    '〔经验交流〕',
    ...article,
  );
  expect(result.issue.instruction).toBe('');
});

it('the number may stand behind the organ in one row', () => {
  const result = read('海潮市宣传要情', '海潮市委宣传部办公室汇编　　　第12期', '2024年4月3日', ...article);
  expect(result.issue.masthead).toMatchObject({ number: 12, organ: '海潮市委宣传部办公室', name: '海潮市宣传要情' });
});

describe('a manuscript', () => {
  it('may stand under what its kind is called, which is no title; the writer’s phone goes apart', () => {
    const result = readDraft(
      '经验材料',
      '',
      '示例区书香巷里读书忙',
      '',
      text,
      more,
      '（示例区委宣传部理论科供稿  科长：邓示例  13800000000）',
    );
    expect([result.article.title, result.article.sources]).toEqual(['示例区书香巷里读书忙', ['示例区委宣传部理论科']]);
    expect(result.facts).toMatchObject({ author: '邓示例', phone: '13800000000' });
    expect(readDraft('经验材料', text, more).article.title).toBe('经验材料');
  });

  it('may name its unit with the month under the title, and end with 附注', () => {
    const result = readDraft('示例区书香巷里读书忙', '（示例区委宣传部　2025年3月）', text, more, '示例区委宣传部', '（此件不公开）');
    expect([result.article.sources, result.article.paragraphs.map((one) => one.text)]).toEqual([['示例区委宣传部'], [text, more]]);
    expect(reasonOf(result, '此件不公开')).toBe('公文的版记，不是稿件的文字');
  });

  it('under 信息专报 without a number has its fields over the title', () => {
    const over = ['信息专报', '呈报：市委宣传部', '报送单位：示例区委宣传部　　　签发：秦示例', '2024年10月11日'];
    const result = readDraft(...over, '示例区书香巷里读书忙', text);
    expect([result.article.title, result.article.sources, result.facts.signedBy]).toEqual([
      '示例区书香巷里读书忙',
      ['示例区委宣传部'],
      '秦示例',
    ]);
    expect(result.notes).toContain('呈报：市委宣传部。');
  });

  it('may close with opinions in full sentences, each a field; sentences with a colon in them are text', () => {
    const result = readDraft('示例区书香巷里读书忙', text, '审核意见：同意报送。　　审核人：何示例');
    expect([result.article.paragraphs.length, result.notes.slice(-2)]).toEqual([1, ['审核意见：同意报送。', '审核人：何示例。']]);
    expect(readDraft('示例区书香巷里读书忙', text, '领导意见：做法很好。要继续推广到全区。').article.paragraphs).toHaveLength(2);
  });

  it('has a day behind 时间 as a field; 时间 of an event is text', () => {
    const result = readDraft('示例区书香巷里读书忙', '时间：2025年4月8日', text);
    expect([result.article.paragraphs.length, result.notes.at(-1)]).toEqual([1, '时间：2025年4月8日。']);
    expect(readDraft('示例区书香巷里读书忙', text, '时间：每周六上午').article.paragraphs).toHaveLength(2);
  });

  it('of Word may name a small unit set to the right, which in the text is none', () => {
    const line = (words: string, align?: 'right'): SourceLine => ({
      line: 1,
      text: words,
      bold: [],
      marks: [],
      isParagraph: true,
      ...(align ? { align } : {}),
    });
    const found = (align?: 'right') =>
      recognize([line('示例区书香巷里读书忙'), line(text), line('示例县示例镇', align)], { nextId: () => 'i' });
    const sources = (result: ReturnType<typeof found>) => (result.kind === 'article' ? result.article.sources : []);
    expect([sources(found('right')), sources(found())]).toEqual([['示例县示例镇'], []]);
  });

  it('of a form has its fields in pairs of lines, the name over what is filled in', () => {
    const form = [
      '信息报送表',
      '报送单位',
      '示例县委宣传部',
      '报送人',
      '曹示例',
      '信息标题',
      '示例区书香巷里读书忙',
      '信息内容',
      text,
      '联系电话',
      '00001234',
    ];
    const result = readDraft(...form);
    expect([result.article.title, result.article.sources, result.article.paragraphs.map((one) => one.text)]).toEqual([
      '示例区书香巷里读书忙',
      ['示例县委宣传部'],
      [text],
    ]);
    expect(result.facts).toMatchObject({ author: '曹示例', phone: '00001234' });
    expect(readDraft('示例区书香巷里读书忙', '报送人', text).article.paragraphs).toHaveLength(2);
  });

  it('off a web page loses the links around it and the size of its type', () => {
    const stamp = '2025-04-18 10:23 来源：示例区委宣传部 作者：胡示例 【字体：大 中 小】';
    const result = readDraft('示例区书香巷里读书忙', stamp, text, '编辑：冯示例', '上一篇：示例区召开部署会', '下一篇：示例区举办读书节');
    expect(result.facts.author).toBe('胡示例');
    expect(result.article.paragraphs).toHaveLength(1);
    expect(reasonOf(result, '下一篇')).toBe('公众号、网页上的字样，不是稿件');
  });

  it('is one of several where each has its title named', () => {
    const one = (title: string, words: string) => [
      `稿件名称：${title}`,
      '来稿日期：2025.2.11',
      '正文',
      words,
      '（作者单位：示例县图书馆）',
    ];
    const { parts = [] } = readDraft(...one('示例区书香巷里读书忙', text), ...one('甲县送戏下乡进村头', more));
    expect(parts.map(({ article: { title, paragraphs, sources } }) => [title, paragraphs.length, sources])).toEqual([
      ['示例区书香巷里读书忙', 1, ['示例县图书馆']],
      ['甲县送戏下乡进村头', 1, ['示例县图书馆']],
    ]);
    const short = ['示例区藏书两万册，人人都来读。', '甲县送戏四十场，村村都有戏看。'];
    expect(readDraft(...one('示例区书香巷里读书忙', short[0] ?? ''), ...one('甲县送戏下乡进村头', short[1] ?? '')).parts).toHaveLength(2);
  });

  it('cut out of a newspaper has the head of its page set aside', () => {
    const result = readDraft('示例日报　2024年5月17日　星期五　第03版：要闻', '示例区书香巷里读书忙', text, more);
    expect([result.article.title, reasonOf(result, '　2024年5月17日')]).toEqual(['示例区书香巷里读书忙', '报纸的版头，不是稿件']);
    expect(result.article.sources).toEqual(['示例日报']);
  });

  it('whose text names a paper and a day keeps them', () => {
    const line = '《示例日报》2024年5月17日 星期五报道了示例区的做法。';
    expect(readDraft('示例区书香巷里读书忙', line, text).article.paragraphs[0]?.text).toBe(line);
  });

  it('behind a letter, 附件1 and 附件2, is one of several, from the unit of the letter', () => {
    const letter = [
      '关于报送5月份宣传信息的函',
      '市委宣传部研究室：',
      '现将我区5月份宣传信息2篇报上，请审阅。',
      '示例区委宣传部',
      '2024年5月25日',
    ];
    const { parts = [] } = readDraft(...letter, '附件1', '示例区书香巷里读书忙', text, '附件2', '甲县送戏下乡进村头', more);
    expect(parts.slice(1).map(({ article: { title, sources } }) => [title, sources])).toEqual([
      ['示例区书香巷里读书忙', ['示例区委宣传部']],
      ['甲县送戏下乡进村头', ['示例区委宣传部']],
    ]);
    expect(parts[1]?.notes).toContain('来源单位按报送函记为示例区委宣传部，请核对。');
  });
});
