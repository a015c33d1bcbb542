/** Where the running text of a PDF's page stands: in one column, or in several side by side. */
import type { PageLine } from './pdf-piece.js';

/** Where running text stands. */
export interface Measure {
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly leading: number;
}

/** Lines in a column, at least, and their share of a page's. */
const [fewestInColumn, leastShare] = [4, 0.15];
/** Share of the lines that may stand over the room between columns. */
const mostAcross = 0.15;

/** The measure each line of a page stands in; one over several columns stands in that of the page. */
export function measuresOf(lines: readonly PageLine[], size: number): (line: PageLine) => Measure {
  const body = lines.filter((line) => Math.abs(line.size - size) <= size * 0.1);
  const whole = measureOf(body, size);
  const gutters = guttersOf(body, size);
  if (gutters.length === 0) return () => whole;
  const columns = [...gutters, Infinity].map((end, at) => ({ start: gutters[at - 1] ?? -Infinity, end }));
  const isIn = ({ left, right }: PageLine, { start, end }: { readonly start: number; readonly end: number }): boolean =>
    left > start - size && right < end + size && (left + right) / 2 > start && (left + right) / 2 < end;
  const measured = columns.map((column) => ({
    column,
    measure: measureOf(
      body.filter((line) => isIn(line, column)),
      size,
    ),
  }));
  return (line) => measured.find(({ column }) => isIn(line, column))?.measure ?? whole;
}

function measureOf(body: readonly PageLine[], size: number): Measure {
  const gaps = body.flatMap((line, at) => (at > 0 ? [(body[at - 1]?.y ?? 0) - line.y] : [])).filter((gap) => gap > size * 0.8);
  return {
    left: body.reduce((least, { left }) => Math.min(least, left), Infinity),
    right: body.reduce((most, { right }) => Math.max(most, right), -Infinity),
    size,
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
