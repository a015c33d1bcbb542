import { noteLabelLength } from './editor-notes.js';
import { columnName } from './column-names.js';
import { entryMarkLength } from './bullets.js';
import { findDate } from './dates.js';
import { isSaid, isSigned, isWritten } from './instruction.js';
import { toLoose } from './line.js';
import type { Line } from './line.js';
import { instruction, isContentsLabel, isMastheadMark } from './masthead-fields.js';
import { isBracketedDate, isMastheadLike } from './masthead-like.js';
import { looksLikeUnits, sourceUnits } from './sources.js';
import { isTailLead, isTailLine, isTailRow } from './tail.js';

/** An issue's lines by the part of the issue they stand in. */
export interface Zones {
  /** 报头, and what else stands before the contents. */
  readonly masthead: readonly Line[];
  /** 目录: column names and titles on the cover; empty where an issue has no cover. */
  readonly contents: readonly Line[];
  /** From the first column heading of the body on. */
  readonly body: readonly Line[];
  /** 版记; also its lines that strayed into other parts. */
  readonly tail: readonly Line[];
  /** Whether running text was found at all. */
  readonly hasText: boolean;
}

const longestRepetition = 4;
/** Lines of a cover that may stand before its contents. */
const mostBeforeContents = 30;
const shortestRepetition = 8;
/** Characters of a line of contents, at least. */
const shortestEntry = 2;

/** Parts the lines of an issue. Every line is in exactly one part. */
export function findZones(all: readonly Line[]): Zones {
  const tailStart = findTailStart(all);
  const strays = all.slice(0, tailStart).filter(isTailLine);
  const written = partInstruction(all.slice(0, tailStart).filter((line) => !isTailLine(line)));
  const { lines, note } = partNote(written.lines);
  const tail = [...strays, ...all.slice(tailStart)];
  const headings = lines.flatMap((line, at) => (columnName(line) ? [at] : []));
  const boxed = linesOfBox(lines);
  const textAt = (is: (line: Line) => boolean) => lines.findIndex((line, at) => !boxed.has(at) && is(line));
  const sure = textAt(isBodyText);
  const found = sure < 0 ? textAt(isLikelyText) : sure;
  const textStart = found < 0 ? lines.length : found;
  const bodyStart = found < 0 ? lines.length : findBodyStart(lines, headings, textStart, boxed);
  const firstHeading = headings[0] ?? bodyStart;
  const contentsStart = Math.min(firstHeading, bodyStart);
  return {
    masthead: [...lines.slice(0, contentsStart), ...written.instruction],
    contents: lines.slice(contentsStart, bodyStart),
    body: [...note, ...lines.slice(bodyStart)],
    tail,
    hasText: found >= 0,
  };
}

/** What leaders wrote on the last page, under its label, with nothing else behind it: it goes to the masthead. */
function partInstruction(lines: readonly Line[]): { readonly lines: readonly Line[]; readonly instruction: readonly Line[] } {
  const at = lines.findLastIndex(({ text }) => instruction.test(text));
  const behind = lines.slice(at + 1);
  const isLast = lines.slice(0, Math.max(0, at)).some(isBodyText) && behind.every((line) => isWritten(line) || isSigned(line));
  const isWhole = behind.length > 0 || isWritten(lines[at] ?? { text: '' });
  return at >= 0 && isLast && isWhole ? { lines: lines.slice(0, at), instruction: lines.slice(at) } : { lines, instruction: [] };
}

/** A 编者按 over the whole issue, which stands before its contents or right behind them, apart from the other lines: it goes to the first article. */
function partNote(lines: readonly Line[]): { readonly lines: readonly Line[]; readonly note: readonly Line[] } {
  const contentsAt = lines.slice(0, mostBeforeContents).findIndex(isContentsLabel);
  const note = lines.slice(0, Math.max(0, contentsAt)).filter(isNoted);
  const behind = contentsAt < 0 ? -1 : contentsAt + lines.slice(contentsAt).findIndex(isBodyText);
  const found = lines[behind];
  if (behind > contentsAt && found && isNoted(found)) note.push(found);
  return { lines: lines.filter((line) => !note.includes(line)), note };
}

function isNoted({ text }: Line): boolean {
  return noteLabelLength(text) > 0;
}

/** The first line of the tail: from here on there are no more columns and articles. */
function findTailStart(lines: readonly Line[]): number {
  const [firstLabel, lastLabel] = [lines.findIndex(isTailLine), lines.findLastIndex(isTailLine)];
  let lastOfBody = -1;
  lines.forEach((line, at) => {
    if (columnName(line) || isSource(line) || line.text.length > 150 || (at < lastLabel && isText(line))) lastOfBody = at;
  });
  const between = lines.flatMap((line, at) => (at > firstLabel && at < lastLabel && isSentence(line) ? [at] : []));
  if (between.length > fewestSentences) lastOfBody = Math.max(lastOfBody, between.at(-1) ?? -1);
  // Behind a label of the masthead, 签发：, stand the texts of the issue; behind the last list it may end with one 。.
  const sentences = lines.flatMap((line, at) => (at > lastLabel && isSentence(line) ? [at] : []));
  if (sentences.length >= fewestSentences) lastOfBody = Math.max(lastOfBody, sentences.at(-1) ?? -1);
  const start = lines.findIndex((line, at) => at > lastOfBody && isTailLine(line));
  if (start < 0) return lines.slice(-1).some(isTailRow) ? lines.length - 1 : lines.length;
  return startWithLeads(lines, start);
}

/** Lines right before a tail that say by their label or brackets that they are of it: 主办：……. */
function startWithLeads(lines: readonly Line[], from: number): number {
  let start = from;
  while (start > 0 && lines.slice(start - 1, start).some((line) => isTailRow(line) || isTailLead(line))) start -= 1;
  return start;
}

/** Sentences behind the last label that are no longer its list running on. */
const fewestSentences = 2;

function isSentence({ role, text }: Line): boolean {
  return role === undefined && text.length >= 16 && text.endsWith('。');
}

/** Sentences, as no line of a tail has: between two labels of a tail they show that the first stands in the masthead. */
function isText(line: Line): boolean {
  return !isTailLine(line) && line.text.length >= 20 && line.text.slice(0, -1).includes('。');
}

function isSource(line: Line): boolean {
  const units = sourceUnits(line.rich);
  return units !== undefined && (line.role === 'source' || looksLikeUnits(units));
}

/** The lines right under a 领导批示 that stand in its box, however long: sentences, where it is empty, else what more leaders wrote. */
function linesOfBox(lines: readonly Line[]): ReadonlySet<number> {
  const head = lines.slice(0, mostBeforeContents);
  const named = head.findIndex(({ text }) => instruction.test(text));
  // Without a label over them, right below the masthead.
  const said = head.findIndex((line, at) => at > 0 && isSaid(line) && isMastheadLike(head[at - 1] as Line));
  const label = named < 0 && said > 0 ? said - 1 : named;
  const isEmpty = named >= 0 && lines[label]?.text.replace(instruction, '') === '';
  const found = new Set<number>();
  for (let at = label + 1; label >= 0; at += 1) {
    const line = lines[at];
    const isOfBox = line && (isEmpty ? isWritten(line) || (found.size > 0 && isSigned(line)) : isSaid(line));
    if (!isOfBox || line.column || isNoted(line)) break;
    found.add(at);
  }
  return found;
}

/** Text that no cover has: a long line, one with sentences, or a source line. */
function isBodyText(line: Line): boolean {
  if (line.role === 'contents' || line.role === 'masthead' || isMastheadMark(line)) return false;
  return (
    line.role === 'body' ||
    isSource(line) ||
    line.loose.length >= 60 ||
    (line.text.length >= 20 && line.text.slice(0, -1).includes('。')) ||
    (line.text.length >= 30 && line.text.endsWith('。'))
  );
}

/** Text in short lines, where a file has no longer ones. */
function isLikelyText({ text, role, column }: Line): boolean {
  return role === undefined && !column && ((text.length >= 16 && /，/u.test(text)) || (text.length >= 12 && /。$/u.test(text)));
}

/**
 * Where the body starts: where the cover's column names or titles begin to be repeated; without a cover at the first
 * column heading, else right after the last line only a masthead has.
 */
function findBodyStart(lines: readonly Line[], headings: readonly number[], textStart: number, boxed: ReadonlySet<number>): number {
  const contents = findContents(lines);
  if (contents) return contents.to;
  const before = headings.filter((at) => at <= textStart);
  const names = before.map((at) => keyAt(lines, at));
  const last = before.at(-1);
  const lastName = names.at(-1);
  if (last !== undefined && lastName !== undefined && names.indexOf(lastName) < names.length - 1) {
    return firstOfDoubled(before, names);
  }
  const repeated = findRepetition(lines, textStart);
  if (repeated !== undefined) return isNameOver(lines, repeated) ? repeated - 1 : repeated;
  const first = before[0];
  if (first === undefined) return afterMasthead(lines, textStart, boxed);
  return before.length > 1 && isRepeatedLater(lines, first, textStart) ? textStart : first;
}

/** Share of the lines between a column name and where it comes again that must come again too, to be contents. */
const leastRepeated = 0.8;

/**
 * Lines `from` to `to` of a text, the last excluded, that are contents by this: they stand between a column name and where
 * it comes again, and their words, sentences or not, come again behind it as titles do.
 */
export function findContents(lines: readonly Line[]): { readonly from: number; readonly to: number } | undefined {
  const headings = lines.flatMap((line, at) => (columnName(line) ? [at] : []));
  const [from] = headings;
  const to = headings.slice(1).find((at) => from !== undefined && keyAt(lines, at) === keyAt(lines, from));
  if (from === undefined || to === undefined) return undefined;
  const entries = lines.slice(from + 1, to).filter((line) => !columnName(line));
  if (entries.length === 0 || entries.some(isSource)) return undefined;
  const words = looseRange(lines, to, lines.length);
  const repeated = entries.filter(({ loose }) => loose.length >= shortestEntry && words.includes(loose.slice(entryMarkLength(loose))));
  return repeated.length >= entries.length * leastRepeated ? { from, to } : undefined;
}

/** Whether the line above is a column of the body that the contents do not have: no entry of theirs, which comes again as a title. */
function isNameOver(lines: readonly Line[], at: number): boolean {
  const key = keyAt(lines, at - 1);
  const isAgain = ({ loose }: Line, index: number): boolean =>
    index >= at && (keyAt(lines, index) === key || loose.slice(entryMarkLength(loose)) === toLoose(key));
  return key !== '' && !lines.some(isAgain);
}

/** A heading doubled on the spot counts once: the body starts with the first of the pair. */
function firstOfDoubled(before: readonly number[], names: readonly string[]): number {
  let at = before.length - 1;
  while (at > 1 && names[at - 1] === names[at] && (before[at] ?? 0) - (before[at - 1] ?? 0) === 1) at -= 1;
  return before[at] ?? 0;
}

function keyAt(lines: readonly Line[], at: number): string {
  const line = lines[at];
  return (line && columnName(line)?.text.replace(/\s/gu, '')) ?? '';
}

/** The first line that begins a title already seen before, over one or several lines. */
function findRepetition(lines: readonly Line[], textStart: number): number | undefined {
  const seen = new Set<string>();
  const end = Math.min(textStart + 1, lines.length);
  for (let at = 0; at < end; at += 1) {
    const line = lines[at];
    if (!line || columnName(line) || isMastheadLike(line)) continue;
    if (runsFrom(lines, at, end).some((run) => run.length >= shortestRepetition && seen.has(run))) return at;
    for (let first = Math.max(0, at - longestRepetition + 1); first <= at; first += 1) {
      seen.add(looseRange(lines, first, at + 1));
    }
  }
  return undefined;
}

function runsFrom(lines: readonly Line[], at: number, end: number): readonly string[] {
  const runs: string[] = [];
  for (let to = at + 1; to <= Math.min(at + longestRepetition, end); to += 1) {
    const last = lines[to - 1];
    if (!last || columnName(last) || isMastheadLike(last)) break;
    runs.push(looseRange(lines, at, to));
  }
  return runs;
}

/** The words of several lines run together, without the mark that may stand before an entry of the contents. */
function looseRange(lines: readonly Line[], from: number, to: number): string {
  return lines
    .slice(from, to)
    .map(({ loose }, at) => (at === 0 ? loose.slice(entryMarkLength(loose)) : loose))
    .join('');
}

/** Whether a line between the first column name and the text comes again after the text began. */
function isRepeatedLater(lines: readonly Line[], first: number, textStart: number): boolean {
  const later = new Set<string>();
  for (let at = textStart; at < lines.length; at += 1) later.add(lines[at]?.loose ?? '');
  return lines
    .slice(first, textStart)
    .some((line, at, part) => !columnName(line) && [1, 2, 3].some((count) => later.has(looseRange(part, at, at + count))));
}

/** Whether nothing but a title can stand between this line and a day: it is the number, or the masthead has its day already. */
function endsMasthead(lines: readonly Line[], at: number): boolean {
  return isMastheadMark(lines[at] as Line) || lines.slice(0, at + 1).some(({ text }) => findDate(text) !== undefined);
}

function afterMasthead(lines: readonly Line[], textStart: number, boxed: ReadonlySet<number>): number {
  let start = 0;
  for (let at = 0; at < textStart; at += 1) {
    const line = lines[at];
    // A day in brackets under a title that stands below the number is the article's, as units send them in.
    const isUnderTitle = line && start > 0 && at === start + 1 && isBracketedDate(line) && endsMasthead(lines, start - 1);
    if (boxed.has(at) || (line && isMastheadLike(line) && !isUnderTitle)) start = at + 1;
  }
  return start;
}
