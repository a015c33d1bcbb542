import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell as WordCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IBorderOptions,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import { cellLineEnd, cellLines, type TableCell } from '../../document/table.js';
import { markedPieces, sliceMarks } from '../../document/text-marks.js';
import type { BlockOf } from '../../layout/block.js';
import { mmToPt, type PageStyle } from '../../layout/page-style.js';
import { tableRowHeights, type RowHeight } from '../../layout/set-table.js';
import { cellRoomPt, cellStyle, tableColumns, type TableColumn } from '../../layout/table-columns.js';
import { mmToEighths, ptToTwips, toHex, toPageBox } from './measures.js';
import { runningRuns } from './running-runs.js';
import { anchorStyleName, paragraphStyleNames } from './style-names.js';

/** What stands around a table. */
export interface TableSurroundings {
  /** Bookmarks before its first words. */
  readonly marks: readonly ParagraphChild[];
  /** Space below it; undefined where a paragraph that brings none in follows. */
  readonly gapPt: number | undefined;
  readonly opensPage: boolean;
}

/** Height of the unseen line that parts a table from what follows. */
const anchorPt = 1;

/**
 * A table with its caption: a real one, its header repeated on every page, each row at least as high as ours. Lines within
 * a cell are paragraphs. Where another table, a title or 版记 follows, an unseen line holds the space between.
 */
export function tableElements(
  block: BlockOf<'table'>,
  style: PageStyle,
  { marks, gapPt, opensPage }: TableSurroundings,
): readonly (Paragraph | Table)[] {
  const breaks = opensPage ? { pageBreakBefore: true } : {};
  const hasCaption = block.caption.text !== '';
  const caption = new Paragraph({
    style: paragraphStyleNames.tableCaption.id,
    ...breaks,
    children: [...marks, ...captionRuns(block.caption, style)],
  });
  const columns = tableColumns(block, style);
  const heights = tableRowHeights(block, style);
  const { textWidth } = toPageBox(style);
  const table = new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: columnTwips(columns, textWidth),
    layout: TableLayoutType.FIXED,
    margins: { top: 0, right: 0, bottom: 0, left: 0 },
    borders: tableBorders(style),
    rows: block.rows.map((cells, row) => {
      const opening = (column: number) => (hasCaption || row + column > 0 ? {} : { ...breaks, marks });
      return new TableRow({
        ...rowOptions(heights[row]),
        children: cells.map((cell, column) => wordCell(cell, { block, style, row, column: columns[column], ...opening(column) })),
      });
    }),
  });
  const anchor = new Paragraph({ style: anchorStyleName.id, spacing: { after: ptToTwips(Math.max(0, (gapPt ?? 0) - anchorPt)) } });
  return [...(hasCaption ? [caption] : []), table, ...(gapPt === undefined ? [] : [anchor])];
}

function captionRuns(caption: TableCell, style: PageStyle): readonly ParagraphChild[] {
  return linesOf(caption, style.text.tableCaption).flatMap((runs, index) => [...(index === 0 ? [] : [new TextRun({ break: 1 })]), ...runs]);
}

/** The lines of a caption or cell, each in runs of like emphasis. */
function linesOf(cell: TableCell, style: ReturnType<typeof cellStyle>): readonly (readonly TextRun[])[] {
  let from = 0;
  return cellLines(cell.text).map((text) => {
    const marks = sliceMarks(cell.marks, from, from + text.length);
    from += text.length + cellLineEnd.length;
    return runningRuns(
      markedPieces(text, marks).map((piece) => ({ part: piece.kinds, text: piece.text, style })),
      {},
    );
  });
}

function columnTwips(columns: readonly TableColumn[], textWidth: number): number[] {
  const edges = [...columns.slice(1).map(({ leftPt }) => ptToTwips(leftPt - (columns[0]?.leftPt ?? 0))), textWidth];
  return edges.map((edge, index) => edge - (edges[index - 1] ?? 0));
}

function rowOptions(height: RowHeight | undefined): Omit<ConstructorParameters<typeof TableRow>[0], 'children'> {
  if (height === undefined) return {};
  return {
    ...(height.isRepeated ? { tableHeader: true } : {}),
    ...(height.isParted ? {} : { cantSplit: true, height: { value: ptToTwips(height.heightPt), rule: HeightRule.ATLEAST } }),
  };
}

interface CellSetting {
  readonly block: BlockOf<'table'>;
  readonly style: PageStyle;
  readonly row: number;
  readonly column: TableColumn | undefined;
  readonly marks?: TableSurroundings['marks'];
  readonly pageBreakBefore?: boolean;
}

function wordCell(cell: TableCell, { block, style, row, column, marks, pageBreakBefore }: CellSetting): WordCell {
  const isHeader = row < block.headerRows;
  const room = cellRoomPt(style);
  // Words start behind the half of the rule that stands within the cell; lines end short of the other edge by the whole room.
  const left = ptToTwips(Math.max(0, room - mmToPt(style.table.ruleThicknessMm) / 2));
  const lines = linesOf(cell, cellStyle(row, block, style));
  const options: IParagraphOptions = {
    style: isHeader ? paragraphStyleNames.tableHead.id : paragraphStyleNames.tableCell.id,
    ...(isHeader || column?.align !== 'center' ? {} : { alignment: AlignmentType.CENTER }),
    ...(isHeader && block.headerRows < block.rows.length ? { keepNext: true } : {}),
  };
  return new WordCell({
    width: { size: ptToTwips(column?.widthPt ?? 0), type: WidthType.DXA },
    margins: { top: 0, bottom: 0, left, right: ptToTwips(room) },
    verticalAlign: VerticalAlignTable.CENTER,
    children: lines.map(
      (runs, index) =>
        new Paragraph({
          ...options,
          ...(pageBreakBefore && index === 0 ? { pageBreakBefore } : {}),
          children: index === 0 ? [...(marks ?? []), ...runs] : [...runs],
        }),
    ),
  });
}

function tableBorders({
  table,
}: PageStyle): Readonly<Record<'top' | 'bottom' | 'left' | 'right' | 'insideHorizontal' | 'insideVertical', IBorderOptions>> {
  const rule: IBorderOptions = { style: BorderStyle.SINGLE, size: mmToEighths(table.ruleThicknessMm), color: toHex(table.ruleColor) };
  return { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule };
}
