/** Mastheads, sources, columns and titles as offices of other kinds set them: universities, hospitals, firms, 街道. */
import { describe, expect, it } from 'vitest';
import type { SourceLine } from '../../../shared/recognize/source-line.js';
import { article, columns, head, itemsOf, more, other, read, readLines, reasonOf, tail, text, titles } from './read-issue.js';

describe('a masthead of another office', () => {
  it('has 内部 as its 密级 behind that label, and 份号 in the same row', () => {
    const { masthead } = read(...head, '密级：内部                份号：000027', ...article, ...tail).issue;
    expect(masthead).toMatchObject({ secrecy: '内部', copyNumber: '000027' });
    expect(read(...head, '（内部材料，注意保存）', ...article, ...tail).issue.masthead.secrecy).toBe('内部材料，注意保存');
  });

  it('has an organ of any kind beside the day, not a title of the contents that ends like one', () => {
    const result = read(
      '海潮高校简报',
      '第3期',
      '海潮省教育厅思想政治工作处          2024年4月3日',
      '目录',
      '示例大学：构建育人新格局',
      '示例大学：构建育人新格局',
      text,
      '（示例大学）',
    );
    expect(result.issue.masthead.organ).toBe('海潮省教育厅思想政治工作处');
    expect(titles(result)).toEqual(['示例大学：构建育人新格局']);
  });

  it('has its organ beside the day though its number stands below', () => {
    const beside = '海潮省教育厅思想政治工作处          2024年4月3日';
    expect(read('海潮高校简报', beside, '第3期', ...article).issue.masthead.organ).toBe('海潮省教育厅思想政治工作处');
  });

  it.each(['甲县加快构建城乡新格局', '乙区：党员走进区委'])('takes no title for its organ: %s', (title) => {
    const result = read('海潮高校简报', '2024年4月3日', '第3期', '目录', title, title, text, '（示例大学）');
    expect(result.issue.masthead.organ).toBe('');
  });

  it('may set organ and day wide apart', () => {
    const wide = `海潮市城市管理局 编${' '.repeat(55)}2024年4月3日`;
    expect(read('海潮城管简报', '第3期', wide, ...article).issue.masthead).toMatchObject({
      organ: '海潮市城市管理局',
      date: '2024-04-03',
    });
  });

  it('names 主管 and 主办: only who does the work is the organ', () => {
    const result = read('海潮外宣内参', '第3期', '主管：中共海潮市委宣传部', '主办：海潮市对外交流中心', '2024年4月3日', ...article);
    expect(result.issue.masthead.organ).toBe('海潮市对外交流中心');
    expect(reasonOf(result, '主管')).toBe('主管单位，专报没有这一项');
  });

  it('says whom it goes to, which is no source and no text', () => {
    const result = read(...head, '（此件发至镇街党委）', ...article, ...tail);
    expect(itemsOf(result)).toMatchObject([{ title: '示例区书香巷里读书忙', paragraphs: [{ text }] }]);
    expect(reasonOf(result, '此件发至')).toBe('附注（发送范围），专报没有这一项');
  });

  it('has 签发人, after which the text goes on though no article names a source', () => {
    const result = read('海潮信访简报', '第3期', head[2] ?? '', '签发人：韩示例', '关于四月信访形势的报告', text + more, ...tail);
    expect(itemsOf(result)).toMatchObject([{ title: '关于四月信访形势的报告', paragraphs: [{ text: text + more }] }]);
    expect(result.issue.imprint.signer).toBe('韩示例');
  });

  it('is called like a column above its number, and is none', () => {
    const result = read('工作动态', '第3期', head[2] ?? '', ...article, ...tail);
    expect(result.issue.masthead.name).toBe('工作动态');
    expect(columns(result)).toEqual([['经验交流', ['示例区书香巷里读书忙']]]);
  });
});

describe('领导批示', () => {
  it.each(['领导批示：', '市委领导批示：', '市主要领导同志批示：'.replace('同志', ''), '【领导批示】'])('has the label %s', (label) => {
    const result = read(...head, label, '请各县区学习借鉴。  王示例  4月5日', ...article, ...tail);
    expect(result.issue.instruction).toBe('请各县区学习借鉴。  王示例  4月5日');
    expect(titles(result)).toEqual(['示例区书香巷里读书忙']);
  });

  it('may say the day in brackets', () => {
    const result = read(...head, '领导批示：', '施示例同志批示：做法很好，可以推广。（4月5日）', ...article, ...tail);
    expect(result.issue.instruction).toBe('施示例同志批示：做法很好，可以推广。（4月5日）');
  });

  it('opens a sentence of the text without being its label', () => {
    const result = read(...head, article[0] ?? '', `市委领导批示后，${text}`, '（示例区委宣传部）');
    expect(itemsOf(result)[0]?.paragraphs).toMatchObject([{ text: `市委领导批示后，${text}` }]);
  });
});

describe('contents of another office', () => {
  it('have CONTENTS under their label, slashes before pages and points before entries', () => {
    const result = read(...head, '※本期要点※', 'CONTENTS', '·示例区书香巷里读书忙 / 01', '·甲县送戏下乡进村头 / 03', ...article, ...other);
    expect(titles(result)).toEqual(['示例区书香巷里读书忙', '甲县送戏下乡进村头']);
    expect(result.warnings).not.toContainEqual(expect.stringContaining('未能识别'));
    expect(reasonOf(result, '/ 03')).toBe('目录中的页码');
    expect(reasonOf(result, '·')).toBe('目录中的序号');
  });

  it('may number their entries in Chinese, as the titles of the body are', () => {
    const entries = ['一、示例区书香巷里读书忙', '二、甲县送戏下乡进村头'];
    const result = read(...head, '本期导读：', ...entries, entries[0] ?? '', text, '——红旗社区', entries[1] ?? '', more, '——街道综治中心');
    expect(itemsOf(result)).toMatchObject([
      { title: '示例区书香巷里读书忙', sources: ['红旗社区'] },
      { title: '甲县送戏下乡进村头', sources: ['街道综治中心'] },
    ]);
    expect(result.leftAside).toContainEqual(expect.objectContaining({ text: '一、', reason: '目录中的序号' }));
    expect(result.leftAside).toContainEqual(expect.objectContaining({ text: '一、', reason: '标题前的记号、序号，专报不印' }));
  });
});

describe('a source of another office', () => {
  it.each([
    ['（海潮市对外交流中心整理）', '海潮市对外交流中心'],
    ['——红旗社区', '红旗社区'],
    ['乙街道城管科', '乙街道城管科'],
  ])('%s', (line, unit) => {
    expect(itemsOf(read(...head, ...article.slice(0, 2), line, ...other, ...tail))[0]).toMatchObject({
      sources: [unit],
      paragraphs: [{ text }],
    });
  });

  it('is no number of things', () => {
    const result = read(...head, ...article.slice(0, 2), '甲街道改造公厕二十所', ...other);
    expect(itemsOf(result)[0]?.sources).not.toContain('甲街道改造公厕二十所');
  });

  it('stands under the title behind 文/: a unit, or people, who are left aside', () => {
    const result = read(...head, article[0] ?? '', '文/示例区委宣传部', text, '甲县送戏下乡进村头', '文/窦示例', more, ...tail);
    expect(itemsOf(result)[0]).toMatchObject({ title: article[0], sources: ['示例区委宣传部'] });
    const people = read(...head, '甲县送戏下乡进村头', '文/窦示例', more, ...tail);
    expect(itemsOf(people)).toMatchObject([{ title: '甲县送戏下乡进村头', sources: [], paragraphs: [{ text: more }] }]);
    expect(reasonOf(people, '窦示例')).toBe('供稿人姓名，专报不印');
  });
});

describe('columns of another office', () => {
  it('stand in one row with their titles', () => {
    const result = read(...head, '【校园安全】示例小学办起安全课堂', text, '【教师发展】甲校青年教师有师傅', more, '（甲校）', ...tail);
    expect(columns(result)).toEqual([
      ['校园安全', ['示例小学办起安全课堂']],
      ['教师发展', ['甲校青年教师有师傅']],
    ]);
  });

  it('are no column where only one title has brackets before it', () => {
    expect(columns(read(...head, '【校园安全】示例小学办起安全课堂', text, '（甲校）', ...other))).toEqual([
      ['经验交流', ['【校园安全】示例小学办起安全课堂', '甲县送戏下乡进村头']],
    ]);
  });

  it('are bare short names, the first right under the masthead, the others behind a source', () => {
    const result = read(...head, '党建引领', ...article, '支部建设', ...other, ...tail);
    expect(columns(result)).toEqual([
      ['党建引领', ['示例区书香巷里读书忙']],
      ['支部建设', ['甲县送戏下乡进村头']],
    ]);
    const kicker = read(...head, ...article, '支部建设', ...other, ...tail);
    expect(kicker.issue.columns).toHaveLength(1);
  });

  it('are halves of titles where one article only has a short line over it, or the first has none', () => {
    expect(columns(read(...head, '党建引领', ...article, ...other, ...tail)).map(([name]) => name)).toEqual(['经验交流']);
    const third = ['乙市院落扫得净', text, '（乙市城管局）'];
    expect(read(...head, ...article, '支部建设', ...other, '凝心聚力', ...third, ...tail).issue.columns).toHaveLength(1);
  });

  it('are known by their last words behind an ornament', () => {
    const result = read(...head, ...article.slice(0, 2), '◆镇街之窗', ...other);
    expect(columns(result).at(-1)).toEqual(['镇街之窗', ['甲县送戏下乡进村头']]);
  });

  it('may follow a bare unit', () => {
    const result = read(...head, ...article.slice(0, 2), '乙街道城管科', '【数字城管】', ...other.slice(0, 2), ...tail);
    expect(columns(result).at(-1)).toEqual(['数字城管', ['甲县送戏下乡进村头']]);
  });

  it('are not those behind an ornament that stands before titles too', () => {
    const result = read(...head, '★ 工作要情', '★ 示例区书香巷里读书忙多年', text, '★ 一周看点', more, '（甲县文旅局）', ...tail);
    expect(result.issue.columns.map(({ name }) => name)).toEqual(['工作要情']);
  });

  it('have the ornament before their names that others have, where it stands before short names only', () => {
    const last = ['★ 一周看点', '◆4月8日，示例区图书馆办起讲座。', '◆4月9日，示例区博物馆新展开幕。'];
    const result = read(...head, '★ 工作要情', ...article.slice(0, 2), '★ 镇街之窗', ...other, ...last, ...tail);
    expect(result.issue.columns.map(({ name, form }) => [name, form])).toEqual([
      ['工作要情', 'article'],
      ['镇街之窗', 'article'],
      ['一周看点', 'brief'],
    ]);
  });

  it('are not known by their last words in half a title', () => {
    const result = read(
      ...head,
      '目录',
      '〔经验交流〕',
      '丙区上线方言',
      '童谣专栏',
      '〔经验交流〕',
      '丙区上线方言童谣专栏',
      text,
      '（丙区文旅局）',
    );
    expect(columns(result)).toEqual([['经验交流', ['丙区上线方言童谣专栏']]]);
  });
});

describe('a title behind an article without source', () => {
  const news = ['我院召开质量推进会', `4月2日，我院召开质量推进会。${text}`];

  it('stands over news that opens with its day and says the title again', () => {
    const result = read(...head, '【医院要闻】', ...news, '市领导到我院调研', `4月3日上午，市领导到我院调研。${more}`, ...article);
    expect(titles(result)).toEqual(['我院召开质量推进会', '市领导到我院调研', '示例区书香巷里读书忙']);
    expect(result.warnings).toContainEqual(expect.stringContaining('“市领导到我院调研”前面的稿件没有来源单位'));
  });

  it('is a heading where the text does not say it again', () => {
    const result = read(...head, '【医院要闻】', ...news, '完善服务体系机制', `4月3日起，${more}`, ...tail);
    expect(titles(result)).toEqual(['我院召开质量推进会']);
  });

  it('is a heading where the text says it again without a day, or names the unit of the article', () => {
    const again = read(...head, '【医院要闻】', ...news, '完善服务体系机制', `完善服务体系机制建设。${more}`, ...tail);
    expect(titles(again)).toEqual(['我院召开质量推进会']);
    const own = ['甲街道拆除违建十二处', `甲街道持续发力。${more}`];
    expect(titles(read(...head, '【镇街动态】', '甲街道办实事暖民心', text, ...own, ...tail))).toEqual(['甲街道办实事暖民心']);
  });

  it('is a heading where it is marked deeper than the title', () => {
    const marked = read(
      ...head,
      '【镇街动态】',
      '## 我院召开质量推进会',
      text,
      '### 甲街道拆除违建十二处',
      `甲街道持续发力。${more}`,
      ...tail,
    );
    expect(itemsOf(marked)).toMatchObject([{ paragraphs: [{}, { level: 1, text: '甲街道拆除违建十二处' }, {}] }]);
  });

  it('names the unit its text opens with, where no article names a source', () => {
    const named = ['甲街道拆除违建十二处', `甲街道持续发力。${more}`];
    expect(titles(read(...head, '【镇街动态】', ...news, ...named, ...tail))).toEqual(['我院召开质量推进会', '甲街道拆除违建十二处']);
    expect(titles(read(...head, '【镇街动态】', ...news, ...named, '（示例区委宣传部）'))).toEqual(['我院召开质量推进会']);
  });

  it('has its unit before a colon as the one before has', () => {
    const [one, two] = ['甲街道：社区食堂暖民心', '乙街道：平安夜巡不打烊'];
    expect(titles(read(...head, '【镇街动态】', one, text, two, more, ...tail))).toEqual([one, two]);
    expect(titles(read(...head, '【镇街动态】', '社区食堂暖民心', text, two, more, ...tail))).toEqual(['社区食堂暖民心']);
  });
});

describe('headings without number in an issue', () => {
  const word = (words: string, traits: Partial<SourceLine> = {}): SourceLine => ({
    line: 0,
    text: words,
    bold: [],
    marks: [],
    isParagraph: true,
    ...traits,
  });
  const bold = (words: string, traits: Partial<SourceLine> = {}) => word(words, { bold: [{ start: 0, end: words.length }], ...traits });

  it('are bold lines of a Word file, several alike, each over text; they are told', () => {
    const lines = [...head, article[0] ?? '', text].map((each) => word(each));
    const source = [...lines, bold('建强队伍'), word(more), bold('丰富内容'), word(text), word('（示例区委宣传部）')];
    const result = readLines(source.map((line, at) => ({ ...line, line: at + 1 })));
    expect(itemsOf(result)[0]?.paragraphs.map(({ level, text: words }) => [level, words])).toEqual([
      [undefined, text],
      [1, '建强队伍'],
      [undefined, more],
      [1, '丰富内容'],
      [undefined, text],
    ]);
    expect(result.warnings).toContainEqual(expect.stringContaining('“建强队伍”“丰富内容”没有“一、”一类的编号'));
  });

  it('are lines of a text as long as each other, each over a paragraph', () => {
    const result = read(...head, article[0] ?? '', text, '完善机制 全域创建', more, '人人参与 全民创建', text, '（示例区委宣传部）');
    expect(itemsOf(result)[0]?.paragraphs.map(({ level }) => level)).toEqual([undefined, 1, undefined, 1, undefined]);
    expect(result.warnings).toContainEqual(expect.stringContaining('“完善机制 全域创建”“人人参与 全民创建”样子相近'));
  });

  it('stay text where a third differs', () => {
    const result = read(...head, article[0] ?? '', text, '完善机制 全域创建', more, '人人参与 全民创建', text, '常态长效', '（甲局）');
    expect(itemsOf(result)[0]?.paragraphs.some(({ level }) => level !== undefined)).toBe(false);
  });

  it('stay text where their lengths differ', () => {
    const result = read(...head, article[0] ?? '', text, '完善机制', more, '人人参与 全民创建', text, '（示例区委宣传部）');
    expect(itemsOf(result)[0]?.paragraphs.map(({ level }) => level)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  it('are no second line of the title right above them where they are marked two deeper', () => {
    const [title = ''] = article;
    const result = read(...head, `## ${title}`, '#### 完善机制', more, '（示例区委宣传部）');
    expect(itemsOf(result)).toMatchObject([{ title, paragraphs: [{ level: 1, text: '完善机制' }, {}] }]);
    expect(titles(read(...head, `## ${title}`, '### 甲县送戏进村头', more, '（示例区委宣传部）'))).toEqual([`${title} \n甲县送戏进村头`]);
  });

  it('are marked deeper than the title over them', () => {
    const result = read(...head, `## ${article[0] ?? ''}`, text, '### 完善机制', more, '#### 细处着手', text, '（示例区委宣传部）');
    expect(itemsOf(result)[0]?.paragraphs.map(({ level }) => level)).toEqual([undefined, 1, undefined, 2, undefined]);
    expect(result.warnings).not.toContainEqual(expect.stringContaining('编号'));
  });
});

describe('rows of the imprint of another office', () => {
  it('may open with 编委会主任 or 审批, which are told and are no article', () => {
    const result = read(...head, ...article, '编委会主任：章示例', '主编：云示例', '审批：潘示例    编辑：奚示例');
    expect(titles(result)).toEqual(['示例区书香巷里读书忙']);
    expect(result.issue.imprint).toMatchObject({ chiefEditor: '云示例', editor: '奚示例' });
    expect(reasonOf(result, '章示例')).toBe('承办行没有“编委会主任”这一项');
  });

  it('may open with 审批 right below the text', () => {
    const result = read(...head, ...article.slice(0, 2), '审批：潘示例    编辑：奚示例');
    expect(itemsOf(result)[0]?.paragraphs).toHaveLength(1);
    expect(result.issue.imprint.editor).toBe('奚示例');
  });

  it('may say 印制 for the number printed', () => {
    expect(read(...head, ...article, ...tail, '校对：俞示例　　　印制：80份').issue.masthead.printRun).toBe(80);
  });
});

it('a brief whose contents entry ends in the middle of its sentence keeps the sentence whole', () => {
  const result = read(
    ...head,
    '目录',
    '【简讯】',
    '甲县完成早稻测产工作',
    '【简讯】',
    '甲县完成早稻测产工作，平均亩产四百八十六公斤，比上年增加二十公斤。',
    ...tail,
  );
  const [brief] = itemsOf(result);
  expect(brief?.paragraphs[0]?.text).toBe('甲县完成早稻测产工作，平均亩产四百八十六公斤，比上年增加二十公斤。');
});
