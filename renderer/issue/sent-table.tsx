import { cellLines, tableGrid, type TableParagraph } from '../../shared/document/table.js';

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
              row < paragraph.table.headerRows ? <th key={column}>{text}</th> : <td key={column}>{text}</td>,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
