import { addToCell, htmlTableLine, openCell, openHtmlTable, openRow, type OpenHtmlTable } from './html-table.js';
import type { SourceLine, SourceRange } from './source-line.js';

/** What office systems save under the name of a Word file: a web page, whose marks are no words. */
export interface HtmlText {
  readonly lines: readonly SourceLine[];
  /** Pictures it shows, which are not read. */
  readonly pictures: number;
}

const token = /<!--[\s\S]*?-->|<[!?][^>]*>|<(\/?)([A-Za-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|[^<]+|</gu;
const wordless = new Set(['head', 'style', 'script', 'title', 'xml', 'noscript', 'template', 'select', 'button']);
const blocks = new Set(
  'p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 table tr caption thead tbody blockquote section article header footer pre hr body html center form'.split(
    ' ',
  ),
);
const voids = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'col', 'wbr', 'base']);
const named: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  ensp: '\u2002',
  emsp: '\u2003',
  times: '×',
  deg: '°',
  permil: '‰',
  bull: '•',
  laquo: '«',
  raquo: '»',
  sect: '§',
  yen: '¥',
};

/** Whether a text is a web page rather than words. */
export function looksLikeHtml(text: string): boolean {
  const start = text.slice(0, 2000).replace(/^[\s\uFEFF]+/u, '');
  return /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>]|meta\s)/iu.test(start);
}

interface Open {
  readonly name: string;
  readonly isBold: boolean;
  readonly isWordless: boolean;
  readonly align?: 'left' | 'center' | 'right' | 'justify';
  readonly heading?: number;
}

interface Reading {
  readonly lines: SourceLine[];
  readonly open: Open[];
  text: string;
  bold: SourceRange[];
  pictures: number;
  /** Those open, the innermost last. */
  readonly tables: OpenHtmlTable[];
}

/** The lines of a web page, one a paragraph, one a table; cells in a row of a form, or of a table that lays out a page, are parted by tabs. */
export function readHtml(html: string): HtmlText {
  const reading: Reading = { lines: [], open: [], text: '', bold: [], pictures: 0, tables: [] };
  for (const [whole, slash, tag, attributes] of html.matchAll(token)) {
    if (tag === undefined) {
      if (!/^<[!?]/u.test(whole)) addWords(whole, reading);
    } else if (slash === '/') closeTag(tag.toLowerCase(), reading);
    else openTag(tag.toLowerCase(), attributes ?? '', reading);
  }
  endLine(reading);
  return { lines: reading.lines, pictures: reading.pictures };
}

function openTag(name: string, attributes: string, reading: Reading): void {
  if (name === 'img' || name === 'v:imagedata') reading.pictures += 1;
  if (name === 'br' && !isWordless(reading)) {
    reading.text += '\n';
    addToTable(reading, '\n');
  }
  if (blocks.has(name)) endLine(reading);
  trackTable(name, attributes, reading);
  if ((name === 'td' || name === 'th') && reading.text !== '') reading.text += '\t';
  if (!voids.has(name) && !attributes.endsWith('/')) reading.open.push(opened(name, attributes, reading.open.at(-1)));
}

function trackTable(name: string, attributes: string, { tables, lines }: Reading): void {
  const table = tables.at(-1);
  if (name === 'table') {
    if (table) table.isNested = true;
    tables.push(openHtmlTable(lines.length));
  } else if (table && name === 'tr') openRow(table);
  else if (table && (name === 'td' || name === 'th')) openCell(table, name, attributes);
}

function addToTable({ tables }: Reading, words: string): void {
  const table = tables.at(-1);
  if (table) addToCell(table, words);
}

/** Closes a table: one of the text becomes one line, in place of the lines of its cells. */
function closeTable({ lines, tables }: Reading): void {
  const table = tables.pop();
  const line = table && htmlTableLine(table, table.start + 1);
  if (table && line) lines.splice(table.start, Infinity, line);
}

const plain: Open = { name: '', isBold: false, isWordless: false };

/** An element with what it has from those around it. */
function opened(name: string, attributes: string, above: Open = plain): Open {
  const set = /text-align\s*:\s*(left|center|right|justify)|\balign\s*=\s*["']?(left|center|right|justify)/iu.exec(attributes);
  const align = ((set?.[1] ?? set?.[2])?.toLowerCase() as Open['align'] | undefined) ?? above.align;
  const depth = /^h([1-6])$/u.exec(name)?.[1];
  const heading = depth === undefined ? above.heading : Number(depth);
  return {
    name,
    isBold: weightOf(name, attributes) ?? above.isBold,
    isWordless: above.isWordless || wordless.has(name) || /display\s*:\s*none/iu.test(attributes),
    ...(align === undefined ? {} : { align }),
    ...(heading === undefined ? {} : { heading }),
  };
}

/** Whether an element sets bold, or sets it off; undefined where it says nothing. */
function weightOf(name: string, attributes: string): boolean | undefined {
  const weight = /font-weight\s*:\s*(bold|normal|\d+)/iu.exec(attributes)?.[1]?.toLowerCase();
  if (weight !== undefined) return weight === 'bold' || Number(weight) >= 600;
  return name === 'b' || name === 'strong' ? true : undefined;
}

function closeTag(name: string, reading: Reading): void {
  if (blocks.has(name)) endLine(reading);
  if (name === 'table') closeTable(reading);
  const at = reading.open.findLastIndex((each) => each.name === name);
  if (at >= 0) reading.open.length = at;
}

function isWordless({ open }: Reading): boolean {
  return open.at(-1)?.isWordless ?? false;
}

function addWords(source: string, reading: Reading): void {
  if (isWordless(reading)) return;
  const words = decoded(
    source.replace(/(?<=\p{Script=Han}|[，。、；：])[ \t]*[\r\n]+\s*(?=\p{Script=Han}|[，。、；：])/gu, '').replace(/[ \t\r\n]+/gu, ' '),
  );
  addToTable(reading, words);
  const start = reading.text.length;
  reading.text += start === 0 || /[\n\t]$/u.test(reading.text) ? words.replace(/^ /u, '') : words;
  const last = reading.bold.at(-1);
  if (!(reading.open.at(-1)?.isBold ?? false) || reading.text.length === start) return;
  if (last?.end === start) reading.bold[reading.bold.length - 1] = { start: last.start, end: reading.text.length };
  else reading.bold.push({ start, end: reading.text.length });
}

function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,8}));?/gu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\uFFFD';
    },
  );
}

function endLine(reading: Reading): void {
  const { text, bold, open, lines } = reading;
  addToTable(reading, '\n');
  reading.text = '';
  reading.bold = [];
  if (text.trim() === '') return;
  const end = text.trimEnd().length;
  const { align, heading } = open.at(-1) ?? {};
  lines.push({
    line: lines.length + 1,
    text: text.slice(0, end),
    bold: bold.map((range) => ({ start: range.start, end: Math.min(range.end, end) })).filter((range) => range.start < range.end),
    isParagraph: true,
    ...(align === undefined ? {} : { align }),
    ...(heading === undefined ? {} : { heading }),
    marks: [],
  });
}
