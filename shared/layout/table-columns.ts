/** How wide the columns of a table are, and how their cells stand. */
import { cellLines } from '../document/table.js';
import type { BlockOf } from './block.js';
import { mmToPt, type PageStyle, type TextStyle } from './page-style.js';
import { textArea } from './set-block.js';
import { lineWidthPt } from './set-text.js';

/** One column of a table as it is set. */
export interface TableColumn {
  readonly leftPt: number;
  /** With the room at both sides of its words. */
  readonly widthPt: number;
  /** Short entries stand centred; where one of them runs over its line, all of them start at the left. */
  readonly align: 'center' | 'left';
}

/** Characters of the cells' type that every column has room for. */
const leastEm = 1;

/** The columns of a table side by side over the whole measure: by their set widths, else by what they hold. */
export function tableColumns(block: BlockOf<'table'>, style: PageStyle): readonly TableColumn[] {
  const area = textArea(style);
  const natural = naturalWidthsPt(block, style);
  const widths = toTwips(block.widths ? shared(block.widths, area.widthPt) : fitted(natural, area.widthPt, style), area.widthPt);
  let leftPt = area.leftPt;
  return widths.map((widthPt, index) => {
    const column = { leftPt, widthPt, align: (natural.body[index] ?? 0) < widthPt ? ('center' as const) : ('left' as const) };
    leftPt += widthPt;
    return column;
  });
}

/** Room at one side of a cell's words. */
export function cellRoomPt({ table }: PageStyle): number {
  return mmToPt(table.roomMm);
}

/** The style of a cell's text. */
export function cellStyle(row: number, { headerRows }: BlockOf<'table'>, { text }: PageStyle): TextStyle {
  return row < headerRows ? text.tableHead : text.tableCell;
}

interface NaturalWidths {
  readonly all: readonly number[];
  /** Of what stands below the header. */
  readonly body: readonly number[];
}

/** Room a column has beyond its words where there is enough: programs differ in how wide a cell is, and rules should not touch. */
const slackPt = 8;

/** Width of each column that parts no line of its cells. */
function naturalWidthsPt(block: BlockOf<'table'>, style: PageStyle): NaturalWidths {
  const room = 2 * cellRoomPt(style);
  const widthOf = (text: string, own: TextStyle): number =>
    Math.max(...cellLines(text).map((line) => (line === '' ? 0 : lineWidthPt([{ text: line, style: own }], style.fitting)))) + room;
  const columns = (block.rows[0] ?? []).map((_, column) =>
    block.rows.map((cells, row) => widthOf(cells[column]?.text ?? '', cellStyle(row, block, style))),
  );
  return {
    all: columns.map((widths) => Math.max(...widths)),
    body: columns.map((widths) => Math.max(0, ...widths.slice(block.headerRows))),
  };
}

function shared(shares: readonly number[], totalPt: number): readonly number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => (share / sum) * totalPt);
}

/** Columns that need less than their part get what they need; the others share what is left by what they hold. */
function fitted({ all }: NaturalWidths, totalPt: number, style: PageStyle): readonly number[] {
  const leastPt = Math.min(totalPt / all.length, leastEm * style.text.tableCell.pitchPt + 2 * cellRoomPt(style));
  const wanted = all.map((widthPt) => Math.max(leastPt, widthPt + slackPt));
  const sum = wanted.reduce((total, widthPt) => total + widthPt, 0);
  if (sum <= totalPt) return wanted.map((widthPt) => widthPt + (totalPt - sum) / wanted.length);
  const wide = new Set(wanted.keys());
  let leftPt = totalPt;
  for (let changed = true; changed; ) {
    const part = leftPt / wide.size;
    const narrow = [...wide].filter((index) => (wanted[index] ?? 0) <= part);
    changed = narrow.length > 0 && narrow.length < wide.size;
    for (const index of changed ? narrow : []) {
      wide.delete(index);
      leftPt -= wanted[index] ?? 0;
    }
  }
  const roots = new Map([...wide].map((index) => [index, Math.sqrt(wanted[index] ?? 0)] as const));
  const rootSum = [...roots.values()].reduce((total, root) => total + root, 0);
  return wanted.map((widthPt, index) => (wide.has(index) ? (leftPt * (roots.get(index) ?? 0)) / rootSum : widthPt));
}

/** Twentieths of a point, as Word has them; the last column takes what rounding leaves. */
function toTwips(widths: readonly number[], totalPt: number): readonly number[] {
  const edges = widths.reduce<readonly number[]>((found, widthPt) => [...found, (found.at(-1) ?? 0) + widthPt], [0]);
  const rounded = edges.map((edgePt, index) => (index === edges.length - 1 ? totalPt : Math.round(edgePt * 20) / 20));
  return rounded.slice(1).map((edgePt, index) => edgePt - (rounded[index] ?? 0));
}
