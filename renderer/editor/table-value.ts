/** A table in the editor: its node, its lines (caption and cells) and where each stands in the paragraph's text. */
import { Node } from 'slate';
import {
  cellLineEnd,
  isTable,
  normalizeTable,
  tableGrid,
  tableText,
  type TableForm,
  type TableParagraph,
} from '../../shared/document/table.js';
import type { Paragraph } from '../../shared/document/issue.js';
import { markKinds } from '../../shared/document/mark-kinds.js';
import { plainLine } from '../../shared/document/plain-characters.js';
import { markedPieces, marksPart, normalizeMarks, type Marks } from '../../shared/document/text-marks.js';
import type { ArticleText, CaptionLine, CellLine, TableNode, TableRow } from './slate-types.js';

/** A caption or cell, with its path within the table and where it starts in the table's text. */
export interface TableLine {
  readonly line: CaptionLine | CellLine;
  readonly path: readonly number[];
  readonly start: number;
}

/** The caption and all cells in reading order. */
export function tableLines(table: TableNode): readonly TableLine[] {
  let start = 0;
  const place = (line: CaptionLine | CellLine, path: readonly number[]): TableLine => {
    const own = { line, path, start };
    start += Node.string(line).length + 1;
    return own;
  };
  return table.children.flatMap((child, index) =>
    child.type === 'row' ? child.children.map((cell, column) => place(cell, [index, column])) : [place(child, [index])],
  );
}

/** The rows of a table. */
export function rowsOf(table: TableNode): readonly TableRow[] {
  return table.children.filter((child) => child.type === 'row');
}

/** The text of a table as its paragraph has it. */
export function tableNodeText(table: TableNode): string {
  const caption = table.children.find((child) => child.type === 'caption');
  return tableText(
    caption ? lineText(caption) : '',
    rowsOf(table).map(({ children }) => children.map(lineText)),
  );
}

/** Lines within a cell are parted by a break in the editor. */
function lineText(line: CaptionLine | CellLine): string {
  return Node.string(line).split('\n').map(plainLine).join(cellLineEnd);
}

/** The texts of a caption or cell, its lines parted as the editor parts them. */
export function cellTexts(text: string, marks?: Marks): ArticleText[] {
  return markedPieces(text.replaceAll(cellLineEnd, '\n'), marks).map((piece) => ({
    text: piece.text,
    ...Object.fromEntries(piece.kinds.map((kind) => [kind, true])),
  }));
}

/** A paragraph that holds a table as a node. */
export function tableToNode(paragraph: TableParagraph): TableNode {
  const { caption, rows } = tableGrid(normalizeTable(paragraph));
  const children = ({ text, marks }: { readonly text: string; readonly marks?: Marks }): ArticleText[] => cellTexts(text, marks);
  return {
    type: 'table',
    id: paragraph.id,
    form: paragraph.table,
    ...(paragraph.from ? { from: paragraph.from } : {}),
    children: [
      { type: 'caption', children: children(caption) },
      ...rows.map(
        (cells): TableRow => ({ type: 'row', children: cells.map((cell): CellLine => ({ type: 'cell', children: children(cell) })) }),
      ),
    ],
  };
}

/** A node as the paragraph it stands for. */
export function nodeToTable(node: TableNode): Paragraph {
  return normalizeTable({
    id: node.id,
    text: tableNodeText(node),
    ...marksPart(tableMarks(node)),
    table: node.form,
    ...(node.from ? { from: node.from } : {}),
  });
}

function tableMarks(node: TableNode): Marks {
  const marks = tableLines(node).flatMap(({ line, start }) => {
    let at = start;
    return line.children.flatMap((child) => {
      const from = at;
      at += child.text.length;
      return markKinds.flatMap((kind) => (child[kind] ? [{ from, to: at, kind }] : []));
    });
  });
  return normalizeMarks(marks, tableNodeText(node).length);
}

/** A table without words. */
export function emptyTable(id: string, rows: number, columns: number, form: TableForm = { headerRows: 1 }): TableNode {
  const text = tableText(
    '',
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => '')),
  );
  const paragraph = { id, text, table: form };
  if (!isTable(paragraph)) throw new TypeError('no table');
  return tableToNode(paragraph);
}
