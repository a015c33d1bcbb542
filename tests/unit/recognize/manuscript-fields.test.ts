/** Who sent and wrote a manuscript, and when, where it says so in other ways; what only looks so stays in the text. */
import { describe, expect, it } from 'vitest';
import { areCellsOfText } from '../../../shared/recognize/form-labels.js';
import { recognize } from '../../../shared/recognize/recognize.js';
import { left, more, read, source, text, texts, title } from './read-manuscript.js';

const whole = [text, more];

describe('writers', () => {
  it('stand in brackets behind the last sentence', () => {
    const named = read(title, text, `${more}（通讯员 张示例）`, source);
    expect([named.facts.author, texts(named)]).toEqual(['张示例', whole]);
    expect(read(title, text, `${more}（通讯员：张示例 李示例）`).facts.author).toBe('张示例 李示例');
  });

  it('are not what else stands there', () => {
    for (const words of ['（见下图）', '（2031年5月6日）'])
      expect(texts(read(title, text, `${more}${words}`, source))[1]).toBe(`${more}${words}`);
  });

  it('are named one behind the other by what they are', () => {
    expect(read(title, '（通讯员 张示例 记者 李示例）', ...whole).facts.author).toBe('张示例 李示例');
  });

  it('of text and pictures stand behind the unit in brackets', () => {
    const { article, facts } = read(title, ...whole, '（甲乡融媒工作站 图/文：张示例）');
    expect([article.sources, facts.author]).toEqual([['甲乡融媒工作站'], '张示例']);
  });
});

describe('a writer', () => {
  it.each([
    ['behind whom he writes for, in the head of a piece of news', [`本网讯（甲县融媒 张示例）${text}`, more], '张示例'],
    ['behind text and pictures without a colon', [text, more, '文/图  甲县融媒体中心  张示例'], '张示例'],
    ['behind his unit', [text, more, '作者：甲县融媒体中心　张示例'], '张示例'],
    ['behind his posts', [text, more, '（执笔人：甲县政协委员、县林业站站长　张示例）'], '张示例'],
    ['twice', [text, `${more}（记者 张示例 通讯员 李示例）`, '作者：李示例'], '张示例 李示例'],
  ])('is named %s', (_what, lines, author) => {
    expect(read(title, ...lines).facts.author).toBe(author);
  });

  it('is told where the head of a piece of news names what is no person, or a field holds none', () => {
    expect(read(title, `本网讯（7月3日 晴）${text}`, more).notes).toContain('“本网讯（7月3日 晴）”里像是有供稿人，没有记下，请核对。');
    const told = read(title, ...whole, '作者：读书小组12人', '联系电话：见名录').notes.join('');
    expect(told).toContain('作者记为“读书小组12人”，不像人名，请核对。');
    expect(told).toContain('电话记为“见名录”，不像电话，请核对。');
    expect(read(title, ...whole, '作者：张示例、李示例', '联系电话：0000-1234567').notes.join('')).not.toContain('不像');
  });
});

describe('units and days', () => {
  it.each([
    ['a day in brackets behind the unit', '甲县县委宣传部（2031年8月20日）', '2031年8月20日'],
    ['a month behind the unit in brackets', '（甲县县委宣传部 2031年3月）', '2031年3月'],
  ])('are read from %s', (_what, line, day) => {
    const { article, notes } = read(title, line, ...whole);
    expect(article.sources).toEqual(['甲县县委宣传部']);
    expect(notes).toContain(`文中署的日期：${day}。`);
    expect(article.paragraphs).toHaveLength(2);
  });

  it('may be a day alone, set to the right, but not one set as text', () => {
    const right = read(title, '（甲镇党委）', ...whole, `${' '.repeat(40)}2031年5月6日`);
    expect([texts(right), right.notes]).toEqual([whole, expect.arrayContaining(['文中署的日期：2031年5月6日。'])]);
    expect(texts(read(title, '（甲镇党委）', ...whole, '2031年5月6日'))).toHaveLength(3);
  });

  it('stand over the title with the number they were sent in under', () => {
    const { article, notes } = read('甲县县委统战部 报', '2031年4月2日', '第15期', title, ...whole);
    expect([article.title, article.sources]).toEqual([title, ['甲县县委统战部']]);
    expect(notes).toContain('文中标明：第15期。');
  });

  it('may have a writer and a phone behind them, in brackets or not', () => {
    for (const line of ['（甲镇党政办 张示例 13800000000）', '甲镇党政办 张示例 13800000000']) {
      const { article, facts } = read(title, ...whole, line);
      expect([article.sources, facts, article.paragraphs.length]).toEqual([['甲镇党政办'], { author: '张示例', phone: '13800000000' }, 2]);
    }
    expect(texts(read(title, ...whole, '书房咨询 13800000000'))).toHaveLength(3);
  });

  it('have the labels of an application, and bars between them', () => {
    const { article, notes, facts } = read(
      `案例名称：${title}`,
      '申报单位：甲街道党工委',
      '信息类别：典型案例',
      ...whole,
      '来源丨甲区文旅局',
      '作者丨张示例  审核丨李示例',
    );
    expect([article.title, article.sources, facts.author, texts({ article } as never)]).toEqual([
      title,
      ['甲街道党工委', '甲区文旅局'],
      '张示例',
      whole,
    ]);
    expect(notes).toEqual(expect.arrayContaining(['信息类别：典型案例。', '审核：李示例。']));
  });
});

describe('a title of two lines in the middle', () => {
  const told = (first: string, second: string) => {
    const source = [first, second, ...whole].map((words, at) => ({
      line: at + 1,
      text: words,
      bold: [],
      marks: [],
      isParagraph: true as const,
      ...(at < 2 ? { align: 'center' as const } : {}),
    }));
    const result = recognize(source, { nextId: () => 'i1' });
    return result.kind === 'article' ? result.notes.join('') : '';
  };

  it('is told where one of them is a verse, which may stand over a title and be none of it', () => {
    expect(told('科技赋能添活力　文化铸魂促振兴', '甲县数字文化村建设走出新路子')).toContain(
      '标题认作两行：“科技赋能添活力　文化铸魂促振兴”',
    );
    expect(told('甲县建设数字文化村', '走出乡村振兴新路子')).not.toContain('标题认作两行');
  });
});

describe('a title that the file calls so', () => {
  it('stands below the name of what it was sent in on, which is told', () => {
    const { article, notes, facts } = read(
      '示例区信息快报稿',
      '',
      `题目：${title}`,
      '报送单位：甲街道；报送人：张示例；审核人：李示例',
      '',
      ...whole,
    );
    expect([article.title, article.sources, facts.author, article.paragraphs.length]).toEqual([title, ['甲街道'], '张示例', 2]);
    expect(notes).toEqual(
      expect.arrayContaining(['审核人：李示例。', '“示例区信息快报稿”在标明的标题上面，认作表单或栏目的名称，请核对。']),
    );
  });

  it('is none below a sentence', () => {
    expect(read('示例区送来一篇稿件，请看。', `题目：${title}`, ...whole).article.title).not.toBe(title);
  });
});

describe('a line in the middle right below the title', () => {
  const draft = (kai: boolean) => {
    const set = (words: string, isKai: boolean) => ({
      line: 1,
      text: words,
      bold: [],
      marks: [],
      align: 'center' as const,
      isParagraph: true as const,
      ...(isKai ? { kai: [{ start: 0, end: words.length }] } : {}),
    });
    const lines = [
      set('让流动党员流动不流失', false),
      set('甲乡流动党员教育工作纪实', kai),
      ...whole.map((words) => ({ line: 3, text: words, bold: [], marks: [], isParagraph: true as const })),
    ];
    const result = recognize(lines, { nextId: () => 'i1' });
    if (result.kind !== 'article') throw new Error('an issue');
    return result;
  };

  it('is the second title in 楷体, which is told, and the title goes on in the same letters', () => {
    const second = draft(true);
    expect([second.article.title, second.article.subtitle]).toEqual(['让流动党员流动不流失', '甲乡流动党员教育工作纪实']);
    expect(second.notes).toContain('“甲乡流动党员教育工作纪实”按字体认作副标题，请核对。');
    expect(draft(false).article.subtitle).toBeUndefined();
  });
});

describe('what a unit calls its text', () => {
  it('may be that it is sent in', () => {
    expect(read('信息报送', '', title, '', ...whole).article.title).toBe(title);
  });

  it('stands over the title and is told', () => {
    const { article, notes } = read('甲区融媒体中心新闻通稿', '', title, '甲区融媒体中心记者 张示例', '', ...whole);
    expect([article.title, article.sources]).toEqual([title, ['甲区融媒体中心']]);
    expect(notes).toContain('“甲区融媒体中心新闻通稿”认作文种的名称，不是标题，请核对。');
  });

  it('is the title where nothing but headings stands below it, or no unit stands before it', () => {
    expect(read('甲区融媒体中心新闻通稿', '一、建好书房', text, '二、用好书房', more).article.title).toBe('甲区融媒体中心新闻通稿');
    expect(read('怎样写好新闻通稿', '', title, '', ...whole).article.title).toContain('怎样写好新闻通稿');
  });
});

describe('what stands below the text', () => {
  it('is a unit with the words for its seal, and who handled it', () => {
    const { article, facts, notes } = read(
      title,
      ...whole,
      `${' '.repeat(30)}甲局（章）`,
      `${' '.repeat(30)}2031年7月3日`,
      '经办：张示例  电话：00001234',
    );
    expect([article.sources, facts.phone, article.paragraphs.length]).toEqual([['甲局'], '00001234', 2]);
    expect(notes).toContain('经办：张示例。');
  });

  it('names appendices behind 附：, and nothing else behind it', () => {
    const { article, leftAside } = read(title, ...whole, '附：社区书房名录（略）');
    expect(article.paragraphs).toHaveLength(2);
    expect(leftAside).toContainEqual(expect.objectContaining({ text: '附：社区书房名录（略）' }));
    expect(texts(read(title, text, '附：社区书房名录如下。', more))).toHaveLength(3);
  });

  it('is the caption of a picture behind one ▲, and a piece of a list where there are more', () => {
    const reason = '图片说明，图片没有一起收下';
    const one = read(title, ...whole, '▲读书会现场');
    expect([left(one, reason), texts(one), one.notes.join('')]).toEqual([['▲读书会现场'], whole, expect.not.stringContaining('▲')]);
    expect(left(read(title, text, '▲读书会现场', more, '▲借书处一角'), reason)).toEqual([]);
    expect(left(read(title, text, '▲读书会现场', more), reason)).toEqual([]);
  });
});

describe('names in brackets before texts', () => {
  const named = (...names: readonly string[]) => names.map((name) => `${name}${text}`);

  it('are leads where three or more stand below each other, which is told', () => {
    const { article, warnings } = read(title, ...named('【背景】', '【做法】', '【成效】'), source);
    expect(article.paragraphs.map(({ lead }) => lead)).toEqual(['【背景】', '【做法】', '【成效】']);
    expect(warnings.join('')).toContain('“【背景】”“【做法】”“【成效】”句式相近、各领一段，认作段首句，请核对。');
  });

  it('are text where there are fewer, or nothing follows them', () => {
    expect(read(title, ...named('【背景】', '【做法】'), source).article.paragraphs.map(({ lead }) => lead)).toEqual([
      undefined,
      undefined,
    ]);
    expect(read(title, text, '【背景】略。', '【做法】略。', '【成效】略。', source).inferredLeads).toBe(0);
  });
});

describe('cells of a table', () => {
  it('are those of a form where two or more name what stands beside them, however the office calls it', () => {
    expect(areCellsOfText(['信息标题', title, '采编人', '张示例', '信息内容', text, '单位审核意见', '同意'])).toBe(false);
    expect(areCellsOfText(['姓名', '张示例', '推荐单位', '甲镇', '主要事迹', text])).toBe(false);
    expect(areCellsOfText(['序号', '标题', '场次', '1', title, '3'])).toBe(true);
  });
});

it('a unit behind the phone is the source, and the phone ends before it', () => {
  const { article, facts } = read(title, ...whole, '供稿人：张示例    联系方式：0000-1234567    甲县委宣传部');
  expect([article.sources, facts]).toEqual([['甲县委宣传部'], { author: '张示例', phone: '0000-1234567' }]);
  expect(read(title, ...whole, '电话：0000-1234567转 甲').facts.phone).toBe('0000-1234567转 甲');
});

it('two labels with a unit each are told, the same unit twice is not', () => {
  const told = (first: string, second: string) =>
    read(`报送：${first}`, `标题：${title}`, ...whole, `单位：${second}`).notes.filter((note) => note.includes('不同的单位'));
  expect(told('甲市委宣传部信息科', '乙区融媒体中心')).toEqual(['“报送”和“单位”后面写着不同的单位，都记为来源，请核对。']);
  expect(told('乙区融媒体中心', '乙区融媒体中心')).toEqual([]);
});
