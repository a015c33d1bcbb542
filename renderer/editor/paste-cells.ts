/** Cells pasted into a table: they take the place of what stands there from the cursor on, to the right and down. */
import { Editor, Node, Transforms } from 'slate';
import { mostColumns, type TableCell } from '../../shared/document/table.js';
import type { ArticleEditorInstance, CellLine } from './slate-types.js';
import { tableAt } from './table-edit.js';
import { cellTexts, rowsOf } from './table-value.js';

/** Returns whether the cursor was in a cell; rows and columns that are lacking are added. */
export function pasteCells(editor: ArticleEditorInstance, pasted: readonly (readonly TableCell[])[]): boolean {
  const cursor = tableAt(editor);
  if (!cursor?.cell) return false;
  const { table, index, cell } = cursor;
  const cells = pasted.map((row) => fitted(row, mostColumns - cell.column));
  const first = table.children.findIndex(({ type }) => type === 'row');
  const columns = Math.min(mostColumns, Math.max(rowsOf(table)[0]?.children.length ?? 1, cell.column + (cells[0]?.length ?? 0)));
  Editor.withoutNormalizing(editor, () => {
    const rows = Math.max(rowsOf(table).length, cell.row + cells.length);
    for (let row = 0; row < rows; row += 1) {
      const path = [index, first + row];
      if (!Editor.hasPath(editor, path)) Transforms.insertNodes(editor, { type: 'row', children: [cellOf(empty)] }, { at: path });
      const own = Node.get(editor, path) as { readonly children: readonly unknown[] };
      for (let column = own.children.length; column < columns; column += 1)
        Transforms.insertNodes(editor, cellOf(empty), { at: [...path, column] });
    }
    cells.forEach((row, down) =>
      row.forEach((words, across) => {
        const path = [index, first + cell.row + down, cell.column + across];
        Transforms.insertNodes(editor, cellOf(words), { at: path });
        Transforms.removeNodes(editor, { at: [...path.slice(0, -1), cell.column + across + 1] });
      }),
    );
  });
  const last = [index, first + cell.row + cells.length - 1, Math.min(columns, cell.column + (cells.at(-1)?.length ?? 1)) - 1];
  Transforms.select(editor, Editor.end(editor, last));
  return true;
}

const empty: Pick<TableCell, 'text'> = { text: '' };

/** What stands in more columns than the table may have goes into its last. */
function fitted(row: readonly TableCell[], columns: number): readonly Pick<TableCell, 'text' | 'marks'>[] {
  if (row.length <= columns) return row;
  const [last, ...rest] = row.slice(columns - 1);
  const more = rest.map(({ text }) => text).filter((text) => text !== '');
  return [...row.slice(0, columns - 1), { ...last, text: [last?.text ?? '', ...more].join(' ') }];
}

function cellOf({ text, marks }: Pick<TableCell, 'text' | 'marks'>): CellLine {
  return { type: 'cell', children: cellTexts(text, marks) };
}
