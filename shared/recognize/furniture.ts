import { findIssueNumber } from './issue-number.js';
import type { Ledger } from './ledger.js';
import { toLoose, withRich } from './line.js';
import type { Line } from './line.js';
import { isMastheadLike } from './masthead-like.js';
import { slice } from './rich-text.js';
import { secrecyLine } from './secrecy.js';
import { sourceUnits } from './sources.js';

const folio =
  /^[—–\-－─―•·]\s*(?:\d{1,4}\s*)?[—–\-－─―•·]$|^[—–─-]{0,4}\s*第\s*\d{1,3}\s*页(?:\s*[，,]?\s*[共/]\s*\d{1,3}\s*页)?\s*[—–─-]{0,4}$/u;

/** A line drawn of characters: ────, ******. */
const drawnRule = /^(?:(?:[─━═＿_=＝*＊~～—－-]\s*){4,}|(?:[★☆※◆◇■□●○▲△✦❖]\s*){2,})$/u;

/**
 * The lines without page numbers and running heads, which are booked as left aside. A masthead set as a page head goes
 * to the front, where mastheads stand; of a manuscript's only 密级 does.
 */
export function setFurnitureAside(whole: readonly Line[], ledger: Ledger, isDraft = false): readonly Line[] {
  const lines = withoutGluedFolios(whole, ledger);
  const heads: Line[] = [];
  const rest: Line[] = [];
  const bare = bareFolios(lines);
  const running = runningHeads(lines, (line) => folio.test(line.text) || bare.has(line));
  let followsPage = false;
  let isParted = false;
  for (const line of lines) {
    if (running.has(line)) {
      ledger.leave(line.rich, '页眉、页脚');
      followsPage ||= line.followsPage;
      continue;
    }
    if (drawnRule.test(line.text)) {
      ledger.leave(line.rich, '分隔线');
      isParted = true;
      continue;
    }
    if (folio.test(line.text) || bare.has(line)) {
      ledger.leave(line.rich, '页码');
      followsPage = true;
      continue;
    }
    if (line.role !== 'furniture')
      rest.push(followsPage || isParted ? { ...line, ...(followsPage && { followsPage }), ...(isParted && { opensPart: true }) } : line);
    else if (isDraft ? secrecyLine.test(line.text) : isMastheadLike(line)) heads.push(line);
    else ledger.leave(line.rich, '页眉、页脚');
    followsPage = false;
    isParted = false;
  }
  return heads.length === 0 ? rest : [...heads, ...rest];
}

/** A page number behind the last words of its page. */
const gluedFolio = /\s*[—–―─-]\s?\d{1,4}\s?[—–―─-]$/u;

/** The lines without page numbers that a program put behind the last words of a page, which ended with a hyphen. */
function withoutGluedFolios(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  if (!lines.some(({ text }) => folio.test(text))) return lines;
  return lines.map((line, at) => {
    if (lines[at + 1]?.followsPage !== true || folio.test(line.text) || line.table) return line;
    const start = line.text.length - (gluedFolio.exec(line.text.slice(-longestFolio))?.[0].length ?? 0);
    if (start === line.text.length) return line;
    ledger.leave(slice(line.rich, start), '页码');
    return withRich(line, slice(line.rich, 0, start));
  });
}

/** Characters of a line's end that are looked at for a page number. */
const longestFolio = 16;

/** Fewest pages whose running heads are alike, and most characters of one. */
const [fewestHeads, longestHead] = [3, 40];

/**
 * Lines that come again, but for their numbers, at the head of pages or at their foot, and nowhere else. Where pages part
 * is told by a page break or number.
 */
function runningHeads(lines: readonly Line[], isFolio: (line: Line) => boolean): ReadonlySet<Line> {
  const keyOf = ({ loose }: Line): string => loose.replace(/\d+/gu, '#');
  const words = lines.flatMap((line, at) =>
    isFolio(line)
      ? []
      : [
          {
            line,
            opens: at === 0 || line.followsPage || isFolioAt(at - 1),
            ends: isFolioAt(at + 1) || lines[at + 1]?.followsPage === true,
          },
        ],
  );
  function isFolioAt(at: number): boolean {
    const line = lines[at];
    return line !== undefined && isFolio(line);
  }
  const found = new Map<string, Line[]>();
  const named = new Set<Line>();
  const elsewhere = new Set<string>();
  for (const { line, opens, ends } of words) {
    const isHead = (opens || ends) && mayRun(line);
    if (isHead && opens && isNameWithNumber(line, lines)) named.add(line);
    if (isHead) found.set(keyOf(line), [...(found.get(keyOf(line)) ?? []), line]);
    else elsewhere.add(keyOf(line));
  }
  const often = [...found].flatMap(([key, heads]) => (heads.length >= fewestHeads && !elsewhere.has(key) ? heads : []));
  return new Set([...named, ...often]);
}

/** Lines of a file that its masthead stands on, at most. */
const mostOfMasthead = 12;

/** 宣传简报　第12期 behind a page end, where the name stands over the file by itself. */
function isNameWithNumber(line: Line, lines: readonly Line[]): boolean {
  const number = findIssueNumber(line.text);
  const name = toLoose(number ? line.text.slice(0, number.start) + line.text.slice(number.end) : '');
  return name !== '' && lines.slice(0, mostOfMasthead).some((each) => each !== line && each.loose === name);
}

function mayRun(line: Line): boolean {
  if (line.isParagraph || line.heading !== undefined || line.loose.length > longestHead || isMastheadLike(line)) return false;
  return !/[。；！？]$|^[〔【[]|^[图表]\s*\d/u.test(line.text) && sourceUnits(line.rich) === undefined;
}

/**
 * Bare numbers that stand where pages end: they count up one by one through the file with a page's worth of words, or a
 * page break, between them. Any other number is part of the text, of a table or a list.
 */
function bareFolios(lines: readonly Line[]): ReadonlySet<Line> {
  const numbers = lines.flatMap((line, at) => (isBareNumber(line) ? [{ line, at, value: Number.parseInt(line.text, 10) }] : []));
  const isPageAway = (from: number, to: number) =>
    lines.slice(from + 1, to + 2).some(({ followsPage }) => followsPage) ||
    lines.slice(from + 1, to).reduce((sum, { text }) => sum + text.length, 0) >= fewestOnPage;
  const found = new Set<Line>();
  numbers.forEach(({ line, at, value }, index) => {
    const next = numbers.slice(index + 1).find((other) => other.value === value + 1 && isPageAway(at, other.at));
    const previous = numbers.slice(0, index).findLast((other) => other.value === value - 1 && isPageAway(other.at, at));
    const opensPage = lines[at + 1]?.followsPage === true && lines[at + 1]?.isParagraph === false;
    if (next || previous || opensPage || line.role === 'furniture') found.add(line);
  });
  return found;
}

/** Fewest characters between the numbers of two pages. */
const fewestOnPage = 150;

function isBareNumber(line: Line): boolean {
  return /^[1-9]\d{0,2}(?:\s*[/／]\s*\d{1,3})?$/u.test(line.text) && line.heading === undefined && !line.isParagraph;
}
