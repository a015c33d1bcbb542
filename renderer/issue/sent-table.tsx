import { Fragment } from 'react';
import { cellLines, tableGrid, type TableParagraph } from '../../shared/document/table.js';

/** The lines of a cell, each its own. */
function inLines(text: string) {
  return cellLines(text).map((line, at) => (
    <Fragment key={at}>
      {at > 0 && <br />}
      {line}
    </Fragment>
  ));
}

/** A table to be read. */
export function SentTable({ paragraph }: { readonly paragraph: TableParagraph }) {
  const { caption, rows } = tableGrid(paragraph);
  return (
    <table className="sent-table">
      {caption.text !== '' && <caption>{cellLines(caption.text).join(' ')}</caption>}
      <tbody>
        {rows.map((cells, row) => (
          <tr key={row}>
            {cells.map(({ text }, column) =>
              row < paragraph.table.headerRows ? <th key={column}>{inLines(text)}</th> : <td key={column}>{inLines(text)}</td>,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
