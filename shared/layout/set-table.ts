/** A table set: caption above, rules around every cell, rows that pages do not part unless they are higher than one. */
import { cellLineEnd, cellLines, type TableCell } from '../document/table.js';
import { markedPieces, sliceMarks } from '../document/text-marks.js';
import type { BlockOf } from './block.js';
import { mmToPt, type FittingStyle, type PageStyle, type TextStyle } from './page-style.js';
import { textArea, type SetBlock, type SetLine, type SetRow, type SetRule } from './set-block.js';
import { markStyle } from './set-body.js';
import { setRunningText, type Measure } from './set-text.js';
import { cellRoomPt, cellStyle, tableColumns, type TableColumn } from './table-columns.js';

/** Room above and below the lines of a cell, together, in which its rules stand. */
export const cellHeightRoomPt = 4;

/** A header higher than this part of a page is not repeated: it would leave no room for rows. */
const mostRepeated = 1 / 3;

/** How one row of a table stands on pages. */
export interface RowHeight {
  readonly heightPt: number;
  /** Every page that goes on with the table opens with it. */
  readonly isRepeated: boolean;
  /** It is higher than a page and goes on overleaf. */
  readonly isParted: boolean;
}

/** A table with its caption. */
export function setTable(block: BlockOf<'table'>, style: PageStyle): SetBlock {
  const hasCaption = block.caption.text !== '';
  const captions = (hasCaption ? setCell(block.caption, style.text.tableCaption, textArea(style), style.fitting) : []).map((line) => ({
    heightPt: line.heightPt,
    lines: [line],
    rules: [],
    keepsWithNext: true as const,
  }));
  const columns = tableColumns(block, style);
  const cells = block.rows.map((_, row) => setCells(row, { block, style, columns }));
  const heights = rowHeights(cells, block, style);
  const rows = cells.map((own, row): readonly SetRow[] => {
    if (heights[row]?.isParted) return partedRow(own, columns, style);
    const whole = wholeRow(own, heights[row]?.heightPt ?? 0, columns, style);
    return [row < block.headerRows && row + 1 < cells.length ? { ...whole, keepsWithNext: true } : whole];
  });
  const isRepeated = heights[0]?.isRepeated === true;
  const to = captions.length + rows.slice(0, block.headerRows).flat().length;
  return {
    role: 'tableCell',
    rows: [...captions, ...rows.flat()].map((row, index) => (index === 0 ? openingRow(row) : row)),
    ...(isRepeated ? { repeats: { from: captions.length, to } } : {}),
    spaceBeforePt: hasCaption ? style.text.tableCaption.spaceBeforePt : 0,
    spaceAfterPt: style.table.spaceAfterPt,
    keepWithNext: false,
    keepWithPrevious: false,
    keepTogether: false,
    region: 'body',
  };
}

/** How the rows of a table stand on pages. */
export function tableRowHeights(block: BlockOf<'table'>, style: PageStyle): readonly RowHeight[] {
  const columns = tableColumns(block, style);
  return rowHeights(
    block.rows.map((_, row) => setCells(row, { block, style, columns })),
    block,
    style,
  );
}

function rowHeights(rows: readonly (readonly CellLines[])[], { headerRows }: BlockOf<'table'>, style: PageStyle): readonly RowHeight[] {
  const pagePt = textArea(style).heightPt;
  const heights = rows.map((cells) => rowHeightPt(cells, style));
  const headerPt = heights.slice(0, headerRows).reduce((sum, heightPt) => sum + heightPt, 0);
  // A header without rows below it is the table itself.
  const repeats = headerRows < rows.length && headerPt <= pagePt * mostRepeated;
  const mostPt = pagePt - (repeats ? headerPt : 0);
  return heights.map((heightPt, row) => ({ heightPt, isRepeated: repeats && row < headerRows, isParted: heightPt > mostPt }));
}

interface Setting {
  readonly block: BlockOf<'table'>;
  readonly style: PageStyle;
  readonly columns: readonly TableColumn[];
}

type CellLines = readonly SetLine[];

function setCells(row: number, { block, style, columns }: Setting): readonly CellLines[] {
  const text = cellStyle(row, block, style);
  const room = cellRoomPt(style);
  // No mark hangs over a rule.
  const fitting = { ...style.fitting, hangingMarks: false };
  return (block.rows[row] ?? []).map((cell, column) => {
    const { leftPt, widthPt, align } = columns[column] ?? { leftPt: 0, widthPt: 0, align: 'center' };
    const flush = { ...text, leftIndentEm: 0, rightIndentEm: 0 };
    const own = row < block.headerRows ? flush : { ...flush, align };
    const lines = setCell(cell, own, { leftPt: leftPt + room, widthPt: widthPt - 2 * room }, fitting);
    return lines.map((line) => ({ ...line, cell: { row, column, isHeader: row < block.headerRows } }));
  });
}

/** The lines of a caption or cell, which stand without an indent; one without words has an empty line. */
function setCell(cell: TableCell, own: TextStyle, measure: Measure, fitting: FittingStyle): CellLines {
  const text = { ...own, firstLineIndentEm: 0 };
  if (cell.text === '') return [emptyLine(cell.start, text, measure)];
  let from = 0;
  return cellLines(cell.text).flatMap((words) => {
    const [start, marks] = [cell.start + from, sliceMarks(cell.marks, from, from + words.length)];
    from += words.length + cellLineEnd.length;
    if (words === '') return [emptyLine(start, text, measure)];
    const spans = markedPieces(words, marks).map((piece) => ({ text: piece.text, style: markStyle(text, piece.kinds) }));
    return setRunningText(spans, text, measure, fitting, 'p').flatMap(({ lines }) =>
      lines.map((line) => ({ ...line, first: false, startOffset: line.startOffset + start })),
    );
  });
}

function emptyLine(startOffset: number, text: TextStyle, { leftPt }: Measure): SetLine {
  const shape = { xPt: leftPt, dyPt: 0, heightPt: text.lineHeightPt, widthPt: 0 };
  return { ...shape, runs: [], text: '', startOffset, first: false, tag: 'p', furniture: false };
}

function rowHeightPt(cells: readonly CellLines[], { text }: PageStyle): number {
  const linesPt = cells.map((lines) => lines.reduce((sum, { heightPt }) => sum + heightPt, 0));
  return Math.max(text.tableCell.lineHeightPt, ...linesPt) + cellHeightRoomPt;
}

/** A row that pages do not part. */
function wholeRow(cells: readonly CellLines[], heightPt: number, columns: readonly TableColumn[], style: PageStyle): SetRow {
  const lines = cells.flatMap((own) => {
    const freePt = heightPt - own.reduce((sum, line) => sum + line.heightPt, 0);
    return own.map((line, index) => ({ ...line, dyPt: freePt / 2 + index * line.heightPt }));
  });
  const rules = [acrossRule(0, columns, style), ...downRules(heightPt, columns, style)];
  return { heightPt, lines, rules, endRules: [acrossRule(heightPt, columns, style)] };
}

/** A row higher than a page, as a row for each of its lines. */
function partedRow(cells: readonly CellLines[], columns: readonly TableColumn[], style: PageStyle): readonly SetRow[] {
  const count = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: count }, (_, index) => {
    const [isFirst, isLast] = [index === 0, index === count - 1];
    const above = isFirst ? cellHeightRoomPt / 2 : 0;
    const lines = cells.flatMap((own) => own.slice(index, index + 1).map((line) => ({ ...line, dyPt: above })));
    const linePt = Math.max(...lines.map((line) => line.heightPt));
    const heightPt = above + linePt + (isLast ? cellHeightRoomPt / 2 : 0);
    const top = [acrossRule(0, columns, style)];
    const down = downRules(heightPt, columns, style);
    return {
      heightPt,
      lines,
      rules: isFirst ? [...top, ...down] : down,
      ...(isFirst ? {} : { startRules: top }),
      endRules: [acrossRule(heightPt, columns, style)],
    };
  });
}

function acrossRule(dyPt: number, columns: readonly TableColumn[], { table }: PageStyle): SetRule {
  const [first, last] = [columns[0], columns.at(-1)];
  const leftPt = first?.leftPt ?? 0;
  const widthPt = (last?.leftPt ?? 0) + (last?.widthPt ?? 0) - leftPt;
  return { xPt: leftPt, dyPt, widthPt, heightPt: mmToPt(table.ruleThicknessMm), color: table.ruleColor };
}

/** A rule at the left of every column, and one at the table's right edge. */
function downRules(heightPt: number, columns: readonly TableColumn[], { table }: PageStyle): readonly SetRule[] {
  const widthPt = mmToPt(table.ruleThicknessMm);
  const last = columns.at(-1);
  const edges = [...columns.map(({ leftPt }) => leftPt), (last?.leftPt ?? 0) + (last?.widthPt ?? 0) - widthPt];
  return edges.map((xPt) => ({ xPt, dyPt: 0, widthPt, heightPt, color: table.ruleColor }));
}

/** The block's first line is where it opens. */
function openingRow(row: SetRow): SetRow {
  return { ...row, lines: row.lines.map((line, index) => (index === 0 ? { ...line, first: true } : line)) };
}
