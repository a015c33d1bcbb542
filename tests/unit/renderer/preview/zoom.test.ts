import { describe, expect, it } from 'vitest';
import {
  followScroll,
  isNear,
  nextZoom,
  sheetBoxes,
  sheetGapPx,
  steadyScroll,
  turnedPage,
  zoomScale,
} from '../../../../renderer/preview/zoom.js';
import { defaultPageStyle } from '../../../../shared/layout/page-style.js';

const pane = { widthPx: 800, heightPx: 600 };

describe('zoom', () => {
  it('fits one page, or two side by side, into the width', () => {
    const one = sheetBoxes(3, zoomScale('width', pane, defaultPageStyle, false), pane.widthPx, defaultPageStyle, false);
    expect(one[0]?.widthPx).toBeCloseTo(800 - 2 * sheetGapPx, 6);
    const two = sheetBoxes(3, zoomScale('width', pane, defaultPageStyle, true), pane.widthPx, defaultPageStyle, true);
    expect((two[0]?.widthPx ?? 0) * 2).toBeCloseTo(800 - 3 * sheetGapPx, 6);
  });

  it('shows a whole page in the height', () => {
    const [box] = sheetBoxes(1, zoomScale('page', pane, defaultPageStyle, false), pane.widthPx, defaultPageStyle, false);
    expect(box?.heightPx).toBeCloseTo(600 - 2 * sheetGapPx, 6);
  });

  it('puts odd pages on the right of a spread and the cover alone', () => {
    const [cover, second, third, fourth] = sheetBoxes(4, 0.3, pane.widthPx, defaultPageStyle, true);
    expect(cover?.leftPx).toBe(third?.leftPx);
    expect(second?.topPx).toBe(third?.topPx);
    expect(second?.leftPx).toBeLessThan(third?.leftPx ?? 0);
    expect(cover?.topPx).toBeLessThan(second?.topPx ?? 0);
    expect(fourth?.topPx).toBeGreaterThan(third?.topPx ?? 0);
  });

  it('steps up and down and stops at the ends', () => {
    expect([nextZoom(0.79, 1), nextZoom(0.79, -1), nextZoom(2, 1), nextZoom(0.5, -1)]).toEqual([85, 75, 200, 50]);
  });

  it('draws sheets in view and one view around it', () => {
    const near = sheetBoxes(10, 1, pane.widthPx, defaultPageStyle, false).map((box) => isNear(box, 0, 600));
    expect(near.slice(0, 3)).toEqual([true, true, false]);
  });

  it('turns single pages one by one and spreads as bound, stopping at the ends', () => {
    const forth = (isSpread: boolean) => [1, 2, 3, 4, 5].map((page) => turnedPage(page, 1, 5, isSpread));
    const back = (isSpread: boolean) => [1, 2, 3, 4, 5].map((page) => turnedPage(page, -1, 5, isSpread));
    expect([forth(false), back(false)]).toEqual([
      [2, 3, 4, 5, undefined],
      [undefined, 1, 2, 3, 4],
    ]);
    expect([forth(true), back(true)]).toEqual([
      [2, 4, 4, undefined, undefined],
      [undefined, 1, 1, 2, 2],
    ]);
    expect(turnedPage(0, 1, 0, false)).toBeUndefined();
  });
});

describe('scrolling', () => {
  const boxes = (scale: number) => sheetBoxes(6, scale, pane.widthPx, defaultPageStyle, false);
  const view = { ...pane, topPx: 0, leftPx: 0 };

  it('keeps the middle of the view where it is on its page when the size changes', () => {
    const [before, after] = [boxes(0.5), boxes(1.5)];
    const topPx = (before[3]?.topPx ?? 0) + 100 - 300;
    const target = steadyScroll({ ...view, topPx }, before, after);
    expect(target?.topPx).toBeCloseTo((after[3]?.topPx ?? 0) + 300 - 300, 6);
    expect((target?.leftPx ?? 0) + 400).toBeCloseTo((after[3]?.leftPx ?? 0) + (after[3]?.widthPx ?? 0) / 2, 6);
    expect(steadyScroll(view, [], after)).toBeUndefined();
  });

  it('brings the cursor into view, sideways too, and otherwise leaves the pages alone', () => {
    const [first, second] = sheetBoxes(3, 1, pane.widthPx, defaultPageStyle, true).slice(1);
    const sheet = second ?? { leftPx: 0, topPx: 0, widthPx: 0, heightPx: 0 };
    const mark = { leftPx: sheet.leftPx + 90, topPx: sheet.topPx + 200, widthPx: 2, heightPx: 30 };
    const placed = { ...view, topPx: sheet.topPx, leftPx: sheet.leftPx };
    expect(followScroll(placed, mark, sheet)).toBeUndefined();
    expect(followScroll({ ...placed, leftPx: 0 }, mark, sheet)).toEqual({ topPx: sheet.topPx, leftPx: sheet.leftPx - sheetGapPx });
    expect(followScroll({ ...placed, topPx: 0 }, mark, sheet)).toEqual({ topPx: sheet.topPx - sheetGapPx, leftPx: sheet.leftPx });
    expect(first?.topPx).toBe(sheet.topPx);
  });
});
