/** Tables of a PDF that are drawn with lines: which cells the lines make, and what stands in them. */
import { mostColumns } from '../document/table.js';
import type { PdfPiece, PdfRule } from './pdf-piece.js';

/** A cell: over which rows and columns it stands, and where. */
export interface RuledCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly pieces: PdfPiece[];
}

export interface RuledTable {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly rows: number;
  /** Where its columns end, from the left. */
  readonly edges: readonly number[];
  readonly cells: readonly RuledCell[];
}

/** How far apart ends of lines may be that meet. */
const near = 2.5;
const [mostLines, mostRows] = [1_500, 200];

/** A straight line: its place, and from where to where it goes. */
export interface Stroke {
  readonly at: number;
  from: number;
  to: number;
}

/** The tables the lines of a page make, each with two rows and two columns at least, without what stands in them. */
export function ruledTables(rules: readonly PdfRule[]): readonly RuledTable[] {
  const steep = rules.filter((rule) => rule.x2 - rule.x1 <= rule.y2 - rule.y1);
  const across = acrossIn(rules);
  const down = joinedStrokes(steep.map(({ x1, x2, y1, y2 }) => ({ at: (x1 + x2) / 2, from: y1, to: y2 })));
  if (across.length < 3 || down.length < 3 || across.length + down.length > mostLines) return [];
  return groupsOf(across, down).flatMap((group) => tableOf(group) ?? []);
}

/** The lines across, each whole. */
export function acrossIn(rules: readonly PdfRule[]): readonly Stroke[] {
  const flat = rules.filter((rule) => rule.x2 - rule.x1 > rule.y2 - rule.y1);
  return flat.length > mostLines ? [] : joinedStrokes(flat.map(({ x1, x2, y1, y2 }) => ({ at: (y1 + y2) / 2, from: x1, to: x2 })));
}

/** Pieces of one line as one: cells are often drawn each for itself. */
function joinedStrokes(strokes: readonly Stroke[]): readonly Stroke[] {
  const joined: Stroke[] = [];
  let row: Stroke[] = [];
  for (const stroke of strokes.toSorted((one, other) => one.at - other.at)) {
    const [first] = row;
    if (first && stroke.at - first.at > near) {
      joined.push(...endToEnd(row));
      row = [];
    }
    row.push(stroke);
  }
  return [...joined, ...endToEnd(row)];
}

function endToEnd(row: readonly Stroke[]): readonly Stroke[] {
  const [first] = row;
  const joined: Stroke[] = [];
  for (const { from, to } of row.toSorted((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to + near) last.to = Math.max(last.to, to);
    else joined.push({ at: first?.at ?? 0, from, to });
  }
  return joined;
}

interface Group {
  readonly across: Stroke[];
  readonly down: Stroke[];
}

/** Lines that hang together by crossing or meeting. */
function groupsOf(across: readonly Stroke[], down: readonly Stroke[]): readonly Group[] {
  const groups: Group[] = [];
  const left = new Set(down);
  for (const line of across) {
    const crossed = [...left].filter((other) => meets(line, other));
    const own = groups.filter((group) => group.down.some((other) => meets(line, other)));
    const [home = { across: [], down: [] }, ...others] = own;
    if (own.length === 0) groups.push(home);
    home.across.push(line);
    for (const other of crossed) {
      left.delete(other);
      home.down.push(other);
    }
    for (const other of others) {
      home.across.push(...other.across);
      home.down.push(...other.down);
      groups.splice(groups.indexOf(other), 1);
    }
  }
  return groups;
}

function meets(across: Stroke, down: Stroke): boolean {
  return down.at >= across.from - near && down.at <= across.to + near && across.at >= down.from - near && across.at <= down.to + near;
}

function tableOf({ across, down }: Group): RuledTable | undefined {
  const ys = placesOf(across).toReversed();
  const xs = placesOf(down);
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  if (rows < 2 || columns < 2 || rows > mostRows || columns > mostColumns) return undefined;
  const place = (places: readonly number[], at: number): number => places[at] ?? 0;
  const middle = (places: readonly number[], at: number): number => (place(places, at) + place(places, at + 1)) / 2;
  const taken = new Set<number>();
  const isFree = (row: number, column: number): boolean => column < columns && !taken.has(row * columns + column);
  const cells: RuledCell[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (!isFree(row, column)) continue;
      let [wide, high] = [1, 1];
      while (isFree(row, column + wide) && !isParted(down, place(xs, column + wide), middle(ys, row))) wide += 1;
      while (row + high < rows && !isParted(across, place(ys, row + high), middle(xs, column))) high += 1;
      for (let each = 0; each < high * wide; each += 1) taken.add((row + Math.floor(each / wide)) * columns + column + (each % wide));
      const [left, right] = [place(xs, column), place(xs, column + wide)];
      cells.push({ row, column, rows: high, columns: wide, left, right, top: place(ys, row), bottom: place(ys, row + high), pieces: [] });
    }
  }
  return { left: place(xs, 0), right: place(xs, columns), top: place(ys, 0), bottom: place(ys, rows), rows, edges: xs, cells };
}

/** Whether a line stands at a place, where it passes the middle of a cell. */
function isParted(strokes: readonly Stroke[], at: number, middle: number): boolean {
  return strokes.some((stroke) => Math.abs(stroke.at - at) <= near && stroke.from <= middle && stroke.to >= middle);
}

/** Where lines stand, in rising order; those next to each other are one. */
function placesOf(strokes: readonly Stroke[]): readonly number[] {
  const places: number[] = [];
  for (const at of strokes.map((stroke) => stroke.at).toSorted((one, other) => one - other)) {
    if (at - (places.at(-1) ?? Number.NEGATIVE_INFINITY) > near) places.push(at);
  }
  return places;
}

/** Which cell of a table a piece stands in, by its middle. */
export function cellUnder(table: RuledTable, { x, y, width, size }: PdfPiece): RuledCell | undefined {
  const [middle, height] = [x + width / 2, y + size * 0.3];
  if (middle < table.left || middle > table.right || height > table.top || height < table.bottom) return undefined;
  return table.cells.find(({ left, right, top, bottom }) => middle >= left && middle <= right && height <= top && height >= bottom);
}
