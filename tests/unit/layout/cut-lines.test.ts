import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutLines, type CutLine, type CutPlace } from '../../../shared/layout/cut-lines.js';

const limitPt = 20;

/** Cuts a text of characters one point wide that may be cut before each, and counts how often a width was asked for. */
function cut(count: number, places = anywhere(count)): { readonly lines: readonly CutLine[]; readonly steps: number } {
  let steps = 0;
  const widthPt = (from: number, to: number): number => {
    steps += 1;
    return to - from;
  };
  return { lines: cutLines({ places, count, widthPt, limitPt }), steps };
}

function anywhere(count: number): readonly CutPlace[] {
  return Array.from({ length: count - 1 }, (_, index) => ({ end: index + 1, next: index + 1, cost: 1 }));
}

/** What lines as wide as these cost: uneven ones, and three whose middle is a waist. */
function shapeCost(widths: readonly number[], count: number): number {
  const even = count / widths.length;
  const [top = 0, middle = 0, bottom = 0] = widths;
  const waist = widths.length === 3 ? (2 * Math.max(0, Math.min(top, bottom) - middle)) / even : 0;
  return widths.reduce((sum, width) => sum + 3 * ((width - even) / even) ** 2, waist);
}

/** Every way to cut, weighed one by one: the rule without its shortcuts. */
function cheapestOfAll(places: readonly CutPlace[], count: number, lines: number): number {
  const ways = (from: number, left: number): readonly { readonly cost: number; readonly widths: readonly number[] }[] =>
    left === 1
      ? count - from > limitPt
        ? []
        : [{ cost: 0, widths: [count - from] }]
      : places
          .filter(({ end }) => end > from && end - from <= limitPt)
          .flatMap(({ end, next, cost }) =>
            ways(next, left - 1).map((way) => ({ cost: way.cost + cost, widths: [end - from, ...way.widths] })),
          );
  return Math.min(Infinity, ...ways(0, lines).map(({ cost, widths }) => cost + shapeCost(widths, count)));
}

describe('cutLines', () => {
  it('makes the fewest lines, evenly', () => {
    expect(cut(30).lines).toEqual([
      { from: 0, to: 15 },
      { from: 15, to: 30 },
    ]);
  });

  it('finds the cheapest of all ways', () => {
    const gaps = fc.array(fc.record({ after: fc.integer({ min: 3, max: 12 }), blank: fc.boolean(), cost: fc.constantFrom(0, 0.5, 1, 6) }), {
      minLength: 2,
      maxLength: 7,
    });
    fc.assert(
      fc.property(gaps, (pieces) => {
        let end = 0;
        const places = pieces.map(({ after, blank, cost }) => {
          end = (end === 0 ? 0 : end) + after;
          const place = { end, next: end + (blank ? 1 : 0), cost };
          end = place.next;
          return place;
        });
        const count = end + 5;
        fc.pre(count > limitPt);
        const { lines } = cut(count, places);
        const costs = Array.from({ length: places.length }, (_, index) => cheapestOfAll(places, count, index + 2));
        const fewest = costs.findIndex(Number.isFinite);
        fc.pre(fewest >= 0);
        const takesMore = (costs[fewest + 1] ?? Infinity) + 0.75 < (costs[fewest] ?? Infinity);
        expect(lines).toHaveLength(fewest + 2 + (takesMore ? 1 : 0));
        const made = lines.slice(0, -1).map(({ to }) => places.find((place) => place.end === to)?.cost ?? Infinity);
        const cost = made.reduce(
          (sum, each) => sum + each,
          shapeCost(
            lines.map(({ from, to }) => to - from),
            count,
          ),
        );
        expect(cost).toBeCloseTo(costs[lines.length - 2] ?? NaN, 6);
      }),
    );
  });

  it('needs few steps for the longest title it weighs, and one a character beyond', () => {
    expect(cut(400).steps).toBeLessThan(400_000);
    expect(cut(3000).steps).toBeLessThan(2 * 3000);
    expect(cut(300_000).steps).toBeLessThan(2 * 300_000);
  });

  it('leaves a piece that nothing cuts on a line of its own', () => {
    expect(cut(500, [{ end: 450, next: 450, cost: 0 }]).lines).toEqual([
      { from: 0, to: 450 },
      { from: 450, to: 500 },
    ]);
  });
});
