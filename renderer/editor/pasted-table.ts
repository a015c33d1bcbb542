/** Tables on the clipboard: of Excel and WPS (HTML, or lines with tabs), of Word, of this editor. */
import { cellLineEnd, mostColumns, tableText, type TableForm } from '../../shared/document/table.js';
import { plainLine } from '../../shared/document/plain-characters.js';
import { markKinds } from '../../shared/document/mark-kinds.js';
import { marksPart, normalizeMarks, type MarkKind, type Marks } from '../../shared/document/text-marks.js';
import { lookOf, plainLook, type Look, type LookedText } from './pasted-look.js';

export interface PastedTable {
  readonly form: TableForm;
  /** Caption and cells, as the text of a table has them; never more columns than one may have. */
  readonly text: string;
  readonly marks?: Marks;
}

type Words = readonly LookedText[];

const looks: Readonly<Record<MarkKind, (look: Look) => boolean>> = { bold: ({ isBold }) => isBold, kai: ({ isKai }) => isKai };

/** The cells of a table of HTML; undefined for one of a single cell, which only lays out what is in it. Merged cells stand once. */
export function readHtmlTable(table: Element, isLeftOut: (element: Element) => boolean): PastedTable | undefined {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  const grid: Words[][] = rows.map(() => []);
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row.querySelectorAll('td, th')) {
      if (cell.closest('tr') !== row) continue;
      while (grid[at]?.[column] !== undefined) column += 1;
      const [across, down] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
      for (let y = at; y < Math.min(rows.length, at + down); y += 1)
        for (let x = column; x < Math.min(mostColumns, column + across); x += 1) (grid[y] as Words[])[x] = [];
      (grid[at] as Words[])[column] = cellWords(cell, isLeftOut);
      column += across;
    }
  });
  const filled = grid.map((cells) => inColumns(Array.from(cells, (cell) => cell ?? []))).filter((cells) => cells.length > 0);
  if (filled.reduce((sum, cells) => sum + cells.length, 0) < 2) return undefined;
  const headed = rows.findIndex((row) => row.closest('thead') === null && row.querySelector('td') !== null);
  const own = table.getAttribute('data-header');
  const wanted = own === null ? Math.max(headed < 0 ? 0 : headed, filled.length > 1 ? 1 : 0) : Number(own) || 0;
  const headerRows = Math.min(wanted, filled.length);
  const caption = table.querySelector('caption');
  const captionWords = caption ? ownEmphasis(cellWords(caption, isLeftOut)) : [];
  const cells = filled.map((row, at) => row.map((words) => (at < headerRows ? ownEmphasis(words) : setApart(words))));
  return { form: { headerRows }, ...wordsOf(captionWords, cells) };
}

/** What stands in more columns than a table may have goes into the last. */
function inColumns(cells: readonly Words[]): readonly Words[] {
  if (cells.length <= mostColumns) return cells;
  const last = cells.slice(mostColumns - 1).filter((words) => words.length > 0);
  const joined = last.flatMap((words, at) => (at === 0 ? words : [{ ...plainLook, text: ' ' }, ...words]));
  return [...cells.slice(0, mostColumns - 1), joined];
}

/** Of the look of a head or a caption, only what this editor set apart is emphasis. */
function ownEmphasis(words: Words): Words {
  return words.map((each) => (each.isOwn ? each : { ...plainLook, text: each.text }));
}

/** A look that a whole cell has is how its writer sets cells. */
function setApart(words: Words): Words {
  const isWhole = (is: (look: Look) => boolean): boolean => words.every((each) => is(each) || each.text.trim() === '');
  const [isBold, isKai] = [isWhole((look) => look.isBold && !look.isOwn), isWhole((look) => look.isKai && !look.isOwn)];
  return words.map((each) => ({ ...each, isBold: each.isBold && !isBold, isKai: each.isKai && !isKai }));
}

function wordsOf(caption: Words, rows: readonly (readonly Words[])[]): Pick<PastedTable, 'text' | 'marks'> {
  const textOf = (words: Words): string => words.map(({ text }) => text).join('');
  const text = tableText(
    textOf(caption),
    rows.map((cells) => cells.map(textOf)),
  );
  let start = 0;
  const marks = [caption, ...rows.flat()].flatMap((words) => {
    const from = start;
    start += textOf(words).length + 1;
    let at = from;
    return words.flatMap(({ text: own, ...look }): Marks => {
      const start = at;
      at += own.length;
      return markKinds.flatMap((kind) => (looks[kind](look) ? [{ from: start, to: at, kind }] : []));
    });
  });
  return { text, ...marksPart(normalizeMarks(marks, text.length)) };
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  return Math.min(200, Math.max(1, Number(cell.getAttribute(name)) || 1));
}

const lineTags = /^(?:P|DIV|LI|H[1-6]|TR)$/u;

/** The lines of a cell, the blank ones left out, with the break between them. */
function cellWords(cell: Element, isLeftOut: (element: Element) => boolean): Words {
  const lines: LookedText[][] = [[]];
  const read = (node: Node, look: Look): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = plainLine((node.textContent ?? '').replace(/[\t\r\n ]+/gu, ' ').replaceAll('\u00a0', ' '));
      if (text !== '') lines.at(-1)?.push({ ...look, text });
    }
    if (!(node instanceof Element) || isLeftOut(node)) return;
    const isLine = lineTags.test(node.tagName) || node.tagName === 'BR';
    if (isLine) lines.push([]);
    const inner = lookOf(node, look);
    for (const child of node.childNodes) read(child, inner);
    if (isLine) lines.push([]);
  };
  for (const child of cell.childNodes) read(child, plainLook);
  return lines
    .map(trimmed)
    .filter((line) => line.length > 0)
    .flatMap((line, at, all) => (at === 0 ? line : [lineEnd(all[at - 1]?.at(-1), line[0]), ...line]));
}

/** The break between two lines looks as both do. */
function lineEnd(before: Look = plainLook, after: Look = plainLook): LookedText {
  const [isBold, isKai, isOwn] = [before.isBold && after.isBold, before.isKai && after.isKai, before.isOwn && after.isOwn];
  return { isBold, isKai, isOwn, text: cellLineEnd };
}

function trimmed(line: Words): Words {
  const start = line.findIndex(({ text }) => text.trim() !== '');
  if (start < 0) return [];
  const end = line.findLastIndex(({ text }) => text.trim() !== '');
  return line.slice(start, end + 1).map((each, at) => {
    const opened = at === 0 ? each.text.trimStart() : each.text;
    return { ...each, text: start + at === end ? opened.trimEnd() : opened };
  });
}

/** Lines that all have as many tabs are rows of a table, as Excel writes them. */
export function readTabbedText(text: string): PastedTable | undefined {
  const lines = text.split(/\r\n|[\r\n]/u).filter((line) => line.trim() !== '');
  const columns = (lines[0] ?? '').split('\t').length;
  if (lines.length < 2 || columns < 2) return undefined;
  const rows = lines.map((line) => line.split('\t').map((cell): Words => [{ ...plainLook, text: plainLine(cell).trim() }]));
  if (rows.some(({ length }) => length !== columns)) return undefined;
  return { form: { headerRows: 1 }, ...wordsOf([], rows.map(inColumns)) };
}
