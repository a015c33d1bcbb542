/** Tables of a PDF with lines across only (三线表): rows are told by their first column, and where words go on by full lines. */
import { plainLine } from '../document/plain-characters.js';
import { areCellsOfText } from './form-labels.js';
import { acrossIn, type Stroke } from './pdf-ruled-table.js';
import type { PageCell, PageLine, PdfPiece, PdfRule, RuledText } from './pdf-piece.js';

type LinesOf = (pieces: readonly PdfPiece[]) => readonly PageLine[];

export interface OpenTable {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly pieces: readonly PdfPiece[];
  /** Undefined where rows cannot be told apart. */
  readonly text: RuledText | undefined;
}

/** Fewer columns are names and phones set side by side. */
const fewestColumns = 3;
const [shortestRule, near] = [120, 4];
const [mostRules, mostPieces] = [80, 3_000];
/** What stands free between the words of two columns, in points, and between words and the edge of their cell. */
const [leastGutter, padding] = [3, 11];

/** The tables between lines that are alike. */
export function openTables(pieces: readonly PdfPiece[], rules: readonly PdfRule[], linesOf: LinesOf): readonly OpenTable[] {
  const across = acrossIn(rules).filter(({ from, to }) => to - from >= shortestRule);
  if (across.length < 3 || across.length > mostRules || pieces.length > mostPieces) return [];
  const fromTop = across.toSorted((one, other) => other.at - one.at);
  const tables: OpenTable[] = [];
  const used = new Set<Stroke>();
  for (const first of fromTop) {
    const alike = fromTop.filter(
      (rule) => !used.has(rule) && rule.at <= first.at && Math.abs(rule.from - first.from) < near && Math.abs(rule.to - first.to) < near,
    );
    const found = used.has(first) ? undefined : tableUnder(alike, pieces, linesOf);
    if (!found) continue;
    tables.push(found.table);
    for (const rule of found.rules) used.add(rule);
  }
  return tables;
}

interface Found {
  readonly table: OpenTable;
  readonly rules: readonly Stroke[];
}

function tableUnder(rules: readonly Stroke[], pieces: readonly PdfPiece[], linesOf: LinesOf): Found | undefined {
  const [first, second, third] = rules;
  if (!first || !second || !third) return undefined;
  const between = (upper: Stroke, lower: Stroke): readonly PdfPiece[] =>
    pieces.filter((piece) => piece.y < upper.at && piece.y > lower.at && piece.x > first.from - near && piece.x < first.to);
  const header = between(first, second);
  const heads = linesOf(header).flatMap(({ cells }) => cells);
  const body = between(second, third);
  if (levelsOf(header).length !== 1 || heads.length < fewestColumns || body.length === 0) return undefined;
  const gutters = guttersBetween(heads, body);
  if (gutters === undefined) return undefined;
  let end = 2;
  const isColumnar = (own: readonly PdfPiece[]): boolean =>
    own.length > 0 && own.every(({ x, width }) => gutters.every((at) => x >= at || x + width <= at));
  for (let next = rules[end + 1]; next && isColumnar(between(rules[end] ?? third, next)); next = rules[end + 1]) end += 1;
  const last = rules[end] ?? third;
  const segments = rules.slice(1, end).map((upper, at) => between(upper, rules[at + 2] ?? last));
  const columns = columnsOf(heads, gutters, segments.flat(), first);
  const rows = segments.map((own) => rowsIn(own, columns, linesOf));
  const all = [heads.map(({ text }) => plainLine(text)), ...rows.flatMap((own) => own ?? [])];
  const isTold = rows.every((own) => own !== undefined);
  if (isTold && !areCellsOfText(all.flat())) return undefined;
  const text = {
    caption: '',
    rows: all,
    headerRows: 1,
    hasMerged: false,
    edges: columns.map(({ right }) => right),
    full: columns.map(() => false),
  };
  const own = { left: first.from, right: first.to, top: first.at, pieces: [...header, ...segments.flat()] };
  return { table: { ...own, text: isTold ? text : undefined }, rules: rules.slice(0, end + 1) };
}

/** Where no words stand between the middles of two heads; undefined where there is no such room. */
function guttersBetween(heads: readonly PageCell[], body: readonly PdfPiece[]): readonly number[] | undefined {
  const middles = heads.map(({ left, right }) => (left + right) / 2);
  const filled = [...heads, ...body.map(({ x, width }) => ({ left: x, right: x + width }))].toSorted((one, other) => one.left - other.left);
  const gutters: number[] = [];
  for (const [at, to] of middles.slice(1).entries()) {
    let [reach, best, place] = [middles[at] ?? 0, leastGutter, NaN];
    for (const { left, right } of filled) {
      if (left - reach >= best && left <= to) [best, place] = [left - reach, (left + reach) / 2];
      reach = Math.max(reach, Math.min(right, to));
    }
    if (Number.isNaN(place)) return undefined;
    gutters.push(place);
  }
  return gutters;
}

interface Column {
  readonly start: number;
  readonly end: number;
  /** Where its words may stand. */
  readonly left: number;
  readonly right: number;
}

function columnsOf(heads: readonly PageCell[], gutters: readonly number[], body: readonly PdfPiece[], rule: Stroke): readonly Column[] {
  const lefts = [...gutters, Infinity].map((end, at) => {
    const own = body.filter(({ x }) => x > (gutters[at - 1] ?? -Infinity) && x < end).map(({ x }) => x);
    return Math.min(heads[at]?.left ?? Infinity, ...own);
  });
  return lefts.map((left, at) => ({
    start: gutters[at - 1] ?? -Infinity,
    end: gutters[at] ?? Infinity,
    left,
    right: at + 1 < lefts.length ? (lefts[at + 1] ?? 0) - padding : rule.to - padding / 2,
  }));
}

interface ColumnLine {
  readonly text: string;
  readonly isFull: boolean;
}

/** The rows between two lines; undefined where they cannot be told apart. */
function rowsIn(pieces: readonly PdfPiece[], columns: readonly Column[], linesOf: LinesOf): readonly (readonly string[])[] | undefined {
  const levels = levelsOf(pieces);
  let before: (ColumnLine | undefined)[] = [];
  const rows: string[][] = [];
  for (const level of levels) {
    const lines = columns.map((column) => lineIn(level, column, linesOf));
    const [lead] = lines;
    const opens = lead !== undefined && before[0]?.isFull !== true;
    const goesOn = (at: number): boolean => before[at]?.isFull === true && !/[。；！？]$/u.test(before[at]?.text ?? '');
    // A row begins where no other column goes on, and goes on where the line before was full.
    if (rows.length > 0 && lines.some((line, at) => at > 0 && line !== undefined && goesOn(at) === opens)) return undefined;
    if (opens) rows.push(columns.map(() => ''));
    const row = rows.at(-1);
    if (!row) return undefined;
    lines.forEach((line, at) => {
      if (line) row[at] = (row[at] ?? '') + line.text;
    });
    before = lines.map((line, at) => line ?? (opens ? undefined : before[at] && { ...before[at], isFull: false }));
  }
  return rows;
}

function lineIn(level: readonly PdfPiece[], column: Column, linesOf: LinesOf): ColumnLine | undefined {
  const own = level.filter(({ x }) => x > column.start && x < column.end);
  const [line] = own.length === 0 ? [] : linesOf(own);
  if (!line) return undefined;
  const isWide = line.right - line.left >= (column.right - column.left) * 0.7;
  return { text: plainLine(line.text), isFull: isWide && line.right > column.right - line.size * 1.2 };
}

/** The pieces of each line of the table, from the top. */
function levelsOf(pieces: readonly PdfPiece[]): readonly (readonly PdfPiece[])[] {
  const levels: PdfPiece[][] = [];
  for (const piece of pieces.toSorted((one, other) => other.y - one.y)) {
    const first = levels.at(-1)?.[0];
    if (first && first.y - piece.y < piece.size * 0.45) levels.at(-1)?.push(piece);
    else levels.push([piece]);
  }
  return levels.map((level) => level.toSorted((one, other) => one.x - other.x));
}
