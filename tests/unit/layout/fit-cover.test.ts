import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../shared/document/issue.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { fitCover } from '../../../shared/layout/fit-cover.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import type { Page } from '../../../shared/layout/page.js';
import { defaultPageStyle as style } from '../../../shared/layout/page-style.js';
import { textArea } from '../../../shared/layout/set-block.js';
import { crowdedIssue, sampleIssue } from '../../helpers/sample-issue.js';

const boxed: Issue = { ...sampleIssue, instruction: '请认真研究、抓好落实，并将有关情况及时报送。'.repeat(8) };

function coverLines(page: Page | undefined): readonly string[] {
  return (page?.lines ?? []).filter(({ place }) => ['masthead', 'instruction', 'contents'].includes(place.part)).map(({ text }) => text);
}

describe('a cover', () => {
  it('keeps its style where it has room', () => {
    expect(fitCover(composeIssue(sampleIssue), style)).toBe(style);
  });

  it('takes the space between titles first', () => {
    const blocks = composeIssue({ ...sampleIssue, instruction: '请认真研究、抓好落实，并将有关情况及时报送。'.repeat(7) });
    const { contentsEntry, ...rest } = fitCover(blocks, style).text;
    expect(contentsEntry.spaceAfterPt).toBeGreaterThan(0);
    expect(contentsEntry.spaceAfterPt).toBeLessThan(style.text.contentsEntry.spaceAfterPt);
    expect({ ...rest, contentsEntry: { ...contentsEntry, spaceAfterPt: style.text.contentsEntry.spaceAfterPt } }).toEqual(style.text);
  });

  it('sets the lines of its contents closer to stay on one page, and nothing else', () => {
    const blocks = composeIssue(boxed);
    const { contentsEntry, contentsHeading, ...rest } = fitCover(blocks, style).text;
    expect(contentsEntry.lineHeightPt).toBeLessThan(style.text.contentsEntry.lineHeightPt);
    expect(contentsEntry.spaceAfterPt).toBe(0);
    expect(contentsHeading.lineHeightPt).toBe(contentsEntry.lineHeightPt);
    expect({ ...style.text, ...rest }).toEqual(style.text);
    const pages = layoutIssue(blocks, style);
    expect(coverLines(pages[1])).toEqual([]);
    expect(coverLines(pages[0]).at(-1)).toBe('丙区启动“百人千场”宣讲');
  });

  it('loses no word and overlaps none where it is beyond saving: the contents run on at their own pitch', () => {
    const blocks = composeIssue(crowdedIssue);
    const { contentsEntry, ...others } = fitCover(blocks, style).text;
    expect({ ...others, contentsEntry: { ...contentsEntry, spaceAfterPt: style.text.contentsEntry.spaceAfterPt } }).toEqual(style.text);
    const pages = layoutIssue(blocks, style);
    const contents = pages.flatMap(({ lines }) => lines.filter(({ place }) => place.part === 'contents' && place.itemId !== undefined));
    const titles = crowdedIssue.columns.flatMap(({ items }) => items.map(({ title }) => title.replaceAll(' ', '')));
    expect(
      contents
        .map(({ text }) => text)
        .join('')
        .replaceAll(' ', ''),
    ).toBe(titles.join(''));
    const { topPt, heightPt } = textArea(style);
    for (const { lines } of pages) {
      const printed = lines.filter(({ furniture, place }) => !furniture && place.part === 'contents');
      printed
        .slice(1)
        .forEach((line, index) =>
          expect(line.topPt).toBeGreaterThanOrEqual((printed[index]?.topPt ?? 0) + (printed[index]?.heightPt ?? 0) - 0.01),
        );
      expect(Math.max(0, ...printed.map((line) => line.topPt + line.heightPt))).toBeLessThanOrEqual(topPt + heightPt + 0.01);
    }
  });

  it('never parts a title over two pages, nor a column name from its first title', () => {
    for (let sentences = 1; sentences < 14; sentences += 1) {
      const crowded = {
        ...sampleIssue,
        columns: [...crowdedIssue.columns, ...sampleIssue.columns],
        instruction: '请抓好落实。'.repeat(sentences * 5),
      };
      for (const { lines } of layoutIssue(composeIssue(crowded), style)) {
        const contents = lines.filter(({ place }) => place.part === 'contents');
        expect(contents[0]?.startOffset ?? 0).toBe(0);
        expect(contents.at(-1)?.text.startsWith('〔') ?? false).toBe(false);
      }
    }
  });

  it('runs a long organ on to more lines within the text area, the date below it', () => {
    const organ = '中共示例市委宣传部、示例市精神文明建设委员会办公室、示例市互联网信息办公室';
    const [cover] = layoutIssue(composeIssue({ ...sampleIssue, masthead: { ...sampleIssue.masthead, organ } }), style);
    const { leftPt, widthPt } = textArea(style);
    const lines = cover?.lines.filter(({ place }) => place.part === 'masthead') ?? [];
    const units = lines.filter(({ text }) => organ.includes(text));
    expect(units.map(({ text }) => text).join('')).toBe(organ);
    expect(units).toHaveLength(2);
    for (const line of lines) expect(line.xPt + line.widthPt).toBeLessThanOrEqual(leftPt + widthPt + style.text.mastheadOrgan.pitchPt);
    const below = lines.filter(({ text }) => organ.includes(text) || text === '2023年8月9日').map(({ topPt }) => topPt);
    expect(below).toHaveLength(3);
    below
      .slice(1)
      .forEach((topPt, index) => expect(topPt).toBeGreaterThanOrEqual((below[index] ?? 0) + style.text.mastheadOrgan.lineHeightPt));
  });
});
