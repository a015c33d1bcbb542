/** Parts of issues in forms of other offices: numbered columns, summaries, writers, captions, rows of the imprint. */
import { describe, expect, it } from 'vitest';
import { tableText } from '../../../shared/document/table.js';
import type { SourceLine } from '../../../shared/recognize/source-line.js';
import { article, columns, head, itemsOf, more, other, read, readLines, reasonOf, tail, text, titles } from './read-issue.js';

const paragraphsOf = (result: ReturnType<typeof read>, at = 0) => itemsOf(result)[at]?.paragraphs.map(({ text: words }) => words);

describe('a number of an issue', () => {
  it.each(['示教督〔2024〕第4期', '2024·4'])('is %s', (number) => {
    const { masthead } = read('海潮督导简报', number, head[2] ?? '', ...article).issue;
    expect([masthead.number, masthead.date]).toEqual([4, '2024-04-03']);
  });
});

describe('the name of a periodical by its place', () => {
  it('has 内参 beside the number below it', () => {
    const result = read('县 域 观 察', '内参 · 第 6 期', '示例县融媒体中心 主办', '2024年5月30日', ...article);
    expect(result.issue.masthead).toMatchObject({ name: '县域观察', number: 6, organ: '示例县融媒体中心' });
  });

  it('has its kind behind it, which is left aside', () => {
    const result = read('司法建议与调研（专刊）', '2023年第2期', '示例市中级人民法院研究室      2023年4月6日', ...article);
    expect(result.issue.masthead.name).toBe('司法建议与调研');
    expect(reasonOf(result, '专刊')).toBe('刊名后的字样，专报没有这一项');
  });

  it('is none of two that might be one', () => {
    const result = read('县域观察', '基层瞭望', '第6期', '示例县融媒体中心 主办', '2024年5月30日', ...article, ...tail);
    expect(result.guessed).toEqual(['name']);
  });
});

describe('领导批示 of several leaders', () => {
  const said = ['市委主要领导批示：请有关部门研究。（4月10日）', '分管副市长批示：照办。（4月11日）'];

  it('stand in the box one behind the other', () => {
    const result = read(...head, ...said, ...article, ...tail);
    expect(result.issue.instruction).toBe('请有关部门研究。（4月10日）　分管副市长批示：照办。（4月11日）');
    expect(titles(result)).toEqual(['示例区书香巷里读书忙']);
  });

  it('end where sentences of the text begin', () => {
    const result = read(...head, said[0] ?? '', text, ...article.slice(2));
    expect(result.issue.instruction).toBe('请有关部门研究。（4月10日）');
    expect(paragraphsOf(result)).toEqual([text]);
  });
});

describe('who wrote an article', () => {
  it.each(['课题组组长：冯示例', '成员：陈示例、褚示例', '执笔：卫示例', '本报记者 朱示例 秦示例', '反映人：市政协委员  许示例'])(
    '%s is no text',
    (line) => {
      const under = read(...head, article[0] ?? '', line, text, ...article.slice(2), ...other);
      expect(paragraphsOf(under)).toEqual([text]);
      expect(reasonOf(under, line.slice(-3))).toBe('供稿人姓名，专报不印');
      expect(paragraphsOf(read(...head, ...article.slice(0, 2), line, ...tail))).toEqual([text]);
    },
  );

  it('is a unit behind 作者：', () => {
    expect(itemsOf(read(...head, ...article.slice(0, 2), '作者单位：甲县文旅局', ...tail))[0]?.sources).toEqual(['甲县文旅局']);
  });
});

describe('numbered columns', () => {
  const news = ['1.集团召开防汛工作部署会', text, '2.集团领导检查甲港区消防', more];

  it('open right under the masthead; their titles count up', () => {
    const result = read(...head, '一、本周要闻', ...news, '二、隐患排查', '1.乙码头公司组织新员工培训', `${text}（乙码头公司）`, ...tail);
    expect(columns(result)).toEqual([
      ['本周要闻', ['集团召开防汛工作部署会', '集团领导检查甲港区消防']],
      ['隐患排查', ['乙码头公司组织新员工培训']],
    ]);
    expect(result.issue.columns.map(({ form }) => form)).toEqual(['article', 'article']);
    expect(itemsOf(result)[2]?.sources).toEqual(['乙码头公司']);
    expect(reasonOf(result, '2.')).toBe('标题前的记号、序号，专报不印');
  });

  it('are headings under a title, or where no name is one of a column', () => {
    const titled = read(...head, '防汛工作情况报告', '一、本周要闻', ...news, '二、隐患排查', text, ...tail);
    expect(columns(titled)).toEqual([['经验交流', ['防汛工作情况报告']]]);
    const unnamed = read(...head, '一、基本情况', text, '二、存在问题', more, ...tail);
    expect(unnamed.issue.columns).toHaveLength(1);
  });

  it('are headings where they do not count up', () => {
    expect(read(...head, '一、本周要闻', ...news, '三、隐患排查', text, more, ...tail).issue.columns).toHaveLength(1);
  });

  it('number their titles one by one from the first on: other numbers are headings', () => {
    const skipped = read(...head, '一、本周要闻', ...news.slice(0, 2), '3.集团领导检查甲港区消防', more, '二、隐患排查', text, ...tail);
    expect(itemsOf(skipped)[0]?.paragraphs[1]).toMatchObject({ level: 3, text: '3.集团领导检查甲港区消防' });
    const titled = read(...head, '一、本周要闻', '防汛责任层层压实到位', ...news, '二、隐患排查', text, ...tail);
    expect(itemsOf(titled)[0]?.paragraphs[0]).toMatchObject({ level: 3, text: '1.集团召开防汛工作部署会' });
  });

  it('hold no brief where one sentence has a number', () => {
    const one = read(...head, '一、今日要情', '1.红旗社区发现一处隐患，已处置完毕。', '二、问题督办', text, more, ...tail);
    expect(one.issue.columns.map(({ form }) => form)).toEqual(['article', 'article']);
    const titled = read(...head, '一、今日要情', '1.红旗社区发现一处隐患', '2.东风社区调解一起纠纷', '二、问题督办', text, more, ...tail);
    expect(titled.issue.columns.map(({ form }) => form)).toEqual(['article', 'article']);
  });

  it('hold briefs where their sentences are numbered', () => {
    const briefs = ['1.红旗社区发现一处隐患，已处置完毕。', '2.东风社区调解一起纠纷，双方签订协议。'];
    const result = read(...head, '一、今日要情', ...briefs, '二、问题督办', text, more, ...tail);
    expect(result.issue.columns.map(({ name, form, items }) => [name, form, items.length])).toEqual([
      ['今日要情', 'brief', 2],
      ['问题督办', 'article', 1],
    ]);
  });
});

describe('leads in a column of news', () => {
  const led = (...leads: readonly string[]) =>
    itemsOf(
      read(...head, '【工作动态】', article[0] ?? '', text, ...leads.map((each) => each + more), '（示例区卫健局）'),
    )[0]?.paragraphs.map(({ lead }) => lead);

  it('are guessed where three and more open alike', () => {
    const leads = ['上好“必修课”。', '上好“实践课”。', '上好“检视课”。'];
    expect(led(...leads)).toEqual([undefined, ...leads]);
  });

  it('are none where they open otherwise, or are two', () => {
    expect(led('会议强调。', '会场热烈。', '上好“检视课”。')).toEqual([undefined, undefined, undefined, undefined]);
    expect(led('上好“必修课”。', '上好“实践课”。')).toEqual([undefined, undefined, undefined]);
  });
});

describe('columns of a file', () => {
  it('may be a known bare name right under the masthead over its briefs', () => {
    const briefs = ['★甲区召开座谈会。11月22日，甲区委统战部召开座谈会。', '★乙县成立联合会。日前，乙县联合会成立。'];
    expect(read(...head, '工作动态', ...briefs, ...tail).issue.columns).toMatchObject([
      { name: '工作动态', form: 'brief', items: [{ title: '甲区召开座谈会' }, { title: '乙县成立联合会' }] },
    ]);
  });

  it('have the brackets of others behind a source, whatever follows', () => {
    const result = read(...head, '【要闻】', ...article, '【媒体关注】', '《甲省日报》11月15日报道我校乡村支教团', ...tail);
    expect(result.issue.columns.map(({ name }) => name)).toEqual(['要闻', '媒体关注']);
    const long = read(...head, '【要闻】', ...article, '【甲县融媒体中心春耕报道】', text, more, ...tail);
    expect(long.issue.columns.map(({ name }) => name)).toEqual(['要闻']);
  });

  it('do not hold briefs because their 编者按 opens in bold', () => {
    const note = '**编者按：**甲镇在乡村建设中积极探索，现将做法刊发。';
    const result = read(...head, '【典型经验】', note, ...article, ...tail);
    expect(result.issue.columns).toMatchObject([
      { form: 'article', items: [{ editorNote: ['甲镇在乡村建设中积极探索，现将做法刊发。'] }] },
    ]);
  });
});

describe('【核心提示】', () => {
  const summary = '【核心提示】丁镇灯笼椒产业发展到万亩连片，其经验和困难都值得关注。';

  it('over a title is the first paragraph under it', () => {
    const result = read(...head, summary, ...article, ...tail);
    expect(itemsOf(result)).toMatchObject([{ title: '示例区书香巷里读书忙', paragraphs: [{ text: summary }, { text }] }]);
  });

  it('under a title stays where it is', () => {
    const result = read(...head, article[0] ?? '', summary, ...article.slice(1), ...tail);
    expect(paragraphsOf(result)).toEqual([summary, text]);
  });

  it('before text stays text', () => {
    const result = read(...head, article[0] ?? '', text, summary, '完善服务体系机制', more, ...tail);
    expect(paragraphsOf(result)).toEqual([text, summary, '完善服务体系机制', more]);
  });
});

it('headings of a text are alike by the colon they have in one place, beside a heading in brackets', () => {
  const result = read(
    ...head,
    article[0] ?? '',
    text,
    '喜：小小辣椒撑起了大产业',
    more,
    '忧：冷库少、销路窄',
    text,
    '【记者手记】',
    more,
    ...tail,
  );
  expect(itemsOf(result)[0]?.paragraphs.map(({ level }) => level)).toEqual([undefined, 1, undefined, 1, undefined, 1, undefined]);
});

it('headings of a text are none beside numbered ones', () => {
  const result = read(...head, article[0] ?? '', '一、基本情况', text, '完善机制 全域创建', more, '人人参与 全民创建', text, ...tail);
  expect(itemsOf(result)[0]?.paragraphs.map(({ level }) => level)).toEqual([1, undefined, undefined, undefined, undefined, undefined]);
});

describe('rows of the imprint', () => {
  it('may have labels of one character, which do not run on from a list', () => {
    const result = read(...head, ...article, '送：各区市党委组织部', '编：赵示例　　审：钱示例　　校：李示例　　签：孙示例');
    expect(result.issue.imprint).toMatchObject({ editor: '赵示例', reviewer: '钱示例', proofreader: '李示例', signer: '孙示例' });
    expect(result.issue.distribution).toEqual([{ label: '送', text: '各区市党委组织部' }]);
  });

  it('may stand in brackets', () => {
    const result = read(...head, ...article.slice(0, 2), '[本期责编：施示例　审核：张示例]');
    expect(paragraphsOf(result)).toEqual([text]);
    expect(result.issue.imprint).toMatchObject({ editor: '施示例', reviewer: '张示例' });
  });
});

describe('words right above a table', () => {
  const table = tableText('', [
    ['科室', '得分'],
    ['内科', '95'],
  ]);
  const line = (words: string, more_: Partial<SourceLine> = {}): SourceLine => ({
    line: 0,
    text: words,
    bold: [],
    marks: [],
    isParagraph: true,
    ...more_,
  });
  const withTable = (...above: readonly SourceLine[]) => {
    const lines = [...[...head, ...article.slice(0, 2)].map((words) => line(words)), ...above];
    const end = [line('', { text: table, table: { headerRows: 1 } }), line(article[2] ?? '')];
    return paragraphsOf(readLines([...lines, ...end].map((each, at) => ({ ...each, line: at + 1 }))));
  };

  it('are its caption: 表1 …, or a name of a table set in the middle', () => {
    expect(withTable(line('表1 各科室得分'))).toEqual([text, `表1 各科室得分${table}`]);
    expect(withTable(line('各科室病历得分表', { align: 'center' }))).toEqual([text, `各科室病历得分表${table}`]);
  });

  it('are text where they say something else', () => {
    expect(withTable(line('各科室病历得分表'))).toEqual([text, '各科室病历得分表', table]);
    expect(withTable(line('表彰了三个科室', { align: 'center' }))).toEqual([text, '表彰了三个科室', table]);
  });

  it('are a heading where they have its number', () => {
    const result = read(...head, ...article.slice(0, 2), '三、隐患排查', '|单位|排查|', '|---|---|', '|甲港区|23|', ...tail);
    expect(itemsOf(result)[0]?.paragraphs).toMatchObject([{ text }, { level: 1, text: '三、隐患排查' }, { table: {} }]);
  });
});
