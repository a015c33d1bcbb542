import { describe, expect, it } from 'vitest';
import { issueItems, type Issue } from '../../../shared/document/issue.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { createLayouter, layoutIssue } from '../../../shared/layout/layout-issue.js';
import type { Page, PageLine } from '../../../shared/layout/page.js';
import { defaultPageStyle, type PageStyle } from '../../../shared/layout/page-style.js';
import { textArea } from '../../../shared/layout/set-block.js';
import { longIssue, sampleIssue } from '../../helpers/sample-issue.js';
import { article, column, issue, p, withChanges } from '../../helpers/build-issue.js';

const numbered: PageStyle = { ...defaultPageStyle, contents: { ...defaultPageStyle.contents, pageNumbers: true, leader: 'dots' } };

function entryLines(pages: readonly Page[]): readonly PageLine[] {
  return pages.flatMap(({ lines }) => lines).filter(({ place }) => place.part === 'contents' && place.itemId !== undefined);
}

/** Page numbers of the contents by the id of what they lead to. */
function printedNumbers(pages: readonly Page[]): ReadonlyMap<string | undefined, string> {
  return new Map(
    entryLines(pages)
      .filter(({ furniture }) => furniture)
      .map(({ place, text }) => [place.itemId, text]),
  );
}

function openingPage(pages: readonly Page[], itemId: string): number | undefined {
  return pages.find(({ lines }) => lines.some(({ opensItem }) => opensItem === itemId))?.number;
}

describe('contents with page numbers', () => {
  it.each<[string, Issue]>([
    ['every printed part', sampleIssue],
    ['a dozen pages', longIssue],
  ])('say where each title really is: %s', (_name, issue) => {
    const pages = layoutIssue(composeIssue(issue), numbered);
    const items = issueItems(issue).map(({ item }) => item.id);
    expect([...printedNumbers(pages)]).toEqual(items.map((id) => [id, String(openingPage(pages, id))]));
  });

  it('are counted anew when the text before a title grows by a page', () => {
    const layouter = createLayouter(numbered);
    const two = (first: string) =>
      issue(column('经验交流', article('甲县推动文化惠民', p(first)), article('乙县推动理论宣讲', p('正文。'))));
    expect(printedNumbers(layouter.layout(composeIssue(two('正文。')))).get('a2')).toBe('2');
    expect(printedNumbers(layouter.layout(composeIssue(two('甲县统筹城乡文化资源。'.repeat(60))))).get('a2')).toBe('3');
  });

  it('stand at the right edge of the measure, on the last line of a title of two lines', () => {
    const area = textArea(numbered);
    const { pitchPt, rightIndentEm } = numbered.text.contentsEntry;
    const lines = entryLines(layoutIssue(composeIssue(sampleIssue), numbered)).filter(({ place }) => place.itemId === 'a2');
    const [first, second, number] = lines;
    expect(lines.map(({ furniture }) => furniture)).toEqual([false, false, true]);
    expect(number?.topPt).toBe(second?.topPt);
    expect(number?.topPt).toBeGreaterThan(first?.topPt ?? 0);
    expect((number?.xPt ?? 0) + (number?.widthPt ?? 0)).toBeCloseTo(area.leftPt + area.widthPt - rightIndentEm * pitchPt, 3);
  });

  it('hang the run-on lines of a title, also of one broken by hand, and stand apart', () => {
    const titles = ['示例区聚焦群众需求着力打造文化服务圈 全域推进文明实践走深走实', '甲县抓实惠民\n工作', '乙区启动宣讲'];
    const blocks = composeIssue(
      issue(column('经验交流', ...titles.map((title) => withChanges(article('甲县', p('示例。')), { coverTitle: title })))),
    );
    const lines = layoutIssue(blocks, defaultPageStyle)[0]?.lines.filter(({ place }) => place.part === 'contents' && place.itemId) ?? [];
    const { pitchPt, lineHeightPt, spaceAfterPt } = defaultPageStyle.text.contentsEntry;
    const left = lines[0]?.xPt ?? 0;
    expect(lines.map(({ xPt }) => Math.round((xPt - left) / pitchPt))).toEqual([0, 1, 0, 1, 0]);
    expect(spaceAfterPt).toBeGreaterThan(0);
    const steps = lines.slice(1).map(({ topPt }, index) => topPt - (lines[index]?.topPt ?? 0) - lineHeightPt);
    [0, spaceAfterPt, 0, spaceAfterPt].forEach((space, index) => expect(steps[index]).toBeCloseTo(space, 6));
    const { leftPt, widthPt } = textArea(defaultPageStyle);
    for (const line of lines) expect(line.xPt + line.widthPt).toBeLessThanOrEqual(leftPt + widthPt - pitchPt + 0.01);
  });

  it('stand one under another where the style centres them', () => {
    const entry = { ...defaultPageStyle.text.contentsEntry, align: 'center' as const };
    const style = { ...defaultPageStyle, text: { ...defaultPageStyle.text, contentsEntry: entry } };
    const blocks = composeIssue(issue(column('经验交流', withChanges(article('甲县', p('示例。')), { coverTitle: '甲县抓实惠民\n工作' }))));
    const lines = layoutIssue(blocks, style)[0]?.lines.filter(({ place }) => place.part === 'contents' && place.itemId) ?? [];
    const middles = lines.map(({ xPt, widthPt }) => xPt + widthPt / 2);
    expect(middles[1]).toBeCloseTo(middles[0] ?? 0, 6);
  });

  it('keep clear of titles, dots lying between the two', () => {
    const [cover] = layoutIssue(composeIssue(longIssue), numbered);
    const dots = cover?.rules.filter(({ dotPitchPt }) => dotPitchPt !== undefined) ?? [];
    const numbers = cover?.lines.filter(({ place, furniture }) => furniture && place.itemId !== undefined) ?? [];
    expect(dots).toHaveLength(numbers.length);
    for (const number of numbers) {
      const title = cover?.lines.find(({ topPt, furniture }) => topPt === number.topPt && !furniture);
      const row = dots.find(({ topPt }) => topPt > number.topPt && topPt < number.topPt + number.heightPt);
      expect((title?.xPt ?? 0) + (title?.widthPt ?? 0)).toBeLessThan(row?.xPt ?? 0);
      expect((row?.xPt ?? 0) + (row?.widthPt ?? 0)).toBeLessThan(number.xPt);
    }
  });

  it('have no dots when the style wants none', () => {
    const [cover] = layoutIssue(composeIssue(sampleIssue), {
      ...numbered,
      contents: { ...defaultPageStyle.contents, pageNumbers: true, leader: 'none' },
    });
    expect(cover?.rules.some(({ dotPitchPt }) => dotPitchPt !== undefined)).toBe(false);
  });

  it('are absent by default, as in the printed issues', () => {
    expect(printedNumbers(layoutIssue(composeIssue(sampleIssue), defaultPageStyle)).size).toBe(0);
  });
});
