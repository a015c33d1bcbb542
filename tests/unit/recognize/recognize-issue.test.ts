import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { issueItems, plainTitle } from '../../../shared/document/issue.js';
import type { Issue } from '../../../shared/document/issue.js';
import { readText } from '../../../shared/recognize/read-text.js';
import { recognize } from '../../../shared/recognize/recognize.js';
import type { RecognizedIssue } from '../../../shared/recognize/recognized.js';
import { issueContent, outline } from './issue-content.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const fixture = (name: string) => readFileSync(`${root}/tests/fixtures/issues/${name}`, 'utf8');
const marked = fixture('two-level-leads.md');
const plain = fixture('two-level-leads-plain.txt');

function recognized(text: string): RecognizedIssue {
  let ids = 0;
  const result = recognize(readText(text), { nextId: () => `i${(ids += 1)}` });
  if (result.kind !== 'issue') throw new Error(`not an issue: ${result.notes.join()}`);
  return result;
}

const expected = issueContent(recognized(marked).issue);

/** The same without what only the cover says or confirms. */
function withoutCover(content: typeof expected) {
  return JSON.parse(
    JSON.stringify(content, (key, value: unknown) => (key === 'coverTitle' || key === 'leadInferred' ? undefined : value)),
  ) as unknown;
}

function titles(issue: Issue): readonly string[] {
  return issue.columns.flatMap(({ items }) => items.map(({ title }) => plainTitle(title)));
}

describe('recognizing an issue with markdown marks', () => {
  it('reads every part as the file beside it says', () => {
    expect(expected).toEqual(JSON.parse(fixture('two-level-leads.json')));
  });

  it('warns of nothing and leaves only marks, blanks and fixed words aside', () => {
    const { warnings, leftAside, inferredLeads } = recognized(marked);
    expect(warnings).toEqual([]);
    expect(inferredLeads).toBe(0);
    expect(leftAside.filter(({ text }) => /[^\s#*()-]/u.test(text)).map(({ text }) => text)).toEqual(['领导批示']);
  });

  it('gives every column, item and paragraph an id of its own', () => {
    const { issue } = recognized(marked);
    const ids = issue.columns.flatMap((column) => [
      column.id,
      ...column.items.flatMap((item) => [item.id, ...item.paragraphs.map(({ id }) => id)]),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the page ends of a scan', () => {
  const lead = '甲县在文明实践中坚持问需于民、问计于民，推动资源下沉、服务上门，';
  const scan = (cut: string): string =>
    marked.replace(
      '（示例区委宣传部、',
      `${lead}${cut}不断增强群众的获得感。

（示例区委宣传部、`,
    );

  it('cut no paragraph: what an empty line parts in the middle of a sentence is joined', () => {
    expect(scan('')).not.toBe(marked);
    const whole = issueContent(recognized(scan('')).issue);
    expect(issueContent(recognized(scan('\n\n\n')).issue)).toEqual(whole);
    expect(issueContent(recognized(scan('\n')).issue)).toEqual(whole);
  });
});

describe('recognizing an issue without bold marks', () => {
  it('guesses the same leads, in two levels where there are two', () => {
    const { issue, inferredLeads } = recognized(plain);
    const unmark = (content: unknown) =>
      JSON.stringify(content, (key, value: unknown) => (key === 'leadInferred' ? undefined : value)).replaceAll('\\n', '');
    expect(unmark(issueContent(issue))).toBe(unmark(expected));
    expect(inferredLeads).toBe(9);
  });

  it('guesses no leads in a column of news', () => {
    const news = recognized(plain).issue.columns[0]?.items[0];
    expect(news?.paragraphs.map(({ lead }) => lead)).toEqual([undefined, undefined, undefined]);
  });
});

describe('recognizing other ways an issue is set', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['without any empty line', marked.replace(/\n+/gu, '\n')],
    ['with CR line ends', marked.replaceAll('\n', '\r')],
    ['with NEL line ends', marked.replaceAll('\n', '\u0085')],
    ['with 【】 around column names', marked.replaceAll('〔', '【').replaceAll('〕', '】')],
    ['with column names bare', marked.replace(/[〔〕]/gu, '')],
    ['without the 领导批示 box', marked.replace('领导批示\n', '')],
    ['with the masthead printed twice', marked.slice(0, marked.indexOf('领导批示')) + marked],
    ['with organ and date on one line', marked.replace('部\n\n2031 年 8 月 5 日', '部　　　　2031年8月5日')],
    ['with a running total after the number', marked.replace('第 6 期', '2031年第6期（总第86期）')],
    ['with page numbers in the text', marked.replace('引\n\n进', '引\n\n— 3 —\n\n进')],
    ['with page numbers in the contents', marked.replace('工作座谈会召开\n\n## 〔经', '工作座谈会召开……………………1\n\n## 〔经')],
    ['with half-width colons', marked.replace(/^([报送发]|承办|审核)：/gmu, '$1: ')],
    [
      'with the imprint on one line',
      marked.replace(/承办：(.*)\n\n审核：(.*)\n\n编辑：(.*)\n\n电话：(.*)/u, '承办：$1  审核：$2  编辑：$3  电话：$4'),
    ],
    [
      'with longer labels in the imprint',
      marked.replace('承办：', '承办单位：').replace('编辑：', '责任编辑：').replace('电话：', '联系电话：'),
    ],
    ['with sources at the end of the text', marked.replace(/。\n\n（(.*)）\n/gu, '。（$1）\n')],
    ['with the body headings of columns lost', marked.replace('\n〔经验交流〕\n', '\n').replace('\n〔工作动态〕\n', '\n')],
    ['with the body heading of 简讯 lost', marked.replace(/## 〔简 讯〕(?=\n\n\*\*)/u, '')],
  ];
  it.each(cases)('reads the same issue %s', (_name, text) => {
    const { masthead, ...rest } = issueContent(recognized(text).issue);
    const { total, ...others } = masthead;
    expect(total).toBe(text.includes('总第86期') ? 86 : undefined);
    const content = { masthead: others, ...rest };
    const joined = (value: unknown) => JSON.stringify(value).replace('"name":"简 讯"', '"name":"简讯"');
    expect(joined(content)).toBe(joined(expected));
  });

  it('reads the same articles where the issue has no cover', () => {
    const start = marked.indexOf('## 〔工作动态〕');
    const { issue, warnings } = recognized(marked.slice(0, start) + marked.slice(marked.indexOf('〔工作动态〕', start + 6)));
    expect(withoutCover(issueContent(issue))).toEqual(withoutCover(expected));
    expect(warnings).toEqual([]);
  });

  it('reads text broken at a fixed width', () => {
    const wrapped = plain
      .split('\n\n')
      .map((block) => (block.length > 60 && !/^[报送发]：/u.test(block) ? wrap(`　　${block}`, 28) : block));
    expect(titles(recognized(wrapped.join('\n')).issue)).toEqual(titles(recognized(plain).issue));
    expect(outline(recognized(wrapped.join('\n')).issue)).toEqual(outline(recognized(plain).issue));
  });

  it('joins the two lines of a half-title with a blank before the break', () => {
    const text = plain.replace('\n\n甲县坚持守正创新 打造乡村“小舞台”\n', '\n\n甲县坚持守正创新\n\n打造乡村“小舞台”\n');
    expect(recognized(text).issue.columns[1]?.items[1]?.title).toBe('甲县坚持守正创新 \n打造乡村“小舞台”');
  });

  it('takes a title that breaks where the cover breaks it for one title', () => {
    const text = plain
      .replace('示例区“三步走”推动阅读进社区\n——以书香巷为例', '示例区“三步走”推动\n阅读进社区')
      .replace('示例区“三步走”推动阅读进社区\n\n——以书香巷为例', '示例区“三步走”推动\n阅读进社区');
    expect(titles(recognized(text).issue)[1]).toBe('示例区“三步走”推动 阅读进社区');
    expect(recognized(text).warnings).toEqual([]);
  });

  it('reads an issue without briefs', () => {
    const text = marked.replace(/## 〔简 讯〕\n\n乙市[^〔]*(?=〔)/u, '').replace(/## 〔简 讯〕[\s\S]*?(?=---)/u, '');
    const { issue, warnings } = recognized(text);
    expect(issue.columns.map(({ name }) => name)).toEqual(['工作动态', '经验交流']);
    expect(warnings).toEqual([]);
  });

  it('reads 份号, 密级, 增刊, 本期增发 and 印数', () => {
    const text = `000012\n\n机密★1年\n\n${plain.replace('第 6 期', '增刊\n\n第 6 期')}\n本期增发：丁局\n\n（印120份）`;
    const { issue } = recognized(text);
    expect(issue.masthead).toMatchObject({ copyNumber: '000012', secrecy: '机密★1年', supplement: true, number: 6, printRun: 120 });
    expect(issue.extraDistribution).toBe('丁局');
  });

  it('reads 编者按 before and under a title', () => {
    const text = marked
      .replace('## 甲县坚持守正创新\n', '编者按：甲县的做法可行，现予刊发。\n\n## 甲县坚持守正创新\n')
      .replace('丁镇把闲置展板', '**编者按：**小处见功夫。\n\n丁镇把闲置展板');
    const items = recognized(text).issue.columns[1]?.items ?? [];
    expect(items.map((item) => (item.type === 'article' ? item.editorNote : undefined))).toEqual([
      undefined,
      ['甲县的做法可行，现予刊发。'],
      ['小处见功夫。'],
    ]);
    expect(items.map(({ paragraphs }) => paragraphs.length)).toEqual([4, 3, 3]);
  });

  it('keeps the wording of the cover where it differs', () => {
    const text = marked.replace('打造乡村“小  \n舞台”', '建设乡村“小  \n舞台”');
    expect(recognized(text).issue.columns[1]?.items[1]?.coverTitle).toBe('甲县坚持守正创新 建设乡村“小\n舞台”');
  });

  it('keeps bold words that open no paragraph as emphasis', () => {
    const { issue, warnings } = recognized(marked.replace('每处藏书', '**每处藏书**'));
    expect(warnings).toEqual([]);
    const texts = issueItems(issue).flatMap(({ item }) => item.paragraphs);
    const set = texts.flatMap(({ text, marks = [] }) => marks.map(({ from, to, kind }) => [kind, text.slice(from, to)]));
    expect(set).toEqual([['bold', '每处藏书']]);
  });

  it('says what a mutilated issue lacks and which facts are guessed', () => {
    const { issue, warnings, guessed } = recognized(marked.replace(/2031 年.*日/u, '').replace(/电话.*/u, ''));
    expect([issue.masthead.number, issue.masthead.date, guessed]).toEqual([6, '2000-01-01', ['date']]);
    expect(warnings).toEqual(['没有找到日期，暂记为2000年1月1日，请核对。', '没有找到电话。']);
    expect(recognized(marked).guessed).toEqual([]);
  });

  it('is no issue without a number; an editor who says it is gets the guess from the name of the file', () => {
    const text = marked.replace('第 6 期', '').replace(/2031 年.*日/u, '');
    const nextId = () => `i${(ids += 1)}`;
    let ids = 0;
    expect(recognize(readText(text), { nextId }).kind).toBe('article');
    const told = recognize(readText(text), { nextId, as: 'issue', fileName: '2031年专报第7期.txt' });
    expect(told).toMatchObject({ kind: 'issue', guessed: ['number', 'date'], issue: { masthead: { number: 7, date: '2031-01-01' } } });
    expect(recognize(readText(marked), { nextId, as: 'article' }).kind).toBe('article');
  });

  it('lists a title of the contents that the body has not', () => {
    const { warnings, leftAside } = recognized(marked.replace('把展板变成课堂\n\n## 〔', '把展板变成课堂\n\n戊乡开出流动书车\n\n## 〔'));
    expect(warnings).toEqual(['第25行：目录有“戊乡开出流动书车”，正文里没有。']);
    expect(leftAside).toContainEqual({ line: 25, text: '戊乡开出流动书车', reason: '目录中的标题，正文里没有' });
  });
});

function wrap(text: string, width: number): string {
  return text.replace(new RegExp(`.{${width}}`, 'gu'), '$&\n').replace(/\n$/u, '');
}

const seeds = [
  {
    file: 'issue-2022-10.txt',
    leads: 0,
    digest: '3c8aec2d9cc89ef22904fe25cbf7c1b337617861b0302120a740bd2df2451dac',
    outline: '经验交流 25 4/3 1;经验交流 32 4/3 1;经验交流 22 4/3 1;经验交流 27 4/3 1;简讯 29 1/0 2;简讯 28 1/0 1',
  },
  {
    file: 'issue-2022-13.txt',
    leads: 16,
    digest: 'f8ce6e789d1457bba2dccb79c46da0af87a850a85425051557b9206382d2aedc',
    outline: '工作动态 27 4/0 1;经验交流 33 4/3 1;经验交流 26 6/5 1;经验交流 26 4/3 1;经验交流 23 5/4 1;简讯 18 1/0 1',
  },
];

for (const seed of seeds) {
  const path = `${root}/../shared/seeds/${seed.file}`;
  // The printed issues are not part of this repository; without them the fixture above has to do.
  describe.skipIf(!existsSync(path))(`recognizing the printed ${seed.file}`, () => {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';

    it('finds its columns, items, leads and sources', () => {
      const { issue, warnings, inferredLeads } = recognized(text);
      expect(outline(issue).join(';')).toBe(seed.outline);
      expect(warnings).toEqual([]);
      expect(inferredLeads).toBe(seed.leads);
    });

    it('has the words of the body in their order', () => {
      const { issue } = recognized(text);
      const bare = (words: string) => words.replace(/[#*\s()（）-]/gu, '');
      const heading = text.lastIndexOf('〔', text.indexOf('。'));
      const body = issue.columns.flatMap(({ name, items }) => [
        `〔${name}〕`,
        ...items.flatMap((item) => [
          item.title,
          item.type === 'brief' ? '。' : '',
          ...item.paragraphs.map(({ lead, text: rest }) => (lead ?? '') + rest),
          item.sources.join('、'),
        ]),
      ]);
      expect(bare(body.join(''))).toBe(bare(text.slice(heading, text.indexOf('报：'))));
    });

    it('is the issue that was checked by eye', () => {
      const content = JSON.stringify(issueContent(recognized(text).issue));
      expect(createHash('sha256').update(content).digest('hex')).toBe(seed.digest);
    });
  });
}
