/** Where the running text of a PDF's page stands: in one column, or in several side by side. */
import type { PageLine } from './pdf-piece.js';

/** Where running text stands. */
export interface Measure {
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly leading: number;
  /** Lines of it, or of other pages, are full: what is short of it ends a paragraph. */
  readonly isShown: boolean;
}

/** Lines in a column, at least, and their share of a page's. */
const [fewestInColumn, leastShare] = [4, 0.15];
/** Share of the lines that may stand over the room between columns. */
const mostAcross = 0.15;

/** Lines that end at the right edge, at least, and how near to it in characters, for a page to show its measure. */
const [fewestFull, fullRoom] = [3, 1.2];

/** Most characters a first line is indented by. */
const firstIndent = 2.5;

/** The measure of pages in one column that are full of text: that of others, which hold but short lines. */
export function commonMeasure(pages: readonly (readonly PageLine[])[], size: number): Measure | undefined {
  const shown = pages.flatMap((lines) => {
    const body = bodyOf(lines, size);
    const measure = measureOf(body, size);
    return guttersOf(body, size).length === 0 && showsRight(body, measure) ? [measure] : [];
  });
  const [first] = shown;
  return (
    first && shown.reduce((all, { left, right }) => ({ ...all, left: Math.min(all.left, left), right: Math.max(all.right, right) }), first)
  );
}

const bodyOf = (lines: readonly PageLine[], size: number): readonly PageLine[] =>
  lines.filter((line) => Math.abs(line.size - size) <= size * 0.1);

/** Whether lines are full; one set at the right, as sources and dates are, says nothing. */
function showsRight(body: readonly PageLine[], { left, right, size }: Measure): boolean {
  return body.filter((line) => line.right >= right - fullRoom * size && line.left <= left + firstIndent * size).length >= fewestFull;
}

/**
 * The measure each line of a page stands in; one over several columns stands in that of the page.
 * @param common that of other pages, where this one shows none
 */
export function measuresOf(lines: readonly PageLine[], size: number, common?: Measure): (line: PageLine) => Measure {
  const body = bodyOf(lines, size);
  const own = measureOf(body, size);
  const isShown = showsRight(body, own);
  const isShort = common !== undefined && !isShown && own.left >= common.left - size && own.right <= common.right + size;
  const whole = isShort ? { ...own, left: common.left, right: common.right, isShown: true } : { ...own, isShown };
  const gutters = guttersOf(body, size);
  if (gutters.length === 0) return () => whole;
  const columns = [...gutters, Infinity].map((end, at) => ({ start: gutters[at - 1] ?? -Infinity, end }));
  const isIn = ({ left, right }: PageLine, { start, end }: { readonly start: number; readonly end: number }): boolean =>
    left > start - size && right < end + size && (left + right) / 2 > start && (left + right) / 2 < end;
  const measured = columns.map((column) => ({
    column,
    measure: {
      ...measureOf(
        body.filter((line) => isIn(line, column)),
        size,
      ),
      isShown: true,
    },
  }));
  return (line) => measured.find(({ column }) => isIn(line, column))?.measure ?? whole;
}

function measureOf(body: readonly PageLine[], size: number): Measure {
  const gaps = body.flatMap((line, at) => (at > 0 ? [(body[at - 1]?.y ?? 0) - line.y] : [])).filter((gap) => gap > size * 0.8);
  return {
    left: body.reduce((least, { left }) => Math.min(least, left), Infinity),
    right: body.reduce((most, { right }) => Math.max(most, right), -Infinity),
    size,
    isShown: false,
    leading: gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? size * 1.75,
  };
}

/** The middles of the rooms that part columns. */
function guttersOf(body: readonly PageLine[], size: number): readonly number[] {
  const ends = body.flatMap(({ left, right }) => [
    { at: left, step: 1 },
    { at: right, step: -1 },
  ]);
  const fewest = Math.max(fewestInColumn, body.length * leastShare);
  let [across, before, opened] = [0, 0, 0];
  /** By the lines that begin before it: of several rooms up to the same column the last. */
  const rooms = new Map<number, number>();
  ends
    .toSorted((one, other) => one.at - other.at)
    .forEach(({ at, step }, index, all) => {
      across += step;
      if (step < 0) before += 1;
      else opened += 1;
      const next = all[index + 1]?.at ?? at;
      const isRoom = across <= body.length * mostAcross && next - at >= size * 0.7;
      if (isRoom && before >= fewest && body.length - opened >= fewest) rooms.set(opened, (at + next) / 2);
    });
  return [...rooms.values()];
}
