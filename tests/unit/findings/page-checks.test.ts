import { describe, expect, it } from 'vitest';
import type { Block } from '../../../shared/layout/block.js';
import { findingsOf } from '../../../shared/findings/inspect-issue.js';
import { ruleIds, ruleOf, type Finding, type RuleId } from '../../../shared/findings/rules.js';
import * as pageChecks from '../../../shared/findings/page-checks.js';
import type { Issue } from '../../../shared/document/issue.js';
import type { Page } from '../../../shared/layout/page.js';
import { issue } from '../../helpers/build-issue.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import { defaultPageStyle, type PageStyle } from '../../../shared/layout/page-style.js';

const masthead: Block = {
  kind: 'masthead',
  place: { part: 'masthead' },
  name: '示例专报',
  numberText: '第1期',
  organ: '示例市委宣传部',
  dateText: '2024年1月5日',
};
const tail: Block = {
  kind: 'tail',
  place: { part: 'distribution' },
  lines: [{ label: '报', text: '省委' }],
  imprint: [{ label: '承办', text: '研究室' }],
};

function paragraph(length: number): Block {
  return { kind: 'paragraph', place: { part: 'paragraph', itemId: 'a', paragraphId: 'p' }, lead: '', text: `${'示'.repeat(length - 1)}。` };
}

function title(text: string): Block {
  return { kind: 'title', place: { part: 'title', itemId: 'a' }, text };
}

const partingTitles: PageStyle = { ...defaultPageStyle, keepTitleLines: false };

/** An issue whose one article has the ids of the blocks. */
const behind: Issue = {
  ...issue(),
  columns: [
    {
      id: 'c',
      name: '经验交流',
      form: 'article',
      items: [
        {
          type: 'article',
          id: 'a',
          title: '',
          sources: [],
          paragraphs: [
            { id: 'p', text: '' },
            { id: 'h', text: '' },
          ],
        },
      ],
    },
  ],
};

/** What the rules of printed pages find. */
function inspectPages(pages: readonly Page[], blocks: readonly Block[]): readonly Finding[] {
  const checks: readonly unknown[] = Object.values(pageChecks);
  return ruleIds
    .filter((id) => checks.includes(ruleOf(id).check))
    .flatMap((id) => findingsOf(id, { issue: behind, blocks, pages, others: [] }))
    .sort((left, right) => (left.printed?.page ?? 0) - (right.printed?.page ?? 0));
}

function inspect(...blocks: readonly Block[]): readonly Finding[] {
  return inspectPages(layoutIssue(blocks, defaultPageStyle), blocks);
}

function kinds(...blocks: readonly Block[]): readonly RuleId[] {
  return inspect(...blocks).map(({ rule }) => rule);
}

describe('checks of printed pages', () => {
  it('finds nothing in a plain page', () => {
    expect(kinds(title('甲县抓实工作'), paragraph(300), tail)).toEqual([]);
  });

  it('finds a last line of one character or two', () => {
    expect(kinds(paragraph(26 + 28 + 2))).toEqual(['loneCharacter']);
    expect(kinds(paragraph(26 + 28 + 3))).toEqual(['loneCharacter']);
    expect(kinds(paragraph(26 + 28 + 4))).toEqual([]);
  });

  it('takes the words of a footnote for no part of the paragraph that goes on overleaf, nor their last line for its', () => {
    // A page of 22 lines has 20 above a note of two; the paragraph's last line stands overleaf.
    const noted: Block = { ...paragraph(25 + 28 * 19 + 3), footnotes: [{ at: 3, text: `注${'文'.repeat(42)}` }] } as Block;
    const found = inspect(noted).find(({ rule }) => rule === 'loneCharacter');
    expect([found?.quote.includes('文'), found?.printed?.page]).toEqual([false, 2]);
    expect(inspect({ ...paragraph(100), footnotes: [{ at: 3, text: `注${'文'.repeat(42)}` }] } as Block)).toEqual([]);
  });

  it('finds a title broken inside a word, not one broken at a blank or between words', () => {
    expect(kinds(title('示例区推动网络安\n全工作'), paragraph(100))).toEqual(['titleSplitsWord']);
    expect(kinds(title('示例区推动\n网络安全工作'), paragraph(100))).toEqual([]);
    expect(kinds(title('示例区推动网络安全建设 深入开展文明实践工作'), paragraph(100))).toEqual([]);
  });

  it('finds a title that parts over two pages, which it does only where the style lets it', () => {
    const blocks = [paragraph(26 + 28 * 19), title('示例区“三聚焦三提升” 推动文明实践工作开创新局面'), paragraph(100)];
    expect(inspectPages(layoutIssue(blocks, partingTitles), blocks).map(({ rule }) => rule)).toContain('titleOverPages');
    expect(kinds(...blocks)).not.toContain('titleOverPages');
  });

  it('finds a nearly empty last page and a tail alone on it', () => {
    expect(kinds(paragraph(26 + 28 * 22), tail)).toEqual(['nearlyEmptyPage']);
    expect(kinds(paragraph(26 + 28 * 20), tail)).toEqual(['tailAlone']);
  });

  it('finds contents that run over the cover', () => {
    const contents: Block = {
      kind: 'contents',
      place: { part: 'contents' },
      groups: [
        {
          heading: '〔经验交流〕',
          columnId: 'c',
          entries: Array.from({ length: 30 }, (_, index) => ({ title: '甲县抓实工作', itemId: `i${String(index)}` })),
        },
      ],
    };
    expect(kinds(masthead, contents, paragraph(100))).toEqual(['overfullCover']);
  });

  it('finds a title of the contents broken inside a word', () => {
    const contents = (heading: string): Block => ({
      kind: 'contents',
      place: { part: 'contents' },
      groups: [
        {
          heading: '〔经验交流〕',
          columnId: 'c',
          entries: [
            { title: heading, itemId: 'i' },
            { title: '乙县抓实工作', itemId: 'k' },
          ],
        },
      ],
    });
    expect(inspect(contents('甲县推动网络安\n全工作'))).toMatchObject([
      {
        rule: 'titleSplitsWord',
        printed: { page: 1 },
        place: { part: 'contents', itemId: 'i' },
        message: '目录中标题转行拆开了词语：络安／全工',
      },
    ]);
    expect(inspect(contents('甲县推动\n网络安全工作'))).toEqual([]);
  });

  it('finds a lone last character of a title broken by hand', () => {
    expect(inspect(title('甲县抓实惠民工作新成\n效'), paragraph(60)).map(({ rule, message }) => [rule, message])).toContainEqual([
      'loneCharacter',
      '标题末行只有“效”一个字',
    ]);
  });

  it('takes a lone digit or mark for no lone character', () => {
    const text = (words: string): Block => ({
      kind: 'paragraph',
      place: { part: 'paragraph', itemId: 'a', paragraphId: 'p' },
      lead: '',
      text: words,
    });
    expect(inspect(text(`${'示'.repeat(26)}${'例'.repeat(26)}20%。`))).toEqual([]);
    expect(inspect(text(`${'示'.repeat(26)}${'例'.repeat(27)}。`))).toEqual([]);
  });

  it('finds a heading as the last line of a page where the style does not keep it with its text', () => {
    const loose: PageStyle = {
      ...defaultPageStyle,
      text: { ...defaultPageStyle.text, level1: { ...defaultPageStyle.text.level1, keepWithNext: false } },
    };
    const heading: Block = {
      kind: 'paragraph',
      place: { part: 'paragraph', itemId: 'a', paragraphId: 'h' },
      lead: '',
      text: '一、主要做法',
      level: 1,
    };
    const blocks = [paragraph(26 + 28 * 20), heading, paragraph(28 * 4 + 10)];
    const found = inspectPages(layoutIssue(blocks, loose), blocks);
    expect(found).toMatchObject([
      { rule: 'headingAtFoot', printed: { page: 1, line: 22 }, quote: '一、主要做法', place: { paragraphId: 'h' } },
    ]);
    expect(inspect(...blocks)).toEqual([]);
  });

  it('finds a title as the last line of a page, but none that only goes on overleaf', () => {
    const loose: PageStyle = {
      ...partingTitles,
      text: { ...partingTitles.text, title: { ...partingTitles.text.title, keepWithNext: false } },
    };
    const found = (lines: number, words: string) => {
      const blocks = [paragraph(26 + 28 * lines), title(words), paragraph(28 * 4 + 10)];
      return inspectPages(layoutIssue(blocks, loose), blocks).map(({ rule }) => rule);
    };
    expect(found(19, '甲县抓实工作')).toEqual(['headingAtFoot']);
    expect(found(19, '甲县抓实惠民工作\n乙县抓实文明创建')).toEqual(['titleOverPages']);
    expect(found(17, '甲县抓实工作')).toEqual([]);
  });

  it('says how many lines must go for the 版记 to stand under the text', () => {
    const threeRows: Block = {
      kind: 'tail',
      place: { part: 'distribution' },
      lines: [
        { label: '报', text: '市委' },
        { label: '发', text: '各单位' },
      ],
      imprint: [{ label: '编辑', text: '李四' }],
    };
    // Three rows of 24 points want three lines of 28.95 at the foot.
    const alone = (lines: number) =>
      inspect(paragraph(26 + 28 * (lines - 1)), threeRows).map(({ rule, remedy }) => [rule, remedy.split('，')[0]]);
    expect(alone(19)).toEqual([]);
    expect(alone(20)).toEqual([['tailAlone', '前文减1行']]);
    expect(alone(22)).toEqual([['tailAlone', '前文减3行']]);
    expect(alone(23)).toEqual([['nearlyEmptyPage', '前文减4行']]);
  });

  it('takes a 版记 that the style sets on an even page for no fault', () => {
    const blocks = [paragraph(60), tail];
    const pages = layoutIssue(blocks, { ...defaultPageStyle, tail: { ...defaultPageStyle.tail, onEvenPage: true } });
    expect(pages.length).toBeGreaterThan(1);
    expect(inspectPages(pages, blocks)).toEqual([]);
  });

  it('says where each entry is: page, line, cursor and words', () => {
    const [lone] = inspect(title('甲县抓实工作'), paragraph(26 + 28 + 2));
    expect(lone).toMatchObject({ printed: { page: 1, line: 1 + 3 }, place: { offset: 26 + 28 }, quote: '…示示示示示示示示示示示。' });
  });

  it('names the paragraphs that are easiest to shorten when a page could be saved', () => {
    const short = paragraph(26 + 28 * 3 + 4),
      long = paragraph(26 + 28 * 14 + 20);
    const [found] = inspect(short, long, paragraph(26 + 28 + 20));
    expect(found).toMatchObject({ rule: 'nearlyEmptyPage', printed: { page: 2 } });
    expect(found?.remedy).toMatch(/^前文减[12]行，可省去一页；末行最短的段：第1页第5行（4字）$/u);
  });

  it('lists a character its face lacks once, with the face that lends it and how often', () => {
    const text = `李喆、王喆，${'示例'.repeat(9)}。`;
    const blocks: readonly Block[] = [
      title('甲县抓实工作'),
      { kind: 'paragraph', place: { part: 'paragraph', itemId: 'a', paragraphId: 'p' }, lead: '', text },
    ];
    expect(inspect(...blocks)).toMatchObject([
      {
        rule: 'missingGlyph',
        printed: { page: 1 },
        quote: '李喆、王喆，示',
        message: '自带的仿宋没有“喆”字，以楷体代替，共2处',
        place: { paragraphId: 'p', offset: 1 },
      },
    ]);
  });

  it('lists a character no font can draw', () => {
    expect(inspect({ kind: 'paragraph', place: { part: 'paragraph', itemId: 'a' }, lead: '', text: '甲\u{1f600}乙' })).toMatchObject([
      { rule: 'undrawnCharacter', message: '“\u{1f600}”没有字体能显示，印出来会是空框', remedy: '核对是否错字，或在本机安装含此字的字体' },
    ]);
  });
});
