import type { LeftAsideText, SourceLine } from '../../recognize/source-line.js';
import { createNumberCounter, type NumberCounter } from './numbering.js';
import { bodyOf, openPackage } from './open-package.js';
import {
  addText,
  joinParagraphs,
  openParagraph,
  toSourceLine,
  type OpenParagraph,
  type ParagraphTraits,
  type RunContext,
} from './reading.js';
import { listComments, listNotes, markNames, notePlaces, openPlaces, pictureName, type Mark, type Places } from './places.js';
import { hasDeletedMark, readInline, type RunReader } from './read-runs.js';
import { readNotices, type Revision } from './revisions.js';
import { readNumbering, readStyles, traitsOfStyle, type Style, type Styles } from './styles.js';
import { child, childValue, elements, type XmlElement } from './xml-tree.js';

export interface WordText {
  readonly lines: readonly SourceLine[];
  /** Tracked changes and comments met, one Chinese sentence each. */
  readonly warnings: readonly string[];
  /** Deleted text, comments, hidden text and the like, with the paragraph they stood in. */
  readonly leftAside: readonly LeftAsideText[];
}

/** Everything that grows while the parts of one file are read. */
interface Reading {
  readonly styles: Styles;
  readonly counter: NumberCounter;
  readonly lines: SourceLine[];
  readonly leftAside: LeftAsideText[];
  readonly revisions: Revision[];
  readonly fields: boolean[];
  readonly places: Places;
  /** What stands otherwise than it did, one Chinese sentence each. */
  readonly warnings: string[];
  /** A paragraph whose mark was deleted: the next one joins it. */
  pending?: { readonly paragraph: OpenParagraph; readonly traits: ParagraphTraits };
}

/**
 * Reads a Word or WPS file (.docx, .dotx, zip-based .wps) into lines, one a paragraph; tables cell by cell, text boxes
 * after the paragraph they hang on, headers and footers last. Notes, comments and pictures are listed at their places. Tracked changes are read as if
 * accepted and announced; what they delete is listed as left aside.
 * @throws AppError `file-broken` or `file-too-large` naming the file and the remedy
 */
export function readDocx(bytes: Uint8Array, file: string): WordText {
  const word = openPackage(bytes, file);
  const reading: Reading = {
    styles: readStyles(word.part('styles')),
    counter: createNumberCounter(word.part('numbering')),
    lines: [],
    leftAside: [],
    revisions: [],
    fields: [],
    places: openPlaces(),
    warnings: [],
  };
  readBlocks(bodyOf(word.document), reading, {});
  flushPending(reading);
  const lastLine = Math.max(1, reading.lines.length);
  const { leftAside, places } = reading;
  for (const kind of ['footnotes', 'endnotes'] as const) leftAside.push(...listNotes(word.part(kind), kind, places, lastLine));
  for (const part of word.headersAndFooters) {
    readBlocks(part, reading, { role: 'furniture' });
    flushPending(reading);
  }
  const comments = word.part('comments');
  leftAside.push(...listComments(comments, places, lastLine));
  return { lines: reading.lines, warnings: [...readNotices(reading.revisions, comments), ...reading.warnings], leftAside };
}

function readBlocks(parent: XmlElement | undefined, reading: Reading, extra: ParagraphTraits, aside?: RunContext['aside']): void {
  for (const element of elements(parent)) {
    if (element.name === 'p') readParagraph(element, reading, extra, aside);
    else if (element.name === 'tr') readRow(element, reading, extra, aside);
    else if (element.name === 'AlternateContent') readBlocks(child(element, 'Choice') ?? child(element, 'Fallback'), reading, extra, aside);
    else if (element.name === 'tbl') readTable(element, reading, extra, aside);
    else if (element.name === 'altChunk') leaveEmbedded(reading);
    else if (markNames.has(element.name)) notePlaces([{ element, offset: 0 }], '', reading.lines.length + 1, reading.places);
    else if (skippedBlocks.has(element.name)) noteFormatChanges(element, reading);
    else readBlocks(element, reading, extra, aside);
  }
}

const skippedBlocks = new Set(['tblPr', 'tblGrid', 'tcPr', 'trPr', 'sectPr', 'sdtPr', 'sdtEndPr', 'pPr', 'rPr']);

function readTable(table: XmlElement, reading: Reading, extra: ParagraphTraits, aside?: RunContext['aside']): void {
  const first = reading.lines.length;
  for (const element of elements(table)) readBlocks({ ...table, children: [element] }, reading, extra, aside);
  const rows = elements(table, 'tr');
  const columns = Math.max(0, ...rows.map((row) => elements(row, 'tc').length));
  const isSet = reading.lines.slice(first).some(({ role, text }) => role !== undefined && text !== '');
  if (rows.length < 2 || columns < 2 || isSet || aside !== undefined) return;
  reading.warnings.push(`第${first + 1}段起的表格（${rows.length}行${columns}列）已逐格收为段落，表格线没有保留，请核对。`);
}

function leaveEmbedded(reading: Reading): void {
  const line = reading.lines.length + 1;
  reading.leftAside.push({ line, text: '嵌入的文件', reason: '嵌在文稿里的另一份文件，没有读入' });
  reading.warnings.push(`第${line}段处嵌有另一份文件，没有读入。请在 Word 里打开，另存为 .docx 后再导入。`);
}

function noteFormatChanges(properties: XmlElement, reading: Reading): void {
  for (const change of elements(properties)) if (/^(?:tbl|tr|tc|sect)PrChange$/u.test(change.name)) noteRevision(change, reading);
}

function readRow(row: XmlElement, reading: Reading, extra: ParagraphTraits, aside?: RunContext['aside']): void {
  const properties = child(row, 'trPr');
  if (properties) noteFormatChanges(properties, reading);
  for (const kind of ['ins', 'del']) {
    const change = child(properties, kind);
    if (change) noteRevision(change, reading);
  }
  const isDeleted = child(properties, 'del') !== undefined;
  for (const cell of elements(row)) {
    if (cell.name === 'trPr' || cell.name === 'tblPrEx') continue;
    const cellDeleted = child(child(cell, 'tcPr'), 'cellDel');
    if (cellDeleted) noteRevision(cellDeleted, reading);
    readBlocks(cell, reading, extra, isDeleted || cellDeleted ? '修订中删除的文字' : aside);
    flushPending(reading);
  }
}

function readParagraph(element: XmlElement, reading: Reading, extra: ParagraphTraits, aside?: RunContext['aside']): void {
  const properties = child(element, 'pPr');
  noteMarkRevisions(properties, reading);
  const style = reading.styles.paragraph(childValue(properties, 'pStyle'));
  const boxes: XmlElement[] = [];
  const marks: Mark[] = [];
  const paragraph = openParagraph();
  const reader: RunReader = {
    styles: reading.styles,
    fields: reading.fields,
    onTextBox: (content) => boxes.push(content),
    onMark: (mark) => marks.push({ element: mark, offset: paragraph.text.length }),
    onRevision: (change) => noteRevision(change, reading),
  };
  const context: RunContext = {
    isBold: style.isBold,
    isHidden: style.isHidden,
    ...(aside === undefined ? {} : { aside }),
  };
  addText(paragraph, automaticNumber(properties, style, reading.counter), context);
  readInline(element, paragraph, context, reader);
  const traits = { ...traitsOf(properties, style, reading.styles.isOwnFile), ...extra };
  const line = reading.lines.length + 1;
  notePlaces(
    marks.filter((mark) => markNames.has(mark.element.name)),
    paragraph.text,
    line,
    reading.places,
  );
  const pictures = marks.flatMap((mark) => (markNames.has(mark.element.name) ? [] : (pictureName(mark.element) ?? [])));
  if (extra.role !== 'furniture') for (const text of pictures) reading.leftAside.push({ line, text, reason: '图片没有收入' });
  finishParagraph(paragraph, traits, hasDeletedMark(element), reading);
  for (const box of boxes) readBox(box, line, reading, extra, aside);
}

function readBox(box: XmlElement, line: number, reading: Reading, extra: ParagraphTraits, aside?: RunContext['aside']): void {
  const first = reading.lines.length;
  readBlocks(box, reading, extra, aside);
  flushPending(reading);
  const words = reading.lines
    .slice(first)
    .map(({ text }) => text)
    .join('')
    .trim();
  if (words === '' || extra.role === 'furniture') return;
  reading.warnings.push(`第${line}段的文本框“${words.length > 20 ? `${words.slice(0, 20)}…` : words}”接在该段之后，请核对位置。`);
}

function finishParagraph(paragraph: OpenParagraph, traits: ParagraphTraits, runsOn: boolean, reading: Reading): void {
  const joined = reading.pending ? joinParagraphs(reading.pending.paragraph, paragraph) : paragraph;
  const kept = reading.pending && reading.pending.paragraph.text !== '' ? reading.pending.traits : traits;
  delete reading.pending;
  if (runsOn) reading.pending = { paragraph: joined, traits: kept };
  else addLine(joined, kept, reading);
}

function flushPending(reading: Reading): void {
  if (!reading.pending) return;
  const { paragraph, traits } = reading.pending;
  delete reading.pending;
  addLine(paragraph, traits, reading);
}

function addLine(paragraph: OpenParagraph, traits: ParagraphTraits, reading: Reading): void {
  const line = reading.lines.length + 1;
  reading.lines.push(toSourceLine(paragraph, line, traits));
  for (const { text, reason } of paragraph.asides) if (text.trim() !== '') reading.leftAside.push({ line, text, reason });
}

function automaticNumber(properties: XmlElement | undefined, style: Style, counter: NumberCounter): string {
  const own = readNumbering(properties);
  const numId = own?.numId ?? style.numbering?.numId;
  if (numId === undefined || numId === '0') return '';
  return counter.next(numId, own?.level ?? style.numbering?.level ?? 0);
}

function traitsOf(properties: XmlElement | undefined, style: Style, isOwnFile: boolean): ParagraphTraits {
  const outline = childValue(properties, 'outlineLvl');
  const level = outline === undefined ? style.outlineLevel : Number(outline);
  const align = alignments[childValue(properties, 'jc') ?? style.align ?? ''];
  const traits = traitsOfStyle(style.name, isOwnFile);
  // A brief has an outline level for its title's sake; its words are running text.
  const isHeading = level !== undefined && level <= 8 && traits.bodyLevel !== 0;
  return { ...(isHeading ? { heading: level + 1 } : {}), ...(align === undefined ? {} : { align }), ...traits };
}

const alignments: Readonly<Record<string, NonNullable<SourceLine['align']>>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
};

function noteMarkRevisions(properties: XmlElement | undefined, reading: Reading): void {
  const mark = child(properties, 'rPr');
  const changes = ['ins', 'del', 'moveFrom', 'moveTo', 'rPrChange'].flatMap((kind) => child(mark, kind) ?? []);
  for (const change of [...changes, ...elements(properties, 'pPrChange')]) noteRevision(change, reading);
}

function noteRevision(element: XmlElement, reading: Reading): void {
  reading.revisions.push({ kind: element.name, author: element.attributes.get('author')?.trim() || '未署名' });
}
