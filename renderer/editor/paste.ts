/** What a paste may bring: paragraphs, the bold they open with, 加粗 and 楷体 inside, tables, pictures of this editor. Everything else is dropped, and told. */
import { footnotesPart, footnoteTexts, normalizeFootnotes, type Footnotes } from '../../shared/document/footnotes.js';
import type { Level } from '../../shared/document/issue.js';
import { plainLine } from '../../shared/document/plain-characters.js';
import type { Picture } from '../../shared/document/picture.js';
import { marksPart, normalizeMarks, type Marks } from '../../shared/document/text-marks.js';
import { emphasisOf, lookOf, plainLook, type Look } from './pasted-look.js';
import { readPastedPicture } from './pasted-picture.js';
import { pastedFootnotes, resolveLineEnds, trimRuns, trimStart, type PastedRun } from './pasted-runs.js';
import { readHtmlTable, readTabbedText, type PastedTable } from './pasted-table.js';
import { isListBelow, leftOutAs, leftOutPhrases, noteBelow, type LeftOut } from './pasted-marks.js';

export interface PastedParagraph {
  readonly lead: string;
  readonly text: string;
  /** Emphasis within `text`. */
  readonly marks?: Marks;
  /** Those this editor, Word or LibreOffice copied, by their places in lead and text. */
  readonly footnotes?: Footnotes;
  readonly level?: Level;
  /** Its text is that of a table. */
  readonly table?: PastedTable;
  /** A picture this editor copied; its text is the caption. */
  readonly picture?: Picture;
}

export interface Pasted {
  readonly paragraphs: readonly PastedParagraph[];
  /** What was left out, in short Chinese phrases: 图片 2 张. */
  readonly dropped: readonly string[];
}

/** How this editor's own copies tell a footnote. */
export const footnoteAttribute = 'data-footnote';

/** More than any article has; what is longer would hold the window up while it is put in, and is refused. */
const mostCharacters = 20_000;
const mostParagraphs = 150;
/** HTML of this length, mostly styles and pictures, is not read: the plain text that comes with it is taken. */
const longestHtml = 500_000;

/** What is on the clipboard, or why it is not taken. Nothing is read that is too long to be read at once. */
export function readPaste(html: string, text: string): Pasted | { readonly refusal: string } {
  const isPlain = html === '' || html.length > longestHtml;
  if (isPlain && text.length > 2 * mostCharacters) return { refusal: tooLarge(text.length) };
  const dropped = html.length > longestHtml ? ['格式（内容太大，只带入文字）'] : [];
  const rich = isPlain ? undefined : readPastedHtml(html);
  const hasWords = rich !== undefined && rich.paragraphs.length > 0;
  if (!hasWords && text.length > 2 * mostCharacters) return { refusal: tooLarge(text.length) };
  const pasted = hasWords ? rich : { ...readPastedText(text), dropped: rich?.dropped ?? dropped };
  const characters = pasted.paragraphs.reduce((sum, paragraph) => sum + paragraph.lead.length + paragraph.text.length, 0);
  const isTooLarge = characters > mostCharacters || pasted.paragraphs.length > mostParagraphs;
  return isTooLarge ? { refusal: tooLarge(characters, pasted.paragraphs.length) } : pasted;
}

function tooLarge(characters: number, paragraphs?: number): string {
  const size = `约 ${characters.toLocaleString('zh-CN')} 字${paragraphs === undefined ? '' : `、${paragraphs} 段`}`;
  return `粘贴的内容太大（${size}），没有粘贴。请分几次粘贴，或存成文件后用“导入”。`;
}

/** Paragraphs of plain text: one a line, blank lines and the blanks of a typed indent left out. */
export function readPastedText(text: string): Pasted {
  const table = readTabbedText(text);
  if (table) return { paragraphs: [tableParagraph(table)], dropped: [] };
  return {
    paragraphs: text
      .split(/\r\n|[\r\n\v\f\u2028\u2029\u0085]/u)
      .map((line) => paragraph('', line))
      .filter(hasText),
    dropped: [],
  };
}

function tableParagraph(table: PastedTable): PastedParagraph {
  return { lead: '', text: table.text, table };
}

/** Paragraphs of HTML from Word, WPS, a browser or this editor. */
export function readPastedHtml(html: string): Pasted {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  const reader = newReader();
  readNode(body, { ...plainLook, isInCell: false }, reader);
  endParagraph(reader);
  return { paragraphs: reader.paragraphs.filter(hasText), dropped: droppedPhrases(body, reader) };
}

interface Reader {
  readonly paragraphs: PastedParagraph[];
  runs: PastedRun[];
  level: Level | undefined;
  /** Cells begun in the row being read. */
  cells: number;
  readonly leftOut: Record<LeftOut, number>;
  /** Notes of the list below that were taken in; none is taken in twice, so that no mark can make the paste larger. */
  readonly notes: Set<Element>;
}

interface Inherited extends Look {
  /** A row of a table is one paragraph: what stands in a cell does not end it. */
  readonly isInCell: boolean;
}

/** What parts the cells of a row. */
const cellGap = '\u3000';

const skipped = new Set(['STYLE', 'SCRIPT', 'TITLE', 'META', 'LINK', 'HEAD', 'TEMPLATE', 'NOSCRIPT', 'O:P']);
const blocks = new Set([
  'P',
  'DIV',
  'LI',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'TR',
  'TABLE',
  'UL',
  'OL',
  'BLOCKQUOTE',
  'SECTION',
  'ARTICLE',
  'PRE',
  'BR',
  'HR',
  'BODY',
]);

function newReader(): Reader {
  return { paragraphs: [], runs: [], level: undefined, cells: 0, leftOut: { deleted: 0, note: 0, comment: 0 }, notes: new Set() };
}

function readNode(node: Node, inherited: Inherited, reader: Reader): void {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = (node.textContent ?? '').replace(/[\t\r\n ]+/gu, (blank) => (/[\r\n]/u.test(blank) ? '\n' : ' '));
    const { isInCell, ...look } = inherited;
    if (text !== '') reader.runs.push({ ...(isInCell ? plainLook : look), text });
    return;
  }
  if (!(node instanceof Element) || skipped.has(node.tagName.toUpperCase()) || isHidden(node)) return;
  if (readFootnote(node, reader) || leaveOut(node, reader)) return;
  const tag = node.tagName.toUpperCase();
  if (readFigure(node, inherited, reader)) return;
  if (tag === 'TR' && !inherited.isInCell) reader.cells = 0;
  const isCell = (tag === 'TD' || tag === 'TH') && !inherited.isInCell;
  if (isCell) beginCell(reader);
  const end = !blocks.has(tag) ? undefined : inherited.isInCell ? endLineInCell : endParagraph;
  end?.(reader);
  const level = Number(node.getAttribute('data-level'));
  if (level >= 1 && level <= 4) reader.level = level as Level;
  const inner = { ...lookOf(node, inherited), isInCell: inherited.isInCell || isCell };
  for (const child of node.childNodes) readNode(child, inner, reader);
  end?.(reader);
}

/** Counts an element that is no text of the document; false where it is. */
function leaveOut(element: Element, { leftOut }: Reader): boolean {
  const kind = leftOutAs(element);
  if (kind !== undefined && !isListBelow(element)) leftOut[kind] += 1;
  return kind !== undefined;
}

/** Takes in a footnote of this editor or of a word processor; false where the element is none, or its words did not come. */
function readFootnote(element: Element, reader: Reader): boolean {
  const words = element.getAttribute(footnoteAttribute) ?? wordsBelow(element, reader);
  if (words !== undefined) reader.runs.push({ ...plainLook, text: '', footnote: plainLine(words) });
  return words !== undefined;
}

/** The words of the note a word processor's mark stands for. */
function wordsBelow(element: Element, { notes, leftOut }: Reader): string | undefined {
  const note = noteBelow(element);
  if (note === undefined || notes.has(note)) return undefined;
  notes.add(note);
  const inner = { ...newReader(), notes };
  for (const child of note.childNodes) readNode(child, { ...plainLook, isInCell: false }, inner);
  endParagraph(inner);
  // A note within a note has no place.
  leftOut.note += footnoteTexts(inner.paragraphs).length;
  const texts = inner.paragraphs.map(({ lead, text }) => (lead + text).trim()).filter((text) => text !== '');
  return texts.length === 0 ? undefined : texts.join(' ');
}

/** Takes a table, or a picture of this editor, in as one; false where the element is neither, or only lays out what is in it. */
function readFigure(element: Element, { isInCell }: Inherited, reader: Reader): boolean {
  const figure = isInCell ? undefined : figureIn(element);
  if (!figure) return false;
  endParagraph(reader);
  reader.paragraphs.push(figure);
  return true;
}

function figureIn(element: Element): PastedParagraph | undefined {
  const table = element.tagName.toUpperCase() === 'TABLE' ? readHtmlTable(element, isLeftAside) : undefined;
  if (table) return tableParagraph(table);
  const picture = readPastedPicture(element);
  return picture && { lead: '', text: plainLine(element.textContent ?? '').trim(), picture };
}

/** What no cell takes in either. */
function isLeftAside(element: Element): boolean {
  return skipped.has(element.tagName.toUpperCase()) || isHidden(element) || leftOutAs(element) !== undefined;
}

function beginCell(reader: Reader): void {
  if (reader.cells > 0) {
    while (reader.runs.at(-1)?.text.trim() === '' && reader.runs.at(-1)?.text !== cellGap) reader.runs.pop();
    reader.runs.push({ ...plainLook, text: cellGap });
  }
  reader.cells += 1;
}

/** Lines inside a cell are parted by a blank. */
function endLineInCell(reader: Reader): void {
  const last = reader.runs.at(-1);
  if (last !== undefined && last.text.trim() !== '') reader.runs.push({ ...plainLook, text: ' ' });
}

/** Word marks list numbers and comments it shows elsewhere with mso-hide and similar. */
function isHidden(element: Element): boolean {
  return /display\s*:\s*none|mso-hide\s*:\s*all/iu.test(element.getAttribute('style') ?? '');
}

function endParagraph(reader: Reader): void {
  const runs = resolveLineEnds(trimRuns(reader.runs));
  const opening = runs.findIndex(({ text, isBold, isOwn }) => !(isBold && !isOwn) && text.trim() !== '');
  const split = opening < 0 ? runs.length : opening;
  const join = (part: typeof runs): string => part.map(({ text }) => text).join('');
  const isLead = runs.some(({ isBold, isOwn }) => isBold && !isOwn) && split > 0;
  const rest = isLead ? runs.slice(split) : runs;
  const isSetInKai = runs.every(({ isKai, isOwn, text }) => (isKai && !isOwn) || text.trim() === '');
  const pasted = paragraph(isLead ? join(runs.slice(0, split)) : '', join(rest), reader.level);
  const marks = emphasisOf(isSetInKai ? rest.map((run) => ({ ...run, isKai: false })) : rest);
  const notes = normalizeFootnotes(pastedFootnotes(runs), pasted.lead.length + pasted.text.length);
  reader.paragraphs.push({ ...pasted, ...marksPart(normalizeMarks(marks, pasted.text.length)), ...footnotesPart(notes) });
  reader.runs = [];
  reader.level = undefined;
}

function paragraph(lead: string, text: string, level?: Level): PastedParagraph {
  const rest = plainLine(lead === '' ? trimStart(text).trimEnd() : text.trimEnd());
  return { lead: plainLine(lead), text: rest, ...(level === undefined ? {} : { level }) };
}

function hasText({ lead, text, picture, footnotes }: PastedParagraph): boolean {
  return picture !== undefined || footnotes !== undefined || `${lead}${text}`.trim() !== '';
}

function droppedPhrases(body: HTMLElement, reader: Reader): readonly string[] {
  const count = (selector: string): number => body.querySelectorAll(selector).length;
  const phrases: readonly (readonly [number, string])[] = [
    [count('img, svg, canvas, video, object'), '图片 {} 张'],
    [nestedTables(body), '表格里的表格 {} 个（成为格里的文字）'],
    [
      count('td[colspan]:not([colspan="1"]), td[rowspan]:not([rowspan="1"]), th[colspan]:not([colspan="1"])'),
      '合并的单元格 {} 处（拆开，文字在第一格）',
    ],
    [linksOf(body), '链接 {} 处（文字保留）'],
    ...(Object.keys(leftOutPhrases) as LeftOut[]).map((kind) => [reader.leftOut[kind], leftOutPhrases[kind]] as const),
  ];
  return phrases.filter(([number]) => number > 0).map(([number, phrase]) => phrase.replace('{}', String(number)));
}

function nestedTables(body: HTMLElement): number {
  return [...body.querySelectorAll('table table')].filter(
    (table) => table.parentElement?.closest('table')?.querySelectorAll('td').length !== 1,
  ).length;
}

/** Links in the text; those of notes and comments are told as such. */
function linksOf(body: HTMLElement): number {
  const isLeftOut = (element: Element | null): boolean =>
    element !== null && (leftOutAs(element) !== undefined || isLeftOut(element.parentElement));
  return [...body.querySelectorAll('a[href]')].filter((link) => !isLeftOut(link)).length;
}
