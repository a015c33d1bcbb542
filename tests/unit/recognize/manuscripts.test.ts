/** Manuscripts as units send them: what a reader of the original would have in title, text, source and writers. */
import { describe, expect, it } from 'vitest';
import { readText } from '../../../shared/recognize/read-text.js';
import { recognize } from '../../../shared/recognize/recognize.js';
import type { RecognizedDraft } from '../../../shared/recognize/recognized.js';
import type { SourceLine } from '../../../shared/recognize/source-line.js';

function read(source: string | readonly SourceLine[]): RecognizedDraft {
  let ids = 0;
  const result = recognize(typeof source === 'string' ? readText(source) : source, { nextId: () => `i${(ids += 1)}` });
  if (result.kind !== 'article') throw new Error('recognized as an issue');
  return result;
}

const title = '示例区书香巷里读书忙';
const text = '示例区把旧门市改成社区书房六处，藏书两万册，每日接待读者三千人次，群众反映良好。';
const more = '书房由志愿者轮流值守，每周公布借阅排行，接受居民监督，做到了月月有活动、周周有新书。';

/** Text of a paragraph apart from its lead. */
const texts = ({ article }: RecognizedDraft) => article.paragraphs.map((paragraph) => (paragraph.lead ?? '') + paragraph.text);

describe('headings in brackets', () => {
  it.each(['【主要做法】', '[主要做法]', '［主要做法］', '【工作动态和成效】', '【经验交流材料要点】'])(
    'are headings of a manuscript: %s',
    (heading) => {
      const { article } = read([title, heading, text, '【下一步打算】', more, '（示例区委宣传部）'].join('\n'));
      expect(article.paragraphs.map(({ level }) => level)).toEqual([1, undefined, 1, undefined]);
      expect(article.paragraphs[0]?.text).toBe(heading);
      expect(article.sources).toEqual(['示例区委宣传部']);
    },
  );

  it('do not make an issue of a manuscript that is called a 简报 or names a tail', () => {
    const text_ = ['示例区文明实践工作动态', '【经验交流】', text, '【工作动态】', more, '（示例区委宣传部）', '联系电话：00000000'].join(
      '\n',
    );
    expect(read(text_).article.title).toBe('示例区文明实践工作动态');
  });
});

describe('the source of a manuscript', () => {
  const forms: readonly (readonly [string, string, readonly string[], string | undefined])[] = [
    ['in brackets', '（示例区委宣传部）', ['示例区委宣传部'], undefined],
    ['labelled 供稿', '供稿：示例区委宣传部', ['示例区委宣传部'], undefined],
    ['labelled 供稿单位', '供稿单位: 海潮集团党委', ['海潮集团党委'], undefined],
    ['labelled in brackets', '（供稿单位：甲县融媒体中心）', ['甲县融媒体中心'], undefined],
    ['labelled 报送单位', '报送单位：乙市图书馆', ['乙市图书馆'], undefined],
    ['behind a dash', '——示例区委宣传部', ['示例区委宣传部'], undefined],
    ['behind a half dash', '—甲县文明办', ['甲县文明办'], undefined],
    ['bare at the right', '                              示例区委宣传部', ['示例区委宣传部'], undefined],
    ['bare at the end', '丁镇党委', ['丁镇党委'], undefined],
    ['two parted by 、', '（甲县县委宣传部、甲县教育局）', ['甲县县委宣传部', '甲县教育局'], undefined],
    ['two parted by ；', '（甲县县委宣传部；乙市文旅局）', ['甲县县委宣传部', '乙市文旅局'], undefined],
    ['two parted by 和', '（甲县县委宣传部和甲县教育局）', ['甲县县委宣传部', '甲县教育局'], undefined],
    ['two parted by a blank', '（市委讲师团 示例区委宣传部）', ['市委讲师团', '示例区委宣传部'], undefined],
    ['one with 和 in its name', '（示例区文化和旅游局）', ['示例区文化和旅游局'], undefined],
    ['one set with a blank inside', '（示例区委 宣传部）', ['示例区委宣传部'], undefined],
    ['with a name', '（示例区委宣传部 李小明）', ['示例区委宣传部'], '李小明'],
    ['labelled with a name', '供稿：示例区委宣传部 李小明', ['示例区委宣传部'], '李小明'],
    ['with two names', '（示例区委宣传部 李小明、王芳）', ['示例区委宣传部'], '李小明、王芳'],
  ];
  it.each(forms)('is read at the end %s', (_name, line, sources, author) => {
    const result = read([title, text, more, line].join('\n'));
    expect([result.article.title, texts(result)]).toEqual([title, [text, more]]);
    expect(result.article.sources).toEqual(sources);
    expect(result.facts.author).toBe(author);
  });

  it.each(forms)('is read under the title %s', (_name, line, sources, author) => {
    const result = read([title, line, text, more].join('\n'));
    expect([result.article.title, result.article.subtitle, texts(result)]).toEqual([title, undefined, [text, more]]);
    expect(result.article.sources).toEqual(sources);
    expect(result.facts.author).toBe(author);
  });

  it('is read as a signature with a date, which is told', () => {
    for (const date of ['2031年3月4日', '二〇三一年三月四日', '（2031年3月4日）']) {
      const result = read([title, text, more, '示例区委宣传部', date].join('\n'));
      expect([texts(result), result.article.sources]).toEqual([[text, more], ['示例区委宣传部']]);
      expect(result.notes).toContain(`文中署的日期：${date}。`);
    }
  });

  it('is no line of the text that ends like a unit', () => {
    const heading = '建好新时代文明实践中心';
    const result = read([title, text, heading, more].join('\n'));
    expect([texts(result), result.article.sources]).toEqual([[text, heading, more], []]);
    const list = read([title, text, '走进示例区委宣传部', more].join('\n'));
    expect(list.article.sources).toEqual([]);
  });

  it('stays a subtitle where a dash opens no unit', () => {
    expect(read([title, '——以书香巷为例', text].join('\n')).article.subtitle).toBe('——以书香巷为例');
  });
});

describe('who wrote, signed and answers for a manuscript', () => {
  it.each([
    ['at its end', [title, text, more, '供稿单位：示例区委宣传部', '供稿人：李小明  审核人：王芳', '签发：赵一  联系电话：0000-0000000']],
    ['under its title', [title, '供稿单位：示例区委宣传部  作者：李小明', '签发人：赵一', '电话：0000-0000000', '审核：王芳', text, more]],
    [
      'above its title',
      ['报送单位：示例区委宣传部', '撰稿：李小明　签发领导：赵一', '联系方式：0000-0000000；审稿：王芳', title, text, more],
    ],
    ['in brackets', [title, text, more, '（示例区委宣传部）', '（作者：李小明；签发：赵一；电话：0000-0000000；审核：王芳）']],
  ])('becomes fields %s', (_place, lines) => {
    const result = read(lines.join('\n'));
    expect([result.article.title, texts(result), result.article.sources]).toEqual([title, [text, more], ['示例区委宣传部']]);
    expect(result.facts).toEqual({ author: '李小明', signedBy: '赵一', phone: '0000-0000000' });
    expect(result.notes.some((note) => /^审[核稿]人?：王芳。$/u.test(note))).toBe(true);
  });

  it.each(['本报记者 李小明 王芳', '□ 记者 李小明 王芳', '（通讯员 李小明 王芳）'])('is read from a byline: %s', (line) => {
    const result = read([title, line, text, more].join('\n'));
    expect([result.facts.author, texts(result)]).toEqual(['李小明 王芳', [text, more]]);
  });

  it('is no sentence of the text', () => {
    const said = '作者：这是他写的第三本书，书里写了四十个人的故事。后来他又写了两本，都在示例区出版。';
    expect(texts(read([title, text, said, more].join('\n')))).toEqual([text, said, more]);
  });
});

describe('several manuscripts in one file', () => {
  const second = '甲县送戏下乡进村头';
  const other = '甲县组织文艺院团送戏下乡四十场，参加群众达两万余人次，丰富了群众的精神文化生活。';
  const cases: readonly (readonly [string, readonly string[], readonly (readonly string[])[]])[] = [
    [
      'each closed by its source',
      [title, text, '（示例区委宣传部）', second, other, '（甲县文旅局）'],
      [['示例区委宣传部'], ['甲县文旅局']],
    ],
    [
      'each closed by a signature with a date',
      [title, text, '示例区委宣传部', '2031年3月4日', '', second, other, '甲县文旅局', '2031年3月5日'],
      [['示例区委宣传部'], ['甲县文旅局']],
    ],
    [
      'each under its source',
      [title, '供稿：示例区委宣传部', text, second, '供稿：甲县文旅局', other],
      [['示例区委宣传部'], ['甲县文旅局']],
    ],
    [
      'each with a byline of a paper',
      [title, text, '海潮日报记者 李小明', second, other, '海潮日报记者 王芳'],
      [['海潮日报'], ['海潮日报']],
    ],
    ['numbered', ['稿件一', title, text, '稿件二', second, other], [[], []]],
    ['parted by a line', [title, text, '----------', second, other], [[], []]],
    ['with headings of the first depth', [`# ${title}里外`, text, `# ${second}庄尾`, other], [[], []]],
  ];
  it.each(cases)('are offered as several, %s', (_name, lines, sources) => {
    const result = read(lines.join('\n'));
    expect(result.parts?.map(({ article }) => article.sources)).toEqual(sources);
    expect(result.parts?.map(({ article }) => article.title.slice(0, 8))).toEqual([title.slice(0, 8), second.slice(0, 8)]);
    expect(result.parts?.map((part) => texts(part))).toEqual([[text], [other]]);
    expect(result.notes.at(-1)).toContain('2篇稿件');
  });

  it('are told on new pages of a Word file', () => {
    const line = (at: number, words: string, extra: Partial<SourceLine> = {}): SourceLine => ({
      line: at,
      text: words,
      bold: [],
      marks: [],
      ...extra,
    });
    const lines = [
      line(1, title, { align: 'center' }),
      line(2, text),
      line(3, second, { align: 'center', startsPage: true }),
      line(4, other),
      line(5, '一、再往前走', { startsPage: true }),
      line(6, more),
    ];
    expect(read(lines).parts?.map(({ article }) => article.title)).toEqual([title, second]);
  });

  it.each([
    ['with headings', [title, text, '建强队伍', more, '（示例区委宣传部）']],
    ['with an appendix behind its source', [title, text, '（示例区委宣传部）', '附件：活动安排', more]],
    ['with a date inside', [title, text, '2031年3月4日', '开放的第一天', more]],
    ['with one unit and a phone', [title, text, more, '示例区委宣传部', '联系电话：0000-0000000']],
    ['with sections parted by lines', ['# 题目在这里写一行', text, '---', '## 小标题', more]],
  ])('are not seen in one manuscript %s', (_name, lines) => {
    expect(read(lines.join('\n')).parts).toBeUndefined();
  });
});
