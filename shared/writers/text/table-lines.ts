/** A table as lines of text whose columns stand under one another in type of equal widths. */
import type { BlockOf } from '../../layout/block.js';
import { advanceEm } from '../../layout/font-metrics.js';

const cellLineEnd = '\u2028';

/**
 * The caption, then each row. `piped` parts cells by | and the header by a line of dashes, as Markdown does, and reads
 * back exactly; otherwise blanks part them, and a cell of several lines takes as many.
 */
export function tableLines({ caption, rows, headerRows }: BlockOf<'table'>, form: 'piped' | 'blank'): readonly string[] {
  const cells = rows.map((row) => row.map(({ text }) => (form === 'piped' ? escaped(text) : text)));
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(3, ...cells.flatMap((row) => (row[column] ?? '').split(cellLineEnd)).map(columnsOf)),
  );
  const captions = caption.text === '' ? [] : caption.text.split(cellLineEnd);
  if (form === 'blank') return [...captions, ...cells.flatMap((row) => blankRows(row, widths))];
  const lines = cells.map((row) => `| ${row.map((cell, column) => padded(cell, widths[column] ?? 0)).join(' | ')} |`);
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [captions.join('<br>'), ...lines.toSpliced(headerRows, 0, rule)].filter((line) => line !== '');
}

function blankRows(row: readonly string[], widths: readonly number[]): readonly string[] {
  const lines = row.map((cell) => cell.split(cellLineEnd));
  return Array.from({ length: Math.max(...lines.map(({ length }) => length)) }, (_, index) =>
    lines
      .map((own, column) => padded(own[index] ?? '', widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function escaped(text: string): string {
  return text.replace(/[\\|]/gu, (mark) => `\\${mark}`).replaceAll(cellLineEnd, '<br>');
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnsOf(text)));
}

/** Width in half characters: Chinese characters and marks take two. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += columnsOfCharacter(character.codePointAt(0) ?? 0);
  return columns;
}

function columnsOfCharacter(code: number): number {
  if (code < 0x80) return 1;
  const em = advanceEm(code, 'song', false);
  return em === 0 ? 0 : em > 0.75 ? 2 : 1;
}
