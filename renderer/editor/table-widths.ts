import { tableGrid } from '../../shared/document/table.js';
import { tableColumns } from '../../shared/layout/table-columns.js';
import { issueSession } from '../state/issue-session.js';
import { pageStyleNow } from '../state/page-style.js';
import type { TableNode } from './slate-types.js';
import { nodeToTable } from './table-value.js';

/** Widths of a table's columns as they are printed: set, or by what they hold. */
export function printedWidths(table: TableNode): readonly number[] {
  const { widths } = table.form;
  if (widths) return widths;
  const paragraph = nodeToTable(table);
  const block = { kind: 'table' as const, place: { part: 'paragraph' as const }, ...tableGrid(paragraph), ...table.form };
  return tableColumns(block, pageStyleNow(issueSession.getState().issue)).map(({ widthPt }) => widthPt);
}
