/** What stands around manuscripts: mails, letters, labels, marks; several in one file. */
import { describe, expect, it } from 'vitest';
import { plainTitle } from '../../../shared/document/issue.js';
import type { RecognizedDraft } from '../../../shared/recognize/recognized.js';
import { left, more, read, source, text, texts, title } from './read-manuscript.js';

describe('a mail', () => {
  const heads = ['发件人：示例区宣传部 <a@b.invalid>', '收件人：市委宣传部研究室', '主题：信息报送'];

  it('is no part of the manuscript it brings: its heads and the words to the reader are set aside', () => {
    const result = read(...heads, '', '各位领导：', '附上我区5月份信息一篇，请审阅。', '', title, '', text, more, source);
    expect([result.article.title, texts(result)]).toEqual([title, [text, more]]);
    expect(left(result, '邮件头，不是稿件')).toEqual(heads);
    expect(left(result, '信里的话，不是稿件')).toEqual(['各位领导：', '附上我区5月份信息一篇，请审阅。']);
  });

  it('is told by two of its heads; one line that looks like one is the writer’s own', () => {
    expect(read('主题：读书', title, text, more, source).leftAside.filter(({ reason }) => reason.startsWith('邮件头'))).toEqual([]);
  });

  it('may be a letter without heads', () => {
    const result = read('王老师您好：', '现报送信息一篇，请查收。', title, text, source);
    expect([result.article.title, texts(result)]).toEqual([title, [text]]);
  });

  it('of which words to nobody are no letter: a first sentence that asks stays', () => {
    expect(texts(read(title, '请各单位查收附件，按时报送读书活动总结。', text, source))).toHaveLength(2);
  });
});

describe('a report that sends a manuscript along', () => {
  const report = ['关于报送《示例区书香巷里读书忙》的报告', '市委宣传部：', '现将我区信息报上，请审阅。'];

  it('is set aside with its receiver', () => {
    const result = read(...report, title, text, more, '示例区委宣传部', '2024年6月11日');
    expect([result.article.title, result.article.sources, texts(result)]).toEqual([title, ['示例区委宣传部'], [text, more]]);
    expect(left(result, '报送函的标题，不是稿件的标题')).toEqual(report.slice(0, 1));
  });

  it('is set aside though its office opens its title, and the manuscript has a subtitle', () => {
    const [, receiver = '', words = ''] = report;
    const { article } = read('甲镇文化站关于报送信息稿件的函', receiver, words, title, '——甲镇的做法', text, more, '甲镇文化站');
    expect([article.title, article.subtitle, article.sources]).toEqual([title, '——甲镇的做法', ['甲镇文化站']]);
  });

  it('is the manuscript itself where no other title follows', () => {
    expect(read(report[0] ?? '', '市委宣传部：', text, more, '示例区委宣传部').article.title).toBe(report[0]);
  });
});

describe('labels of a form', () => {
  it.each([
    ['【标题】', '【正文】'],
    ['[题目]', '[正文]：'],
    ['标题：', '正文：'],
    ['稿件标题: ', '主要内容：'],
    ['（标  题）', '（正  文）'],
  ])('are no words of the manuscript: %s %s', (titleLabel, textLabel) => {
    for (const lines of [
      [`${titleLabel}${title}`, textLabel, text, more],
      [titleLabel.trim(), title, `${textLabel}${text}`, more],
    ]) {
      const result = read('报送单位：示例区委宣传部  电话：00000000', ...lines);
      expect([result.article.title, texts(result)]).toEqual([title, [text, more]]);
    }
  });

  it('part the manuscripts of a file', () => {
    const result = read(`标题：${title}`, `正文：${text}`, source, '标题：甲县送戏下乡进村头', `正文：${more}`, '（甲县文旅局）');
    expect(result.parts?.map(({ article }) => [article.title, ...article.sources])).toEqual([
      [title, '示例区委宣传部'],
      ['甲县送戏下乡进村头', '甲县文旅局'],
    ]);
  });

  it('part them without sources, too, and alone on their lines', () => {
    for (const part of [
      (name: string, words: string) => [`标题：${name}`, `正文：${words}`],
      (name: string, words: string) => ['标题', name, '正文', words],
    ]) {
      const result = read(...part(title, text), ...part('甲县送戏下乡进村头', more));
      expect(result.parts?.map(({ article }) => article.title)).toEqual([title, '甲县送戏下乡进村头']);
    }
  });

  it('are words where they are part of a sentence', () => {
    expect(read('内容为王：示例区做强读书栏目', text, source).article.title).toBe('内容为王：示例区做强读书栏目');
  });
});

describe('a title over two lines of a text', () => {
  const second = '推动全民阅读入脑入心';

  it.each([
    ['with the text indented', [title, second, `　　${text}`, `　　${more}`, source]],
    ['with an empty line behind it', [title, second, '', text, more, source]],
    ['with the text right behind it', [title, second, text, more, source]],
  ])('is one title: %s', (_name, lines) => {
    const result = read(...lines);
    expect([plainTitle(result.article.title).replace(/\s/gu, ''), texts(result)]).toEqual([title + second, [text, more]]);
  });

  it.each([
    ['a heading with a number', '一、建好社区书房阵地'],
    ['a heading in brackets', '【建好社区书房阵地】'],
    ['a short heading', '背景'],
    ['a sentence', '示例区建成书房六处。'],
  ])('does not take %s', (_name, line) => {
    expect(read(title, line, text, more, source).article.title).toBe(title);
  });

  it('does not take a line much shorter than the first', () => {
    const long = '示例区用好社区书房推进全民阅读擦亮书香巷文化品牌';
    expect(read(long, '建好阵地促阅读', text, more, source).article.title).toBe(long);
  });

  it('does not take a line apart or one indented like the text', () => {
    expect(read(title, '', second, text, more, source).article.title).toBe(title);
    expect(read(title, `　　${second}`, `　　${text}`, `　　${more}`, source).article.title).toBe(title);
  });
});

describe('several briefs in one file', () => {
  const briefs = [
    '▲示例区开展读书活动。5月10日，示例区在社区书房举办读书会，二百名居民参加。（示例区委宣传部）',
    '▲甲县举办诵读比赛。5月11日，三十支队伍同台诵读。（甲县文旅局）',
  ];
  const wanted = [
    ['示例区开展读书活动', '示例区委宣传部', '5月10日，示例区在社区书房举办读书会，二百名居民参加。'],
    ['甲县举办诵读比赛', '甲县文旅局', '5月11日，三十支队伍同台诵读。'],
  ];
  const found = (result: RecognizedDraft) => result.parts?.map((part) => [part.article.title, ...part.article.sources, ...texts(part)]);

  it('behind marks are offered one by one, the first sentence their title, the name over them no title', () => {
    expect(found(read(...briefs))).toEqual(wanted);
    const named = read('【简讯】', ...briefs);
    expect(found(named)).toEqual(wanted);
    expect(named.parts?.[0] && left(named.parts[0], '栏目名，不是稿件的标题')).toEqual(['【简讯】']);
  });

  it('are one manuscript where marks only list its points', () => {
    const result = read(title, text, `▲建好阵地。${text}`, `▲办好活动。${more}`, source);
    expect(result.parts).toBeUndefined();
    expect(texts(result)).toHaveLength(3);
  });

  it('and points behind marks are not run together, nor behind a source in brackets', () => {
    const points = [
      '▲新建社区书房六处、书架九百个、阅览座位三千个、自助借还机二十台',
      '▲举办读书会六十场、诵读比赛四场、名家讲座三十场、图书漂流九次',
    ];
    expect(texts(read(title, text, ...points, source))).toEqual([text, ...points]);
    const closed = '五月十日，示例区在社区书房举办读书会，二百名居民参加。（示例区委宣传部）';
    expect(texts(read(title, closed, more))).toEqual([closed, more]);
  });

  it('are not closed up as lines of a broken text', () => {
    const wide = (opening: string) => opening + '书房读书藏书借书还书换书荐书评书讲书捐书修书晒书'.slice(0, 24 - opening.length);
    const points = ['▲甲', '▲乙', '▲丙', '▲丁', '▲戊', '▲己'].map(wide);
    expect(texts(read(title, '', ...points, '', source))).toEqual(points);
  });
});

it('a phone behind the name of a sender is a phone, no unit', () => {
  const { article, facts } = read(title, text, more, '（供稿单位：示例区委宣传部，李示例 13900000000）');
  expect([article.sources, facts]).toEqual([['示例区委宣传部'], { author: '李示例', phone: '13900000000' }]);
});

it('what several manuscripts are called together is no title; over one alone it is', () => {
  const one = [title, text, '示例区委宣传部'];
  const other = ['甲县送戏下乡进村头', more, '甲县文旅局'];
  const result = read('示例区5月份信息', '', ...one, '', ...other);
  expect(result.parts?.map(({ article }) => article.title)).toEqual([title, '甲县送戏下乡进村头']);
  expect(result.parts?.[0] && left(result.parts[0], '几篇稿件的总名，不是稿件的标题')).toEqual(['示例区5月份信息']);
  const named = ['甲县发布便民信息', '', '送戏下乡进村头', more, '甲县文旅局'];
  expect(read(...one, '', ...named).parts?.[1]?.article.title).toBe('甲县发布便民信息');
  expect(read('示例区5月份信息', '', ...one).article.title).toBe('示例区5月份信息');
  expect(read('示例区读书忙起来', '', ...one, '', ...other).parts?.[0]?.article.title).toBe('示例区读书忙起来');
});

it('labels may be spaced out', () => {
  const { article, facts } = read(
    `标  题：${title}`,
    '报 送 单 位：示例区委宣传部',
    '撰 稿 人：陶示例',
    '审 签 人：姜示例',
    '正  文：',
    text,
    more,
  );
  expect([article.title, article.sources, facts]).toEqual([title, ['示例区委宣传部'], { author: '陶示例', signedBy: '姜示例' }]);
});

it.each([
  '原创 示例发布 示例发布 2024-06-01 18:00 示例',
  '点击上方蓝字关注我们',
  'END',
  '--- END ---',
  '阅读原文',
  '长按识别二维码关注',
  '转载请注明来源',
  '点赞、在看、分享',
])('what an official account puts around the words is none of them: %s', (words) => {
  const result = read(title, words, text, words, more, source);
  expect([texts(result), left(result, '公众号、网页上的字样，不是稿件')]).toEqual([
    [text, more],
    [words, words],
  ]);
});

it('words about an account are the writer’s own', () => {
  const said = '示例区在公众号开设专栏，读者点击蓝字即可关注，累计阅读三十万次。';
  expect(texts(read(title, said, source))).toEqual([said]);
});

describe('a page of news', () => {
  const news = (writer: string, words: string) => `本报讯（记者 ${writer}）${words}`;

  it('is offered piece by piece, by titles over texts that open with their byline; the first may have lost its title', () => {
    const rest = ['示例市音乐会开演', news('华示例', more), '让志愿服务更专业', '——示例区见闻', '□ 本报记者 金示例', text];
    const result = read(news('曹示例', text), ...rest);
    expect(result.parts?.map(({ article, facts }) => [article.title, article.subtitle, facts.author])).toEqual([
      ['', undefined, '曹示例'],
      ['示例市音乐会开演', undefined, '华示例'],
      ['让志愿服务更专业', '——示例区见闻', '金示例'],
    ]);
  });

  it('of two pieces, the first without its title, is two', () => {
    const result = read(news('曹示例', text), '示例市音乐会开演', news('华示例', more));
    expect(result.parts?.map(({ article }) => article.title)).toEqual(['', '示例市音乐会开演']);
  });

  it('of one piece is one manuscript', () => {
    expect(read(title, news('曹示例', text), more).parts).toBeUndefined();
  });
});

it.each(['机密★1年', '秘密★', '密级：绝密', '特急'])('%s over the title is told, no text', (mark) => {
  const result = read(mark, title, text, more, source);
  expect([result.article.title, texts(result)]).toEqual([title, [text, more]]);
  expect(result.notes).toContain(`文中标明：${mark}。`);
});

it('a sentence right above a table is no caption of it', () => {
  const cells = ['| 街道 | 处数 |', '| --- | --- |', '| 东街 | 三 |'];
  expect(texts(read(title, text, ...cells, '', source))).toEqual([text, '\n街道\t处数\n东街\t三']);
  expect(texts(read(title, text, '', '书房分布', ...cells, '', source))).toEqual([text, '书房分布\n街道\t处数\n东街\t三']);
});

it('a month in brackets under the title is a date, no text', () => {
  const result = read(title, '（2024年6月）', text, more, source);
  expect([texts(result), result.notes.at(-1)]).toEqual([[text, more], '文中署的日期：（2024年6月）。']);
});

it('a heading parted from its text by an empty line is not run into it, however long', () => {
  const long = '示例区用好社区书房推进全民阅读 擦亮“书香巷”文化品牌';
  expect(texts(read(title, text, long, '', more, source))).toEqual([text, long, more]);
});
