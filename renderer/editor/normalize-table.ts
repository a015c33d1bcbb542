/** The schema of a table in Slate: a caption, then rows of as many cells, texts in them. Nothing here takes a character away. */
import { Element, Text, Transforms, type Node, type Path } from 'slate';
import type { ArticleEditorInstance, CaptionLine, CellLine, ParagraphBlock, TableNode, TableRow } from './slate-types.js';

const emptyCell: CellLine = { type: 'cell', children: [{ text: '' }] };
const emptyCaption: CaptionLine = { type: 'caption', children: [{ text: '' }] };

/** Brings a table or a part of one into the schema; false when it already was. */
export function normalizeTableNode(editor: ArticleEditorInstance, node: Element, path: Path): boolean {
  if (node.type === 'table')
    return normalizeParts(editor, node, path) || squareRows(editor, node, path) || normalizeForm(editor, node, path);
  if (node.type === 'row') return normalizeCells(editor, node, path);
  return flattenLine(editor, node, path);
}

function normalizeParts(editor: ArticleEditorInstance, table: TableNode, path: Path): boolean {
  const parts = table.children as readonly Node[];
  const [first] = parts;
  if (Text.isText(first)) return wrap(editor, { ...emptyCaption, children: [] }, [...path, 0]);
  if (!Element.isElement(first) || first.type === 'row') return insert(editor, emptyCaption, [...path, 0]);
  if (first.type !== 'caption') return retype(editor, 'caption', [...path, 0]);
  const index = parts.findIndex((part, at) => at > 0 && !(Element.isElement(part) && part.type === 'row'));
  if (index > 0)
    return Text.isText(parts[index])
      ? wrap(editor, { type: 'row', children: [] }, [...path, index])
      : retype(editor, 'row', [...path, index]);
  return parts.length === 1 ? insert(editor, { type: 'row', children: [emptyCell] }, [...path, 1]) : false;
}

function normalizeCells(editor: ArticleEditorInstance, row: TableRow, path: Path): boolean {
  const cells = row.children as readonly Node[];
  const index = cells.findIndex((cell) => !(Element.isElement(cell) && cell.type === 'cell'));
  if (index < 0) return false;
  return Text.isText(cells[index])
    ? wrap(editor, { type: 'cell', children: [] }, [...path, index])
    : retype(editor, 'cell', [...path, index]);
}

/** Rows get the cells they lack at their end. */
function squareRows(editor: ArticleEditorInstance, table: TableNode, path: Path): boolean {
  const rows = table.children.map((row) => (row.type === 'row' ? row.children.length : Infinity));
  const columns = Math.max(1, ...rows.filter(Number.isFinite));
  const index = rows.findIndex((count) => count < columns);
  return index < 0 ? false : insert(editor, emptyCell, [...path, index, rows[index] ?? 0]);
}

function normalizeForm(editor: ArticleEditorInstance, table: TableNode, path: Path): boolean {
  const form = table.form as TableNode['form'] | undefined;
  const rows = table.children.length - 1;
  const spare = (['level', 'fit', 'leadInferred'] as const).filter((name) => name in table);
  if (spare.length > 0) {
    Transforms.unsetNodes<ParagraphBlock>(editor, spare, { at: path });
    return true;
  }
  if (form !== undefined && form.headerRows <= rows) return false;
  Transforms.setNodes<TableNode>(editor, { form: { ...form, headerRows: Math.min(form?.headerRows ?? 0, rows) } }, { at: path });
  return true;
}

/** A caption or cell holds texts only, none of them a lead. */
function flattenLine(editor: ArticleEditorInstance, line: Element, path: Path): boolean {
  const children = line.children as readonly Node[];
  const nested = children.findIndex((child) => Element.isElement(child));
  if (nested >= 0) {
    Transforms.unwrapNodes(editor, { at: [...path, nested] });
    return true;
  }
  const led = children.findIndex((child) => Text.isText(child) && child.lead);
  if (led < 0) return false;
  Transforms.unsetNodes<Text>(editor, 'lead', { at: [...path, led], match: Text.isText });
  return true;
}

function wrap(editor: ArticleEditorInstance, element: Element, at: Path): true {
  Transforms.wrapNodes(editor, element, { at });
  return true;
}

function insert(editor: ArticleEditorInstance, element: Element, at: Path): true {
  Transforms.insertNodes(editor, element, { at });
  return true;
}

function retype(editor: ArticleEditorInstance, type: 'caption' | 'row' | 'cell', at: Path): true {
  Transforms.setNodes<CaptionLine | TableRow | CellLine>(editor, { type }, { at });
  return true;
}
