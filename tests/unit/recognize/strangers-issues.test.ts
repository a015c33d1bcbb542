/** Forms of issues as strangers' offices make them, each with the one that looks like it and is none. */
import { describe, expect, it } from 'vitest';
import { tableText } from '../../../shared/document/table.js';
import { readText } from '../../../shared/recognize/read-text.js';
import { recognize } from '../../../shared/recognize/recognize.js';
import type { SourceLine } from '../../../shared/recognize/source-line.js';
import { article, columns, head, itemsOf, more, other, read, readLines, reasonOf, tail, text, titles } from './read-issue.js';

const [name = '', number = '', day = ''] = head;
const mastheadOf = (...lines: readonly string[]) => read(...lines, ...article, ...tail).issue.masthead;
const sourcesOf = (...lines: readonly string[]) => itemsOf(read(...head, ...lines, ...tail)).map(({ sources }) => sources);
const kindOf = (...lines: readonly string[]) => recognize(readText(lines.join('\n')), { nextId: () => 'i' }).kind;

describe('a line that a scan has spaced out', () => {
  it('is closed up; wide blanks still part its words', () => {
    const { issue } = read(
      '海 潮 宣 传 简 报',
      '第 3 期',
      '海 潮 市 委 宣 传 部 编 印     2 0 2 4 年 4 月 3 日',
      ...article,
      '送 : 县 委 常 委 , 副 县 长',
    );
    expect(issue.masthead).toMatchObject({ name: '海潮宣传简报', organ: '海潮市委宣传部', date: '2024-04-03' });
    expect(issue.distribution).toEqual([{ label: '送', text: '县委常委,副县长' }]);
    expect(titles(read(...head, '甲 县 书香 巷里 读书忙', ...article.slice(1), ...tail))).toEqual(['甲 县 书香 巷里 读书忙']);
  });
});

describe('the number of an issue', () => {
  it('is spaced out by a scan, as are its total, 份号 and 印数', () => {
    const spaced = mastheadOf('机密★1年　份号：0 0 3 1', name, '第 2 1 期', '( 总 第 5 2 1 期 )', day);
    expect(spaced).toMatchObject({ number: 21, total: 521, copyNumber: '0031' });
    expect(read(...head, ...article, ...tail, '共 印 1 0 0 份').issue.masthead.printRun).toBe(100);
  });

  it('has its total behind a comma', () =>
    expect(mastheadOf(name, '（2024年第5期，总第105期）', day)).toMatchObject({ number: 5, total: 105 }));

  it('is the first of several in one, and told', () => {
    const { issue, warnings } = read(name, '2024年第3-4期（合刊）', day, ...article, ...tail);
    expect(issue.masthead.number).toBe(3);
    expect(warnings).toContain('“2024年第3-4期（合刊）”是几期合刊，暂记为第3期，请核对。');
    expect(read(...head, ...article, ...tail).warnings.join()).not.toContain('合刊');
  });

  it('is asked for where 增刊 and 特刊 have none', () => {
    const extra = read(name, '2024年增刊', day, ...article);
    expect([extra.issue.masthead.supplement, extra.guessed]).toEqual([true, ['number']]);
    const special = read(name, '（特  刊）', day, ...article);
    expect([special.issue.masthead.supplement, special.guessed]).toEqual([undefined, ['number']]);
  });

  it('is asked for over one article with a whole 版记; with its list alone it is a manuscript', () => {
    expect(read(name, day, ...article, ...tail, '编辑：张示例').guessed).toEqual(['number']);
    expect(kindOf(name, day, ...article, ...tail)).toBe('article');
  });

  it('stands in one row with organ and day', () => {
    const row = mastheadOf(name, '2024年第32期 总第432期 海潮市委宣传部编 2024.8.21', '本期导读：▲示例区书香巷里读书忙 ▲甲县送戏下乡');
    expect(row).toMatchObject({ number: 32, total: 432, organ: '海潮市委宣传部', date: '2024-08-21' });
  });

  it('stands over the days a weekly is about, which are not its own', () =>
    expect(mastheadOf(name, number, '（2024年4月1日—4月2日）', day).date).toBe('2024-04-03'));
});

describe('领导批示', () => {
  const said = ['县委书记张某：做法可行，请抓好落实。（9月10日）', '县长李某：同意书记意见。（9月11日）'];
  it('stands behind the last article', () => {
    const { issue } = read(...head, ...article, '领导批示：', ...said, ...tail);
    expect(issue.instruction).toBe(said.join('　'));
    expect(itemsOf(read(...head, ...article, '领导批示：', ...said, ...tail)).map(({ paragraphs }) => paragraphs.length)).toEqual([1]);
  });

  it('stays in the text, and is told, where more text stands behind it', () => {
    const { issue, warnings } = read(...head, ...article.slice(0, 2), '领导批示：', text, more, ...article.slice(2), ...tail);
    expect(issue.instruction).toBe('');
    expect(warnings.join()).toMatch(/领导批示：.*像是领导批示/u);
  });

  it('needs no label right below the masthead', () => {
    const words = ['市委书记花某同志批示：分析透彻，请抓好落实。（6月1日）', '副书记方某同志批示：照办。（6月2日）'];
    const result = read(...head, ...words, ...article, ...tail);
    expect([result.issue.instruction, titles(result)]).toEqual([words.join('　'), ['示例区书香巷里读书忙']]);
  });

  it('is signed line by line under 批示：, and ends before 编者按', () => {
    const box = ['批示：', '此件很好，请研究落实。', '张某某　1月9日', '拟请王部长阅示。', '李某某　1月9日'];
    const { issue } = read(...head, ...box, '编者按：现予刊发，供各地学习借鉴。', ...article, ...tail);
    expect(issue.instruction).toBe('此件很好，请研究落实。　张某某　1月9日　拟请王部长阅示。　李某某　1月9日');
    expect(itemsOf(read(...head, ...box, '【按】现予刊发，供各地学习借鉴。', ...article, ...tail))).toMatchObject([
      { editorNote: ['现予刊发，供各地学习借鉴。'] },
    ]);
  });
});

describe('编者按', () => {
  it('alone on its line has all paragraphs up to the title; one under a title has the first', () => {
    const note = ['编者按：', '近期，古城夜游的话题持续升温。', '本期对网上的观点作一梳理。'];
    expect(itemsOf(read(...head, ...note, ...article, ...tail))).toMatchObject([{ title: article[0], editorNote: note.slice(1) }]);
    const under = read(...head, article[0] ?? '', ...note, '怎么办成的', text, '（示例区委宣传部）', ...tail);
    expect(itemsOf(under)[0]).toMatchObject({ title: article[0], editorNote: note.slice(1, 2) });
  });
});

describe('contents', () => {
  it('are a table whose rows come again as titles', () => {
    const line = (words: string, at: number): SourceLine => ({ line: at, text: words, bold: [], marks: [], isParagraph: true });
    const rows = (last: string) => [
      ['标题', '页码'],
      ['示例区书香巷里读书忙', '1'],
      [last, '2'],
    ];
    const issueWith = (last: string) => {
      const table: SourceLine = { ...line(tableText('', rows(last)), 4), table: { headerRows: 1 } };
      return readLines([...head.map(line), table, ...[...article, ...other, ...tail].map((words, at) => line(words, at + 5))]);
    };
    expect(columns(issueWith('甲县送戏下乡进村头'))).toEqual([['经验交流', ['示例区书香巷里读书忙', '甲县送戏下乡进村头']]]);
    expect(reasonOf(issueWith('甲县送戏下乡进村头'), '页码')).toBe('目录的表格，印出时按标题重排');
    expect(reasonOf(issueWith('别的文章'), '页码')).toBeUndefined();
  });

  it('name who wrote each, behind a stroke, or open with the page', () => {
    const entries = ['示例区书香巷里读书忙 / 周某', '甲县送戏下乡进村头 / 吴某　郑某'];
    const { warnings, leftAside } = read(...head, '目录', ...entries, ...article, ...other, ...tail);
    expect(warnings.join()).not.toContain('目录');
    expect(reasonOf({ leftAside }, '周某')).toBe('目录中的页码');
    const pages = read(...head, '目录', '01　示例区书香巷里读书忙', '03　甲县送戏下乡进村头', ...article, ...other, ...tail);
    expect(pages.warnings.join()).not.toMatch(/封面|目录/u);
  });

  it('end with a column that has no entry there', () => {
    const listed = ['目录', '工作动态', article[0] ?? '', '他山之窗'];
    const third = ['丙市让老厂房变成文化客厅', text, '（丙市文旅局）'];
    expect(columns(read(...head, ...listed, '工作动态', ...article, '他山之窗', ...third, ...tail))).toEqual([
      ['工作动态', ['示例区书香巷里读书忙']],
      ['他山之窗', ['丙市让老厂房变成文化客厅']],
    ]);
  });
});

describe('a source', () => {
  it('is where the writer works, in brackets behind the name', () => {
    expect(sourcesOf(...article.slice(0, 2), '作者：刘示例（甲县融媒体中心）')).toEqual([['甲县融媒体中心']]);
    expect(sourcesOf(...article.slice(0, 2), '作者：刘示例（整理）')).toEqual([[]]);
  });

  it('has lost one of its brackets', () => {
    expect(sourcesOf(...article.slice(0, 2), '（示例区委宣传部', ...other)).toEqual([['示例区委宣传部'], ['甲县文旅局']]);
    expect(sourcesOf(...article.slice(0, 2), '示例区委宣传部）', ...other)).toEqual([['示例区委宣传部'], ['甲县文旅局']]);
  });

  it('says that it sent the article, or has a name behind it', () => {
    expect(sourcesOf(...article.slice(0, 2), '乙镇　供稿', ...other)).toEqual([['乙镇'], ['甲县文旅局']]);
    expect(sourcesOf(...article.slice(0, 2), '甲小学　俞某', ...other)).toEqual([['甲小学'], ['甲县文旅局']]);
    expect(sourcesOf(...article.slice(0, 2), '甲小学　新气象', ...other).flat()).not.toContain('甲小学');
  });

  it('with its writer stands under the title, over 一、', () => {
    const result = read(...head, '关于宣传队伍的思考', '示例区委党校　何示例', '一、基本情况', text, '二、对策', more, ...tail);
    expect(itemsOf(result).map(({ title, paragraphs }) => [title, paragraphs.length])).toEqual([['关于宣传队伍的思考', 4]]);
  });

  it('is not 共印：, nor who told it', () => {
    expect(sourcesOf(...article.slice(0, 2), '（反映人：区政协委员 吕某）')).toEqual([[]]);
    expect(read(...head, ...article, '（印200份）').issue.masthead.printRun ?? 0).not.toBe(1);
  });

  it('under a title of names alone is nobody’s, and told', () => {
    const { warnings } = read(...head, '示例区书香巷里读书忙', '周某', text, '（示例区委宣传部）', ...tail);
    expect(warnings).toContain('第5行：标题下的“周某”认作作者姓名，没有收入，请核对。');
    expect(titles(read(...head, '示例区开展移风易俗宣讲', '进万家', text, '（示例区委宣传部）', ...tail))[0]).toContain('进万家');
  });
});

describe('a column', () => {
  const item = (words: string) => `1．${words}举办宣讲。10月2日，${words}举办专题宣讲活动，二百余名干部群众参加。（${words}）`;
  it('in brackets stands over numbered items with their sources', () => {
    const result = read(...head, '【理论武装】', item('甲县'), '【新闻宣传】', item('丙镇'), ...tail);
    expect(columns(result)).toEqual([
      ['理论武装', ['甲县举办宣讲']],
      ['新闻宣传', ['丙镇举办宣讲']],
    ]);
  });

  it('stands in a frame of its own over a title', () => {
    const line = (words: string, at: number): SourceLine => ({ line: at, text: words, bold: [], marks: [], isParagraph: true });
    const framed = (words: string): SourceLine => ({ ...line(words, 0), isFramed: true });
    const texts = (words: readonly string[]) => words.map(line);
    const result = (inFrame: string, under: readonly string[]) =>
      readLines(
        [...texts(head), framed(inFrame), ...texts(under), framed('文明新风'), ...texts(other), ...texts(tail)].map((each, at) => ({
          ...each,
          line: at + 1,
        })),
      );
    expect(columns(result('党建引领', article.slice(0, 2)))).toEqual([
      ['党建引领', ['示例区书香巷里读书忙']],
      ['文明新风', ['甲县送戏下乡进村头']],
    ]);
    expect(columns(result('党建引领', [text, ...article]))[0]?.[0]).not.toBe('党建引领');
  });

  it('in brackets stands over short items with one mark', () => {
    const items = ['▲8月18日，丁街道开展主题活动。', '▲8月19日，戊村开展夏季义诊。'];
    expect(columns(read(...head, ...article, '【一句话新闻】', ...items, ...tail)).map(([own]) => own)).toEqual(['经验交流', '一句话新闻']);
    const inside = read(...head, ...article.slice(0, 2), '【主要做法】', ...items, ...article.slice(2), ...tail);
    expect(columns(inside).map(([own]) => own)).toEqual(['经验交流']);
  });

  it('is told where it was read as a heading at the end of the article before', () => {
    const { warnings } = read(...head, ...article.slice(0, 2), '一、怎么开', text, '二、阵地管理', ...other.slice(0, 1), more, ...tail);
    expect(warnings.join()).not.toContain('后面没有正文');
    const ended = read(...head, ...article.slice(0, 2), '一、怎么开', text, '二、阵地管理', '（示例区委宣传部）', ...other, ...tail);
    expect(ended.warnings.join()).toContain('“二、阵地管理”后面没有正文');
  });
});

describe('版记', () => {
  it('has its labels spaced out, and 发至', () => {
    const { issue } = read(...head, ...article, '报　送：省委宣传部，市委', '抄　送：市级有关部门', '发至：各镇街');
    expect(issue.distribution).toEqual([
      { label: '报送', text: '省委宣传部，市委' },
      { label: '抄送', text: '市级有关部门' },
      { label: '发至', text: '各镇街' },
    ]);
  });

  it('has names without colons; a title of such words is none', () => {
    expect(read(...head, ...article, ...tail, '编辑 郑某  校对 王某  核稿 冯某').issue.imprint).toMatchObject({
      editor: '郑某',
      proofreader: '王某',
      reviewer: '冯某',
    });
    expect(read(...head, ...article, ...tail, '编辑/王某 审核/李某').issue.imprint).toMatchObject({ editor: '王某', reviewer: '李某' });
    expect(read(...head, ...article, '编辑 郑某  校对 王某').issue.imprint).toMatchObject({ editor: '郑某', proofreader: '王某' });
    expect(titles(read(...head, '编辑 走进 基层', text, '（示例区委宣传部）', ...tail))).toEqual(['编辑 走进 基层']);
  });

  it('ends with who issues it, which no list runs on to', () => {
    const { issue } = read(...head, ...article, ...tail, '海潮市委宣传部编印');
    expect(issue.distribution.at(-1)?.text).toBe('各县区委宣传部');
    const dated = read(...head, ...article, ...tail, '海潮市委办公室　　2024年4月3日印　　共印10份').issue;
    expect([dated.distribution.at(-1)?.text, dated.masthead.printRun]).toEqual(['各县区委宣传部', 10]);
  });

  it('does not begin with 签发： of the masthead, however the article’s sentences stand', () => {
    const body = [text, '一、怎么开', more, '二、怎么管', text, more];
    const result = read(...head, '签发：蒋某', '甲县书房夜里不打烊', ...body, ...tail);
    expect(itemsOf(result).map(({ title, paragraphs }) => [title, paragraphs.length])).toEqual([['甲县书房夜里不打烊', 6]]);
  });
});
