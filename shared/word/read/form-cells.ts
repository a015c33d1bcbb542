/** Forms: tables whose cells name the words in the cell beside them (报送单位 | 甲县 | 签发人 | 某甲). */
import type { LeftAsideText, SourceLine } from '../../recognize/source-line.js';
import { plainText } from './asides.js';
import { labelOf } from './table-line.js';
import type { WordCell, WordTable } from './word-document.js';

/** Cells that name the one beside them, from how many on a table is a form. */
const fewestNamed = 2;

/** Whether a table is a form. */
export function isForm(rows: WordTable['rows']): boolean {
  const named = rows.flatMap(({ cells }) => cells.filter((cell, at) => nameOfNext(cell, cells[at + 1]) !== undefined));
  return named.length >= fewestNamed;
}

/** What a cell of a form calls the words in the next one. */
export function nameOfNext(cell: WordCell, next: WordCell | undefined): string | undefined {
  if (!next || plainText(next.blocks).trim() === '' || labelOf(next) !== undefined) return undefined;
  return labelOf(cell);
}

/** Puts what a form calls its words before them, as a line of fields has it; title and text are called so by their place. */
export function nameLine(
  name: string,
  start: number,
  { lines, leftAside }: { readonly lines: SourceLine[]; readonly leftAside: LeftAsideText[] },
): void {
  const [line] = lines.slice(start, start + 1);
  if (!line) return;
  const isTitle = /^(?:标题|题目)$/u.test(name);
  if (isTitle || /^(?:正文|内容|主要内容)$/u.test(name)) {
    leftAside.push({ line: line.line, text: name, reason: '表格里的栏名' });
    if (isTitle) lines[start] = { ...line, role: 'title' };
    return;
  }
  const head = `${name}：`;
  const shifted = (ranges: SourceLine['bold']) =>
    ranges.map((range) => ({ start: range.start + head.length, end: range.end + head.length }));
  lines[start] = {
    ...line,
    text: head + line.text,
    bold: shifted(line.bold),
    ...(line.kai === undefined ? {} : { kai: shifted(line.kai) }),
  };
}
