import { describe, expect, it } from 'vitest';
import type { RedlineRow } from '../../../shared/compare/redline.js';
import { layoutRedline } from '../../../shared/layout/layout-redline.js';
import { defaultPageStyle } from '../../../shared/layout/page-style.js';

const row = (role: RedlineRow['role'], kind: RedlineRow['kind'], ...parts: RedlineRow['parts']): RedlineRow => ({ role, kind, parts });
const same = (text: string) => ({ kind: 'same', text }) as const;
const removed = (text: string) => ({ kind: 'removed', text }) as const;
const added = (text: string) => ({ kind: 'added', text }) as const;

const layout = (...rows: readonly RedlineRow[]) => layoutRedline(rows, '示例刊 花脸稿', defaultPageStyle);
const linesOf = (pages: ReturnType<typeof layout>) => pages.flatMap(({ lines }) => lines).filter(({ furniture }) => !furniture);

describe('a 花脸稿 on pages', () => {
  it('says on its first line what is compared and what the marks mean, and prints every word of both states', () => {
    const pages = layout(row('paragraph', 'kept', same('近日，'), removed('示例县'), added('示例区'), same('开展活动。')));
    expect(linesOf(pages).map(({ text }) => text)).toEqual(['示例刊 花脸稿　删去　增加', '近日，示例县示例区开展活动。']);
  });

  it('strikes through what was deleted and underlines what was added, exactly as far as the words reach', () => {
    const pages = layout(row('paragraph', 'kept', same('近日，'), removed('示例县'), added('示例区的'), same('活动。')));
    const line = linesOf(pages)[1];
    const [, , through, under, ...rest] = pages[0]?.rules ?? [];
    if (line === undefined || through === undefined || under === undefined) throw new Error('line and rules are there');
    expect(rest).toEqual([]);
    // Three characters stand before, three after; the stop and the comma are as wide as they.
    const step = through.widthPt / 3;
    expect(
      [through.xPt - line.xPt, under.widthPt, line.xPt + line.widthPt - under.xPt - under.widthPt].map((width) => width / step),
    ).toEqual([3, 4, 3].map((count) => expect.closeTo(count, 0) as number));
    expect(under.xPt).toBeCloseTo(through.xPt + through.widthPt, 6);
    expect(through.topPt).toBeLessThan(under.topPt);
    expect(through.topPt).toBeGreaterThan(line.topPt);
    expect(under.topPt).toBeLessThan(line.topPt + line.heightPt);
    expect(through.color).not.toBe(under.color);
  });

  it('names both places of a paragraph that moved, and goes on over pages with their numbers', () => {
    const moved = { ...row('paragraph', 'removed', removed('甲区开展活动。')), move: 1 };
    const many = Array.from({ length: 60 }, (_, index) => row('paragraph', 'kept', same(`第${index}段。`)));
    const pages = layout(moved, ...many, { ...moved, kind: 'added', parts: [added('甲区开展活动。')] });
    const texts = linesOf(pages).map(({ text }) => text);
    expect(texts[1]).toBe('〔移走1〕甲区开展活动。');
    expect(texts.at(-1)).toBe('〔移来1〕甲区开展活动。');
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.map(({ lines }) => lines.find(({ furniture }) => furniture)?.text)).toEqual(pages.map((_, index) => `— ${index + 1} —`));
  });
});
