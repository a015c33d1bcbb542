/** One page of a PDF: pieces of text → lines in reading order. */

import { cellUnder, ruledTables, type RuledTable } from './pdf-ruled-table.js';
import { openTables, type OpenTable } from './pdf-open-table.js';
import { faceLetter } from './pdf-faces.js';
import { areCellsOfForm } from './form-labels.js';
import type { PageCell, PageLine, PdfBlock, PdfPage, PdfParagraph, PdfPiece, PdfRule, RaisedSign, RuledText } from './pdf-piece.js';
import { ruledText } from './pdf-ruled-text.js';
import { isTagged, taggedLines } from './pdf-tags.js';
import { raisedDigits } from './raised-digits.js';

/** The words of one page. */
export interface PageWords {
  readonly lines: readonly PageLine[];
  readonly slanted: readonly string[];
  /** Lines that the tags say are no part of the text. */
  readonly artifacts: readonly PageLine[];
  /** Tables with lines across only whose rows could not be told apart. */
  readonly unclear: number;
}

/**
 * Lines in reading order: that of the tags; without them as the page draws them, unless it draws up and down, then from the
 * head to the foot.
 */
export function readPageLines({ height, pieces, rules = [] }: PdfPage): PageWords {
  const slanted = pieces.filter(({ isSlanted, text }) => isSlanted && text.trim() !== '').map(({ text }) => text);
  const upright = withoutShadows(pieces.filter(({ isSlanted, text }) => !isSlanted && text.trim() !== ''));
  if (isTagged(upright)) {
    const words = withTables(
      upright.filter(({ isArtifact }) => !isArtifact),
      rules,
    );
    const artifacts = inRows(upright.filter(({ isArtifact }) => isArtifact === true));
    const lines = withForms(
      taggedLines(words, (own) => linesOf(own, height)),
      height,
    );
    return { lines, slanted, artifacts: linesOf(artifacts, height), unclear: 0 };
  }
  const { pieces: shown, unclear } = withOpenTables(withTables(upright, rules), rules);
  const drawn = withMarginsAround(linesOf(shown, height));
  const lines = isInOrder(drawn) ? drawn : linesOf(inRows(shown), height);
  return { lines: withForms(lines, height), slanted, artifacts: [], unclear };
}

/** Where no text stands, only what is printed in the margin. */
export const marginPlace = 0.915;

/** With what the page draws last in its upper margin before its other lines: a browser prints date and title so. */
function withMarginsAround(lines: readonly PageLine[]): readonly PageLine[] {
  const end = lines.findLastIndex(({ place }) => place <= marginPlace && place >= 1 - marginPlace) + 1;
  const last = lines.slice(end);
  const isUpper = ({ place }: PageLine): boolean => place > marginPlace;
  return [...last.filter(isUpper), ...lines.slice(0, end), ...last.filter((line) => !isUpper(line))];
}

/** The pieces with one in place of those of each table that is drawn with lines. */
function withTables(pieces: readonly PdfPiece[], rules: readonly PdfRule[]): readonly PdfPiece[] {
  const tables = ruledTables(rules);
  const homes = new Map<PdfPiece, RuledTable>();
  for (const piece of pieces) {
    for (const table of tables) {
      const cell = cellUnder(table, piece);
      if (!cell) continue;
      cell.pieces.push(piece);
      homes.set(piece, table);
      break;
    }
  }
  const texts = new Map(tables.map((table) => [table, ruledText(table, (own) => linesOf(inRows(own), 0)) ?? formIn(table)]));
  const shown = new Set<RuledTable>();
  return pieces.flatMap((piece): readonly PdfPiece[] => {
    const home = homes.get(piece);
    const table = home && texts.get(home);
    if (!home || !table) return [piece];
    if (shown.has(home)) return [];
    shown.add(home);
    const block: PdfBlock | undefined = piece.block && { order: piece.block.order, kind: 'paragraph' };
    return [{ ...tablePiece(home, table), block }];
  });
}

function tablePiece(
  { left, right, top }: Pick<RuledTable, 'left' | 'right' | 'top'>,
  words: RuledText | readonly PdfParagraph[],
): PdfPiece {
  const piece = { text: '', x: left, y: top, width: right - left, size: 0, isSlanted: false };
  return 'rows' in words ? { ...piece, table: words } : { ...piece, form: words };
}

/** The paragraphs of a form, cell by cell; undefined where the table is none. */
function formIn({ cells }: RuledTable): readonly PdfParagraph[] | undefined {
  const read = cells.map((cell) => ({ ...cell, rows: rowsIn(cell.pieces) }));
  if (!areCellsOfForm(read.map(({ rows }) => rows.map((row) => lineOf(row, 0).text).join('')))) return undefined;
  return read.flatMap(({ rows, right }) => {
    const left = Math.min(...rows.flat().map(({ x }) => x));
    const paragraphs: PdfPiece[][][] = [];
    rows.forEach((row, at) => {
      const [before, line] = [rows[at - 1], lineOf(row, 0)];
      const isFull = before !== undefined && right - lineOf(before, 0).right < line.size * formRoom;
      if (!isFull || line.left > left + line.size) paragraphs.push([]);
      paragraphs.at(-1)?.push([...row]);
    });
    return paragraphs.map((lines) => ({ lines, right }));
  });
}

/** Room, in characters, at the end of a full line in a cell, its margin included. */
const formRoom = 3;

/** The lines with those of forms in place of the forms. */
function withForms(lines: readonly PageLine[], height: number): readonly PageLine[] {
  return lines.flatMap(({ form, ...line }) => {
    if (!form) return [line];
    return form.flatMap(({ lines: own, right }, order) => {
      const block: PdfBlock = { order, kind: 'paragraph' };
      return own.map((row) => ({ ...lineOf(row, height), block, blockRight: right }));
    });
  });
}

/** The pieces with one in place of those of each table that has lines across only. */
function withOpenTables(
  pieces: readonly PdfPiece[],
  rules: readonly PdfRule[],
): { readonly pieces: readonly PdfPiece[]; readonly unclear: number } {
  const words = pieces.filter((piece) => !isWhole(piece));
  const tables = openTables(words, rules, (own) => linesOf(inRows(own), 0));
  const homes = new Map(tables.flatMap((table) => (table.text ? table.pieces.map((piece) => [piece, table] as const) : [])));
  const shown = new Set<OpenTable>();
  const left = pieces.flatMap((piece): readonly PdfPiece[] => {
    const home = homes.get(piece);
    if (!home?.text) return [piece];
    if (shown.has(home)) return [];
    shown.add(home);
    return [tablePiece(home, home.text)];
  });
  return { pieces: left, unclear: tables.filter(({ text }) => !text).length };
}

/** Bold type is often drawn twice, a hair apart. */
function withoutShadows(pieces: readonly PdfPiece[]): readonly PdfPiece[] {
  return pieces.filter((piece, at) => {
    const before = pieces.slice(Math.max(0, at - 3), at);
    return !before.some(
      ({ text, x, y }) => text === piece.text && Math.abs(x - piece.x) < piece.size * 0.2 && Math.abs(y - piece.y) < piece.size * 0.2,
    );
  });
}

/** Whether two pieces stand on one line; a small one may be raised. */
function isOnLine(first: PdfPiece, other: PdfPiece): boolean {
  const [small, large] = first.size < other.size ? [first, other] : [other, first];
  const up = small.y - large.y;
  const above = first.y > other.y ? first : other;
  return (
    Math.abs(up) < large.size * 0.45 ||
    // The number of a note whose words are hardly larger.
    (Math.abs(up) < small.size * 0.7 && /^\s*\d{1,3}\s*$/u.test(above.text) && above.size < large.size * 1.1) ||
    (small.size < large.size * 0.8 && up > 0 && up < large.size * 0.65 && small.text.trim().length <= longestRaised)
  );
}

function linesOf(pieces: readonly PdfPiece[], height: number): readonly PageLine[] {
  const rows: PdfPiece[][] = [];
  for (const piece of pieces) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    const goesOn =
      last !== undefined &&
      !isWhole(last) &&
      !isWhole(piece) &&
      isOnLine(last, piece) &&
      piece.x > last.x + last.width - piece.size &&
      piece.x < endOf(last) + piece.size * 12;
    if (row && goesOn) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => lineOf(row, height));
}

/** Whether a piece stands for a table or a form. */
const isWhole = ({ table, form }: PdfPiece): boolean => table !== undefined || form !== undefined;

const endOf = ({ x, width }: PdfPiece): number => x + width;

function lineOf(row: readonly PdfPiece[], height: number): PageLine {
  const widest = row.reduce((one, other) => (other.width > one.width ? other : one));
  const raised: RaisedSign[] = [];
  let [text, faces] = ['', ''];
  row.forEach((piece, at) => {
    text += gapBefore(row[at - 1], piece);
    if (isRaised(piece, widest)) raised.push({ at: text.length, text: piece.text.trim() });
    text += solid(piece.text.trim());
    faces += faceLetter(piece.face).repeat(text.length - faces.length);
  });
  return {
    text,
    ...(row.some(({ face }) => face) ? { faces } : {}),
    ...(raised.length > 0 ? { raised } : {}),
    ...(row[0]?.table ? { table: row[0].table } : {}),
    ...(row[0]?.form ? { form: row[0].form } : {}),
    opening: row[0]?.text.trim() ?? '',
    cells: cellsOf(
      row.map((piece) =>
        isRaised(piece, widest) ? { ...piece, text: raisedDigits(piece.text.trim(), 'superscript') ?? piece.text } : piece,
      ),
    ),
    left: row[0]?.x ?? 0,
    right: Math.max(...row.map(endOf)),
    y: widest.y,
    size: widest.size,
    place: height > 0 ? widest.y / height : 0.5,
  };
}

const wide = '[\\p{Script=Han}\\u2014\\u2018-\\u201d\\u2026\\u3000-\\u303f\\uff01-\\uff5e]';
const spacedPair = new RegExp(`(${wide}) (?=${wide})`, 'gu');
const closePair = new RegExp(`\\p{Script=Han}(?=\\p{Script=Han})`, 'gu');
/** Characters parted by blanks, at least, that show a line drawn wider than its words, and how many more they are than those that touch. */
const [fewestSpaced, timesSpaced] = [6, 3];

/** The words of a line that was drawn wide to be full: blanks are read between all its characters, and are none. */
function solid(text: string): string {
  const spaced = text.match(spacedPair)?.length ?? 0;
  if (spaced < fewestSpaced || spaced < timesSpaced * (text.match(closePair)?.length ?? 0)) return text;
  return text.replace(spacedPair, '$1');
}

/** Whether a piece is small and stands above the line of the others. */
function isRaised({ text, size, y }: PdfPiece, line: PdfPiece): boolean {
  return size < line.size * 0.85 && y > line.y + line.size * 0.12 && text.trim().length <= longestRaised;
}

const longestRaised = 6;
const cellGap = 1.5;

function cellsOf(row: readonly PdfPiece[]): readonly PageCell[] {
  const cells: PageCell[] = [];
  row.forEach((piece, at) => {
    const [before, last] = [row[at - 1], cells.at(-1)];
    const isApart = before === undefined || piece.x - endOf(before) > piece.size * cellGap;
    if (last && !isApart)
      cells[cells.length - 1] = { ...last, text: last.text + gapBefore(before, piece) + piece.text.trim(), right: endOf(piece) };
    else cells.push({ text: piece.text.trim(), left: piece.x, right: endOf(piece) });
  });
  return cells;
}

/** A blank where Latin words part or where a whole character was left free; the air between digits and 汉字 is none. */
function gapBefore(before: PdfPiece | undefined, piece: PdfPiece): string {
  if (before === undefined) return '';
  const gap = piece.x - endOf(before);
  if (/[A-Za-z0-9.,;:)]\s*$/u.test(before.text) && /^\s*[A-Za-z0-9(]/u.test(piece.text)) return gap > piece.size * 0.15 ? ' ' : '';
  return gap > piece.size * 0.75 ? '\u3000' : '';
}

const lookedBack = 60;

/** Whether no line stands above one that was drawn before it in the same column. */
function isInOrder(lines: readonly PageLine[]): boolean {
  return lines.every((line, at) =>
    lines.slice(Math.max(0, at - lookedBack), at).every((before) => before.y >= line.y - line.size * 0.5 || !isInColumn(before, line)),
  );
}

function isInColumn(one: PageLine, other: PageLine): boolean {
  const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  return shared > Math.min(one.right - one.left, other.right - other.left) * 0.5;
}

/** From the head of the page to its foot, each row from left to right. */
function inRows(pieces: readonly PdfPiece[]): readonly PdfPiece[] {
  return rowsIn(pieces).flat();
}

function rowsIn(pieces: readonly PdfPiece[]): readonly (readonly PdfPiece[])[] {
  const rows: PdfPiece[][] = [];
  for (const piece of pieces.toSorted((one, other) => other.y - one.y)) {
    const first = rows.at(-1)?.[0];
    if (first && isOnLine(first, piece)) rows.at(-1)?.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => row.toSorted((one, other) => one.x - other.x));
}
