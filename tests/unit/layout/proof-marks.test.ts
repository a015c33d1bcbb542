import { describe, expect, it } from 'vitest';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import { defaultPageStyle, mmToPt } from '../../../shared/layout/page-style.js';
import { pagesAsText } from '../../../shared/layout/pages-as-text.js';
import { withProofMarks } from '../../../shared/layout/proof-marks.js';
import { textArea } from '../../../shared/layout/set-block.js';
import { article, column, issue, p } from '../../helpers/build-issue.js';
import { longIssue, sampleIssue } from '../../helpers/sample-issue.js';

const style = defaultPageStyle;
const area = textArea(style);
const pages = layoutIssue(composeIssue(longIssue), style);
const marks = { stage: 'second', isNumbered: true, dateText: '2023年8月9日' } as const;

/** The lines a proof adds to each page. */
function added(proof: ReturnType<typeof withProofMarks>) {
  return proof.map(({ lines }, index) => lines.slice(pages[index]?.lines.length));
}

describe('withProofMarks', () => {
  it('moves no line: those of the page stay the same objects, in their order, and read the same', () => {
    const proof = withProofMarks(pages, style, marks);
    expect(proof.map(({ number }) => number)).toEqual(pages.map(({ number }) => number));
    proof.forEach(({ lines, rules }, index) => {
      expect(rules).toBe(pages[index]?.rules);
      pages[index]?.lines.forEach((line, at) => expect(lines[at]).toBe(line));
    });
    expect(pagesAsText(proof)).toEqual(pagesAsText(pages));
  });

  it('says stage and date at the head of every page, in the margin', () => {
    for (const lines of added(withProofMarks(pages, style, marks))) {
      expect(lines.slice(0, 2).map(({ text }) => text)).toEqual(['二校样　2023年8月9日', '仅供校对　不得印发']);
      for (const { topPt, heightPt, xPt, widthPt } of lines.slice(0, 2)) {
        expect(topPt).toBeGreaterThan(0);
        expect(topPt + heightPt).toBeLessThanOrEqual(area.topPt);
        expect(xPt).toBeGreaterThanOrEqual(area.leftPt - 0.01);
        expect(xPt + widthPt).toBeLessThanOrEqual(area.leftPt + area.widthPt + 0.01);
      }
    }
  });

  it('keeps the head within the least margin there may be', () => {
    const narrow = { ...style, marginMm: { ...style.marginMm, top: 10 } };
    const [line] =
      withProofMarks(layoutIssue(composeIssue(sampleIssue), narrow), narrow, marks)[0]?.lines.filter(({ text }) =>
        text.startsWith('二校样'),
      ) ?? [];
    expect((line?.topPt ?? Infinity) + (line?.heightPt ?? 0)).toBeLessThanOrEqual(mmToPt(10) + 0.01);
  });

  it('counts a picture with its caption once', () => {
    const picture = { sha256: 'a'.repeat(64), type: 'png' as const, width: 400, height: 300 };
    const pictured = issue(
      column('经验交流', article('甲县推动文化惠民', p('甲县统筹资源。'), { text: '图1 书房', picture }, p('乙县跟进。'))),
    );
    const proof = withProofMarks(layoutIssue(composeIssue(pictured), style), style, marks);
    const numbers = proof.flatMap(({ lines }) => lines.filter(({ text, furniture }) => furniture && /^\d+-\d+$/u.test(text)));
    expect(numbers.map(({ text }) => text)).toEqual(['1-1', '1-2', '1-3']);
  });

  it('numbers the paragraphs of each article beside the line they open with, left of the text', () => {
    const proof = withProofMarks(layoutIssue(composeIssue(sampleIssue), style), style, marks);
    const numbers = proof.flatMap(({ lines }) => lines.filter(({ text, furniture }) => furniture && /^\d+-\d+$/u.test(text)));
    expect(numbers.map(({ text }) => text)).toEqual(['1-1', '1-2', '2-1', '2-2', '2-3', '2-4', '2-5', '2-6', '2-7', '2-8', '3-1', '3-2']);
    for (const number of numbers) {
      expect(number.xPt).toBeGreaterThan(0);
      expect(number.xPt + number.widthPt).toBeLessThan(area.leftPt);
      const lines = proof.flatMap((page) => (page.lines.includes(number) ? page.lines : []));
      const beside = lines.find((line) => !line.furniture && line.topPt === number.topPt);
      expect([beside?.first, beside?.place]).toEqual([true, number.place]);
    }
  });

  it('leaves the numbers out where they are not wanted', () => {
    expect(added(withProofMarks(pages, style, { ...marks, isNumbered: false })).map(({ length }) => length)).toEqual(pages.map(() => 2));
  });
});
