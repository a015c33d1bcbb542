/** ↑ and ↓ in a table: over the edge of a cell to the one above or below, which browsers take for the next in the text. */
import { Editor, type Path } from 'slate';
import { ReactEditor } from 'slate-react';
import { blocksOf } from './article-blocks.js';
import type { ArticleEditorInstance } from './slate-types.js';
import { tableAt } from './table-edit.js';
import { takeSelection } from './take-selection.js';

/** Where the key takes the cursor; undefined where the browser knows it: within the lines of a cell, outside tables. */
export function arrowTarget(editor: ArticleEditorInstance, direction: 1 | -1): Path | undefined {
  takeSelection(editor);
  const cursor = tableAt(editor);
  const focus = editor.selection?.focus;
  if (!cursor || !focus || !isOnEdgeLine(editor, focus.path.slice(0, -1), direction)) return undefined;
  const { index, cell, table } = cursor;
  if (!cell) return direction > 0 ? [index, 1, 0] : undefined;
  const child = cell.row + 1 + direction;
  if (child === 0) return [index, 0];
  if (child < table.children.length) return [index, child, cell.column];
  return blocksOf(editor)[index + 1] ? [index + 1] : undefined;
}

/** Takes the cursor to the same place of another cell, or to its end. */
export function goToCell(editor: ArticleEditorInstance, path: Path): void {
  const offset = editor.selection?.focus.offset ?? 0;
  const start = Editor.start(editor, path);
  const end = Editor.end(editor, path);
  const isThere = start.path.length === end.path.length && start.path.every((part, at) => part === end.path[at]) && offset <= end.offset;
  editor.select(isThere ? { ...start, offset } : end);
}

/** Whether the cursor stands in the first or last line that a caption or cell shows. */
function isOnEdgeLine(editor: ArticleEditorInstance, line: Path, direction: 1 | -1): boolean {
  const [node] = Editor.node(editor, line);
  const box = 'children' in node ? ReactEditor.toDOMNode(editor, node).getBoundingClientRect() : undefined;
  const selection = document.getSelection();
  if (!box || !selection?.focusNode) return true;
  const range = document.createRange();
  range.setStart(selection.focusNode, selection.focusOffset);
  const caret = range.getBoundingClientRect();
  if (caret.height === 0) return true;
  return direction > 0 ? box.bottom - caret.bottom < caret.height : caret.top - box.top < caret.height;
}
