/** Forms of issues that were not seen before they were tried, each with the one that looks like it and is none. */
import { describe, expect, it } from 'vitest';
import { article, columns, head, itemsOf, more, other, read, reasonOf, tail, text, titles } from './read-issue.js';

const [name = '', , day = ''] = head;
const mastheadOf = (...lines: readonly string[]) => read(...lines, ...article, ...tail).issue.masthead;
const sourcesOf = (...lines: readonly string[]) => itemsOf(read(...head, ...lines, ...tail)).map(({ sources }) => sources);
const textsOf = (...lines: readonly string[]) =>
  itemsOf(read(...head, ...lines, ...tail)).map(({ paragraphs }) => paragraphs.map(({ lead = '', text: words }) => lead + words));

describe('figures that a scan took for letters', () => {
  it('are figures in number, total and day, and the letters are left aside', () => {
    const result = read(name, '第 l5 期', '（总第1O5期）', '海潮市委宣传部　　2O24年4月l3日', ...article, ...tail);
    expect(result.issue.masthead).toMatchObject({ number: 15, total: 105, date: '2024-04-13' });
    expect(reasonOf(result, 'l')).toBe('扫描认作字母的数字，已记为数字');
  });

  it('are in a running head too, with which no paragraph is parted', () => {
    const [before, behind] = [text.slice(0, 28), text.slice(28)];
    const result = textsOf(
      '示例区书香巷里读书忙',
      `　　${more}`,
      `　　${before}`,
      '— 1 —',
      `${name}　　　　第3期`,
      behind,
      '（示例区委宣传部）',
    );
    expect(result).toEqual([[more, text]]);
    const scanned = ['— 1 —', `${name}                      第l5期`];
    expect(reasonOf(read(name, '第l5期', day, ...article, ...scanned, ...other, ...tail), '5期')).toBe('页眉、页脚');
  });

  it('stay letters in the text, and alone', () => {
    expect(textsOf('甲县办起O2O书店', `${text}书店编号为第l5号。`, '（甲县文旅局）')).toEqual([[`${text}书店编号为第l5号。`]]);
    expect(read(name, '第I期', day, ...article, ...tail, '编辑：张示例').guessed).toContain('number');
  });
});

describe('a line with name and number behind a page end', () => {
  it('is a heading of the text where its words are no name of the periodical', () => {
    const result = textsOf('示例区书香巷里读书忙', text, '— 1 —', '书房快报　第8期', more, '（示例区委宣传部）');
    expect(result.flat().join()).toContain('书房快报');
  });
});

describe('领导批示 at the end', () => {
  it('is signed behind a dash, in one line or below', () => {
    const inRow = read(...head, ...article, '领导批示：', '处置及时，请继续关注。——周某　4月5日', ...tail);
    expect(inRow.issue.instruction).toBe('处置及时，请继续关注。——周某　4月5日');
    const below = read(...head, ...article, '领导批示：', '处置及时，请继续关注。', '——周某　4月5日', ...tail);
    expect(below.issue.instruction).toBe('处置及时，请继续关注。　——周某　4月5日');
  });
});

describe('a source', () => {
  it('is whatever its label in brackets under a title says; inside the text it is told', () => {
    expect(sourcesOf('停车难引关注', '（来源：本地论坛）', text, '夜市卫生差', '（来源：短视频平台）', more)).toEqual([
      ['本地论坛'],
      ['短视频平台'],
    ]);
    const inside = read(...head, '停车难引关注', text, '（来源：本地论坛）', more, '（甲县文旅局）', ...tail);
    expect(itemsOf(inside).map(({ sources }) => sources)).toEqual([['甲县文旅局']]);
    expect(inside.warnings.join()).toContain('“（来源：本地论坛）”');
  });

  it('stands before / 文; people do not', () => {
    expect(sourcesOf('甲县办起夜校', '甲县残联 / 文', text, more)).toEqual([['甲县残联']]);
    expect(sourcesOf('甲县办起夜校', '区残联/文', text, more)).toEqual([['区残联']]);
    expect(sourcesOf('甲县办起夜校', '张示例 / 文', text, more)).toEqual([[]]);
    expect(textsOf('甲县办起夜校', '张示例 / 文', text, more)).toEqual([[text, more]]);
  });

  it('is 编辑部 alone under a title', () => {
    expect(sourcesOf('甲县办起夜校', '编辑部', text, more)).toEqual([['编辑部']]);
    expect(sourcesOf('甲县办起夜校', '编辑部的故事', text, more)).toEqual([[]]);
  });
});

describe('密级', () => {
  it('stands in brackets', () => {
    expect(mastheadOf('【内部资料　注意保密】', ...head).secrecy).toBe('内部资料　注意保密');
    expect(mastheadOf('【内部】', ...head).secrecy).toBe('内部');
  });

  it('is no column and no name', () => {
    expect(mastheadOf('内部', ...head).secrecy).toBeUndefined();
    expect(mastheadOf('内部', ...head).name).toBe(name);
  });
});

describe('a column', () => {
  it('in brackets stands only over its first title, which the contents have, though other names come again', () => {
    const listed = ['【本期要目】', '·示例区书香巷里读书忙', '·短讯两则'];
    const briefs = ['【短讯两则】', '●8月18日，丁街道开展主题活动。', '●8月19日，戊村开展夏季义诊。'];
    const result = read(...head, ...listed, '【重点报道】', ...article, ...briefs, ...tail);
    expect(columns(result).map(([own]) => own)).toEqual(['重点报道', '短讯']);
    const inside = read(...head, ...listed, ...article.slice(0, 2), '【主要做法】', more, ...article.slice(2), ...briefs, ...tail);
    expect(columns(inside).map(([own]) => own)).not.toContain('主要做法');
  });
});

describe('版记', () => {
  it('has 印数 without 份', () => {
    expect(read(...head, ...article, ...tail, '编辑：林某　　印数：200').issue).toMatchObject({
      masthead: { printRun: 200 },
      imprint: { editor: '林某' },
    });
    expect(read(...head, ...article, ...tail, '编辑：林某　　邮编：200').issue.masthead.printRun).toBeUndefined();
  });

  it('begins with who answers for the periodical, which is told and no text', () => {
    const news = ['【简讯】', '●8月18日，丁街道开展主题活动。', '●8月19日，戊村开展夏季义诊。'];
    const result = read(...head, ...article, ...news, '主管：海潮市委', '主办：海潮市委宣传部', ...tail);
    expect(
      itemsOf(result)
        .at(-1)
        ?.paragraphs.map(({ text: words }) => words),
    ).toEqual(['8月19日，戊村开展夏季义诊。']);
    expect(result.warnings.join()).toMatch(/“主管”这一项.*“主办”这一项/u);
    expect(textsOf('甲县办起夜校', text, '主办：甲县文旅局', more, '（甲县文旅局）')).toEqual([[text, '主办：甲县文旅局', more]]);
  });
});

describe('numbered titles under a column', () => {
  it('open the next article without a doubt; a plain line alike is told', () => {
    const numbered = ['【工作动态】', '1.甲镇办起书房', `近日，甲镇书房开门。${text}`, '2.乙镇办起夜校', `近日，乙镇办起夜校十所。${more}`];
    const result = read(...head, ...numbered, ...tail);
    expect(titles(result)).toEqual(['甲镇办起书房', '乙镇办起夜校']);
    expect(result.warnings.join()).not.toContain('按下文认作');
  });
});

describe('a masthead', () => {
  it('has organ and day each behind its label in one row', () => {
    expect(mastheadOf(name, '第3期', '主办单位：海潮市精神文明建设指导中心      出刊日期：2024年4月3日')).toMatchObject({
      organ: '海潮市精神文明建设指导中心',
      date: '2024-04-03',
    });
    const event = read(
      ...head,
      '第三届市民运动会开幕',
      text,
      '时间：2024年4月3日上午9时整地点：海潮市示例体育中心东场',
      '（甲县文旅局）',
      ...tail,
    );
    expect(event.warnings.join()).not.toContain('像是报头');
  });

  it('has its number behind year and dot, and an organ that ends as 网信办', () => {
    expect(mastheadOf(name, '2024·第2期', '甲区委网信办　　2024年4月3日')).toMatchObject({ number: 2, organ: '甲区委网信办' });
    expect(mastheadOf(name, '总第188期', '甲区委网信办　　2024年4月3日').organ).toBe('甲区委网信办');
    expect(textsOf('甲县办起夜校', `${text}见手册2024·第2章。`, '（甲县文旅局）')).toHaveLength(1);
  });
});

describe('批示摘登', () => {
  const said = ['“乡村林医”做得实，可推广。——区委书记　喻某（4月14日）', '请区林业局跟进。——副区长　柏某（4月15日）'];
  it('is 领导批示, each signed behind a dash with post and day, over the first column', () => {
    const result = read(...head, '【批示摘登】', ...said, '机制创新', ...article, '基层亮点', ...other, ...tail);
    expect(result.issue.instruction).toBe(said.join('　'));
    expect(columns(result).map(([own]) => own)).toEqual(['机制创新', '基层亮点']);
  });

  it('is a title with other words behind it', () => {
    const result = read(...head, '批示摘登办法出台', text, '（甲县文旅局）', ...tail);
    expect([result.issue.instruction, titles(result)]).toEqual(['', ['批示摘登办法出台']]);
  });
});

describe('numbered columns', () => {
  const body = ['1、甲镇办起书房', text, '2、乙镇办起夜校', more];
  it('stand right under the masthead over numbered titles or news, with any names', () => {
    for (const [one, two] of [
      ['（一）工作进展', '（二）群众故事'],
      ['一、本周热点', '二、下周研判'],
    ] as const)
      expect(columns(read(...head, one, ...body, two, '3、丙村修桥惠民', text, ...tail))).toEqual([
        [one.slice(one.indexOf('一') + (one.startsWith('（') ? 2 : 2)), ['甲镇办起书房', '乙镇办起夜校']],
        [two.slice(two.indexOf('二') + 2), ['丙村修桥惠民']],
      ]);
  });

  it('are headings under a title', () => {
    const result = read(
      ...head,
      '关于书房的思考',
      '（一）工作进展',
      ...body,
      '（二）群众故事',
      '3、丙村修桥惠民',
      text,
      '（甲县文旅局）',
      ...tail,
    );
    expect(titles(result)).toEqual(['关于书房的思考']);
  });
});

describe('a name between bars', () => {
  it('is a column; bars within a line part nothing', () => {
    const result = read(...head, '｜ 改革前沿 ｜', ...article, '｜ 基层之声 ｜', ...other, ...tail);
    expect(columns(result).map(([own]) => own)).toEqual(['改革前沿', '基层之声']);
  });

  it('of 丨 parts label and name', () => {
    expect(sourcesOf('停车难引关注', '来源丨甲县文旅局', text, more)).toEqual([['甲县文旅局']]);
    expect(read(...head, ...article, ...tail, '编辑丨郑某　审核丨王某').issue.imprint).toMatchObject({ editor: '郑某', reviewer: '王某' });
  });
});

describe('a short title over its unit', () => {
  it('is no column, though the contents have it too', () => {
    const second = ['清风茶馆话廉洁', '乙街道纪工委　孙某', more];
    const result = read(
      ...head,
      '目录',
      '“微权力”晒在阳光下',
      '清风茶馆话廉洁',
      '“微权力”晒在阳光下',
      '甲区纪委监委',
      text,
      ...second,
      ...tail,
    );
    expect(titles(result)).toEqual(['“微权力”晒在阳光下', '清风茶馆话廉洁']);
  });
});

describe('an empty box of 领导批示 below 版记', () => {
  it('is no receiver', () => {
    expect(read(...head, ...article, '送：各科室', '领导批示').issue.distribution).toEqual([{ label: '送', text: '各科室' }]);
    expect(read(...head, ...article, '送：各科室', '领导干部').issue.distribution).toEqual([{ label: '送', text: '各科室领导干部' }]);
  });
});

describe('the last row of 版记', () => {
  it('has who issues it and the day in two cells, which no receiver is', () => {
    const result = read(...head, ...article, '抄送：区教体局，各镇', '海潮市人民政府教育督导室', '2024年4月3日印发');
    expect(result.issue.distribution).toEqual([{ label: '抄送', text: '区教体局，各镇' }]);
    expect(reasonOf(result, '督导室')).toBe('印发单位和日期，报头里有');
    const list = read(...head, ...article, '抄送：区教体局，', '海潮市人民政府教育督导室', '编辑：张示例');
    expect(list.issue.distribution).toEqual([{ label: '抄送', text: '区教体局，海潮市人民政府教育督导室' }]);
  });
});

describe('news behind the names of places in brackets', () => {
  it('are an item each; a second of the same place or a bracket that names none is not', () => {
    const one = '【甲县】4月2日，甲县召开座谈会，企业代表十八人参加。';
    const count = (second: string) => itemsOf(read(...head, '■ 工作动态', one, second, ...tail)).length;
    expect(count('【乙县】4月2日，乙县启动电梯集中签约，首批二十一部。')).toBe(2);
    expect(count('【成效】4月2日，乙县启动电梯集中签约，首批二十一部。')).toBe(1);
  });
});
