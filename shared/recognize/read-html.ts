import { linkOf, withHtmlNotes, type HtmlLink } from './html-notes.js';
import { addToCell, htmlTableLine, openCell, openHtmlTable, openRow, tellTable, type OpenHtmlTable } from './html-table.js';
import { raisedDigits } from './raised-digits.js';
import type { LeftAsideText, SourceLine, SourceRange } from './source-line.js';

/** What office systems save under the name of a Word file: a web page, whose marks are no words. */
export interface HtmlText {
  readonly lines: readonly SourceLine[];
  /** Pictures it shows, which are not read. */
  readonly pictures: number;
  readonly warnings: readonly string[];
  readonly leftAside: readonly LeftAsideText[];
}

const token = /<!--[\s\S]*?-->|<[!?][^>]*>|<(\/?)([A-Za-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|[^<]+|</gu;
const wordless = new Set(['head', 'style', 'script', 'title', 'xml', 'noscript', 'template', 'select', 'button']);
const blocks = new Set(
  'p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 table tr caption thead tbody blockquote section article header footer nav aside main figure figcaption pre hr body html center form'.split(
    ' ',
  ),
);
const voids = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'col', 'wbr', 'base']);
const unclosed = new Set(['p', 'li', 'dt', 'dd', 'tr', 'td', 'th']);
const inline = new Set(['a', 'b', 'em', 'font', 'i', 'span', 'strong', 'u']);
/** Elements within elements; what is deeper looks as what is around it. */
const deepest = 1000;
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

/** Whether a text is a web page, or a piece of one as copied out of it, rather than words. */
export function looksLikeHtml(text: string): boolean {
  const start = text.slice(0, 2000).replace(/^[\s\uFEFF]+/u, '');
  const first = /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(!doctype\s+html|[a-z][a-z0-9]*)(?=[\s>/])/iu.exec(start)?.[1]?.toLowerCase();
  return first !== undefined && (first.startsWith('!') || [blocks, wordless, voids, inline].some((names) => names.has(first)));
}

interface Open {
  readonly name: string;
  readonly isBold: boolean;
  readonly isWordless: boolean;
  /** Why its words are not those of the text. */
  readonly aside?: string;
  readonly raised?: 'superscript' | 'subscript';
  readonly isStruck?: true;
  /** Lines before it. */
  readonly firstLine: number;
  /** Of a numbered list: the number of its last item. */
  items?: number;
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
  readonly leftAside: LeftAsideText[];
  readonly warnings: string[];
  readonly links: HtmlLink[];
  inserted: number;
  /** What was left aside before the block that is read. */
  asidesBefore: number;
}

/** The lines of a web page, one a paragraph, one a table; cells in a row of a form, or of a table that lays out a page, are parted by tabs. */
export function readHtml(html: string): HtmlText {
  const reading: Reading = {
    lines: [],
    open: [],
    text: '',
    bold: [],
    pictures: 0,
    tables: [],
    leftAside: [],
    warnings: [],
    links: [],
    inserted: 0,
    asidesBefore: 0,
  };
  for (const [whole, slash, tag, attributes] of html.matchAll(token)) {
    if (tag === undefined) {
      if (!/^<[!?]/u.test(whole)) addWords(whole, reading);
    } else if (slash === '/') closeTag(tag.toLowerCase(), reading);
    else openTag(tag.toLowerCase(), attributes ?? '', reading);
  }
  endLine(reading);
  const { lines, links, pictures, warnings, leftAside, inserted } = reading;
  const isChanged = inserted > 0 || leftAside.some(({ reason }) => reason === deleted);
  return {
    lines: withHtmlNotes(lines, links),
    pictures,
    warnings: [...(isChanged ? ['文件带有修订，已按接受修订后的文字读入，删除的文字列在未采用清单中，请核对。'] : []), ...warnings],
    leftAside,
  };
}

const deleted = '修订中删除的文字';

function openTag(name: string, attributes: string, reading: Reading): void {
  if (name === 'img' || name === 'v:imagedata') leavePicture(attributes, reading);
  if (name === 'ins') reading.inserted += 1;
  if (name === 'br' && !isWordless(reading)) {
    reading.text += '\n';
    addToTable(reading, '\n');
  }
  if (blocks.has(name)) endLine(reading);
  trackTable(name, attributes, reading);
  if ((name === 'td' || name === 'th') && reading.text !== '') reading.text += '\t';
  if (voids.has(name) || attributes.endsWith('/') || reading.open.length >= deepest) return;
  // A paragraph or item that is not closed ends where the next one begins.
  if (unclosed.has(name) && reading.open.at(-1)?.name === name) reading.open.pop();
  reading.open.push(opened(name, attributes, reading));
  if (name === 'li') numberItem(reading);
  if (name === 'a' && reading.tables.length === 0) reading.links.push(linkOf(attributes, reading.lines.length, reading.text.length));
}

function leavePicture(attributes: string, reading: Reading): void {
  if (isWordless(reading)) return;
  const alt = decoded(/\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/iu.exec(attributes)?.slice(1).find(Boolean) ?? '').trim();
  reading.pictures += 1;
  reading.leftAside.push({
    line: reading.lines.length + 1,
    text: alt === '' ? '图片' : `图片：${alt}`,
    reason: '图片没有收入：网页格式的文件里只读文字',
  });
}

/** Writes the number of an item of a numbered list, which the page shows but does not say. */
function numberItem(reading: Reading): void {
  const list = reading.open.findLast(({ name }) => name === 'ol' || name === 'ul');
  if (list?.items === undefined || isWordless(reading)) return;
  list.items += 1;
  addWords(`${String(list.items)}.`, reading);
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
function closeTable({ lines, tables, warnings }: Reading): void {
  const table = tables.pop();
  const line = table && htmlTableLine(table, table.start + 1);
  if (table && line) lines.splice(table.start, Infinity, line);
  if (table) warnings.push(...tellTable(table, line !== undefined));
}

const plain: Open = { name: '', isBold: false, isWordless: false, firstLine: 0 };

/** Why the words of an element are not those of the text, by its name or what it says of itself. */
function asideOf(name: string, attributes: string): string | undefined {
  if (name === 'del') return deleted;
  if (name === 'nav' || name === 'footer') return '网页的导航、页脚';
  if (/display\s*:\s*none|mso-hide\s*:\s*all/iu.test(attributes)) return '隐藏文字';
  return /mso-element\s*:\s*["']?comment|class\s*=\s*["']?msocom/iu.test(attributes) ? '批注' : undefined;
}

/** An element with what it has from those around it. */
function opened(name: string, attributes: string, { open, lines }: Reading): Open {
  const above = open.at(-1) ?? plain;
  const set = /text-align\s*:\s*(left|center|right|justify)|\balign\s*=\s*["']?(left|center|right|justify)/iu.exec(attributes);
  const align = ((set?.[1] ?? set?.[2])?.toLowerCase() as Open['align'] | undefined) ?? above.align;
  const depth = /^h([1-6])$/u.exec(name)?.[1];
  const heading = depth === undefined ? above.heading : Number(depth);
  const aside = above.aside ?? asideOf(name, attributes);
  const isStruck = above.isStruck ?? (/^(?:s|strike)$/u.test(name) || /line-through/iu.test(attributes));
  const raised = name === 'sup' ? 'superscript' : name === 'sub' ? 'subscript' : above.raised;
  return {
    name,
    isBold: weightOf(name, attributes) ?? above.isBold,
    isWordless: above.isWordless || wordless.has(name),
    firstLine: lines.length,
    ...(aside === undefined ? {} : { aside }),
    ...(raised === undefined ? {} : { raised }),
    ...(isStruck ? { isStruck } : {}),
    ...(name === 'ol' ? { items: Number(/\bstart\s*=\s*["']?(\d{1,4})/iu.exec(attributes)?.[1] ?? 1) - 1 } : {}),
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
  if (name === 'a') endLink(reading);
  if (name === 'caption') takeCaption(reading);
  const at = reading.open.findLastIndex((each) => each.name === name);
  const { firstLine } = reading.open[at] ?? {};
  if (firstLine !== undefined && (name === 'div' || name === 'li')) endNotes(firstLine, reading);
  if (at >= 0) reading.open.length = at;
}

function endLink({ links, lines, text }: Reading): void {
  const link = links.at(-1);
  if (link?.line === lines.length) link.end = text.trimEnd().length;
}

/** The part of a page that notes stand in ends. */
function endNotes(firstLine: number, { links, lines }: Reading): void {
  for (let at = links.length - 1; at >= 0; at -= 1) {
    const link = links[at];
    if (!link || link.line < firstLine || link.partEnd !== undefined) return;
    link.partEnd = lines.length;
  }
}

function takeCaption({ lines, tables }: Reading): void {
  const table = tables.at(-1);
  if (table && lines.length > table.start) table.caption = lines.at(-1)?.text ?? '';
}

function isWordless({ open }: Reading): boolean {
  return open.at(-1)?.isWordless ?? false;
}

function addWords(source: string, reading: Reading): void {
  if (isWordless(reading)) return;
  const { aside, raised, isBold, isStruck } = reading.open.at(-1) ?? plain;
  const words = figures(
    source.replace(/(?<=\p{Script=Han}|[，。、；：])[ \t]*[\r\n]+\s*(?=\p{Script=Han}|[，。、；：])/gu, '').replace(/[ \t\r\n]+/gu, ' '),
    raised,
    reading.text,
  );
  if (aside !== undefined) {
    leaveWords(words, aside, reading);
    return;
  }
  if (isStruck) tellStruck(words, reading);
  addToTable(reading, words);
  const start = reading.text.length;
  reading.text += start === 0 || /[\n\t]$/u.test(reading.text) ? words.replace(/^ /u, '') : words;
  const last = reading.bold.at(-1);
  if (!isBold || reading.text.length === start) return;
  if (last?.end === start) reading.bold[reading.bold.length - 1] = { start: last.start, end: reading.text.length };
  else reading.bold.push({ start, end: reading.text.length });
}

/** Words as they stand in the text; m² and CO₂ are figures of their own. */
function figures(source: string, raised: Open['raised'], before: string): string {
  const words = decoded(source).replaceAll('\u00a0', ' ');
  return (raised !== undefined && /[A-Za-z\d)]/u.test(before.slice(-1)) ? raisedDigits(words, raised) : undefined) ?? words;
}

/** Words struck through are read, and said to be so. */
function tellStruck(words: string, { warnings, lines }: Reading): void {
  const plainWords = words.trim();
  if (plainWords === '' || warnings.length >= mostWarnings) return;
  const quote = plainWords.length > longestQuote ? `${plainWords.slice(0, longestQuote)}…` : plainWords;
  warnings.push(`第${lines.length + 1}段的“${quote}”带有删除线，已照样收入，请核对。`);
}

/** Nobody reads more. */
const mostWarnings = 200;
const longestQuote = 30;

function leaveWords(words: string, reason: string, { leftAside, lines, asidesBefore }: Reading): void {
  const line = lines.length + 1;
  const last = leftAside.at(-1);
  if (last?.reason === reason && leftAside.length > asidesBefore) leftAside[leftAside.length - 1] = { ...last, text: last.text + words };
  else if (words.trim() !== '') leftAside.push({ line, text: words.trimStart(), reason });
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
  reading.asidesBefore = reading.leftAside.length;
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
