/** Where a text may be cut: the line before ends at `end`, the next starts at `next` (blanks between are in no line). */
export interface CutPlace {
  readonly end: number;
  readonly next: number;
  readonly cost: number;
}

/** Characters `from` (inclusive) to `to` (exclusive) on one line. */
export interface CutLine {
  readonly from: number;
  readonly to: number;
}

export interface Cutting {
  /** By rising `next`, all of them inside the text. */
  readonly places: readonly CutPlace[];
  readonly count: number;
  /** Width of the characters between two offsets; never less for more of them. */
  widthPt(from: number, to: number): number;
  readonly limitPt: number;
}

/** What lines of unlike length cost, and one line more than needed. */
const unevenCost = 3;
const moreLinesCost = 0.75;
/** A middle line shorter than both others is neither trapezium nor diamond: cost of a waist as deep as a line is long. */
const waistCost = 2;
/** Longer texts, in characters, are filled line by line: no title is as long, and evenness over pages is nothing anyone sees. */
export const longestWeighed = 400;

/**
 * Cuts a text that is wider than a line: into the fewest lines that hold it, or one more where that reads better, the
 * cheapest way. The work grows with the length of the text times that of a line, however long the text is.
 */
export function cutLines(cutting: Cutting): readonly CutLine[] {
  if (cutting.count > longestWeighed) return fillLines(cutting);
  const count = fewestLines(cutting);
  const fewest = count === undefined ? undefined : cutShapely(count, cutting);
  if (count === undefined || fewest === undefined) return [{ from: 0, to: cutting.count }];
  const more = count < cutting.count ? cutShapely(count + 1, cutting) : undefined;
  return more !== undefined && more.cost + moreLinesCost < fewest.cost ? more.lines : fewest.lines;
}

/** The two lines a text is best cut into, where that costs no more than asked. */
export function cutInTwo(cutting: Cutting, costsAtMost: number): readonly CutLine[] | undefined {
  if (cutting.count > longestWeighed) return undefined;
  const cut = cutInto(2, cutting);
  return cut !== undefined && cut.cost <= costsAtMost ? cut.lines : undefined;
}

/** As much on every line as it holds, as long texts are set; a piece without a place to cut stands on a line of its own. */
function fillLines({ places, count, widthPt, limitPt }: Cutting): readonly CutLine[] {
  const lines: CutLine[] = [];
  let from = 0;
  let last: CutPlace | undefined;
  for (const place of [...places, { end: count, next: count, cost: 0 }]) {
    if (place.end <= from) continue;
    if (last !== undefined && widthPt(from, place.end) > limitPt) {
      lines.push({ from, to: last.end });
      from = last.next;
    }
    last = place;
  }
  if (from < count) lines.push({ from, to: count });
  return lines;
}

interface Cut {
  readonly cost: number;
  readonly lines: readonly CutLine[];
}

/** More places than any title has; texts with more are cut without a look at their waist. */
const mostPlacesCompared = 120;

/** The cheapest cut into so many lines; three are compared all together, because only together they have a shape. */
function cutShapely(count: number, cutting: Cutting): Cut | undefined {
  const cheapest = cutInto(count, cutting);
  if (cheapest === undefined || count !== 3 || cutting.places.length > mostPlacesCompared) return cheapest;
  const { places, widthPt, limitPt } = cutting;
  const evenPt = widthPt(0, cutting.count) / count;
  let best: Cut | undefined;
  places.forEach((first, index) => {
    for (const second of places.slice(index + 1)) {
      const lines = [
        { from: 0, to: first.end },
        { from: first.next, to: second.end },
        { from: second.next, to: cutting.count },
      ];
      const widths = lines.map(({ from, to }) => widthPt(from, to));
      if (lines.some(({ from, to }) => from >= to) || Math.max(...widths) > limitPt) continue;
      const [top = 0, middle = 0, bottom = 0] = widths;
      const waist = (waistCost * Math.max(0, Math.min(top, bottom) - middle)) / evenPt;
      const uneven = widths.reduce((sum, width) => sum + unevenCost * ((width - evenPt) / evenPt) ** 2, 0);
      const cost = first.cost + second.cost + uneven + waist;
      if (best === undefined || cost < best.cost) best = { cost, lines };
    }
  });
  return best ?? cheapest;
}

/** A way to a place: what it cost and the place before it. */
interface Way {
  readonly cost: number;
  readonly from: number;
}

/** The start, the places, the end. */
function stops({ places, count }: Cutting): readonly CutPlace[] {
  return [{ end: 0, next: 0, cost: 0 }, ...places, { end: count, next: count, cost: 0 }];
}

/** How few lines hold the text; undefined when none do. */
function fewestLines(cutting: Cutting): number | undefined {
  const all = stops(cutting);
  const lines: (number | undefined)[] = [0];
  for (let to = 1; to < all.length; to += 1) {
    eachLineTo(to, all, cutting, (from) => {
      const count = lines[from];
      if (count !== undefined && count + 1 < (lines[to] ?? Infinity)) lines[to] = count + 1;
    });
  }
  return lines.at(-1);
}

/** Line by line, the cheapest way to each place. */
function cutInto(count: number, cutting: Cutting): Cut | undefined {
  const all = stops(cutting);
  const evenPt = cutting.widthPt(0, cutting.count) / count;
  const ways: (Way | undefined)[][] = [[{ cost: 0, from: 0 }]];
  for (let line = 1; line <= count; line += 1) {
    const before = ways[line - 1] ?? [];
    const reached: (Way | undefined)[] = [];
    const first = line === count ? all.length - 1 : line,
      last = line === count ? all.length : all.length - 1;
    for (let to = first; to < last; to += 1) reached[to] = cheapestWay(to, before, { all, cutting, evenPt });
    ways.push(reached);
  }
  const cost = ways[count]?.[all.length - 1]?.cost;
  return cost === undefined ? undefined : { cost, lines: linesOf(ways, all) };
}

interface Weighing {
  readonly all: readonly CutPlace[];
  readonly cutting: Cutting;
  readonly evenPt: number;
}

function cheapestWay(to: number, before: readonly (Way | undefined)[], { all, cutting, evenPt }: Weighing): Way | undefined {
  const own = all[to]?.cost ?? 0;
  let best: Way | undefined;
  eachLineTo(to, all, cutting, (from, widthPt) => {
    const way = before[from];
    if (way === undefined) return;
    const cost = way.cost + own + unevenCost * ((widthPt - evenPt) / evenPt) ** 2;
    if (best === undefined || cost <= best.cost) best = { cost, from };
  });
  return best;
}

/** Visits the places a line that ends at place `to` may start at, the nearest first; no farther back than a line is wide. */
function eachLineTo(
  to: number,
  all: readonly CutPlace[],
  { widthPt, limitPt }: Cutting,
  visit: (from: number, widthPt: number) => void,
): void {
  const end = all[to]?.end ?? 0;
  for (let from = to - 1; from >= 0; from -= 1) {
    const start = all[from]?.next ?? 0;
    if (start >= end) continue;
    const lineWidthPt = widthPt(start, end);
    if (lineWidthPt > limitPt) return;
    visit(from, lineWidthPt);
  }
}

function linesOf(ways: readonly (readonly (Way | undefined)[])[], all: readonly CutPlace[]): readonly CutLine[] {
  const lines: CutLine[] = [];
  let to = all.length - 1;
  for (let line = ways.length - 1; line > 0; line -= 1) {
    const from = ways[line]?.[to]?.from ?? 0;
    lines.unshift({ from: all[from]?.next ?? 0, to: all[to]?.end ?? 0 });
    to = from;
  }
  return lines;
}
