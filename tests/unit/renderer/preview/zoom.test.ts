import { describe, expect, it } from 'vitest';
import { isNear, nextZoom, sheetBoxes, sheetGapPx, zoomScale } from '../../../../renderer/preview/zoom.js';
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
});
