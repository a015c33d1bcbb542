/** Which tables of a Word file are tables of the text, and how their cells make one line. */
import { cellLineEnd, mostColumns, tableGrid, tableText, type TableForm } from '../../document/table.js';
import { plainLine } from '../../document/plain-characters.js';
import { latinFaceOfFont } from '../../layout/faces.js';
import { defaultPageStyle, mmToPt, type PageStyle, type TextStyle } from '../../layout/page-style.js';
import { tableColumns } from '../../layout/table-columns.js';
import { formLabel as label, labelledCell as labelled } from '../../recognize/form-labels.js';
import type { SourceLine, SourceRange } from '../../recognize/source-line.js';
import { plainText } from './asides.js';
import type { CellLook, WordCell, WordTable } from './word-document.js';

/** Styles of our own cells. */
const [headName, cellName] = ['表头文字', '表格文字'];
/** Cells of more words, over more paragraphs, hold an article. */
const [longestCell, mostCellParagraphs] = [1_000, 8];
/** A table of more is read line by line: nobody edits it here. */
const mostCells = 4_000;

/** What a cell calls the one beside it, without its colon; undefined where its words are none of a form's labels. */
export function labelOf({ blocks }: WordCell): string | undefined {
  const text = closed(plainText(blocks));
  return label.test(text) ? text.replace(/\s*[：:]$/u, '') : undefined;
}

/** Words without blanks: labels are spaced out to one width. */
function closed(text: string): string {
  return text.replace(/\s/gu, '');
}

/** Whether a table is one of the text: ours by its style, others by more than one row and column without labels of a form. */
export function isTextTable(table: WordTable): boolean {
  const cells = table.rows.flatMap((row) => row.cells);
  if (cells.length > mostCells || columnsOf(table) > mostColumns) return false;
  if (isOwnTable(table)) return true;
  if (table.rows.length < 2 || columnsOf(table) < 2) return false;
  const texts = cells.map(({ blocks }) => closed(plainText(blocks)));
  if (texts.filter((text) => text !== '').length < 3 || texts.some((text) => labelled.test(text))) return false;
  if (texts.filter((text) => label.test(text)).length > 1 && !isHeaderOf(table, texts)) return false;
  return cells.every(({ blocks }, index) => blocks.length <= mostCellParagraphs && (texts[index]?.length ?? 0) <= longestCell);
}

/** Whether its cells have our own styles. */
export function isOwnTable({ rows }: WordTable): boolean {
  const style = firstStyle(rows[0]?.cells[0]);
  return style === headName || style === cellName;
}

/** Labels side by side in the first row say what stands below them. */
function isHeaderOf({ rows }: WordTable, texts: readonly string[]): boolean {
  const first = rows[0]?.cells.length ?? 0;
  return first > 2 && texts.slice(first).every((text) => !label.test(text));
}

function columnsOf({ rows }: WordTable): number {
  return Math.max(0, ...rows.map(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0)));
}

function firstStyle(cell: WordCell | undefined): string {
  const block = cell?.blocks[0];
  return block?.kind === 'paragraph' ? block.styleName : '';
}

/** A cell as it was folded, with the columns it stands over. */
export interface FoldedCell {
  readonly lines: readonly SourceLine[];
  readonly span: number;
}

/** One text of a table with what of it is set apart. */
interface CellText {
  readonly text: string;
  readonly bold: readonly SourceRange[];
  readonly kai: readonly SourceRange[];
}

const emptyText: CellText = { text: '', bold: [], kai: [] };

/** The line that a table makes; the words of merged cells stand in the first of them. */
export function tableLine(
  table: WordTable,
  cells: readonly (readonly FoldedCell[])[],
  { number, caption }: { readonly number: number; readonly caption: SourceLine | undefined },
): SourceLine {
  const headerRows = headerRowsOf(table);
  const isOwn = isOwnTable(table);
  const rows = cells.map((row, at) =>
    row.flatMap(({ lines, span }) => [
      cellText(lines, { isHeader: at < headerRows, isOwn }),
      ...Array.from({ length: span - 1 }, () => emptyText),
    ]),
  );
  const columns = Math.max(1, ...rows.map(({ length }) => length));
  const square = rows.map((row) => [...row, ...Array.from({ length: columns - row.length }, () => emptyText)]);
  const head = caption ? cellText([caption], { isHeader: true, isOwn }) : emptyText;
  const all = [head, ...square.flat()];
  const text = tableText(
    head.text,
    square.map((row) => row.map((cell) => cell.text)),
  );
  const kai = shifted(all, ({ kai: own }) => own);
  return {
    line: number,
    text,
    bold: shifted(all, ({ bold }) => bold),
    ...(kai.length === 0 ? {} : { kai }),
    marks: caption?.marks ?? [],
    isParagraph: true,
    table: { headerRows, ...widthsPart(table, text, { headerRows, columns }) },
  };
}

/** Rows that say so, or are set so; else the first where all its cells are short words. */
function headerRowsOf({ rows }: WordTable): number {
  const isSet = rows.findIndex(({ cells }) => firstStyle(cells[0]) !== headName);
  if (isSet !== 0) return isSet < 0 ? rows.length : isSet;
  if (firstStyle(rows[0]?.cells[0]) === cellName) return 0;
  const marked = rows.findIndex(({ isHeader }) => !isHeader);
  if (marked !== 0) return marked < 0 ? rows.length : marked;
  const first = rows[0]?.cells.map(({ blocks }) => plainText(blocks).trim()) ?? [];
  return first.every((text) => text !== '' && text.length <= 20 && /\p{L}/u.test(text)) ? 1 : 0;
}

/** Lines of a cell, the blank ones left out, as one text. Bold that is the cell's own look is not emphasis. */
function cellText(lines: readonly SourceLine[], { isHeader, isOwn }: { readonly isHeader: boolean; readonly isOwn: boolean }): CellText {
  let text = '';
  const bold: SourceRange[] = [];
  const kai: SourceRange[] = [];
  for (const line of lines) {
    if (line.text.trim() === '') continue;
    if (text !== '') text += cellLineEnd;
    const words = line.text
      .split(/[\n\v\u2028]/u)
      .map(plainLine)
      .join(cellLineEnd);
    const by = text.length;
    const ranges = (own: readonly SourceRange[] = []) => own.map(({ start, end }) => ({ start: start + by, end: end + by }));
    if (words.length === line.text.length) {
      bold.push(...ranges(line.bold));
      kai.push(...ranges(line.kai));
    }
    text += words;
  }
  const isWhole = (own: readonly SourceRange[]) => own.reduce((sum, { start, end }) => sum + end - start, 0) >= text.length;
  const keeps = (own: readonly SourceRange[]) => isOwn || (!isHeader && !isWhole(own));
  return { text, bold: keeps(bold) ? bold : [], kai: keeps(kai) ? kai : [] };
}

function shifted(cells: readonly CellText[], of: (cell: CellText) => readonly SourceRange[]): readonly SourceRange[] {
  let at = 0;
  return cells.flatMap((cell) => {
    const ranges = of(cell).map(({ start, end }) => ({ start: start + at, end: end + at }));
    at += cell.text.length + 1;
    return ranges;
  });
}

/** The default style with the measure and the type of a table: our widths by what columns hold go by those of the file's own style. */
function styleOfTable(measurePt: number, looks: WordTable['looks']): PageStyle {
  const { paper, marginMm, text, table, fitting } = defaultPageStyle;
  const style = { ...defaultPageStyle, marginMm: { ...marginMm, left: 0, right: paper.widthMm - measurePt / mmToPt(1) } };
  if (!looks) return style;
  const { latin, roomPt } = looks.last;
  const latinFace = latin === undefined ? undefined : latinFaceOfFont(latin);
  return {
    ...style,
    table: roomPt === undefined ? table : { ...table, roomMm: roomPt / mmToPt(1) },
    fitting: latinFace ? { ...fitting, latinFace } : fitting,
    text: { ...text, tableHead: setIn(text.tableHead, looks.first), tableCell: setIn(text.tableCell, looks.last) },
  };
}

function setIn(text: TextStyle, { sizePt, spacingPt, scaleX }: CellLook): TextStyle {
  return { ...text, sizePt, scaleX, pitchPt: sizePt * scaleX + spacingPt };
}

/** Widths that were set, not those a program gave the columns by itself: all alike, or ours by what they hold. */
function widthsPart(
  { widths, looks }: WordTable,
  text: string,
  { headerRows, columns }: { readonly headerRows: number; readonly columns: number },
): Pick<TableForm, 'widths'> {
  const sum = widths.reduce((total, width) => total + width, 0);
  if (widths.length !== columns || columns < 2 || sum <= 0 || widths.some((width) => width <= 0)) return {};
  const shares = widths.map((width) => width / sum);
  const block = { kind: 'table' as const, place: { part: 'paragraph' as const }, ...tableGrid({ text }), headerRows };
  const own = tableColumns(block, styleOfTable(sum / 20, looks)).map(({ widthPt }) => widthPt);
  const ownSum = own.reduce((total, width) => total + width, 0);
  const isLike = (others: readonly number[], most: number) =>
    shares.every((share, column) => Math.abs(share - (others[column] ?? 0)) < most);
  const isOwn = isLike(
    own.map((width) => width / ownSum),
    0.002,
  );
  if (
    isOwn ||
    isLike(
      shares.map(() => 1 / columns),
      0.02,
    )
  )
    return {};
  return { widths: shares.map((share) => Math.max(1, Math.round(share * 1000))) };
}
