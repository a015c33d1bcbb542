/** What county offices send beside a manuscript: what leaders wrote on it, letters, forms, mails sent on; and what only looks so. */
import { describe, expect, it } from 'vitest';
import { plainTitle } from '../../../shared/document/issue.js';
import { left, more, read, source, text, texts, title } from './read-manuscript.js';

describe('what a leader wrote on a manuscript', () => {
  const reason = '领导批示，不是稿件的文字';

  it.each([
    ['县委书记张示例批示：', '做法很好，请宣传部总结推广。', '3月12日'],
    ['领导批示：', '做法很好，请宣传部总结推广。', '张示例　3月12日'],
    ['【领导批示】', '做法很好，请宣传部总结推广。', '张示例　3月12日'],
    ['区委主要领导批示：做法很好，请各镇学习借鉴。'],
  ])('stands aside, and that is told: %s', (...written) => {
    const result = read(...written, title, source, text, more);
    expect([result.article.title, texts(result), left(result, reason)]).toEqual([title, [text, more], written]);
    expect(result.notes.join('')).toContain('认作领导批示，没有收入正文');
  });

  it.each([
    ['the text of a piece about one', [title, '收到市委书记批示：“做法很好。”大家干劲更足了。', text, source]],
    ['a title of one', ['示例区贯彻落实市委书记重要批示', text, more, source]],
    ['a title with no text', ['县委书记张示例批示：', '做法很好。', title]],
    ['words with no title below', ['县委书记张示例批示：', '做法很好。', source, text]],
    ['a text with no title behind it', ['县委书记张示例批示：', text, more]],
  ])('is not found in %s', (_name, lines) => {
    expect(left(read(...lines), reason)).toEqual([]);
  });
});

describe('a letter with its wish and signature', () => {
  const letter = [
    '《示例信息专报》编辑部：',
    `来函收悉。现将稿件报上，${'请予审定。如需补充材料，请随时联系。'.repeat(4)}（联系人：张示例，电话：00001234567）。`,
    '此致',
    '敬礼',
  ];
  const signed = ['示例区民政局', '2031年8月20日'];

  it('stands aside over the manuscript it brings; its signature is read, and whom to ask is told', () => {
    const result = read(...letter, ...signed, title, text, more);
    expect([result.article.title, result.article.sources, texts(result)]).toEqual([title, ['示例区民政局'], [text, more]]);
    expect(result.notes.join('')).toContain('2031年8月20日');
    expect(result.warnings.join('')).toContain('信里留有“联系人：张示例，电话：00001234567”');
  });

  it('may stand under one head of a mail', () => {
    const words = ['主题：第二批投稿', '小编你好，这是我们的稿件：'];
    const result = read(...words, title, text, source);
    expect([result.article.title, texts(result)]).toEqual([title, [text]]);
  });

  it('may name whom it writes to and what it brings without a wish', () => {
    const words = ['王主编：', '您好！', '贵刊需要的稿件已写好，如下。'];
    const result = read(...words, title, text, source);
    expect([result.article.title, left(result, '信里的话，不是稿件')]).toEqual([title, words]);
  });

  it('is the manuscript itself where nothing stands below it', () => {
    expect(texts(read('给全区读者的一封信', '亲爱的读者：', text, more, '此致', '敬礼', ...signed))).toContain(text);
    expect(texts(read('亲爱的读者：', text, more, '此致', '敬礼', ...signed))).toContain(text);
  });

  it('may be words to somebody by post, where they say what is sent', () => {
    const result = read('王科长，稿子改好了，见下：', title, text, source);
    expect([result.article.title, left(result, '信里的话，不是稿件')]).toEqual([title, ['王科长，稿子改好了，见下：']]);
    expect(texts(read('王科长，你慢些走。', text, more))[0]).toBe('王科长，你慢些走。');
  });

  it('may have been sent on with a second head', () => {
    const heads = ['发件人：示例区宣传部', '主题：来稿', '---------- 转发的邮件 ----------', '发件人：甲镇宣传办'];
    const result = read(...heads, '各位领导：', '现报上稿件一篇，请审阅。', title, text, more, source);
    expect([result.article.title, texts(result), left(result, '邮件头，不是稿件')]).toEqual([title, [text, more], heads]);
  });
});

describe('a form', () => {
  it('has its name over many fields, and its title behind them', () => {
    const fields = ['报送单位：甲县林业局', '报送时间：2031年4月2日', '撰稿人：张示例', '联系电话：00001234567', '审核人：李示例'];
    for (const name of ['甲县党政信息上报表', '信息采集表']) {
      const result = read(name, ...fields, `信息标题：${title}`, '信息内容：', text, more);
      expect([result.article.title, result.article.sources, result.facts.author]).toEqual([title, ['甲县林业局'], '张示例']);
      expect(left(result, '表单的名称，不是稿件的标题')).toEqual([name]);
    }
  });

  it('may have its names before blanks', () => {
    const result = read(
      '甲区稿件送审单',
      `标题　　${title}`,
      '送审时间　　2031年4月18日',
      '作者姓名　　张示例',
      '三审　　李示例',
      '科室意见　　同意',
      '正文',
      text,
      more,
    );
    expect([result.article.title, result.facts.author, texts(result)]).toEqual([title, '张示例', [text, more]]);
    expect(result.notes).toEqual(expect.arrayContaining(['送审时间：2031年4月18日。', '三审：李示例。', '科室意见：同意。']));
    expect(texts(read(title, '作者　　的心里装着书。', text, more, source))[0]).toContain('的心里装着书');
  });

  it('may have its title once more over the text below it', () => {
    const result = read(`稿件名称：${title}`, '来稿单位：甲镇', '拟用栏目：基层动态', title, text, more);
    expect([result.article.title, texts(result), left(result, '重复的标题')]).toEqual([title, [text, more], [title]]);
  });

  it('has two lines over its title at most: what stands below more is told as a part of the text', () => {
    const over = (count: number) =>
      read(...['书香示例', '来稿选登', '社区读书'].slice(0, count), `标题：${title}`, text, more).article.title;
    expect([over(2), over(3) === title]).toEqual([title, false]);
  });

  it('says who wrote and who passed it in more words', () => {
    const result = read(
      '拟稿单位：甲县文明办',
      '签字：李示例（盖章）',
      '审核意见：同意。王示例',
      '紧急程度：普通',
      title,
      text,
      '联系人及电话：赵示例 00001234567',
    );
    expect([result.article.title, result.article.sources, texts(result)]).toEqual([title, ['甲县文明办'], [text]]);
    expect(result.facts).toEqual({ signedBy: '李示例', phone: '00001234567' });
    for (const told of ['审核意见：同意。王示例。', '紧急程度：普通。', '联系人及电话：赵示例。']) expect(result.notes).toContain(told);
  });

  it('leaves sentences of a text that only begin like an opinion', () => {
    expect(texts(read(title, '群众提的意见：一是书少。二是路远。', text, source))[0]).toContain('群众提的意见');
  });
});

describe('a signature', () => {
  it('may end with a day without its year', () => {
    const result = read(title, text, more, '示例区委宣传部办公室', '10月31日');
    expect([result.article.sources, texts(result)]).toEqual([['示例区委宣传部办公室'], [text, more]]);
    expect(result.notes).toContain('文中署的日期：10月31日。');
  });

  it('does not begin with one: such a day under a text is its own', () => {
    expect(texts(read(title, text, '10月31日'))).toEqual([text, '10月31日']);
  });

  it('in a mail is not said twice for a unit and its office', () => {
    expect(read(title, '甲县县委宣传部　张示例', text, more, '甲县县委宣传部办公室').article.sources).toEqual(['甲县县委宣传部']);
    expect(read(title, '甲县县委', text, more, '甲县县委宣传部').article.sources).toEqual(['甲县县委', '甲县县委宣传部']);
  });
});

describe('a 编者按 below the title', () => {
  it('is one paragraph, though headings of the text follow', () => {
    const { article } = read(`# ${title}`, '', '编者按：现将做法刊发，供参考。', '', text, '', '## 统一标准', '', more, '', source);
    expect([article.editorNote, article.paragraphs.map((each) => each.text)]).toEqual([
      ['现将做法刊发，供参考。'],
      [text, '统一标准', more],
    ]);
  });
});

describe('a unit in brackets', () => {
  it('may close the title, and that is told', () => {
    const result = read(`${title}（甲县文旅局）`, text, more);
    expect([result.article.title, result.article.sources]).toEqual([title, ['甲县文旅局']]);
    expect(result.notes.join('')).toContain('标题末尾的“（甲县文旅局）”认作来源单位');
  });

  it.each(['（节选）', '（征求意见稿）', '（以甲县为例）'])('is not any other word there: %s', (words) => {
    expect(read(`${title}${words}`, text, more).article).toMatchObject({ title: `${title}${words}`, sources: [] });
  });

  it('may have its day before it', () => {
    const result = read(title, '（2031年3月15日　甲区文明办）', text, more);
    expect(result.article.sources).toEqual(['甲区文明办']);
    expect(result.notes).toContain('文中署的日期：2031年3月15日。');
  });
});

describe('words that end like a unit', () => {
  it.each(['围绕中心 服务大局', '基层治理开新局', '示例区构建文化格局'])('are none in a title: %s', (line) => {
    expect(read(title, line, text, more).article.sources).toEqual([]);
  });

  it.each(['示例区财政局', '示例区融媒体中心', '市公安局甲区分局'])('are one elsewhere: %s', (unit) => {
    expect(read(title, unit, text, more).article.sources).toEqual([unit]);
  });

  it.each(['（2031年11月10日—16日）', '（11月10日至16日）', '（第3周）'])('nor are spans of days: %s', (days) => {
    expect(read(title, days, text, more).article.sources).toEqual([]);
  });
});

describe('several pieces', () => {
  const piece = (number: number, unit: string) => [
    `${String(number)}.${unit}办起社区书房`,
    `${unit}把旧门市改成社区书房六处，藏书两万册。（供稿：${unit}宣传办　供稿人：张示例）`,
  ];

  it('may be numbered under a name and its days, each closed by its source', () => {
    const { parts = [] } = read('示例区一周简讯', '（11月10日—16日）', ...piece(1, '甲镇'), ...piece(2, '乙镇'), ...piece(3, '丙镇'));
    expect(parts.map(({ article }) => [plainTitle(article.title), article.sources])).toEqual([
      ['甲镇办起社区书房', ['甲镇宣传办']],
      ['乙镇办起社区书房', ['乙镇宣传办']],
      ['丙镇办起社区书房', ['丙镇宣传办']],
    ]);
  });

  it('may have their units behind their titles', () => {
    const pieces = ['一、甲镇办起社区书房（甲镇党委）', text, '二、乙局办起职工书房（乙县工业局）', more];
    const { parts = [] } = read('示例区三季度工作要情', ...pieces);
    expect(parts.map(({ article }) => [plainTitle(article.title), article.sources])).toEqual([
      ['甲镇办起社区书房', ['甲镇党委']],
      ['乙局办起职工书房', ['乙县工业局']],
    ]);
    expect(read('示例区三季度工作要情', ...pieces, '三、下一步打算', text).parts).toBeUndefined();
    expect(read('示例区三季度工作要情', pieces[0] ?? '', text, '二、乙局办起职工书房（试点）', more).parts).toBeUndefined();
  });

  it('are headings of one where only the last closes with a source', () => {
    const plainPiece = (number: number) => [`${String(number)}.建好社区书房`, text];
    expect(read(title, ...plainPiece(1), ...plainPiece(2), `3.用好社区书房`, `${more}${source}`).parts).toBeUndefined();
  });

  it('of which the first only sends the others along are told so', () => {
    const result = read(
      '示宣函〔2031〕18号',
      '关于报送书香信息的函',
      '县委宣传部：',
      '按照要求，现将信息报来。',
      `附件：${title}`,
      '示例区教育局',
      '2031年1月18日',
      '附件',
      title,
      text,
      more,
    );
    expect(result.notes).toContain('“关于报送书香信息的函”像是报送函，不是稿件，请核对。');
  });
});

describe('what pages have beside the words', () => {
  it.each(['返回　打印　导出', '【返回列表】 打印 关闭'])('stands aside: %s', (buttons) => {
    expect(left(read(title, text, more, source, buttons), '公众号、网页上的字样，不是稿件')).toEqual([buttons]);
  });

  it.each(['👆点击蓝字，关注我们', '喜欢就点个“在看”吧'])('stands aside whatever points to it: %s', (words) => {
    expect(left(read(title, text, words, more, source), '公众号、网页上的字样，不是稿件')).toEqual([words]);
  });

  it('may be what a meeting counts its papers by', () => {
    const name = '全县宣传工作会议交流材料之三';
    expect(left(read(name, title, text, source), '文种的名称，不是稿件的标题')).toEqual([name]);
    expect(read('示例区推进会议材料精简', text, source).article.title).toBe('示例区推进会议材料精简');
  });

  it('may be the name of a column with a place in it, in brackets', () => {
    expect(read('【乡村振兴·甲县实践】', '“三把钥匙”打开共富之门', text, source).article.title).toBe('“三把钥匙”打开共富之门');
  });
});
