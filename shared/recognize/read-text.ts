import { numberLevel } from '../document/heading-level.js';
import { cellEnd } from '../document/table.js';
import { unmarkBold } from './markdown-marks.js';
import { longestCaption } from './captions.js';
import { pipedLine, readPipedTable } from './piped-table.js';
import { captionsTable, isUnitOnly, readSpacedTable, spacedLine } from './spaced-table.js';
import { readStackedTable } from './stacked-table.js';
import { withFootnotes } from './text-footnotes.js';
import type { SourceLine } from './source-line.js';
import { hangTextNotes } from './text-notes.js';

const lineEnd = /\r\n|[\n\r\u0085\u2028\u2029]/u;
const rule = /^[ \t]*(?:-[ \t]*){3,}$|^[ \t]*(?:\*[ \t]*){3,}$|^[ \t]*(?:_[ \t]*){3,}$/u;
const picture = /^!\[[^\]]*\]\([^)]*\)$|^<!--.*-->$/u;
const blanks = '[\\p{Zs}\\t\\u200B\\u200E\\u200F\\u2060\\uFEFF]';
const opening = new RegExp(`^(?:${blanks}|\\p{Cc})+`, 'u');
const blank = new RegExp(`${blanks}|\\p{Cc}`, 'u');
const guessedLead = /^__(?!_)([^*]+?)(?<!_)__(?!_)/u;
const inner = /[^\P{Cc}\t]+|[\u200B\u200E\u200F\u2060\uFEFF]+/gu;

/**
 * The lines of a text file with markdown marks, indents, trailing blanks and control characters taken out and listed
 * in `marks`. Lines end at CR, LF, CRLF, NEL, U+2028 or U+2029. Empty lines are not in the result; numbers count them.
 */
export function readText(text: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let isBoldOpen = false;
  const raws = text.split(lineEnd);
  let after = 0;
  /** Cells of the header of the last table. */
  let header: string | undefined;
  raws.forEach((raw, index) => {
    if (raw === '' || index < after) return;
    const table = readPipedTable(raws, index);
    if (table) {
      const above = raws[index - 1] ?? '';
      const caption = mayCaption(above, lines.at(-1)) ? lines.pop() : undefined;
      lines.push(pipedLine(table, caption, caption?.line ?? index + 1));
      after = table.end;
      isBoldOpen = false;
      return;
    }
    const spaced = readSpacedTable(raws, index, header);
    const found = spaced ?? readStackedTable(raws, index, header);
    if (found) {
      const line = spacedLine(found, takeCaptions(lines), index + 1);
      lines.push(spaced ? line : { ...line, isGuess: true });
      after = found.end;
      header = found.rows[0]?.join(cellEnd);
      isBoldOpen = false;
      return;
    }
    const { line, isOpen } = readLine(raw, index + 1, isBoldOpen);
    if (line.text !== '') isBoldOpen = isOpen;
    lines.push(line);
  });
  return hangTextNotes(withFootnotes(lines));
}

/** Takes the lines right above a table of blanks that are its caption and unit. */
function takeCaptions(lines: SourceLine[]): readonly SourceLine[] {
  const last = lines.at(-1);
  if (!last || !captionsTable(last)) return [];
  const before = lines.at(-2);
  const count = before && isUnitOnly(last) && captionsTable(before) ? 2 : 1;
  return lines.splice(-count);
}

/** Whether the line right above a table is its caption; a sentence, or a heading with its number, is none. */
function mayCaption(raw: string, line: SourceLine | undefined): boolean {
  return (
    raw.trim() !== '' &&
    raw.length <= longestCaption &&
    !/[。！？；：]\s*$/u.test(raw) &&
    line !== undefined &&
    line.text !== '' &&
    line.heading === undefined &&
    (numberLevel(line.text) ?? 3) > 2 &&
    !line.table
  );
}

function readLine(raw: string, line: number, wasOpen: boolean): { readonly line: SourceLine; readonly isOpen: boolean } {
  const bare = raw.trim();
  if (rule.test(raw) || picture.test(bare)) return { line: { line, text: '', bold: [], marks: [raw] }, isOpen: false };
  const marks: string[] = [];
  const take = (rest: string, pattern: RegExp): string => rest.replace(pattern, (mark) => (marks.push(mark), ''));
  let rest = take(raw, opening);
  rest = take(rest, /^(?:>[ \t]?)+/u);
  const heading = /^(#{1,6})(?=[ \t\u3000])|^(#{2,6})(?=[^#])/u.exec(rest);
  if (heading) rest = take(rest, /^#{1,6}[ \t\u3000]*/u);
  const end = endOfWords(rest);
  const ends = end < rest.length ? [rest.slice(end)] : [];
  rest = take(rest.slice(0, end), inner);
  // A lead our own text marks as guessed.
  const guess = guessedLead.exec(rest);
  const unmarked = unmarkBold(guess ? `**${guess[1] ?? ''}**${rest.slice(guess[0].length)}` : rest, wasOpen && !guess, heading !== null);
  const written = unmarked.marks.map((mark, index) => (guess && index < 2 ? mark.replace('**', '__') : mark));
  const depth = (heading?.[1] ?? heading?.[2])?.length;
  return {
    line: {
      line,
      text: unmarked.text,
      bold: unmarked.bold,
      ...(depth === undefined ? {} : { heading: depth }),
      ...(guess ? { isGuess: true } : {}),
      marks: [...marks, ...written, ...ends],
    },
    isOpen: unmarked.isOpen,
  };
}

/** Where the blanks at a line's end begin. (A pattern for this takes quadratic time on long runs of blanks.) */
function endOfWords(text: string): number {
  let end = text.length;
  while (end > 0 && blank.test(text.charAt(end - 1))) end -= 1;
  return end;
}
