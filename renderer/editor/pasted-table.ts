/** Tables on the clipboard: of Excel and WPS (HTML, or lines with tabs), of Word, of this editor. */
import { cellLineEnd, mostColumns, tableText, type TableForm } from '../../shared/document/table.js';
import { plainLine } from '../../shared/document/plain-characters.js';

export interface PastedTable {
  readonly form: TableForm;
  readonly caption: string;
  /** Cells, lines within one parted by U+2028. */
  readonly rows: readonly (readonly string[])[];
}

/** The text of a pasted table as its paragraph has it. */
export function pastedTableText({ caption, rows }: PastedTable): string {
  return tableText(caption, rows);
}

/** The cells of a table of HTML; undefined for one of a single cell, which only lays out what is in it. Merged cells stand once. */
export function readHtmlTable(table: Element, isLeftOut: (element: Element) => boolean): PastedTable | undefined {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  const grid: string[][] = rows.map(() => []);
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row.querySelectorAll('td, th')) {
      if (cell.closest('tr') !== row || column >= mostColumns) continue;
      while (grid[at]?.[column] !== undefined) column += 1;
      const [across, down] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
      for (let y = at; y < Math.min(rows.length, at + down); y += 1)
        for (let x = column; x < Math.min(mostColumns, column + across); x += 1) (grid[y] as string[])[x] = '';
      (grid[at] as string[])[column] = cellText(cell, isLeftOut);
      column += across;
    }
  });
  const filled = grid.map((cells) => Array.from(cells, (cell) => cell ?? '')).filter((cells) => cells.length > 0);
  if (filled.reduce((sum, cells) => sum + cells.length, 0) < 2) return undefined;
  const headed = rows.findIndex((row) => row.closest('thead') === null && row.querySelector('td') !== null);
  const own = table.getAttribute('data-header');
  const headerRows = own === null ? Math.max(headed < 0 ? 0 : headed, filled.length > 1 ? 1 : 0) : Number(own) || 0;
  return {
    form: { headerRows: Math.min(headerRows, filled.length) },
    caption: plainLine(table.querySelector('caption')?.textContent ?? '').trim(),
    rows: filled,
  };
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  return Math.min(200, Math.max(1, Number(cell.getAttribute(name)) || 1));
}

const lineTags = /^(?:P|DIV|LI|H[1-6]|TR)$/u;

function cellText(cell: Element, isLeftOut: (element: Element) => boolean): string {
  const lines = [''];
  const read = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) lines.push((lines.pop() ?? '') + (node.textContent ?? '').replace(/[\t\r\n ]+/gu, ' '));
    if (!(node instanceof Element) || isLeftOut(node)) return;
    const isLine = lineTags.test(node.tagName) || node.tagName === 'BR';
    if (isLine && lines.at(-1)?.trim() !== '') lines.push('');
    for (const child of node.childNodes) read(child);
    if (isLine && lines.at(-1)?.trim() !== '') lines.push('');
  };
  for (const child of cell.childNodes) read(child);
  return lines
    .map((line) => plainLine(line.replaceAll('\u00a0', ' ')).trim())
    .filter((line) => line !== '')
    .join(cellLineEnd);
}

/** Lines that all have as many tabs are rows of a table, as Excel writes them. */
export function readTabbedText(text: string): PastedTable | undefined {
  const lines = text.split(/\r\n|[\r\n]/u).filter((line) => line.trim() !== '');
  const columns = (lines[0] ?? '').split('\t').length;
  if (lines.length < 2 || columns < 2 || columns > mostColumns) return undefined;
  const rows = lines.map((line) => line.split('\t').map((cell) => plainLine(cell).trim()));
  return rows.every(({ length }) => length === columns) ? { form: { headerRows: 1 }, caption: '', rows } : undefined;
}
