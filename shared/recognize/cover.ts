import { entryMarkLength } from './bullets.js';
import { columnName } from './column-names.js';
import type { Ledger } from './ledger.js';
import { toLoose, withRich } from './line.js';
import type { Line } from './line.js';
import { slice, trim } from './rich-text.js';
import type { Rich } from './rich-text.js';
import { plainUnits } from './sources.js';

/** The contents of a cover: titles over one or more lines each, under the names of their columns. */
export interface Cover {
  readonly columns: readonly CoverColumn[];
  readonly lines: readonly CoverLine[];
  /** Entries of this cover that no item of the body has claimed yet, as found by `claim`. */
  readonly taken: Set<number>;
}

export interface CoverColumn {
  readonly name: Rich;
  /** Without blanks, for comparison. */
  readonly key: string;
  readonly number: number;
}

interface CoverLine {
  readonly rich: Rich;
  readonly loose: string;
  readonly line: Line;
  /** Index into `columns`; −1 before the first. */
  readonly column: number;
}

/** Consecutive lines of the cover that make one title. */
export interface CoverRun {
  readonly first: number;
  readonly count: number;
}

const pageNumber = /[\s.…·．⋯/／-]{2,}[(（]?\s?\d{1,3}\s?[)）]?$/u;
/** Leaders, who sent the article in, and its page. */
const unitAndPage = /(?:…{2,}|[.．·]{4,})\s*[\p{Script=Han}、\s]{2,24}[(（]?\d{1,3}[)）]?$/u;
/** Who wrote it, behind a stroke: 从“种文化”到“养文化” / 周示例. */
const byWriter = /\s+[/／]\s*\p{Script=Han}[\p{Script=Han}\s、]{1,24}$/u;
/** The same in brackets right behind words that come again. */
const bracketedNumber = /\s*[(（](?:\d{1,3}|第\s*\d{1,3}\s*[版页])[)）]$/u;
/** The same after a tab, which `toLines` has made a blank of its own. */
const numberAfterTab = / \d{1,4}$/u;
/** With the dots up to its page; what is longer is no entry, and would be looked through once for each of its dots. */
const longestEntry = 300;
const mostLines = 400;
const longestRun = 6;
/** Characters a title has at least, to be recognised by its words alone. */
const shortestTitle = 4;

/** Reads the contents from the lines of a cover; leaves bullets and page numbers aside. */
export function readCover(lines: readonly Line[], ledger: Ledger): Cover {
  const columns: CoverColumn[] = [];
  const entries: CoverLine[] = [];
  for (const line of lines.slice(0, mostLines)) {
    const name = columnName(line);
    if (name) columns.push({ name, key: name.text.replace(/\s/gu, ''), number: line.number });
    else {
      const rich = withoutFurniture(line.rich, ledger);
      entries.push({ rich, loose: toLoose(rich.text), line, column: columns.length - 1 });
    }
  }
  return { columns, lines: entries, taken: new Set() };
}

/** The lines nobody has claimed whose words, run together, are `loose`. */
export function findCoverRun(cover: Cover, loose: string): CoverRun | undefined {
  if (loose.length < shortestTitle) return undefined;
  for (let first = 0; first < cover.lines.length; first += 1) {
    const count = runLength(cover, first, (text) => (text === loose ? 'found' : loose.startsWith(text) ? 'more' : 'no'));
    if (count > 0) return { first, count };
  }
  return undefined;
}

/** The longest run of lines nobody has claimed whose words open `loose`. */
export function findCoverOpening(cover: Cover, loose: string): CoverRun | undefined {
  let best: CoverRun | undefined;
  let bestLength = shortestTitle * 2 - 1;
  for (let first = 0; first < cover.lines.length; first += 1) {
    let text = '';
    for (let count = 1; count <= longestRun; count += 1) {
      const line = nextLine(cover, first, count);
      text += line?.loose ?? '';
      if (!line || !loose.startsWith(text)) break;
      if (text.length > bestLength) [best, bestLength] = [{ first, count }, text.length];
    }
  }
  return best;
}

export function claim(cover: Cover, run: CoverRun): void {
  for (let at = run.first; at < run.first + run.count; at += 1) cover.taken.add(at);
}

export function runLines(cover: Cover, run: CoverRun): readonly CoverLine[] {
  return cover.lines.slice(run.first, run.first + run.count);
}

export function looseOf(cover: Cover, run: CoverRun): string {
  return runLines(cover, run)
    .map((line) => line.loose)
    .join('');
}

/** The key of the column a run stands under; undefined before the first column. */
export function columnOfRun(cover: Cover, run: CoverRun): CoverColumn | undefined {
  return cover.columns[cover.lines[run.first]?.column ?? -1];
}

/** The title as the cover words and breaks it: one `\n` between lines. */
export function coverTitleOf(cover: Cover, run: CoverRun): string {
  return runLines(cover, run)
    .map(({ rich, line }, at, all) => rich.text + (at < all.length - 1 && line.hasBlankAfter ? ' ' : ''))
    .join('\n');
}

/**
 * What the cover has between two characters of a run, `offset` loose characters in: a blank, the end of a line, or
 * nothing.
 */
export function coverGap(cover: Cover, run: CoverRun, offset: number): 'blank' | 'lineEnd' | 'nothing' {
  let rest = offset;
  for (const { rich, loose } of runLines(cover, run)) {
    if (rest === loose.length) return 'lineEnd';
    if (rest > loose.length) rest -= loose.length;
    else return hasBlankAt(rich.text, rest) ? 'blank' : 'nothing';
  }
  return 'nothing';
}

/** Entries nobody claimed: lines with nothing between them make one. */
export function openEntries(cover: Cover): readonly CoverRun[] {
  const entries: { first: number; count: number }[] = [];
  cover.lines.forEach(({ line, column }, at) => {
    if (cover.taken.has(at)) return;
    const last = entries.at(-1);
    const runsOn = last && last.first + last.count === at && line.isAdjacent && cover.lines[last.first]?.column === column;
    if (last && runsOn && last.count < longestRun) last.count += 1;
    else entries.push({ first: at, count: 1 });
  });
  return entries;
}

function runLength(cover: Cover, first: number, judge: (text: string) => 'found' | 'more' | 'no'): number {
  let text = '';
  for (let count = 1; count <= longestRun; count += 1) {
    const line = nextLine(cover, first, count);
    if (!line) return 0;
    text += line.loose;
    const verdict = judge(text);
    if (verdict === 'found') return count;
    if (verdict === 'no') return 0;
  }
  return 0;
}

function nextLine(cover: Cover, first: number, count: number): CoverLine | undefined {
  const at = first + count - 1;
  const line = cover.lines[at];
  return line && !cover.taken.has(at) && line.column === cover.lines[first]?.column ? line : undefined;
}

/**
 * The lines without what stands behind words that come again, as those of contents do: page numbers, and, set apart by blanks,
 * who sent or wrote the article.
 */
export function withoutEntryNumbers(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  // Where words stand for the last time, on one line or two.
  const lastAt = new Map(lines.map(({ loose }, at) => [loose + (lines[at + 1]?.loose ?? ''), at] as const));
  lines.forEach(({ loose }, at) => lastAt.set(loose, Math.max(at, lastAt.get(loose) ?? 0)));
  const isKnown = (loose: string): boolean => lastAt.has(loose) || lastAt.has(loose.slice(entryMarkLength(loose)));
  return lines.map((line, index) => {
    if (line.role !== undefined && line.role !== 'contents') return line;
    const page = entryEnd(line.rich) ?? bracketedEnd(line);
    const at = page ?? senderStart(line, (loose) => (lastAt.get(loose) ?? 0) > index);
    const rich = at === undefined ? line.rich : trim(slice(line.rich, 0, at));
    if (rich === line.rich || (page !== undefined && !isKnown(toLoose(rich.text)))) return line;
    ledger.leave(slice(line.rich, at ?? 0), page === undefined ? '目录中的单位、作者' : '目录中的页码');
    return withRich(line, rich);
  });
}

/** Longest name of a person, in characters. */
const longestPerson = 4;

/** Where a unit or a person stands at the end of an entry, set apart by blanks, whose other words come again below: on one line or two. */
function senderStart({ text, rich }: Line, isBelow: (loose: string) => boolean): number | undefined {
  const found = text.length > longestEntry ? null : /(?:\s{2,}|\u3000)(\p{Script=Han}{2,16})$/u.exec(text);
  const head = found ? trim(slice(rich, 0, found.index)) : undefined;
  if (!found || !head || plainUnits({ rich: head, text: head.text })) return undefined;
  const comesAgain = (words: string): boolean => {
    const loose = toLoose(words);
    const bare = loose.slice(entryMarkLength(loose));
    return bare.length >= shortestTitle && isBelow(bare);
  };
  const tail = trim(slice(rich, found.index));
  const isUnit = plainUnits({ rich: tail, text: tail.text }) !== undefined;
  // No half of a title is so short.
  const isPerson = toLoose(tail.text).length <= longestPerson;
  return comesAgain(head.text) && (isUnit || isPerson || !comesAgain(text)) ? found.index : undefined;
}

function bracketedEnd({ text }: Line): number | undefined {
  const found = text.length > longestEntry ? 0 : (bracketedNumber.exec(text)?.index ?? 0);
  return found > 0 ? found : undefined;
}

/** Where the words of an entry end that has a page number behind them. */
export function entryEnd(rich: Rich): number | undefined {
  if (rich.text.length > longestEntry) return undefined;
  const number = pageNumber.exec(rich.text) ?? unitAndPage.exec(rich.text) ?? byWriter.exec(rich.text) ?? numberAfterOwnBlank(rich);
  return number && number.index > 0 ? number.index : undefined;
}

function withoutFurniture(rich: Rich, ledger: Ledger): Rich {
  let rest = rich;
  const end = entryEnd(rest);
  if (end !== undefined) {
    ledger.leave(slice(rest, end), '目录中的页码');
    rest = trim(slice(rest, 0, end));
  }
  const mark = entryMarkLength(rest.text);
  if (mark > 0 && mark < rest.text.length) {
    ledger.leave(slice(rest, 0, mark), '目录中的序号');
    rest = slice(rest, mark);
  }
  return rest;
}

function numberAfterOwnBlank(rich: Rich): RegExpExecArray | null {
  const number = numberAfterTab.exec(rich.text);
  return number && slice(rich, number.index, number.index + 1).spans.every(({ line }) => line < 0) ? number : null;
}

function hasBlankAt(text: string, looseOffset: number): boolean {
  let seen = 0;
  for (let at = 0; at < text.length; at += 1) {
    const isBlank = /\s/u.test(text.charAt(at));
    if (isBlank && seen === looseOffset) return true;
    if (!isBlank) seen += 1;
  }
  return false;
}
