/** A tagged PDF's paragraphs, tables and notes: what its tags say, where they can be believed. */
import { cellLineEnd, mostColumns } from '../document/table.js';
import { plainLine } from '../document/plain-characters.js';
import { areCellsOfText } from './form-labels.js';
import { measuresOf } from './pdf-measure.js';
import type { PageLine, PdfBlock, PdfCell, PdfPage, PdfPiece, RuledText } from './pdf-piece.js';
import { stop } from './wrap-measure.js';

type LinesOf = (pieces: readonly PdfPiece[]) => readonly PageLine[];

/** Share of a page's words that must have their place in the tags, and share that may be none of its text. */
const [leastTagged, mostArtifacts] = [0.98, 0.3];
/** Characters of running heads, and heads of a table said again, that a page may have however short it is. */
const fewArtifacts = 80;

/** Whether the tags of a page name nearly all of its words. */
export function isTagged(pieces: readonly PdfPiece[]): boolean {
  const count = (own: readonly PdfPiece[]): number => own.reduce((sum, { text }) => sum + text.trim().length, 0);
  const artifacts = count(pieces.filter(({ isArtifact }) => isArtifact === true));
  const all = count(pieces);
  const tagged = count(pieces.filter(({ block, isArtifact }) => block !== undefined && isArtifact !== true));
  return tagged > 0 && tagged >= (all - artifacts) * leastTagged && artifacts <= Math.max(fewArtifacts, all * mostArtifacts);
}

/** The page as if it had no tags. */
export function withoutTags(page: PdfPage): PdfPage {
  return { ...page, pieces: page.pieces.map(({ block: _block, isArtifact: _isArtifact, ...piece }) => piece) };
}

/** Lines block by block in the order of the tags. */
export function taggedLines(pieces: readonly PdfPiece[], linesOf: LinesOf): readonly PageLine[] {
  const placed = pieces.flatMap((piece) => (piece.block && !piece.isArtifact ? [{ piece, block: piece.block }] : []));
  const blocks = grouped(placed, ({ block }) => block).map(
    ([block, own]) =>
      [
        block,
        withoutBullet(
          block,
          own.map(({ piece }) => piece),
        ),
      ] as const,
  );
  const ordered = blocks.toSorted(([one], [other]) => one.order - other.order);
  const lines: PageLine[] = [];
  for (let at = 0; at < ordered.length; ) {
    const table = ordered[at]?.[0].cell?.table;
    let end = at + 1;
    while (table !== undefined && ordered[end]?.[0].cell?.table === table) end += 1;
    const group = ordered.slice(at, end);
    lines.push(...((table === undefined ? undefined : tableLines(group, linesOf)) ?? group.flatMap((each) => blockLines(each, linesOf))));
    at = end;
  }
  return lines;
}

/** An item without the sign before it, which Word's files do not have among their words either. */
function withoutBullet({ isItem }: PdfBlock, pieces: readonly PdfPiece[]): readonly PdfPiece[] {
  return isItem && /^\s*[^\p{L}\p{N}\p{Ps}\p{Pi}《\s]\s*$/u.test(pieces[0]?.text ?? '') ? pieces.slice(1) : pieces;
}

/** Things by what they have in common, in the order that first comes up. */
function grouped<Thing, Key>(things: readonly Thing[], keyOf: (thing: Thing) => Key): readonly (readonly [Key, readonly Thing[]])[] {
  const groups = new Map<Key, Thing[]>();
  for (const thing of things) {
    const own = groups.get(keyOf(thing));
    if (own) own.push(thing);
    else groups.set(keyOf(thing), [thing]);
  }
  return [...groups];
}

/** Nobody writes paragraphs of more. */
const mostLines = 400;

function blockLines([block, pieces]: readonly [PdfBlock, readonly PdfPiece[]], linesOf: LinesOf): readonly PageLine[] {
  const lines = linesOf(pieces);
  if (lines.length > mostLines) return lines.map((line) => ({ ...line, block }));
  return lines.map((line) => {
    const beside = lines.filter(({ left, right }) => left < line.right && right > line.left);
    return { ...line, block, blockRight: Math.max(...beside.map(({ right }) => right)) };
  });
}

interface FoundCell extends Span {
  readonly place: PdfCell;
  readonly text: string;
  /** Where its last line ends, where there are several. */
  readonly end: number;
}

interface Span {
  readonly left: number;
  readonly right: number;
}

/** A table of the tags as one line; undefined where it is a form, or lays out the page. */
function tableLines(blocks: readonly (readonly [PdfBlock, readonly PdfPiece[]])[], linesOf: LinesOf): readonly PageLine[] | undefined {
  const cells = cellsIn(blocks, linesOf);
  const rows = grouped(cells, ({ place }) => place.row).map(([, own]) => own);
  const count = Math.max(...cells.map(({ place }) => place.columns));
  // What is left of a row over the end of a page may be one cell.
  if (count < 2 || count > mostColumns || cells.length > mostCells || (rows.length > 1 && !areCellsOfText(cells.map(({ text }) => text))))
    return undefined;
  const columnOf = columnsBy(cells, count);
  const rights = Array.from({ length: count }, (_column, at) => spanOf(cells.filter((cell) => columnOf(cell) === at)).right);
  let hasMerged = false;
  const full = Array.from({ length: count }, () => false);
  const words = rows.map((row, at) => {
    const own = full.map(() => '');
    hasMerged ||= row.some(({ place }) => place.columns < count);
    for (const cell of row) {
      const column = columnOf(cell);
      own[column] = own[column] ? own[column] + cellLineEnd + cell.text : cell.text;
      const room = (rights[column] ?? 0) - cell.end;
      if (at === rows.length - 1) full[column] = room < cellRoom;
    }
    return own;
  });
  const headers = rows.findIndex((row) => !row.every(({ place }) => place.isHeader));
  const [first] = blocks[0]?.[1] ?? [];
  const { left, right } = spanOf(cells);
  const table: RuledText = {
    caption: '',
    rows: words,
    headerRows: headers === -1 ? 1 : Math.max(headers, isHead(rows[0], count) ? 1 : 0),
    hasMerged,
    // By the tags it is the number of columns that shows what goes on over a page.
    edges: full.map((_column, at) => at),
    full,
  };
  return linesOf([{ text: '', x: left, y: first?.y ?? 0, width: right - left, size: 0, isSlanted: false, table }]);
}

/** Room, in points, that the last line of a cell is short of at most where its words go on. */
const cellRoom = 20;
/** Nobody edits a table of more. */
const mostCells = 4_000;

/** The columns of cells: as the tags count them, but in rows of fewer, which have merged ones, by where they stand. */
function columnsBy(cells: readonly FoundCell[], count: number): (cell: FoundCell) => number {
  const whole = cells.filter(({ place }) => place.columns === count);
  const spans = Array.from({ length: count }, (_column, at) => spanOf(whole.filter(({ place }) => place.column === at + 1)));
  return (cell) => {
    if (cell.place.columns === count) return cell.place.column - 1;
    const under = spans.findIndex(({ left, right }) => cell.left < right && cell.right > left);
    return under >= 0 ? under : Math.min(cell.place.column, count) - 1;
  };
}

const longestHeader = 20;

function isHead(row: readonly FoundCell[] | undefined, count: number): boolean {
  return row?.length === count && row.every(({ text }) => text.length <= longestHeader && /\p{L}/u.test(text));
}

function spanOf(cells: readonly Span[]): Span {
  return { left: Math.min(...cells.map(({ left }) => left)), right: Math.max(...cells.map(({ right }) => right)) };
}

function cellsIn(blocks: readonly (readonly [PdfBlock, readonly PdfPiece[]])[], linesOf: LinesOf): readonly FoundCell[] {
  return grouped(blocks, ([{ cell }]) => cell).flatMap(([cell, own]) => {
    const paragraphs = own.map(([, pieces]) => linesOf(pieces));
    const lines = paragraphs.flat();
    if (cell === undefined || lines.length === 0) return [];
    const text = paragraphs.map((paragraph) => plainLine(paragraph.reduce(addLine, ''))).join(cellLineEnd);
    return [{ place: cell, text, ...spanOf(lines), end: lines.length > 1 ? (lines.at(-1)?.right ?? 0) : -Infinity }];
  });
}

function addLine(text: string, line: PageLine): string {
  return text + (/[A-Za-z0-9,.;]$/u.test(text) && /^[A-Za-z]/u.test(line.text) ? ' ' : '') + line.text;
}

/** Breaks, at least, that the lines deny, and their share of all, for the tags to be disbelieved. */
const [fewestLies, mostLies] = [3, 0.15];

/**
 * Whether tags part or join what the lines show to be otherwise: a paragraph a line, or one for the whole page, as some programs
 * write them.
 * @param pages lines of tagged pages
 * @param size of the text
 */
export function areTagsLying(pages: readonly (readonly PageLine[])[], size: number): boolean {
  let [torn, glued, breaks] = [0, 0, 0];
  for (const lines of pages) {
    const measured = measuresOf(lines, size);
    lines.forEach((line, at) => {
      const before = lines[at - 1];
      if (!before?.block || !line.block || before.table || line.table || Math.abs(before.size - line.size) > size * 0.1) return;
      const { left, right, leading } = measured(line);
      const gap = before.y - line.y;
      if (gap <= 0 || gap > leading * 1.5) return;
      const isFull = before.right >= right - size * 1.2;
      const isEnd = stop.test(before.text);
      const isIndented = line.left > left + size * 1.5 && line.left < left + size * 2.5;
      if (before.block !== line.block) {
        breaks += 1;
        if (isFull && !isEnd && line.left < left + size * 0.5 && before.block.kind === 'paragraph') torn += 1;
      } else if (line.block.kind === 'paragraph' && !isFull && isEnd && isIndented) glued += 1;
    });
  }
  return torn + glued >= fewestLies && torn + glued > (breaks + glued) * mostLies;
}
