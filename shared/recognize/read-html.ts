import { anyLabel } from './draft-labels.js';
import type { Picture } from '../document/picture.js';
import { plainLine } from '../document/plain-characters.js';
import { decoded } from './html-characters.js';
import { deleted, opened, plain, siteMenus, wordless, type HtmlElement } from './html-element.js';
import { attributeOf, linkOf, withHtmlNotes, type HtmlLink } from './html-notes.js';
import { addToCell, htmlTableLine, openCell, openHtmlTable, openRow, tellTable, type OpenHtmlTable } from './html-table.js';
import { raisedDigits } from './raised-digits.js';
import { namesSite } from './web-frame.js';
import type { LeftAsideText, SourceLine, SourceRange } from './source-line.js';

/** What office systems save under the name of a Word file: a web page, whose marks are no words. */
export interface HtmlText {
  readonly lines: readonly SourceLine[];
  /** Pictures it shows: those kept at their places, and those that are not. */
  readonly pictures: { readonly kept: number; readonly left: number };
  readonly warnings: readonly string[];
  readonly leftAside: readonly LeftAsideText[];
  /** What the page is called by itself, often with the name of its site; absent in a file without a site's menus. */
  readonly siteTitle?: string;
}

const token = /<!--[\s\S]*?-->|<[!?][^>]*>|<(\/?)([A-Za-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|[^<]+|</gu;
const blocks = new Set(
  'p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 table tr caption thead tbody blockquote section article header footer nav aside main figure figcaption pre hr body html center form'.split(
    ' ',
  ),
);
const voids = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'col', 'wbr', 'base']);
const unclosed = new Set(['p', 'li', 'dt', 'dd', 'tr', 'td', 'th']);
/** Links of a page that is one of a site. */
const fewestMenus = 8;
const inline = new Set(['a', 'b', 'em', 'font', 'i', 'span', 'strong', 'u']);
/** Elements within elements; what is deeper looks as what is around it. */
const deepest = 1000;

/** Whether a text is a web page, or a piece of one as copied out of it, rather than words. */
export function looksLikeHtml(text: string): boolean {
  const start = text.slice(0, 2000).replace(/^[\s\uFEFF]+/u, '');
  const first = /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(!doctype\s+html|[a-z][a-z0-9]*)(?=[\s>/])/iu.exec(start)?.[1]?.toLowerCase();
  return first !== undefined && (first.startsWith('!') || [blocks, wordless, voids, inline].some((names) => names.has(first)));
}

/** Takes over the file of the picture at an address; a Chinese phrase why it is not taken, undefined where it lies outside the page's file. */
export type TakePicture = (address: string) => Pick<Picture, 'sha256' | 'type' | 'width' | 'height'> | string | undefined;

interface Reading {
  readonly takePicture: TakePicture | undefined;
  readonly lines: SourceLine[];
  readonly open: HtmlElement[];
  text: string;
  bold: SourceRange[];
  /** Those of the block that is read, which go behind its words. */
  waiting: Picture[];
  pictures: { kept: number; left: number };
  /** Those open, the innermost last. */
  readonly tables: OpenHtmlTable[];
  readonly leftAside: LeftAsideText[];
  readonly warnings: string[];
  readonly links: HtmlLink[];
  inserted: number;
  /** Links to elsewhere, and the words of the page's own title. */
  menus: number;
  title: string;
  /** What was left aside before the block that is read. */
  asidesBefore: number;
}

/** The lines of a web page, one a paragraph, one a table; cells in a row of a form, or of a table that lays out a page, are parted by tabs. */
export function readHtml(html: string, takePicture?: TakePicture): HtmlText {
  const reading: Reading = {
    takePicture,
    lines: [],
    open: [],
    text: '',
    bold: [],
    waiting: [],
    pictures: { kept: 0, left: 0 },
    tables: [],
    leftAside: [],
    warnings: [],
    links: [],
    inserted: 0,
    menus: 0,
    title: '',
    asidesBefore: 0,
  };
  for (const [whole, slash, tag, attributes] of html.matchAll(token)) {
    if (tag === undefined) {
      if (!/^<[!?]/u.test(whole)) addWords(whole, reading);
    } else if (slash === '/') closeTag(tag.toLowerCase(), reading);
    else openTag(tag.toLowerCase(), attributes ?? '', reading);
  }
  endLine(reading);
  const { lines, links, pictures, warnings, leftAside, inserted, menus, title } = reading;
  const isChanged = inserted > 0 || leftAside.some(({ reason }) => reason === deleted);
  return {
    lines: withHtmlNotes(lines, links),
    pictures,
    warnings: [...(isChanged ? ['文件带有修订，已按接受修订后的文字读入，删除的文字列在未采用清单中，请核对。'] : []), ...warnings],
    leftAside,
    ...(menus >= fewestMenus || namesSite(title.trim()) || leftAside.some(({ reason }) => reason === siteMenus)
      ? { siteTitle: title }
      : {}),
  };
}

function openTag(name: string, attributes: string, reading: Reading): void {
  if (name === 'img' || name === 'v:imagedata') readPicture(attributes, reading);
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
  reading.open.push(opened(name, attributes, reading.open.at(-1) ?? plain, reading.lines.length));
  if (name === 'li') numberItem(reading);
  // Word's own links within a file begin with #_.
  if (name === 'a' && /\bhref\s*=\s*["']?(?!["']?#_)/iu.test(attributes)) reading.menus += 1;
  if (name === 'a' && reading.tables.length === 0) reading.links.push(linkOf(attributes, reading.lines.length, reading.text.length));
}

/** Keeps a picture of the text at its place, or tells why it is not kept. */
function readPicture(attributes: string, reading: Reading): void {
  if (isWordless(reading)) return;
  const alt = plainLine(decoded(attributeOf(attributes, 'alt'))).trim();
  const hidden = reading.open.at(-1)?.aside;
  const taken = hidden ?? reading.takePicture?.(decoded(attributeOf(attributes, 'src')).trim());
  if (taken !== undefined && typeof taken !== 'string') {
    reading.pictures.kept += 1;
    reading.waiting.push({ ...taken, ...(alt === '' ? {} : { alt }) });
    return;
  }
  reading.pictures.left += 1;
  const text = alt === '' ? '图片' : `图片：${alt}`;
  reading.leftAside.push({ line: reading.lines.length + 1, text, reason: `图片没有收入：${taken ?? '图片不在这个文件里'}` });
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
  const only = table?.cells === 1 && lines.length - table.start === 1 ? lines.at(-1) : undefined;
  if (only) lines[lines.length - 1] = { ...only, isFramed: true };
  if (table && line) {
    const pictures = lines.splice(table.start, Infinity, line).filter(({ picture }) => picture);
    for (const picture of pictures) lines.push({ ...picture, line: lines.length + 1 });
    if (pictures.length > 0) warnings.push(`第${String(line.line)}段的表格里有图片，已移到表格之后，请核对。`);
  }
  if (table) warnings.push(...tellTable(table, line !== undefined));
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
  if (reading.open.at(-1)?.name === 'title') reading.title += decoded(source);
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
  if (/\S/u.test(reading.text.slice(-1)) && opensField.test(words)) reading.text += ' ';
  const start = reading.text.length;
  reading.text += start === 0 || /[\n\t]$/u.test(reading.text) ? words.replace(/^ /u, '') : words;
  const last = reading.bold.at(-1);
  if (!isBold || reading.text.length === start) return;
  if (last?.end === start) reading.bold[reading.bold.length - 1] = { start: last.start, end: reading.text.length };
  else reading.bold.push({ start, end: reading.text.length });
}

/** A field in an element of its own, which a page sets apart from the one before: 2031-09-18来源：. */
const opensField = new RegExp(`^(?:${anyLabel})\\s{0,4}[：:]`, 'u');

/** Words as they stand in the text; m² and CO₂ are figures of their own. */
function figures(source: string, raised: HtmlElement['raised'], before: string): string {
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

function endLine(reading: Reading): void {
  const { text, bold, lines, waiting } = reading;
  addToTable(reading, '\n');
  reading.asidesBefore = reading.leftAside.length;
  reading.text = '';
  reading.bold = [];
  reading.waiting = [];
  if (text.trim() !== '') lines.push(lineOf(text, bold, reading));
  for (const picture of waiting) lines.push({ line: lines.length + 1, text: '', bold: [], marks: [], isParagraph: true, picture });
}

function lineOf(text: string, bold: readonly SourceRange[], { open, lines }: Reading): SourceLine {
  const end = text.trimEnd().length;
  const { align, heading, isCaption } = open.at(-1) ?? {};
  return {
    line: lines.length + 1,
    text: text.slice(0, end),
    bold: bold.map((range) => ({ start: range.start, end: Math.min(range.end, end) })).filter((range) => range.start < range.end),
    isParagraph: true,
    ...(align === undefined ? {} : { align }),
    ...(heading === undefined ? {} : { heading }),
    ...(isCaption ? { role: 'caption' } : {}),
    marks: [],
  };
}
