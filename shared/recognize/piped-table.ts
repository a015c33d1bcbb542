/** Tables in a text, as our own texts and Markdown write them: cells between |, dashes under the header. */
import { cellLineEnd, mostColumns, tableText } from '../document/table.js';
import { plainLine } from '../document/plain-characters.js';
import type { SourceLine } from './source-line.js';

interface PipedTable {
  readonly rows: readonly (readonly string[])[];
  readonly headerRows: number;
  /** What was taken out of the lines. */
  readonly marks: readonly string[];
  /** Index of the line behind it. */
  readonly end: number;
}

const rowLine = /^\s*\|.*\|\s*$/u;
const ruleLine = /^\s*\|(?:\s*:?-{3,}:?\s*\|)+\s*$/u;

/** The table whose first line is at `at`; undefined without a line of dashes, or where rows differ in their cells. */
export function readPipedTable(raws: readonly string[], at: number): PipedTable | undefined {
  if (!rowLine.test(raws[at] ?? '')) return undefined;
  let end = at;
  while (rowLine.test(raws[end] ?? '')) end += 1;
  const lines = raws.slice(at, end);
  const rule = lines.findIndex((line) => ruleLine.test(line));
  if (rule < 0) return undefined;
  const read = lines.filter((_, index) => index !== rule).map(cellsOf);
  const columns = read[0]?.length ?? 0;
  if (columns < 1 || columns > mostColumns || read.some(({ length }) => length !== columns)) return undefined;
  const marks = [lines[rule] ?? '', '|'.repeat(read.length * (columns + 1))];
  return { rows: read, headerRows: rule, marks, end };
}

/** The cells of a row; \\| is a mark of the text, <br> a line end within a cell. */
function cellsOf(line: string): readonly string[] {
  const cells = [''];
  for (const [part] of line
    .trim()
    .slice(1)
    .matchAll(/\\[\\|]|\||[^\\|]+|\\/gu)) {
    if (part === '|') cells.push('');
    else cells.push((cells.pop() ?? '') + (/^\\[\\|]$/u.test(part) ? part.slice(1) : part));
  }
  return cells.slice(0, -1).map((cell) =>
    cell
      .split(/<br\s*\/?>/iu)
      .map((words) => plainLine(words).trim())
      .join(cellLineEnd),
  );
}

/** The line a table makes, with the line above it as its caption. */
export function pipedLine({ rows, headerRows, marks }: PipedTable, caption: SourceLine | undefined, line: number): SourceLine {
  const words = (caption?.text ?? '').split(/<br\s*\/?>/iu).join(cellLineEnd);
  const text = tableText(words, rows);
  return { line, text, bold: [], marks: [...(caption?.marks ?? []), ...marks], isParagraph: true, table: { headerRows } };
}
