/** Pieces of text as a PDF places them on its pages → paragraphs: a PDF has neither lines nor paragraphs of its own. */
import { boldFaces, facesPart, joinedFaces } from './pdf-faces.js';
import { marginPlace, readPageLines, type PageWords } from './pdf-page.js';
import type { PageLine, PdfPage, RuledText } from './pdf-piece.js';
import { commonMeasure, measuresOf, type Measure } from './pdf-measure.js';
import { hangPdfNotes, type NotedLine } from './pdf-notes.js';
import { tableText } from '../document/table.js';
import { plainLine } from '../document/plain-characters.js';
import { withNextPage } from './pdf-ruled-text.js';
import { hangRaisedNotes } from './pdf-raised-notes.js';
import { areTagsLying, withoutTags } from './pdf-tags.js';
import { captionsPdfTable, pdfTableText, tableRows } from './pdf-table.js';
import { byColumns } from './text-columns.js';
import { stop } from './wrap-measure.js';
import type { LeftAsideText, SourceLine, SourceNote } from './source-line.js';

export interface PdfText {
  readonly lines: readonly SourceLine[];
  readonly warnings: readonly string[];
  readonly leftAside: readonly LeftAsideText[];
}

interface PlacedLine extends NotedLine {
  readonly page: number;
  readonly measure: Measure;
}

/** A paragraph that may go on. */
interface OpenLine extends SourceLine {
  readonly faces?: string;
}

/** Paragraphs in reading order; page numbers, running heads and slanted words are left aside. */
export function readPdfPages(pages: readonly PdfPage[]): PdfText {
  const read = readPages(pages);
  const heads = runningHeads(read.map(({ lines }) => lines));
  const size = commonSize(read.flatMap(({ lines }) => lines));
  const lines: OpenLine[] = [];
  const leftAside: LeftAsideText[] = [];
  let last: PlacedLine | undefined;
  let drawn: RuledText | undefined;
  const merged = new Set<number>();
  const apart = new Set(read.flatMap(({ lines: own }) => headsApart(own, size)));
  const beside = new Set(read.flatMap(({ lines: own }) => besideNumber(own)));
  const furniture = (line: PageLine): string | undefined => {
    if ((heads.has(headOf(line)) && line.place > headPlace && line.size < size * leastName) || apart.has(line)) return '页眉';
    if (isPageNumber(line)) return '页码';
    return beside.has(line) ? '页脚' : undefined;
  };
  const words = read.map((page) => page.lines.filter((line) => furniture(line) === undefined));
  const noted = hangPdfNotes(hangRaisedNotes(words, size), size);
  const common = commonMeasure(noted, size);
  read.forEach((page, at) => {
    const leave = (text: string, reason: string): void => void leftAside.push({ line: Math.max(1, lines.length), text, reason });
    for (const text of page.slanted) leave(text, '斜排的文字（多为水印）没有收入');
    for (const line of page.artifacts) leave(line.text, furnitureOf(line));
    for (const line of page.lines) {
      const reason = furniture(line);
      if (reason !== undefined) leave(line.text, reason);
    }
    const own = (noted[at] ?? []).filter((line) => line.block?.kind !== 'note');
    for (const line of noted[at] ?? []) if (line.block?.kind === 'note') leave(line.text, '脚注，没有找到它在正文里的位置');
    const measured = measuresOf(own, size, common);
    let inTable = 0;
    for (const [index, line] of own.entries()) {
      if (index < inTable) continue;
      if (line.table) {
        const whole = drawn && index === 0 ? withNextPage(drawn, line.table) : undefined;
        if (whole) lines.pop();
        drawn = whole ?? withCaption(line.table, lines);
        lines.push(ruledLine(drawn, lines.length + 1));
        if (drawn.hasMerged) merged.add(lines.length);
        last = undefined;
        continue;
      }
      drawn = undefined;
      const rows = tableRows(own.slice(index, index + mostRows));
      if (rows > 0) {
        inTable = index + rows;
        addTable(lines, own.slice(index, inTable));
        last = undefined;
        continue;
      }
      const placed = placedIn(line, at, measured(line));
      const link = last && linkBetween(last, placed);
      const open = lines.at(-1);
      if (link === undefined || open === undefined) lines.push(opened(placed, lines.length + 1));
      else lines[lines.length - 1] = joined(open, link, placed);
      last = placed;
    }
  });
  const unclear = read.flatMap((page, at) => (page.unclear > 0 ? [at + 1] : []));
  const warnings = [
    ...[...merged].map((line) => `第${line}段的表格有合并的单元格，已拆开，文字在其中第一格，请核对。`),
    ...(unclear.length > 0 ? [`原件第${unclear.join('、')}页像有只画横线的表格，分不清各行，没有按表格读，请对照原件。`] : []),
  ];
  return { lines: lines.map(closed), warnings, leftAside };
}

/** The line where it stands; larger type than the text's is set apart as bold type is. */
function placedIn(line: NotedLine, page: number, measure: Measure): PlacedLine {
  const placed = { ...line, page, measure };
  return isTitleSize(placed) ? { ...placed, faces: boldFaces(line.faces, line.text) } : placed;
}

/** The pages by their tags where they have some that can be believed. */
function readPages(pages: readonly PdfPage[]): readonly PageWords[] {
  const read = pages.map(readPageLines);
  const tagged = read.map(({ lines }) => lines).filter((lines) => lines.some(({ block }) => block));
  if (tagged.length === 0 || !areTagsLying(tagged, commonSize(tagged.flat()))) return read;
  return pages.map((page) => readPageLines(withoutTags(page)));
}

function furnitureOf(line: PageLine): string {
  if (isPageNumber(line)) return '页码';
  return line.place > headPlace ? '页眉' : line.place < numberPlace ? '页脚' : '原件标明不是正文的文字';
}

/** A table with the line above it as its caption where that says so, and where it has none. */
function withCaption(table: RuledText, lines: SourceLine[]): RuledText {
  const above = lines.at(-1);
  if (table.caption !== '' || !above || above.table || !captionsPdfTable(above.text)) return table;
  lines.pop();
  return { ...table, caption: above.text };
}

function ruledLine({ caption, rows, headerRows }: RuledText, line: number): SourceLine {
  return { line, text: tableText(plainLine(caption), rows), bold: [], marks: [], isParagraph: true, table: { headerRows } };
}

/** Rows of one table on a page. */
const mostRows = 100;

/** Adds a table, with the line above it as its caption where that says so. */
function addTable(lines: SourceLine[], rows: readonly NotedLine[]): void {
  const above = lines.at(-1);
  const caption = above && !above.table && captionsPdfTable(above.text) ? lines.pop() : undefined;
  const text = pdfTableText(caption?.text ?? '', rows);
  lines.push({ line: lines.length + 1, text, bold: [], marks: [], isParagraph: true, table: { headerRows: 1 } });
}

/** A line so many times larger than the text is the name of a periodical, though pages have it at their head too. */
const leastName = 1.5;
const numberPlace = 0.14;
const headPlace = 0.86;
const numberPattern =
  /^[\s—–\-－·•~]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／]\s*(?:共\s*)?\d{1,4}(?:\s*页)?|[，,]?\s*共\s*\d{1,4}\s*页)?[\s—–\-－·•~]*$/u;

function isPageNumber({ text, place }: PageLine): boolean {
  return (place < numberPlace || place > headPlace) && numberPattern.test(text);
}

/** What stands alone in the upper margin of a page, on one line, no larger than its text and well above it: a head, where it is printed once. */
function headsApart(lines: readonly PageLine[], size: number): readonly PageLine[] {
  const [first] = lines;
  if (!first || first.place <= marginPlace) return [];
  const end = lines.findIndex((line) => !isOnRow(line, first));
  const [heads, below] = [lines.slice(0, Math.max(0, end)), lines[end]];
  if (!below || end + 1 >= lines.length) return [];
  // Small type is told from the text by itself.
  const isSmall = heads.every((line) => line.size < size * 0.8);
  const isAlone = first.y - below.y > size * (isSmall ? 1.2 : 2.5) && (isSmall || below.place <= marginPlace);
  return isAlone && heads.every((line) => line.size <= size * 1.05) ? heads : [];
}

const isOnRow = (one: PageLine, other: PageLine): boolean => Math.abs(one.y - other.y) < other.size / 2;

/** What stands in the lower margin on one line with the number of the page: the address a browser prints there. */
function besideNumber(lines: readonly PageLine[]): readonly PageLine[] {
  const number = lines.findLast((line) => line.place < 1 - marginPlace && isPageNumber(line));
  return number === undefined ? [] : lines.filter((line) => line !== number && isOnRow(line, number));
}

const headOf = ({ text }: PageLine): string => text.replace(/[\d\s]/gu, '');

/** Words that stand at the head of most pages, or of most left or right ones; of two pages, where both open with the very same. */
function runningHeads(pages: readonly (readonly PageLine[])[]): ReadonlySet<string> {
  const first = pages.map(([line]) => (line && line.place > headPlace && !/[，。；！？：、]$/u.test(line.text) ? line : undefined));
  const [one, other] = first;
  if (pages.length === 2 && one && other && one.text === other.text && Math.abs(one.y - other.y) < one.size / 2)
    return new Set([headOf(one)]);
  const sides = [first, first.filter((_, at) => at % 2 === 0), first.filter((_, at) => at % 2 === 1)];
  return new Set(sides.flatMap(commonHeads));
}

function commonHeads(lines: readonly (PageLine | undefined)[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const head = line ? headOf(line) : '';
    if (head !== '') counts.set(head, (counts.get(head) ?? 0) + 1);
  }
  return [...counts].flatMap(([head, count]) => (count >= 3 && count * 2 > lines.length ? [head] : []));
}

/** The size most characters are set in. */
function commonSize(lines: readonly PageLine[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of lines) counts.set(Math.round(size), (counts.get(Math.round(size)) ?? 0) + text.length);
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [12, 0] as const)[0];
}

/** Room, in characters, that a full line may be short of for a character with its marks. */
const leastRoom = 3;

/** What stands between a line and the one before it where both are of one paragraph or title; undefined where a new one begins. */
function linkBetween(before: PlacedLine, line: PlacedLine): string | undefined {
  const { measure, size } = line;
  if (areOfBlocks(before, line)) return before.block === line.block ? linkWithin(before, line) : undefined;
  if (before.block?.heading !== line.block?.heading) return undefined;
  if (Math.abs(before.size - size) > size * 0.1) return undefined;
  const gap = before.page === line.page ? before.y - line.y : 0;
  // Lines of large type in the middle, however long, are those of one title.
  if (isTitleSize(line) && isInMiddle(before) && isInMiddle(line)) return gap <= size * 2.2 ? '\n' : undefined;
  if (isAloneByPlace(before, line)) return undefined;
  // Where hardly a line is full, what ends with a stop ends a paragraph, but before a line further left.
  if (!measure.isShown && stop.test(before.text) && line.left > before.left - size) return undefined;
  const isFull = before.right >= before.measure.right - roomBefore(line) * size;
  const isIndented = line.left > measure.left + size;
  if (!isFull || isIndented || gap > Math.max(measure.leading * 1.5, size * 1.5)) return undefined;
  return seam(before, line);
}

/** Whether a line is one of its own: organ and date of a masthead, apart on their line; who sent a text in or when, set to the right. */
function isAloneByPlace(line: PlacedLine, next: PlacedLine): boolean {
  const isSigned = alignOf(line) === 'right' && next.left < line.left - line.size;
  return isSigned || (line.cells.length > 1 && /\d\s*日$/u.test(line.text));
}

/** Whether the tags, or the cells of a form, say which of two lines belong together. */
function areOfBlocks(before: PlacedLine, line: PlacedLine): boolean {
  if (before.page !== line.page || !(before.block ?? line.block)) return false;
  return before.block !== line.block || line.block?.kind !== 'loose';
}

/** What stands between two lines of one paragraph of the tags: nothing, unless the first was ended by hand. */
function linkWithin(before: PlacedLine, line: PlacedLine): string {
  const isEnded = before.right < (before.blockRight ?? 0) - roomBefore(line) * before.size;
  return isEnded || (isTitleSize(line) && isInMiddle(before) && isInMiddle(line)) ? '\n' : seam(before, line);
}

/** Room at the end of the line before, in characters: what may not be parted goes down whole, and leaves as much. */
function roomBefore({ text }: PlacedLine): number {
  return Math.max(leastRoom, byColumns.openingOf(text).most / 2 + 1);
}

const isTitleSize = ({ size, measure }: PlacedLine): boolean => size > measure.size * 1.15;

function seam(before: PlacedLine, line: PlacedLine): string {
  return /[A-Za-z0-9,.;]$/u.test(before.text) && /^[A-Za-z]/u.test(line.text) ? ' ' : '';
}

function alignOf(line: PlacedLine): SourceLine['align'] {
  const { left, size, measure } = line;
  if (left <= measure.left + 2.5 * size) return undefined;
  if (isInMiddle(line)) return 'center';
  return left > (measure.left + measure.right) / 2 ? 'right' : undefined;
}

function isInMiddle({ left, right, size, measure }: PlacedLine): boolean {
  return Math.abs((left + right) / 2 - (measure.left + measure.right) / 2) < size;
}

function opened(line: PlacedLine, number: number): OpenLine {
  const align = alignOf(line);
  return {
    line: number,
    text: line.text,
    bold: [],
    ...(line.faces === undefined ? {} : { faces: line.faces }),
    ...(line.block?.heading === undefined ? {} : { heading: line.block.heading }),
    marks: [],
    isParagraph: true,
    ...notesPart(line.footnotes ?? []),
    ...(align === undefined ? {} : { align }),
  };
}

function joined(before: OpenLine, link: string, next: NotedLine): OpenLine {
  const { text, footnotes = [] } = next;
  const start = before.text + link;
  const notes = [...(before.footnotes ?? []), ...footnotes.map((note) => ({ ...note, at: note.at + start.length }))];
  const faces = joinedFaces(before, link, next);
  return { ...before, text: start + text, ...notesPart(notes), ...(faces === undefined ? {} : { faces }) };
}

function closed({ faces, ...line }: OpenLine): SourceLine {
  return faces === undefined ? line : { ...line, ...facesPart(faces, line.text) };
}

function notesPart(footnotes: readonly SourceNote[]): Pick<SourceLine, 'footnotes'> {
  return footnotes.length === 0 ? {} : { footnotes };
}
