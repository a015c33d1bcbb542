import fc from 'fast-check';
import { tableGrid } from '../../../shared/document/table.js';
import { underTitle } from '../../../shared/layout/set-block.js';
import { setPicture } from '../../../shared/layout/set-picture.js';
import { setTable } from '../../../shared/layout/set-table.js';
import { describe, expect, it } from 'vitest';
import type { Block, BlockOf } from '../../../shared/layout/block.js';
import { createLayouter, layoutIssue } from '../../../shared/layout/layout-issue.js';
import type { Page } from '../../../shared/layout/page.js';
import { defaultPageStyle, type TextStyle } from '../../../shared/layout/page-style.js';
import { textArea } from '../../../shared/layout/set-block.js';
import { chineseText } from './chinese-text.js';

const style = defaultPageStyle;
const area = textArea(style);

function paragraph(text: string, id: string, lead = ''): Block {
  return { kind: 'paragraph', place: { part: 'paragraph', itemId: 'a', paragraphId: id }, lead, text };
}

function title(text: string): Block {
  return { kind: 'title', place: { part: 'title', itemId: 'a' }, text };
}

function source(text: string): Block {
  return { kind: 'source', place: { part: 'source', itemId: 'a' }, text };
}

const masthead: Block = {
  kind: 'masthead',
  place: { part: 'masthead' },
  name: '示例信息专报',
  numberText: '第1期',
  organ: '中共示例市委宣传部',
  dateText: '2024年1月5日',
};

const tail: BlockOf<'tail'> = {
  kind: 'tail',
  place: { part: 'distribution' },
  lines: [
    { label: '报', text: '省委' },
    { label: '发', text: '示例单位，'.repeat(16) },
  ],
  imprint: [
    { label: '承办', text: '研究室' },
    { label: '审核', text: '某甲' },
    { label: '编辑', text: '某乙' },
    { label: '电话', text: '12345678' },
  ],
};

function bodyLines(page: Page | undefined): readonly string[] {
  return (page?.lines ?? []).filter((line) => !line.furniture).map((line) => line.text);
}

describe('layoutIssue', () => {
  it('puts 22 lines of 28 characters on a page', () => {
    const pages = layoutIssue([paragraph('示'.repeat(28 * 30), 'p')], style);
    expect(bodyLines(pages[0])).toHaveLength(22);
    expect(bodyLines(pages[0])[1]).toHaveLength(28);
  });

  it('keeps the lines of the last layout only: those of wordings gone by would stay as long as undo knows their blocks', () => {
    const layouter = createLayouter(style);
    const [stays, goes] = [paragraph('一直在的一段。', 'p1'), paragraph('改过的一段。', 'p2')];
    const runsOf = (...blocks: readonly Block[]) => layouter.layout(blocks)[0]?.lines.map(({ runs }) => runs) ?? [];
    const before = runsOf(stays, goes);
    runsOf(stays);
    const after = runsOf(stays, goes);
    expect(after).toEqual(before);
    expect([after[0] === before[0], after[1] === before[1]]).toEqual([true, false]);
  });

  it('sets a paragraph closer or wider where it says so, on the indent of the others', () => {
    const words = { ...paragraph('示'.repeat(28 * 3), 'p') } as BlockOf<'paragraph'>;
    const layouter = createLayouter(style);
    const lines = (block: Block) => layouter.layout([block])[0]?.lines.filter(({ furniture }) => !furniture) ?? [];
    expect(
      [lines(words), lines({ ...words, fit: 'tight' }), lines({ ...words, fit: 'loose' })].map((each) => each[1]?.text.length),
    ).toEqual([28, 28, 27]);
    const [plain, tight] = [lines(words), lines({ ...words, fit: 'tight' })].map((each) => each.at(-1)?.runs[0]?.letterSpacingPt ?? 0);
    expect((plain ?? 0) - (tight ?? 0)).toBeCloseTo(0.2, 4);
    expect(lines({ ...words, fit: 'loose' })[0]?.xPt).toBe(lines(words)[0]?.xPt);
  });

  it('starts the body on a new page after the cover', () => {
    const pages = layoutIssue([masthead, paragraph('示例。', 'p')], style);
    expect(pages.map((page) => bodyLines(page).at(-1))).toEqual(['2024年1月5日', '示例。']);
  });

  it('gives a paragraph without words a line of its own, as Word does', () => {
    expect(bodyLines(layoutIssue([paragraph('', 'p'), paragraph('示例。', 'q')], style)[0])).toEqual(['', '示例。']);
  });

  it('puts a blank line before and after a title and none before a subtitle', () => {
    const subtitle: Block = { kind: 'subtitle', place: { part: 'subtitle' }, text: '——示例' };
    const tops = layoutIssue([paragraph('示例。', 'p'), title('甲县抓实工作'), subtitle, paragraph('示例。', 'q')], style)[0]
      ?.lines.filter((line) => !line.furniture)
      .map((line) => Math.round((line.topPt - area.topPt) / style.text.body.lineHeightPt));
    expect(tops).toEqual([0, 2, 3, 5]);
  });

  it('parts a title over two pages only where its own line does not fit, and never where the style forbids it', () => {
    const blocks = (lines: number): readonly Block[] => [
      paragraph('示'.repeat(28 * lines - 2), 'p'),
      title('示例区“三聚焦三提升” 推动文明实践工作开创新局面'),
      paragraph('示'.repeat(100), 'q'),
    ];
    const firstOfPage2 = (lines: number, keepTitleLines: boolean): string | undefined =>
      bodyLines(layoutIssue(blocks(lines), { ...style, keepTitleLines })[1])[0];
    expect(firstOfPage2(20, false)).toBe('推动文明实践工作开创新局面');
    expect(firstOfPage2(19, false)).toBe('示例区“三聚焦三提升”');
    expect(firstOfPage2(20, true)).toBe('示例区“三聚焦三提升”');
  });

  it('never leaves a title alone at the foot of a page', () => {
    for (let lines = 16; lines <= 22; lines += 1) {
      const pages = layoutIssue(
        [paragraph('示'.repeat(28 * lines - 2), 'p'), title('甲县抓实工作'), paragraph('示'.repeat(100), 'q')],
        style,
      );
      for (const page of pages) expect(bodyLines(page).at(-1)).not.toBe('甲县抓实工作');
    }
  });

  it('parts a source line between units, as far in as its style says', () => {
    const long = '（示例区委宣传部、示例区文化和旅游局、示例区教育和体育局、共青团示例区委、示例区妇女联合会）';
    const set = (text: string, source: Partial<TextStyle> = {}) =>
      layoutIssue([{ kind: 'source', text, place: { part: 'source' } }], {
        ...style,
        text: { ...style.text, source: { ...style.text.source, ...source } },
      })
        .flatMap(({ lines }) => lines)
        .filter(({ furniture }) => !furniture);
    const lines = set(long);
    expect(lines.map(({ text }) => text)).toEqual([
      '（示例区委宣传部、示例区文化和旅游局、',
      '示例区教育和体育局、共青团示例区委、示例区妇女联合会）',
    ]);
    const [first, second] = set(long, { align: 'left', firstLineIndentEm: 2 });
    expect((first?.xPt ?? 0) - (second?.xPt ?? 0)).toBeCloseTo(2 * style.text.source.pitchPt);
    for (const { xPt, widthPt } of set(long, { firstLineIndentEm: 2 })) expect(xPt + widthPt).toBeCloseTo(area.leftPt + area.widthPt);
    const short = '（示例区委宣传部、示例区文化和旅游局、示例区教育局）';
    expect([set(short), set(short, { firstLineIndentEm: 8 })].map(({ length }) => length)).toEqual([1, 2]);
  });

  it('leaves two lines of text at least under a title at the foot of a page, and no last line of them alone on the next', () => {
    const cut = (lines: number, under: number, twoLinesUnderTitle: boolean): number => {
      const blocks = [paragraph('示'.repeat(28 * lines - 2), 'p'), title('甲县抓实工作'), paragraph('例'.repeat(28 * under - 2), 'q')];
      const [first] = layoutIssue(blocks, { ...style, twoLinesUnderTitle });
      return bodyLines(first).filter((line) => line.startsWith('例')).length;
    };
    // Title and the blanks round it take three lines of 22.
    expect([16, 17, 18, 19].map((lines) => cut(lines, 5, true))).toEqual([3, 2, 0, 0]);
    expect([16, 17, 18, 19].map((lines) => cut(lines, 5, false))).toEqual([3, 2, 1, 0]);
    expect([16, 17].map((lines) => cut(lines, 3, true))).toEqual([3, 0]);
  });

  it('asks nothing of a picture or a table under a title, which have no lines to keep', () => {
    const before = { role: 'title' as const, keepWithNext: true };
    const picture = { sha256: 'a'.repeat(64), type: 'png' as const, width: 400, height: 300 };
    const place = { part: 'paragraph' as const };
    const sets = [
      setPicture({ kind: 'picture', place, picture, caption: '图1' }, style),
      setTable({ kind: 'table', place, ...tableGrid({ text: '\n甲\t乙\n丙\t丁' }), headerRows: 1 }, style),
    ];
    for (const set of sets) expect(underTitle(before, set, { twoLinesUnderTitle: true })).toBeUndefined();
  });

  it('takes one line under a title along with the next, and not with the next title', () => {
    const first = (lines: number, ...blocks: readonly Block[]): readonly string[] =>
      bodyLines(layoutIssue([paragraph('示'.repeat(28 * lines - 2), 'p'), title('甲县抓实工作'), ...blocks], style)[0]).slice(lines);
    const [lone, more] = [paragraph('各区县：', 'q'), paragraph('例'.repeat(100), 'r')];
    expect(first(17, lone, more)).toEqual(['甲县抓实工作', '各区县：', '例'.repeat(26)]);
    expect(first(18, lone, more)).toEqual([]);
    expect(first(18, lone, title('乙县抓实工作'), more)).toEqual(['甲县抓实工作', '各区县：']);
  });

  it('opens no page with a source line where the style forbids it', () => {
    const blocks = [paragraph('示'.repeat(28 * 22 - 2), 'p'), source('（甲县县委宣传部）')];
    expect(bodyLines(layoutIssue(blocks, style)[1])).toEqual(['（甲县县委宣传部）']);
    const pages = layoutIssue(blocks, { ...style, keepSourceWithText: true });
    expect(bodyLines(pages[1])).toEqual(['示'.repeat(28), '（甲县县委宣传部）']);
  });

  it('sets the tail at the foot of the last page, its last rule on the edge of the text area', () => {
    const page = layoutIssue([paragraph('示例。', 'p'), tail], style).at(-1);
    const lowest = Math.max(...(page?.rules ?? []).map((rule) => rule.topPt + rule.heightPt));
    expect(lowest).toBeCloseTo(area.topPt + area.heightPt, 6);
    expect(page?.rules).toHaveLength(4);
  });

  it('takes the last paragraph and its source along to the page of the tail, whole, rather than leave the tail alone there', () => {
    const last = (lines: number, ...more: readonly Block[]): readonly string[] =>
      bodyLines(
        layoutIssue(
          [paragraph('示'.repeat(28 * (20 - lines) - 2), 'p'), paragraph('例'.repeat(28 * lines - 2), 'q'), ...more, tail],
          style,
        ).at(-1),
      ).filter((text) => /^(?:示示|例例|（甲)/u.test(text));
    expect(last(2)).toEqual(['例'.repeat(26), '例'.repeat(28)]);
    expect(last(2, source('（甲县县委宣传部）'))).toEqual(['例'.repeat(26), '例'.repeat(28), '（甲县县委宣传部）']);
    expect(last(8)).toHaveLength(8);
    // A long one would leave its page half white, which is worth it only where 版记 would stand alone on an odd page.
    expect(last(9)).toEqual([]);
    expect(last(8, source('（甲县县委宣传部）'))).toEqual([]);
    const onOdd = (lines: number): number =>
      bodyLines(
        layoutIssue(
          [masthead, paragraph('示'.repeat(28 * (20 - lines) - 2), 'p'), paragraph('例'.repeat(28 * lines - 2), 'q'), tail],
          style,
        ).at(-1),
      ).filter((text) => text.startsWith('例')).length;
    expect([9, 11, 12].map(onOdd)).toEqual([9, 11, 0]);
    const signed = [
      masthead,
      paragraph('示'.repeat(28 * 12 - 2), 'p'),
      paragraph('例'.repeat(28 * 10 - 2), 'q'),
      source('（甲县县委宣传部）'),
      tail,
    ];
    expect(bodyLines(layoutIssue(signed, style).at(-1))[0]).toBe('例'.repeat(26));
    const even = { ...style, tail: { ...style.tail, onEvenPage: true } };
    const apart = layoutIssue([masthead, paragraph('示'.repeat(28 * 18 - 2), 'p'), paragraph('例'.repeat(54), 'q'), tail], even);
    expect(bodyLines(apart.at(-1))[0]).toBe('报：省委');
  });

  it('aligns run-over lines of the tail after the colon', () => {
    const lines = layoutIssue([tail], style).flatMap((page) => page.lines);
    const run = lines.findIndex((line) => line.text.startsWith('发：'));
    const pitchPt = style.text.distribution.pitchPt;
    expect((lines[run + 1]?.xPt ?? 0) - (lines[run]?.xPt ?? 0)).toBeCloseTo(2 * pitchPt, 6);
  });

  it('puts the imprint on one line inside the text area', () => {
    const imprint = layoutIssue([tail], style)
      .flatMap((page) => page.lines)
      .filter((line) => line.place.part === 'imprint' && !line.furniture);
    expect(imprint.map((line) => line.text)).toEqual(['承办：研究室', '审核：某甲', '编辑：某乙', '电话：12345678']);
    expect(new Set(imprint.map((line) => line.topPt)).size).toBe(1);
    expect(Math.max(...imprint.map((line) => line.xPt + line.widthPt))).toBeLessThanOrEqual(area.leftPt + area.widthPt);
  });

  it('takes as many lines for more fields as they need, the print run at the end of the last', () => {
    const more = ['签发', '主编', '校对'].map((label) => ({ label, text: '某某某' }));
    const imprint = layoutIssue([{ ...tail, imprint: [...tail.imprint, ...more], printRunText: '印200份' }], style)
      .flatMap((page) => page.lines)
      .filter((line) => line.place.part === 'imprint' && !line.furniture);
    expect(imprint.map((line) => line.text)).toEqual([
      ...tail.imprint.map(({ label, text }) => `${label}：${text}`),
      ...more.map(({ label, text }) => `${label}：${text}`),
      '印200份',
    ]);
    expect(new Set(imprint.map((line) => line.topPt)).size).toBe(2);
    expect(Math.max(...imprint.map((line) => line.xPt + line.widthPt))).toBeLessThanOrEqual(area.leftPt + area.widthPt + 0.01);
    expect(imprint.flatMap((line) => line.runs).every((run) => !('scaleX' in run) || run.scaleX === style.text.imprint.scaleX)).toBe(true);
  });

  it('leaves air between the entries of the imprint, setting them narrower where they would touch', () => {
    const entries = tail.imprint.map(({ label, text: words }) => ({ label, text: words.repeat(label === '承办' ? 6 : 2) }));
    const lines = layoutIssue([paragraph('示例。', 'p'), { ...tail, imprint: entries }], style)[0]?.lines ?? [];
    const imprint = lines.filter(({ place }) => place.part === 'imprint');
    const { pitchPt } = style.text.imprint;
    const gaps = imprint.slice(1).map(({ xPt }, index) => xPt - (imprint[index]?.xPt ?? 0) - (imprint[index]?.widthPt ?? 0));
    expect(gaps).toHaveLength(3);
    for (const gapPt of gaps) expect(gapPt).toBeGreaterThanOrEqual(pitchPt * 0.45);
  });

  it('moves the tail to an even page where the style asks for one', () => {
    const even = { ...style, tail: { ...style.tail, onEvenPage: true } };
    expect(layoutIssue([paragraph('示例。', 'p'), tail], even)).toHaveLength(2);
  });

  it('numbers odd pages right, even pages left, the cover not', () => {
    const pages = layoutIssue([masthead, paragraph('示'.repeat(28 * 30), 'p')], style);
    const numbers = pages.map((page) => page.lines.find((line) => line.furniture));
    expect(numbers.map((line) => line?.text)).toEqual([undefined, '— 2 —', '— 3 —']);
    expect(numbers[1]?.xPt).toBeCloseTo(area.leftPt + 14, 6);
    expect((numbers[2]?.xPt ?? 0) + (numbers[2]?.widthPt ?? 0)).toBeCloseTo(area.leftPt + area.widthPt - 14, 6);
  });

  it('numbers neither a blank page nor the page of 版记 after it, but 版记 that stands alone right after the text', () => {
    const even = { ...style, tail: { ...style.tail, onEvenPage: true } };
    const text = (lines: number): readonly Block[] => [masthead, paragraph('示'.repeat(28 * lines - 2), 'p'), tail];
    const numbers = (lines: number): readonly (string | undefined)[] =>
      layoutIssue(text(lines), even).map((page) => page.lines.find((line) => line.furniture)?.text);
    expect(numbers(10)).toEqual([undefined, '— 2 —']);
    expect(numbers(20)).toEqual([undefined, '— 2 —', undefined, undefined]);
    expect(numbers(30)).toEqual([undefined, '— 2 —', '— 3 —', '— 4 —']);
    const pages = layoutIssue(text(20), even);
    expect(pages[2]).toEqual({ number: 3, lines: [], rules: [] });
    expect(bodyLines(pages[3])[0]).toBe('报：省委');
  });

  it('sets a level paragraph as a heading and a lead in bold', () => {
    const level: Block = { kind: 'paragraph', place: { part: 'paragraph' }, lead: '', text: '一、示例', level: 1 };
    const [first, second] = layoutIssue([level, paragraph('示例。', 'p', '抓实。')], style)[0]?.lines ?? [];
    expect(first).toMatchObject({ tag: 'h3', runs: [{ face: 'hei' }] });
    const textOf = (isBold: boolean): string | undefined =>
      second?.runs
        .filter(({ bold }) => bold === isBold)
        .map(({ text }) => text)
        .join('');
    expect([textOf(true), textOf(false)]).toEqual(['抓实。', '示例。']);
  });

  it('ends a justified line on the right edge and leaves the last line natural', () => {
    const [line, last] = layoutIssue([paragraph(`${'示'.repeat(26)}“${'例'.repeat(10)}`, 'p')], style)[0]?.lines ?? [];
    expect((line?.xPt ?? 0) + (line?.widthPt ?? 0)).toBeCloseTo(area.leftPt + area.widthPt + 0.25, 3);
    expect(last?.widthPt).toBeLessThan(area.widthPt / 2);
  });
});

const anyBlocks: fc.Arbitrary<readonly Block[]> = fc
  .array(
    fc.oneof(
      chineseText(120).map((text) => paragraph(text, 'p')),
      fc.tuple(chineseText(10), chineseText(60)).map(([lead, text]) => paragraph(text, 'q', lead)),
      chineseText(30).map(title),
      chineseText(12).map(source),
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((blocks) => [masthead, ...blocks, tail]);

const anyEdit: fc.Arbitrary<Partial<Pick<BlockOf<'paragraph'>, 'lead' | 'text'>>> = fc.oneof(
  chineseText(60).map((text) => ({ text })),
  chineseText(20).map((lead) => ({ lead })),
);

describe('layout of any issue', () => {
  it('prints every character once: nothing but blanks at title breaks is dropped', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const words = blocks
          .map((block) => {
            if (block.kind === 'paragraph') return block.lead + block.text;
            return block.kind === 'title' || block.kind === 'source' ? block.text : '';
          })
          .join('');
        const printed = layoutIssue(blocks, style)
          .slice(1)
          .flatMap((page) => page.lines)
          .filter((line) => !line.furniture && line.place.part !== 'distribution' && line.place.part !== 'imprint')
          .map((line) => line.text)
          .join('');
        const bare = (text: string): string => text.replaceAll(' ', '');
        expect(bare(printed)).toBe(bare(words));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every line inside the text area', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        for (const page of layoutIssue(blocks, style)) {
          for (const line of page.lines.filter((each) => !each.furniture)) {
            expect(line.topPt).toBeGreaterThanOrEqual(area.topPt - 0.01);
            expect(line.topPt + line.heightPt).toBeLessThanOrEqual(area.topPt + area.heightPt + 0.02);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([false, true])('is the same after any edit as from scratch, 版记 on an even page: %s', (onEvenPage) => {
    const style = { ...defaultPageStyle, tail: { ...defaultPageStyle.tail, onEvenPage } };
    fc.assert(
      fc.property(anyBlocks, fc.array(fc.tuple(fc.nat(13), anyEdit), { maxLength: 6 }), (blocks, edits) => {
        const layouter = createLayouter(style);
        let current = blocks;
        layouter.layout(current);
        for (const [index, edit] of edits) {
          current = current.map((block, at) => (at === 1 + index && block.kind === 'paragraph' ? { ...block, ...edit } : block));
          expect(layouter.layout(current)).toEqual(layoutIssue(current, style));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('takes the number off the page of 版记, or puts it back, when a page before it becomes blank or is filled', () => {
    const even = { ...style, tail: { ...style.tail, onEvenPage: true } };
    const layouter = createLayouter(even);
    const lastNumber = (lines: number): string | undefined => {
      const pages = layouter.layout([masthead, paragraph('示'.repeat(28 * lines - 2), 'p'), tail]);
      expect(pages).toHaveLength(4);
      return pages[3]?.lines.find((line) => line.furniture)?.text;
    };
    expect([30, 20, 30].map(lastNumber)).toEqual(['— 4 —', undefined, '— 4 —']);
  });

  it('keeps pages that did not change as the same object', () => {
    const blocks = [masthead, ...Array.from({ length: 20 }, (_, index) => paragraph('示'.repeat(200), `p${String(index)}`))];
    const layouter = createLayouter(style);
    const before = layouter.layout(blocks);
    const after = layouter.layout(
      blocks.map((block, index) => (index === 20 && block.kind === 'paragraph' ? { ...block, text: '改' } : { ...block })),
    );
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toBe(before[1]);
    expect(after.at(-1)).not.toBe(before.at(-1));
  });
});
