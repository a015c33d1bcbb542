/** Several short pieces in one file, told apart by their units, by a number in the name over them, or by the sources that close them. */
import { describe, expect, it } from 'vitest';
import { left, more, read, text, texts } from './read-manuscript.js';

const of = (unit: string) => `${unit}把旧门市改成社区书房六处，藏书两万册，每日接待读者三千人次，群众反映良好。`;
const parts = (...lines: readonly string[]) => read(...lines).parts ?? [];
const titles = (...lines: readonly string[]) => parts(...lines).map(({ article }) => article.title);

describe('pieces that each open with a unit before a colon', () => {
  const entries = ['甲镇', '乙镇', '丙街道'].map((unit) => `${unit}：${of('当地')}`);

  it('are offered one by one without number or source, and what may be their source is told', () => {
    const found = parts('各地全民阅读活动丰富', ...entries);
    expect(found.map((each) => texts(each))).toEqual(entries.map((entry) => [entry]));
    expect(found.map(({ notes }) => notes[0])).toEqual(
      ['甲镇', '乙镇', '丙街道'].map((unit) => `没有找到来源单位，正文开头的“${unit}”可能就是。`),
    );
    expect(left(found[0] ?? read(text), '几篇稿件的总名，不是稿件的标题')).toEqual(['各地全民阅读活动丰富']);
  });

  it('may have the unit in brackets, as their titles may', () => {
    const named = ['甲镇', '乙镇'].map((unit) => `【${unit}】${of('当地')}`);
    expect(parts('各地全民阅读活动丰富', ...named)).toHaveLength(2);
    expect(titles('【甲县】书香进巷', text, '【乙县】书香进村', more)).toEqual(['【甲县】书香进巷', '【乙县】书香进村']);
    expect(read('各地全民阅读活动丰富', `【背景】${text}`, `【成效】${more}`).parts).toBeUndefined();
  });

  it('come from the unit that signs below the last of them, which is told', () => {
    const found = parts('各地全民阅读活动丰富', ...entries, '（示例区文化馆供稿）');
    expect(found.map(({ article }) => article.sources)).toEqual(found.map(() => ['示例区文化馆']));
    expect(found[0]?.notes).toContain('来源单位按文末的署名记为示例区文化馆，请核对。');
  });

  it.each([
    ['other text stands among them', ['各地全民阅读活动丰富', text, ...entries]],
    ['a unit comes twice', ['各地全民阅读活动丰富', ...entries, entries[0] ?? '']],
    ['what stands before the colon is no unit', ['各地全民阅读活动丰富', `据介绍：${text}`, `比如说：${more}`]],
  ])('are one manuscript where %s', (_what, lines) => {
    expect(read(...lines).parts).toBeUndefined();
  });
});

describe('pieces whose number the name over them says', () => {
  const names = ['举办农民画展', '启动村晚海选', '开展文物普查'];
  const numbered = names.flatMap((name, at) => [`${at + 1}.甲县${name}`, of('甲县')]);

  it('are offered, with a number each or none', () => {
    const plain = names.map((name) => `甲县${name}`);
    expect(titles('甲县宣传信息三则', ...numbered)).toEqual(plain);
    expect(titles('甲县宣传信息3则', ...numbered)).toEqual(plain);
    expect(titles('甲县宣传信息（三则）', ...numbered)).toEqual(plain);
    const closed = names.flatMap((name) => [name, of('甲县'), '（甲县文化馆）']);
    expect(titles('甲县简讯（三则）', ...closed)).toEqual(names);
    expect(titles('甲县宣传信息三则', ...names.flatMap((name) => [`甲县${name}`, of('甲县')]))).toEqual(plain);
  });

  it('are one manuscript where it says another number, or none', () => {
    expect(read('甲县宣传信息四则', ...numbered).parts).toBeUndefined();
    expect(read('甲县宣传文化工作', ...numbered).parts).toBeUndefined();
  });
});

describe('pieces that each name their source behind their last sentence', () => {
  const pieces = ['甲镇', '乙镇', '丙镇'].map((unit) => [`${unit}书香进巷`, `${of(unit)}（${unit}党委）`]);

  it('are offered one by one', () => {
    const found = parts(...pieces.flat());
    expect(found.map(({ article }) => [article.title, article.sources])).toEqual(
      ['甲镇', '乙镇', '丙镇'].map((unit) => [`${unit}书香进巷`, [`${unit}党委`]]),
    );
  });

  it('are one manuscript, and the sources told, where the last names none', () => {
    const whole = read(...pieces.slice(0, 2).flat(), '书香飘进小巷', of('丙镇'));
    expect(whole.parts).toBeUndefined();
    expect(whole.warnings.join('')).toContain('末尾的括号里像是来源单位或供稿人');
  });

  it('may have a mark before each title, and lines broken at a width', () => {
    const broken = (unit: string) => [
      `▶${unit}书香进巷`,
      '8月4日，换书大集在区图书馆启动，市民带来旧书六百册，',
      '当天换出四百册。',
      `（${unit}文化站）`,
    ];
    expect(titles('示例区一周文化活动', '', ...['甲镇', '乙镇', '丙镇'].flatMap((unit) => [...broken(unit), '']))).toEqual(
      ['甲镇', '乙镇', '丙镇'].map((unit) => `${unit}书香进巷`),
    );
  });
});

describe('titles that each open with a unit of one rank', () => {
  const pieces = (...units: readonly string[]) => units.flatMap((unit) => [`${unit}书香进巷`, of(unit)]);

  it('are those of several pieces, under a name for all or none', () => {
    expect(titles(...pieces('甲区', '乙区', '丙县'))).toEqual(['甲区书香进巷', '乙区书香进巷', '丙县书香进巷']);
    expect(titles('基层宣传工作活跃', ...pieces('甲镇', '乙街道'))).toEqual(['甲镇书香进巷', '乙街道书香进巷']);
  });

  it.each([
    ['a title of another rank stands over them', pieces('示例区', '甲镇', '乙镇')],
    ['another heading stands among them', [...pieces('甲区', '乙区'), '下一步打算', more]],
    ['one opens with no unit', [...pieces('甲区'), '群众都说书房好', more]],
    ['text stands between the name and them', ['基层宣传工作活跃', text, ...pieces('甲镇', '乙镇')]],
  ])('are headings where %s', (_what, lines) => {
    expect(read(...lines).parts).toBeUndefined();
  });
});

describe('titles that count up from the first line on', () => {
  const pieces = ['1.甲局举办慰问活动', text, '2.甲局开办暑期托管', more];

  it('are those of several pieces, also behind a greeting', () => {
    expect(titles(...pieces)).toEqual(['甲局举办慰问活动', '甲局开办暑期托管']);
    const found = parts('领导好，这是我们局8月份的两条信息，麻烦您看下', '', ...pieces, '甲局办公室 张示例 13700000000');
    expect(found.map(({ article }) => [article.title, article.sources])).toEqual([
      ['甲局举办慰问活动', ['甲局办公室']],
      ['甲局开办暑期托管', ['甲局办公室']],
    ]);
    expect(found[1]?.facts).toEqual({ author: '张示例', phone: '13700000000' });
    expect(left(found[0] ?? read(text), '信里的话，不是稿件')).toEqual(['领导好，这是我们局8月份的两条信息，麻烦您看下']);
  });

  it('are headings under a title, and where they do not count up', () => {
    expect(read('甲局做好暑期工作', ...pieces).parts).toBeUndefined();
    expect(read(...pieces.slice(2), ...pieces.slice(0, 2)).parts).toBeUndefined();
  });
});

describe('titles behind a mark', () => {
  const pieces = ['启动名家进校园', '举办创意市集'].flatMap((name) => [`△甲县${name}`, of('甲县')]);

  it('are those of several pieces under a name of briefs', () => {
    expect(titles('甲县动态', '', ...pieces)).toEqual(['甲县启动名家进校园', '甲县举办创意市集']);
  });

  it('are headings under any other title, or below a text, and no captions', () => {
    expect(read('甲县文化活动丰富多彩', ...pieces).parts).toBeUndefined();
    expect(read('甲县动态', text, ...pieces).parts).toBeUndefined();
    expect(read('甲县文化活动丰富多彩', ...pieces).notes.join('')).not.toContain('图片说明');
  });

  it('may stand below the name of a column, and the name of all have its month in brackets', () => {
    const found = parts(
      '甲县宣传信息（2031年11月）',
      '【理论武装】',
      '丁镇开设田埂课堂',
      `${of('丁镇')}（丁镇党委）`,
      '戊镇组建宣讲团',
      `${of('戊镇')}（戊镇党委）`,
    );
    expect(found.map(({ article }) => article.title)).toEqual(['丁镇开设田埂课堂', '戊镇组建宣讲团']);
  });
});

it('the parts of one text are no pieces, and the first is no title', () => {
  const result = read('第一部分 基本情况', text, '第二部分 主要做法', more, '第三部分 工作成效', of('乙镇'), '甲镇人民政府');
  expect([result.article.title, result.parts]).toEqual(['', undefined]);
  expect(texts(result)).toEqual(['第一部分 基本情况', text, '第二部分 主要做法', more, '第三部分 工作成效', of('乙镇')]);
});
