/** The width at which the lines of a hard-wrapped text were broken. */
import type { Line } from './line.js';
import { byCells, byCharacters, byColumns, type Ruler } from './text-columns.js';

/** Narrowest and widest measure of text broken into lines, in columns: 18 and 80 characters. */
const [narrowest, widest] = [36, 160];
/** A full line with a digit among characters of two columns ends a column before the measure. */
const shortDigit = 1;
/** A line may be short of the measure by a mark that could not stand at its head, or by a word. */
export const slack = 6;
/** Columns that lines may differ by from what we count; Chinese characters alone fill a line to the full. */
export const tolerance = 0.6;
/** A mark that hangs over the edge makes a line wider. */
const hang = 2.5;
const fewestFull = 4;
/** Columns that Chinese paragraphs are indented by: two characters. Taken out of a PDF, it may be less or nothing. */
export const usualIndent = 4;
/** Fewest full lines with digits or letters, to tell how a program counts them. */
const fewestTelling = 2;
const fewestNarrow = 2.5;

/** A word that no line is wide enough for: an address. */
export const unbroken = /[!-~]{30,}/u;

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
 * Measures that lines of running text may have been broken at, by the ways of counting that make full lines, the likeliest
 * first; none where lines are whole paragraphs. A way that makes them all alike is the program's own, and the only one.
 */
export function findMeasures(lines: readonly Line[]): readonly Measure[] {
  const [onPage = [], inCells = [], counted = []] = [byColumns, byCells, byCharacters].map((ruler) => measuresBy(lines, ruler));
  // Lines that are widest by the room between characters and digits were likely broken by a program that leaves none.
  const isWidened = onPage[0] && inCells[0] && onPage[0].measure.columns > inCells[0].measure.columns;
  const wide = isWidened ? [...inCells, ...onPage] : [...onPage, ...inCells];
  const [byNumber] = counted;
  if (byNumber && byNumber.alike >= leastAlike && byNumber.alike > (wide[0]?.alike ?? 0)) return [byNumber.measure];
  return wide.map(({ measure }) => measure);
}

/** Share of the full lines that have to be alike, for a text to be taken for cut after so many characters. */
const leastAlike = 0.8;

interface FoundMeasure {
  readonly measure: Measure;
  /** Share of the full lines that are just as wide. */
  readonly alike: number;
}

/**
 * The measures by one way of counting, the edge that most lines have first: where paragraphs are short and their indents are
 * lost, those are first lines, and the measure is as much wider.
 */
function measuresBy(lines: readonly Line[], ruler: Ruler): readonly FoundMeasure[] {
  const long = lines
    .map((line) => ({ line, columns: lineColumns(line, ruler) }))
    .filter(({ line, columns }) => columns >= narrowest - shortDigit && !unbroken.test(line.text));
  const bare = long.filter(({ line, columns }) => columns <= widest && !mark.test(line.text) && byColumns.doubtOf(line.text) === 0);
  const common = commonEdge(bare.map(({ columns }) => columns));
  if (common === undefined) return [];
  // Where there is hardly anything but Chinese characters, both ways of counting are one.
  const ended = bare.filter(({ columns }) => columns >= common - slack);
  const telling = ended.filter(({ line }) => byCharacters.widthOf(line.text) - byColumns.widthOf(line.text) >= fewestNarrow);
  const shareAlike = (some: typeof ended) => some.filter(({ columns }) => Math.abs(columns - common) < 0.1).length / some.length;
  const alike = telling.length < fewestTelling ? 0 : Math.min(shareAlike(telling), shareAlike(ended));
  const further = bare.filter(({ columns }) => columns > common && columns <= common + usualIndent + tolerance);
  const widestSeen = further.reduce((most, { columns }) => Math.max(most, columns), common);
  return [...new Set([common, widestSeen])]
    .filter((edge) => isWrappedAt(edge, long))
    .map((columns) => ({ measure: { columns, ruler }, alike: columns === common ? alike : 0 }));
}

/** Whether most long lines are as wide as this edge, hardly one wider, and most of them end within a sentence. */
function isWrappedAt(edge: number, long: readonly { readonly line: Line; readonly columns: number }[]): boolean {
  const full = long.filter(({ columns }) => columns >= edge - slack && columns <= edge + hang);
  const wider = long.filter(({ columns }) => columns > edge + hang);
  const unfinished = full.filter(({ line }) => !stop.test(line.text));
  return (
    edge >= narrowest &&
    full.length >= fewestFull &&
    full.length * 2 >= long.length &&
    wider.length * 8 <= full.length &&
    unfinished.length * 2 >= full.length
  );
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
