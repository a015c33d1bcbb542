/** Manuscripts as units send them: mails and answers, pages of accounts and papers, names of fields in brackets, official documents. */
import { describe, expect, it } from 'vitest';
import { plainTitle } from '../../../shared/document/issue.js';
import { findIssueNumber } from '../../../shared/recognize/issue-number.js';
import { toLines } from '../../../shared/recognize/line.js';
import { readText } from '../../../shared/recognize/read-text.js';
import { plainUnits, sourceParts } from '../../../shared/recognize/sources.js';
import { left, more, read, source, text, texts, title } from './read-manuscript.js';

it.each([[['稿件一', '经验材料']], [['稿件一', '经验材料', '短评']], [['稿件一', '经验材料', '交流发言', '短评']]])(
  'heads over a title are set aside one after the other: %s',
  (heads) => {
    const result = read(...heads, title, text, more, source);
    expect([result.article.title, texts(result)]).toEqual([title, [text, more]]);
  },
);

describe('the name of a unit', () => {
  it.each(['甲镇党委宣传办', '乙街道文化站', '丙县督查室', '丁区委办', '戊县新闻办', '甲镇派出所', '乙镇卫生所', '丙镇水利站'])(
    '%s is one on a line of its own',
    (unit) => {
      const result = read(title, text, more, unit);
      expect([result.article.sources, texts(result)]).toEqual([[unit], [text, more]]);
    },
  );

  it('is told by where it stands, however often it is asked for', () => {
    const [line] = toLines(readText('示例镇'));
    if (!line) throw new Error('no line');
    expect([plainUnits({ ...line, align: 'right' })?.units.length, plainUnits(line)]).toEqual([1, undefined]);
  });

  it.each(['甲镇建强文化站', '乙区走出新路子'])('%s is none', (words) => {
    expect(read(title, text, words, more).article.sources).toEqual([]);
  });
});

describe('an answer to a mail', () => {
  const quoted = ['> 小示：', '> 稿件收到，请补充借阅人次。'];

  it('leaves the mail it answers aside, quoted below', () => {
    const result = read(
      '老示好：',
      '修改稿如下，请查收。',
      '',
      title,
      '',
      text,
      more,
      source,
      '',
      '在 2031-04-02 09:15，"老示" <a@b.invalid> 写道：',
      ...quoted,
    );
    expect([result.article.title, texts(result)]).toEqual([title, [text, more]]);
    expect(left(result, '回信下面的来信，不是稿件')).toHaveLength(3);
    expect(left(result, '信里的话，不是稿件')).toEqual(['老示好：', '修改稿如下，请查收。']);
  });

  it('leaves it aside behind the line that says original mail', () => {
    const result = read(
      title,
      text,
      more,
      source,
      '------------------ 原始邮件 ------------------',
      '发件人: "老示" <a@b.invalid>',
      '主题: 催稿',
      '请于周五前报送。',
    );
    expect([texts(result), left(result, '回信下面的来信，不是稿件')]).toEqual([[text, more], expect.arrayContaining(['主题: 催稿'])]);
  });

  it('that only sends another on has its manuscript there', () => {
    const result = read(
      '请查收。',
      '------------------ 原始邮件 ------------------',
      '发件人: "老示" <a@b.invalid>',
      '主题: 稿件',
      title,
      text,
      more,
      source,
    );
    expect(left(result, '回信下面的来信，不是稿件')).toEqual([]);
    expect(texts(result)).toEqual(expect.arrayContaining([text, more]));
  });

  it('is no sentence that ends with 写道 over words of one’s own', () => {
    const said = '2031年3月，老示在留言簿上写道：';
    expect(texts(read(title, text, said, more, source))).toEqual([text, said, more]);
  });
});

describe('the page of an account', () => {
  const head = ['甲区发布', '2031年05月04日 18:30', '示例省'];
  const foot = ['点个“在看”，让更多人看到', '阅读 2.1万  赞 368  在看 92'];

  it('has its head and foot set aside, its writers as facts', () => {
    const result = read(
      title,
      ...head,
      '点击上方“甲区发布”关注我们',
      '',
      text,
      '',
      more,
      '',
      '来源：甲区融媒体中心',
      '记者：尤示',
      '审核：施示',
      ...foot,
    );
    expect([texts(result), result.article.sources, result.facts.author]).toEqual([[text, more], ['甲区融媒体中心'], '尤示']);
    expect(left(result, '公众号、网页上的字样，不是稿件')).toEqual(expect.arrayContaining([...head, ...foot]));
  });

  it('is none for a day and time alone: such lines stay', () => {
    expect(texts(read(title, ...head, text, more, source))).toEqual(expect.arrayContaining(['甲区发布']));
  });

  it('counts its headings on lines of their own: they open the headings', () => {
    const result = read(title, text, '', '01', '搭台子', '', more, '', '02', '育传人', '', text, source);
    expect(result.article.paragraphs.flatMap(({ level, text: words }) => (level === 1 ? [words] : []))).toEqual(['01搭台子', '02育传人']);
    expect(result.warnings.join('')).toContain('“搭台子”“育传人”等2处的序号单占一行');
  });

  it('has no such headings where the numbers do not count up', () => {
    const result = read(title, text, '', '01', '搭台子', '', more, '', '05', '育传人', '', text, source);
    expect(texts(result)).toEqual(expect.arrayContaining(['搭台子', '育传人']));
  });
});

it('01 and 02 are no page numbers, whatever stands between them', () => {
  const words = [text, more, text, more, text];
  expect(texts(read(title, '', '01', '', ...words.flatMap((each) => [each, '']), '02', '', text, '', source))).toEqual(
    expect.arrayContaining(['01', '02']),
  );
});

describe('names of fields in brackets', () => {
  it('are those of a form', () => {
    const result = read(
      `【标题】${title}`,
      '【副标题】——一条小巷的变化',
      '【报送单位】甲区总工会',
      '【作者】尤示',
      '【联系方式】0000-9990001',
      '【正文】',
      text,
      more,
      '【报送日期】2031-05-20',
    );
    expect([result.article.title, result.article.subtitle, texts(result)]).toEqual([title, '——一条小巷的变化', [text, more]]);
    expect([result.article.sources, result.facts]).toEqual([['甲区总工会'], { author: '尤示', phone: '0000-9990001' }]);
    expect(result.notes).toContain('报送日期：2031-05-20。');
  });

  it('one alone is the writer’s own', () => {
    expect(texts(read(title, text, '【来源】书房的书来自居民捐赠。', more, source))).toContain('【来源】书房的书来自居民捐赠。');
  });
});

it('the known name of a column before the title is none of it', () => {
  const result = read('【工作动态】甲区举办青年干部读书班', text, more, source);
  expect([result.article.title, left(result, '标题前的栏目名，不是标题的文字')]).toEqual(['甲区举办青年干部读书班', ['【工作动态】']]);
  expect(read('【红色印记】甲区举办青年干部读书班', text, more, source).article.title).toBe('【红色印记】甲区举办青年干部读书班');
});

describe('a newspaper’s page', () => {
  const page = [
    '示例日报 2031年6月12日 第3版',
    title,
    `本报讯（记者 华示）${text}`,
    '甲区百名志愿者清河道',
    `本报讯（通讯员 金示 魏示）${more}`,
  ];

  it('has pieces under the name of their kind, which is no title', () => {
    const parts =
      read(...page, '短评', '让书房长在巷子里', '书房建在巷子里，读的是书，守的是心。', '巷子里的书房要靠大家来守。').parts ?? [];
    expect(parts.map(({ article }) => [plainTitle(article.title), article.paragraphs.length])).toEqual([
      [title, 1],
      ['甲区百名志愿者清河道', 1],
      ['让书房长在巷子里', 2],
    ]);
    expect(parts[2]?.leftAside).toContainEqual(expect.objectContaining({ text: '短评', reason: '文种的名称，不是稿件的标题' }));
  });

  it('gives each piece its writers and the paper as source', () => {
    const parts = read(...page).parts ?? [];
    expect(parts.map(({ article, facts }) => [plainTitle(article.title), article.sources, facts.author])).toEqual([
      [title, ['示例日报'], '华示'],
      ['甲区百名志愿者清河道', ['示例日报'], '金示、魏示'],
    ]);
    expect(parts[1]?.notes).toContain('来源按报纸的版头记为示例日报，请核对。');
  });
});

it.each([
  ['示宣报〔2031〕12号', undefined],
  ['宣传简报〔2031〕12号', 12],
  ['〔2031〕3号', 3],
])('%s as the number of an issue: %s', (words, number) => {
  expect(findIssueNumber(words)?.number).toBe(number);
});

describe('an official document', () => {
  it('is no issue by its number, though that ends like a periodical', () => {
    const result = read(
      '中共示例县委宣传部',
      '示宣报〔2031〕12号',
      '',
      '关于开展百姓讲堂情况的报告',
      '市委宣传部：',
      text,
      more,
      '',
      '中共示例县委宣传部',
      '2031年6月3日',
      '抄送：县委办公室。',
      '中共示例县委宣传部办公室　2031年6月3日印发',
    );
    expect([result.article.title, texts(result)]).toEqual(['关于开展百姓讲堂情况的报告', [text, more]]);
    expect([left(result, '公文的主送机关，不是稿件的文字'), result.notes.includes('文中标明：示宣报〔2031〕12号。')]).toEqual([
      ['市委宣传部：'],
      true,
    ]);
  });

  it('not filled in is read as one that is', () => {
    const result = read(
      '××县委宣传部',
      '×宣〔20××〕×号',
      '',
      '关于××××工作情况的报告',
      '×××：',
      text,
      more,
      '',
      '××县委宣传部',
      '20××年×月×日',
    );
    expect([result.article.title, texts(result), result.article.sources]).toEqual([
      '关于××××工作情况的报告',
      [text, more],
      ['××县委宣传部'],
    ]);
    expect(result.notes).toEqual(expect.arrayContaining(['文中标明：×宣〔20××〕×号。', '文中署的日期：20××年×月×日。']));
  });

  it.each([
    [['000001', '×密★10年', '特急', '甲县县委文件', '甲发〔20××〕×号']],
    [['XX县县委文件', 'XXXX发〔    〕  号']],
    [['XX发〔XXXX〕1号']],
    [['甲发〔2031〕XX号']],
  ])('that is a pattern has its head set aside: %s', (head) => {
    const result = read(...head, '', '关于××××工作情况的报告', '主送机关：', text, more);
    expect([result.article.title, texts(result)]).toEqual(['关于××××工作情况的报告', [text, more]]);
  });

  it('names its appendices below its text, and has them behind its signature', () => {
    const result = read(
      '甲县关于全民阅读情况的报告',
      text,
      more,
      '',
      '附件：1．书房名单',
      '2．借阅排行',
      '',
      '甲县县委宣传部',
      '2031年6月3日',
      '',
      '附件1',
      '东街书房、西街书房、南街书房。',
    );
    expect(texts(result)).toEqual([text, more, '附件1', '东街书房、西街书房、南街书房。']);
    expect(left(result, '公文的附件说明，不是稿件的文字')).toEqual(['附件：1．书房名单', '2．借阅排行']);
    expect([result.article.sources, result.parts]).toEqual([['甲县县委宣传部'], undefined]);
  });

  it('has no appendices behind a text that nobody signed: its headings are headings', () => {
    const { article } = read('甲县书香巷里读书忙', text, '附件', '## 书房名单', more);
    expect(article.paragraphs.map(({ level, text: words }) => [words, level])).toContainEqual(['书房名单', 1]);
  });

  it('with two appendices is one manuscript', () => {
    const list = '东街书房、西街书房、南街书房、北街书房，各有藏书三千册。';
    expect(
      read('甲县关于全民阅读情况的报告', text, more, '甲县县委宣传部', '2031年6月3日', '附件1', list, '附件2', list).parts,
    ).toBeUndefined();
  });

  it('has a line of units with a colon below its title only; elsewhere it is text', () => {
    expect(texts(read('甲县书香巷里读书忙', '市委宣传部：', text, more, source))).toContain('市委宣传部：');
    expect(texts(read('甲县关于全民阅读情况的报告', '主要做法：', text, more, source))).toContain('主要做法：');
  });
});

it('a mail of 36 columns is joined, however long the lines of its head are', () => {
  const wrapped = [
    '　　今年三月以来，子镇在全镇开展“流',
    '动书箱”活动，把书送到田边地头、工地',
    '车间，让群众随手能读书、读好书。',
    '　　镇里筹集资金6万元，购置农技、法',
    '律、健康类图书4200册，分装成60个书',
    '箱，每箱附借阅登记本一册，由村小组长',
    '保管。',
  ];
  const heads = [
    '发件人: 子镇宣传办公室信息科 <zizhen@example.invalid>',
    '收件人: 示例区委宣传部信息科',
    '主题: 子镇信息：子镇“流动书箱”送书到田头',
  ];
  const result = read(...heads, '', '子镇“流动书箱”送书到田头', '', ...wrapped, '', source);
  expect(texts(result)).toHaveLength(2);
});

it('the second line of a title in quotes, or from 关于 on, follows without a blank', () => {
  expect(read('甲镇院坝课堂打通理论宣讲', '“最后一百米”', '', text, source).article.title).toBe('甲镇院坝课堂打通理论宣讲\n“最后一百米”');
});

describe('who signs', () => {
  it.each([
    ['丙街道党工委书记　何示例', '丙街道党工委', '何示例'],
    ['甲镇镇长 王示', '甲镇', '王示'],
    ['乙县文旅局副局长　李 示', '乙县文旅局', '李示'],
    ['丑街道党工委宣传委员 陈示', '丑街道党工委', '陈示'],
  ])('%s: the unit, its post left aside, the name', (line, unit, name) => {
    for (const result of [read(title, line, text, more), read(title, text, more, line, '联系电话 0000-8887766')]) {
      expect([result.article.sources, result.facts.author, texts(result)]).toEqual([[unit], name, [text, more]]);
      expect(left(result, '署名的职务，专报不印')).toHaveLength(1);
    }
  });

  it('is nobody where the name stands far behind', () => {
    expect(read(title, text, more, `甲镇镇长${' '.repeat(40)}王示`).facts.author).toBeUndefined();
  });

  it('is nobody where no unit stands before the post', () => {
    const result = read(title, text, more, '老百姓心里的好书记　王示');
    expect([result.facts.author, texts(result)]).toEqual([undefined, [text, more, '老百姓心里的好书记　王示']]);
  });

  it('is a room of a unit with several names', () => {
    const result = read(title, '示例市委党校 教研室 李示例  王示例', text, more);
    expect([result.article.sources, result.facts.author]).toEqual([['示例市委党校 教研室'], '李示例、王示例']);
  });

  it.each([
    ['（好日子 教研室 李示例）', ['好日子教研室李示例'], []],
    ['（市委党校 教研室）', ['市委党校教研室'], []],
    ['（市委党校 教研室 县医院）', ['市委党校教研室县医院'], []],
    ['（市委党校 张示例 李示例）', ['市委党校'], ['张示例', '李示例']],
    ['（市委党校 教研室 全体人员集体）', ['市委党校教研室全体人员集体'], []],
    ['（市委党校 教研室 李示例）', ['市委党校 教研室'], ['李示例']],
  ])('%s is a room of a unit only between the unit and names', (text, units, persons) => {
    const parts = sourceParts({ text, spans: [{ line: 0, start: 0, length: text.length, isBold: false }] });
    expect([parts?.units.map((each) => each.text), parts?.persons.map((each) => each.text)]).toEqual([units, persons]);
  });

  it('has a phone behind a name or a label without a colon', () => {
    expect(read(title, text, more, source, '联系电话 0000-8887766').facts.phone).toBe('0000-8887766');
    const { facts, notes } = read(title, text, more, source, '联系人：岳示　0000-1212121');
    expect([facts.phone, notes.includes('联系人：岳示。')]).toEqual(['0000-1212121', true]);
  });

  it('is not whom 报送 names under a text that says when it was issued', () => {
    const result = read(title, text, more, '报送：示例县委宣传部', '拟稿：尚示　签发：元示', '甲镇党委办公室　2031年8月8日印发');
    expect([result.article.sources, result.facts]).toEqual([[], { author: '尚示', signedBy: '元示' }]);
    expect(left(result, '公文的版记，不是稿件的文字')).toEqual(['报送：示例县委宣传部', '甲镇党委办公室　2031年8月8日印发']);
    expect(read(title, text, more, '报送：示例县委宣传部').article.sources).toEqual(['示例县委宣传部']);
  });
});

describe('a chat', () => {
  const stamps = ['小示 2031-08-01 09:12:30', '小示 2031-08-01 09:15:02'] as const;

  it('has its stamps set aside, and what is said beside the manuscript', () => {
    const result = read(stamps[0], '主任，这是稿子：', '', title, '', text, more, '甲镇司法所', '', stamps[1], '照片稍后发您');
    expect([result.article.title, texts(result), result.article.sources]).toEqual([title, [text, more], ['甲镇司法所']]);
    expect(left(result, '聊天里的发送人和时间，不是稿件')).toEqual([...stamps]);
    expect(left(result, '聊天里的话，不是稿件')).toEqual(['主任，这是稿子：', '照片稍后发您']);
  });

  it('says nothing beside a manuscript that opens what was sent', () => {
    const result = read(stamps[0], title, '', text, more, '甲镇司法所');
    expect([result.article.title, texts(result)]).toEqual([title, [text, more]]);
    expect(left(result, '聊天里的话，不是稿件')).toEqual([]);
  });

  it('says nothing where the title has two lines', () => {
    const result = read(stamps[0], '甲镇院坝课堂打通理论宣讲', '“最后一百米”', '', text, more, '甲镇司法所');
    expect(result.article.title).toBe('甲镇院坝课堂打通理论宣讲\n“最后一百米”');
  });

  it('keeps words with a colon over running text', () => {
    const result = read(stamps[0], '今年的做法是这样的：', text, more, '甲镇司法所');
    expect(left(result, '聊天里的话，不是稿件')).toEqual([]);
  });

  it('has stamps of one short line', () => {
    const result = read(`小示${' '.repeat(90)}2031-08-01 09:12:30`, title, text, more);
    expect(left(result, '聊天里的发送人和时间，不是稿件')).toEqual([]);
  });

  it('is none where no stamp opens the file', () => {
    expect(texts(read(title, text, stamps[0], more, source))).toContain('小示2031-08-01 09:12:30');
  });
});

it('what a site prints below a page is no text', () => {
  const result = read(title, text, more, source, '打印本页 关闭窗口');
  expect([texts(result), left(result, '公众号、网页上的字样，不是稿件')]).toEqual([[text, more], ['打印本页 关闭窗口']]);
});

it.each(['甲镇    乙镇    丙镇', '附件1'])(
  '24,000 lines are read within the time a test has: %s',
  (line) => {
    expect(read(title, text, ...Array.from({ length: 24_000 }, () => line)).article.title).toBe(title);
  },
  120_000,
);

describe('below a manuscript', () => {
  it.each(['点赞 在看 转发', '关注、留言、分享'])('%s is of the page, and what stands over it is read', (words) => {
    const result = read(title, text, more, '来源：示例区文明办', '审核：何示例', words);
    expect([result.article.sources, texts(result)]).toEqual([['示例区文明办'], [text, more]]);
    expect(left(result, '公众号、网页上的字样，不是稿件')).toEqual([words]);
  });

  const farewells = ['此致', '敬礼！'];
  it('a letter that sends it along ends, which is no text', () => {
    const result = read('主任您好：', '现报送稿件一篇，请审阅。', '', title, '', text, more, '', ...farewells, '', '甲镇党委宣传办');
    expect([result.article.title, texts(result), result.article.sources]).toEqual([title, [text, more], ['甲镇党委宣传办']]);
    expect(left(result, '信里的话，不是稿件').slice(-2)).toEqual(farewells);
  });

  it('a letter that is the manuscript ends with words of its own', () => {
    expect(texts(read(title, text, more, ...farewells, source))).toEqual([text, more, ...farewells]);
  });

  it('words of a letter within the text stay', () => {
    const rest = Array.from({ length: 9 }, () => more);
    expect(texts(read('主任您好：', '现报送稿件一篇，请审阅。', '', title, '', text, '此致', ...rest))).toContain('此致');
  });
});

describe('a form over a manuscript', () => {
  const fields = ['报送单位：甲镇', '报送人：何示例', '联系电话：0000-8887766'];

  it('has its name set aside, and the title stands below its fields', () => {
    const result = read('宣传信息报送单', ...fields, title, text, more);
    expect([result.article.title, texts(result), result.facts.author]).toEqual([title, [text, more], '何示例']);
    expect(left(result, '表单的名称，不是稿件的标题')).toEqual(['宣传信息报送单']);
  });

  it('is none where one field, or no title, stands below the name', () => {
    expect(read('宣传信息报送单', '报送单位：甲镇', title, text, more).article.title).toBe('宣传信息报送单');
    expect(read('宣传信息报送单', ...fields, text, more).article.title).toBe('宣传信息报送单');
  });

  it('is told by its name', () => {
    expect(read('示例区书香巷里读书忙', ...fields, '书房里的新风尚', text, more).article.title).toBe('示例区书香巷里读书忙');
  });
});

describe('a report that sends one manuscript along', () => {
  const letter = ['关于报送经验做法的函', '按照通知要求，现将我镇有关经验做法报送如下，请审阅。', '示例区甲镇人民政府', '2031年3月10日'];

  it.each(['附件', '附件1', '附件：'])('is parted from it at %s, and its unit is the manuscript’s', (label) => {
    const { parts = [] } = read(...letter, '', label, title, text, more);
    expect(parts.map(({ article }) => [article.title, article.sources])).toEqual([
      ['关于报送经验做法的函', ['示例区甲镇人民政府']],
      [title, ['示例区甲镇人民政府']],
    ]);
    expect(parts[1]?.article.paragraphs.map((each) => each.text)).toEqual([text, more]);
  });

  it('is the manuscript itself where headings of its own follow', () => {
    const result = read('关于报送第一季度工作总结的报告', '现将我镇工作总结报告如下。', '一、工作情况', text, '二、下步打算', more, source);
    expect([result.article.title, texts(result)]).toEqual([
      '关于报送第一季度工作总结的报告',
      ['现将我镇工作总结报告如下。', '一、工作情况', text, '二、下步打算', more],
    ]);
  });

  it('is one that sends along, whatever is appended to others', () => {
    expect(read('关于书房的通知', '请各村参照执行，抓好工作落实。', '附件', title, text, more).parts).toBeUndefined();
  });

  it('keeps an appendix without a title, or without a text', () => {
    expect(read(...letter, '', '附件', text, more).parts).toBeUndefined();
    expect(read(...letter, '', '附件', title, '书房名单', '甲书房', '乙书房').parts).toBeUndefined();
  });

  it('is one that sends along: other documents keep their appendix', () => {
    expect(read(title, text, more, '示例区甲镇人民政府', '2031年3月10日', '', '附件', '书房管理办法', text, more).parts).toBeUndefined();
  });
});

describe('the same unit named twice', () => {
  it('is one where the second name is the first’s without its office', () => {
    const result = read(title, '示例区甲镇党委宣传统战办公室', text, more, '（供稿：甲镇  王示例）');
    expect([result.article.sources, result.facts.author]).toEqual([['示例区甲镇党委宣传统战办公室'], '王示例']);
    expect(left(result, '重复的来源单位')).toEqual(['甲镇  ']);
  });

  it('is two where the longer one is another body', () => {
    const result = read(title, '示例区甲镇文化馆', text, more, '供稿单位：甲镇');
    expect(result.article.sources).toEqual(['示例区甲镇文化馆', '甲镇']);
  });
});

describe('numbered headings that end with a stop', () => {
  const levels = (...lines: readonly string[]) => read(title, text, ...lines).article.paragraphs.map(({ level }) => level ?? 0);

  it('are headings where each has its text below', () => {
    expect(levels('1.抓实学习。', more, '2.抓好宣讲。', more)).toEqual([0, 3, 0, 3, 0]);
    expect(levels('1.抓实学习。', `（1）订好计划。${more}`, `（2）办好课堂。${more}`, '2.抓好宣讲。', more)).toEqual([0, 3, 0, 0, 3, 0]);
    expect(levels('（1）抓实学习。', more, '（2）抓好宣讲。', more)).toEqual([0, 4, 0, 4, 0]);
  });

  it.each([
    ['items of a list', ['1.抓实学习。', '2.抓好宣讲。', more]],
    ['one alone', ['1.抓实学习。', more]],
    ['where one goes on with its text', ['1.抓实学习。', more, `2.抓好宣讲。${more}`, more]],
    ['where one has two sentences', ['1.抓实学习。抓好宣讲。', more, '2.抓好宣讲。', more]],
    ['where nothing stands below the last', ['1.抓实学习。', more, '2.抓好宣讲。']],
    ['where no running text stands below', ['1.抓实学习。', '读书角', '2.抓好宣讲。', more]],
    ['beside （一）', ['1.抓实学习。', '（一）读书', more, '2.抓好宣讲。', more]],
  ])('are none: %s', (_why, lines) => {
    expect(levels(...lines)).not.toContain(3);
  });
});
