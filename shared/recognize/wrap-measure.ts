/** The width at which the lines of a hard-wrapped text were broken. */
import type { Line } from './line.js';
import { byCells, byCharacters, byColumns, type Ruler } from './text-columns.js';

/** Narrowest and widest measure of text broken into lines, in columns: 18 and 80 characters. */
const [narrowest, widest] = [36, 160];
/** A full line with a digit among characters of two columns ends a column before the measure. */
const shortDigit = 1;
/** A line may be short of the measure by a mark that could not stand at its head, or by a word. */
export const slack = 6;
/** A mark that hangs over the edge makes a line wider. */
const hang = 2.5;
const fewestFull = 4;
/** Fewest full lines with digits or letters, to tell how a program counts them. */
const fewestTelling = 2;
const fewestNarrow = 2.5;

/** A word that no line is wide enough for: an address. */
const unbroken = /[!-~]{30,}/u;

/** Marks after which a paragraph may end. */
export const stop = /[。！？!?…：:；;][”’"'）)》〉】〕\]]*$/u;
/** Marks that may hang over the edge of a line. */
export const mark = /[，。、；：！？”’）》〉】〕,.;:!?]$/u;

/** How the lines of a text were broken. */
export interface Measure {
  /** Columns that full lines have, their indents included. */
  readonly columns: number;
  readonly ruler: Ruler;
}

/**
 * The measure that lines of running text were broken at, by the way of counting that makes full lines alike; undefined
 * where lines are whole paragraphs.
 */
export function findMeasure(lines: readonly Line[]): Measure | undefined {
  const [onPage, inCells, counted] = [byColumns, byCells, byCharacters].map((ruler) => measureBy(lines, ruler));
  // Lines that are widest by the room between characters and digits were broken by a program that leaves none.
  const wide = onPage && inCells && onPage.measure.columns > inCells.measure.columns ? inCells : (onPage ?? inCells);
  return (counted && counted.alike >= leastAlike && counted.alike > (wide?.alike ?? 0) ? counted : wide)?.measure;
}

/** Share of the full lines that have to be alike, for a text to be taken for cut after so many characters. */
const leastAlike = 0.8;

function measureBy(lines: readonly Line[], ruler: Ruler): { readonly measure: Measure; readonly alike: number } | undefined {
  const long = lines
    .map((line) => ({ line, columns: lineColumns(line, ruler) }))
    .filter(({ line, columns }) => columns >= narrowest - shortDigit && !unbroken.test(line.text));
  const bare = long.filter(({ line, columns }) => columns <= widest && !mark.test(line.text) && byColumns.doubtOf(line.text) === 0);
  const edge = commonEdge(bare.map(({ columns }) => columns));
  if (edge === undefined || edge < narrowest) return undefined;
  const full = long.filter(({ columns }) => columns >= edge - slack && columns <= edge + hang);
  const wider = long.filter(({ columns }) => columns > edge + hang);
  const unfinished = full.filter(({ line }) => !stop.test(line.text));
  const isWrapped =
    full.length >= fewestFull && full.length * 2 >= long.length && wider.length * 8 <= full.length && unfinished.length * 2 >= full.length;
  const ended = bare.filter(({ columns }) => columns >= edge - slack);
  const shareAlike = (some: typeof ended) => some.filter(({ columns }) => Math.abs(columns - edge) < 0.1).length / some.length;
  // Where there is hardly anything but Chinese characters, both ways of counting are one.
  const telling = ended.filter(({ line }) => byCharacters.widthOf(line.text) - byColumns.widthOf(line.text) >= fewestNarrow);
  const alike = telling.length < fewestTelling ? 0 : Math.min(shareAlike(telling), shareAlike(ended));
  return isWrapped ? { measure: { columns: edge, ruler }, alike } : undefined;
}

/** Columns of a line with the indent it is set with. */
export function lineColumns(line: Line, ruler: Ruler): number {
  return ruler.widthOf(line.text) + line.indent;
}

/**
 * The right edge of the widest of the heaps that widths lie in. First lines of paragraphs whose indents are lost make a
 * heap of their own, two characters narrower.
 */
function commonEdge(widths: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const heaps = [...counts.keys()].map((edge) => ({ edge, count: countWithin(counts, edge - heapWidth, edge) }));
  const most = Math.max(0, ...heaps.map(({ count }) => count));
  const right = Math.max(...heaps.filter(({ count }) => count >= Math.max(2, most / 2)).map(({ edge }) => edge));
  const near = heaps.filter(({ edge }) => edge > right - heapWidth && edge <= right);
  const fullest = Math.max(...near.map(({ count }) => count));
  return near.length === 0 ? undefined : Math.min(...near.filter(({ count }) => count === fullest).map(({ edge }) => edge));
}

/** Lines of one measure are as wide as it, or a column or so narrower for a digit or letter. */
const heapWidth = 2;

function countWithin(counts: ReadonlyMap<number, number>, from: number, to: number): number {
  let sum = 0;
  for (const [width, count] of counts) if (width > from && width <= to) sum += count;
  return sum;
}
