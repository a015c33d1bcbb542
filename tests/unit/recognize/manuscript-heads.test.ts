/** What stands over manuscripts: names of kinds and columns, pasted forms, letters, and what several pieces are called together. */
import { describe, expect, it } from 'vitest';
import { plainTitle } from '../../../shared/document/issue.js';
import { left, more, read, source, text, texts, title } from './read-manuscript.js';

describe('a name over a title', () => {
  it.each([
    ['卷首语', '文种的名称，不是稿件的标题'],
    ['人物通讯', '文种的名称，不是稿件的标题'],
    ['舆情信息', '文种的名称，不是稿件的标题'],
    ['调研报告', '文种的名称，不是稿件的标题'],
    ['【典型案例】', '文种的名称，不是稿件的标题'],
    ['【乡村故事】', '栏目名，不是稿件的标题'],
    ['先进事迹材料', '文种的名称，不是稿件的标题'],
    ['材料之三', '稿件的序号'],
    ['交流材料（二）', '稿件的序号'],
  ])('is no title: %s', (name, reason) => {
    const result = read(name, title, text, more, source);
    expect([result.article.title, texts(result), left(result, reason)]).toEqual([title, [text, more], [name]]);
  });

  it('is a heading where text stands below it', () => {
    expect(read('【乡村故事】', text, more, source).article.title).toBe('【乡村故事】');
  });

  it('is the title where what stands below is shorter, or in brackets too', () => {
    expect(read('【乡村故事】', '书香巷', text, more).article.title).toBe('【乡村故事】');
    expect(read('【乡村故事】', '【书香巷里的故事】', text, more).article.title).toBe('【乡村故事】');
  });
});

describe('a form pasted from a table', () => {
  const form = [
    '信息报送审批表',
    '报送单位\t甲县农业农村局\t报送时间\t2031年5月12日',
    '撰稿人\t唐小花\t联系电话\t0000-1234567',
    '分管领导审核意见\t同意报送。\t主要领导签发\t马力',
    `标题\t${title}`,
  ];

  it('gives its fields, and the title that stands twice stands once', () => {
    const result = read(...form, '', title, text, more);
    expect([result.article.title, result.article.sources, texts(result)]).toEqual([title, ['甲县农业农村局'], [text, more]]);
    expect(result.facts).toEqual({ author: '唐小花', phone: '0000-1234567', signedBy: '马力' });
    expect(result.notes).toEqual(expect.arrayContaining(['报送时间：2031年5月12日。', '分管领导审核意见：同意报送。']));
    expect(left(result, '重复的标题')).toEqual([title]);
  });

  it('is none where its cells name no field', () => {
    expect(texts(read(title, text, '书房\t一处\t藏书\t两万', more, source))).toContain('书房 一处 藏书 两万');
  });
});

describe('a letter to units', () => {
  const words = ['县委宣传部信息科：', '您好！现报送我局信息一篇，请审阅。'];

  it('that sends a manuscript along is set aside', () => {
    const result = read(...words, '', title, text, more, source);
    expect([result.article.title, texts(result), left(result, '信里的话，不是稿件')]).toEqual([title, [text, more], words]);
  });

  it('is the manuscript where no title stands below', () => {
    expect(texts(read('县委宣传部：', '现将我局工作情况报告如下。', '一、工作情况', text, more))).toEqual(
      expect.arrayContaining(['现将我局工作情况报告如下。']),
    );
  });
});

describe('pieces under one name', () => {
  const pieces = (...sources: readonly string[]) =>
    sources.map(
      (unit, at) => `${at + 1}.${unit}书香进巷。${unit}把旧门市改成社区书房六处，藏书两万册，每日接待读者三千人次。（${unit}党委宣传办）`,
    );

  it('that count up and each name their source are offered one by one, the first sentence their title', () => {
    const { parts = [], article } = read('全民阅读动态', ...pieces('甲镇', '乙镇', '丙镇'));
    expect(article.title).toBe('全民阅读动态');
    expect(parts.map((part) => [part.article.title, part.article.sources, part.article.paragraphs.length])).toEqual(
      ['甲镇', '乙镇', '丙镇'].map((unit) => [`${unit}书香进巷`, [`${unit}党委宣传办`], 1]),
    );
    expect(parts[0]?.leftAside).toContainEqual(expect.objectContaining({ text: '全民阅读动态', reason: '几篇稿件的总名，不是稿件的标题' }));
  });

  it('are one manuscript where they name no source, or do not count up', () => {
    const [one = '', two = '', three = ''] = pieces('甲镇', '乙镇', '丙镇');
    expect(read('全民阅读动态', one.replace(/（.*/u, ''), two, three).parts).toBeUndefined();
    expect(read('全民阅读动态', two, one, three).parts).toBeUndefined();
  });

  it.each([
    ['in its first sentence', (unit: string) => [`${unit}：书香进巷。${text}`]],
    ['in a title', (unit: string) => [`${unit}：书香进巷`, text]],
  ])('that name no source but a unit each, %s, are offered too', (_where, piece) => {
    const lines = (units: readonly string[]) =>
      units.flatMap((unit, at) => piece(unit).map((line, row) => (row === 0 ? `${at + 1}.${line}` : line)));
    const { parts = [] } = read('全民阅读动态', '', ...lines(['甲镇', '乙镇', '丙街道']));
    expect(parts.map(({ article }) => [article.title, article.paragraphs.length])).toEqual(
      ['甲镇', '乙镇', '丙街道'].map((unit) => [`${unit}：书香进巷`, 1]),
    );
    expect(read('全民阅读动态', '', ...lines(['甲镇', '甲镇'])).parts).toBeUndefined();
    expect(read('全民阅读动态', '', ...lines(['聚焦主题', '聚焦队伍'])).parts).toBeUndefined();
  });

  it('may each have a label', () => {
    const [one, two] = ['甲镇', '乙镇'].map((unit) => [`${unit}书香进巷`, text, `（${unit}人民政府）`]);
    const { parts = [] } = read('辛县报送信息2条', '', '【信息一】', ...(one ?? []), '', '【信息二】', ...(two ?? []));
    expect(parts.map(({ article }) => [plainTitle(article.title), article.paragraphs.length])).toEqual([
      ['甲镇书香进巷', 1],
      ['乙镇书香进巷', 1],
    ]);
    expect(parts[0]?.leftAside).toContainEqual(expect.objectContaining({ text: '辛县报送信息2条' }));
  });
});

describe('headings without a number', () => {
  it('are short lines alike, each over its text, which is told', () => {
    const result = read(title, text, '送报人成了宣讲员', more, '一封信暖了人心', text, source);
    expect(result.article.paragraphs.map(({ level }) => level)).toEqual([undefined, 1, undefined, 1, undefined]);
    expect(result.notes.join('')).toContain('“送报人成了宣讲员”“一封信暖了人心”样子相近、各领一段，认作第一层标题，请核对。');
  });

  it('are none where one stands alone', () => {
    expect(read(title, text, '送报人成了宣讲员', more, source).article.paragraphs.map(({ level }) => level)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a 编者按', () => {
  const note = '基层宣传工作千头万绪，关键在人，现将有关做法刊发，供各地参考。';

  it.each([[[`编者按：${note}`]], [['编者按', note]]])('stands over the title or below it: %s', (lines) => {
    for (const result of [read(...lines, '', title, '', text, more, source), read(title, ...lines, text, more, source)])
      expect([result.article.editorNote, result.article.title, texts(result)]).toEqual([[note], title, [text, more]]);
  });
});

describe('pieces with numbers before their titles', () => {
  const piece = (number: string, unit: string, body = text) => [
    `${number}${unit}书香进巷唱响文明新风`,
    body,
    `供稿单位：${unit}办事处`,
    '',
  ];

  it('under one name are offered one by one, without numbers', () => {
    const { parts = [] } = read('一季度宣传工作', '', ...piece('一、', '甲街道'), ...piece('二、', '乙街道'));
    expect(parts.map(({ article }) => [article.title, article.sources, article.paragraphs.length])).toEqual(
      ['甲街道', '乙街道'].map((unit) => [`${unit}书香进巷唱响文明新风`, [`${unit}办事处`], 1]),
    );
  });

  it('are headings of one manuscript where a source closes only some', () => {
    const report = ['书房网络动态', '', '一、书房开门的反响', text, '来源：甲街道办事处', '二、书房借阅的情况', more, '三、下步打算', text];
    expect(read(...report).parts).toBeUndefined();
  });

  it('are headings of one manuscript where no source closes them', () => {
    expect(read(title, '一、甲街道书香进巷', text, '二、乙街道书香进巷', more, source).parts).toBeUndefined();
  });
});

describe('a report that names what it sends along', () => {
  const letter = [
    '关于报送第二季度工作信息的函',
    '县委宣传部：',
    '现将我局工作信息报送给你们，请查收。',
    '',
    '子县水利局办公室',
    '2031年6月28日',
  ];

  it('is parted from it, and its unit is the manuscript’s', () => {
    const { parts = [] } = read(...letter, '', `附件：${title}`, '', title, text, more);
    expect(parts.map(({ article }) => [article.title, article.sources])).toEqual([
      ['关于报送第二季度工作信息的函', ['子县水利局办公室']],
      [title, ['子县水利局办公室']],
    ]);
  });

  it('is parted from it where the name stands over who signed', () => {
    const [head = '', to = '', words = '', , unit = '', day = ''] = letter;
    const { parts = [] } = read(head, to, words, `附件：${title}`, '', unit, day, '', '附件', '', title, text, more);
    expect(parts.map(({ article }) => article.title)).toEqual([head, title]);
    expect(parts[1]?.article.paragraphs.map((each) => each.text)).toEqual([text, more]);
  });

  it('is not where another document names an appendix', () => {
    expect(read('书房管理办法', text, more, '子县水利局办公室', `附件：${title}`, '', title, text, more).parts).toBeUndefined();
  });
});

it('a summary over the title is the first paragraph', () => {
  const words = '【摘要】甲镇探索积分模式，激发群众读书热情，值得借鉴。';
  const result = read(words, '', title, '', text, more, source);
  expect([result.article.title, texts(result)]).toEqual([title, [words, text, more]]);
  expect(read(words, text, more, source).article.title).toBe('');
});

it('a title of two lines by their look alone is told', () => {
  expect(read('甲镇院坝课堂打通理论宣讲', '“最后一百米”', '', text, source).notes).toContain(
    '标题认作两行：“甲镇院坝课堂打通理论宣讲”““最后一百米””，请核对。',
  );
  expect(read(title, text, source).notes.join('')).not.toContain('标题认作');
});

it('what is said last in a chat may be who wrote it', () => {
  const result = read(
    '小示 2031-08-01 09:12:30',
    title,
    text,
    more,
    '',
    '小示 2031-08-01 09:15:02',
    '单位：甲镇宣传办 作者：方小圆 电话13700000000',
  );
  expect([result.article.sources, result.facts, texts(result)]).toEqual([
    ['甲镇宣传办'],
    { author: '方小圆', phone: '13700000000' },
    [text, more],
  ]);
});

it('the words of a page in brackets are of the page', () => {
  const result = read(title, text, more, '来源：子区新闻网', '[责任编辑：薛梅]', '【打印】【关闭】');
  expect([texts(result), result.article.sources]).toEqual([[text, more], ['子区新闻网']]);
  expect(result.notes).toContain('责任编辑：薛梅。');
});

it('numbered names of appendices over a signature are no text', () => {
  const names = ['附件1：书房统计表', '附件2：借阅排行'];
  const result = read(title, text, more, '', ...names, '', '酉县文化和旅游局', '2031年12月1日');
  expect([texts(result), left(result, '公文的附件说明，不是稿件的文字')]).toEqual([[text, more], names]);
});

describe('the name of a bulletin with who makes it', () => {
  it('is no title, and its maker is the source, which is told', () => {
    const result = read('宣传思想工作简报', '戌县教育局办公室编    2031年9月15日', '', title, '', text, more);
    expect([result.article.title, result.article.sources, texts(result)]).toEqual([title, ['戌县教育局办公室'], [text, more]]);
    expect(result.notes).toContain('“宣传思想工作简报”认作刊物的名称，不是标题，请核对。');
  });

  it('is the title where nobody makes it', () => {
    expect(plainTitle(read('宣传思想工作动态', '戌县教育局办公室', text, more).article.title)).toBe('宣传思想工作动态');
  });
});

describe('numbers on lines of their own', () => {
  const piece = (number: string, unit: string) => [number, `${unit}书香进巷唱响新风`, text, `来源：${unit}人民政府`];

  it('over titles part the pieces of a file', () => {
    const { parts = [] } = read(...piece('（一）', '甲镇'), '', ...piece('（二）', '乙镇'));
    expect(parts.map(({ article }) => [article.title, article.sources, article.paragraphs.length])).toEqual(
      ['甲镇', '乙镇'].map((unit) => [`${unit}书香进巷唱响新风`, [`${unit}人民政府`], 1]),
    );
  });

  it('over text, or over titles that no source closes, are of one manuscript', () => {
    expect(read(title, '（一）', text, '（二）', more, source).parts).toBeUndefined();
    expect(read(title, '（一）', '书房开门', text, '（二）', '书房闭门', more, source).parts).toBeUndefined();
  });
});

it.each([['顺祝', '工作顺利！'], ['祝您工作愉快！']])('a letter may end so: %s', (...words) => {
  const result = read('您好！', '附上我单位稿件一篇，请编辑老师审阅。', '', title, text, more, '', ...words, '', '甲镇党委宣传办');
  expect([result.article.title, texts(result)]).toEqual([title, [text, more]]);
});

it('a text that says no more than its title keeps it', () => {
  expect(texts(read(title, title))).toEqual([title]);
});

it.each(['记者：', '问：', '主持人：'])('a question right below the title is the text: %s', (label) => {
  const asked = `${label}开设书房的初衷是什么？`;
  const result = read('关于“书房”的采访提纲回复', asked, text, `${label}下一步怎么打算？`, more);
  expect([result.article.title, texts(result)[0]]).toEqual(['关于“书房”的采访提纲回复', asked]);
});
