import type { SourceRange } from './source-line.js';

/** A line freed of `**` marks, and whether bold type was still open at its end. */
export interface UnmarkedBold {
  readonly text: string;
  readonly bold: readonly SourceRange[];
  readonly marks: readonly string[];
  readonly isOpen: boolean;
}

const wide = /[\p{Script=Han}\u2014-\u2026\u3000-\u303f\uff00-\uff65]/u;

/**
 * Takes `**` marks out of a line, with the blanks that scanning left beside them.
 *
 * @param wasOpen bold type was open at the end of the line before
 * @param isHeading blanks beside marks are kept: they part half-titles
 */
export function unmarkBold(line: string, wasOpen: boolean, isHeading: boolean): UnmarkedBold {
  const parts = line.split(/(\*{3}(?!\*)|\*\*)/u);
  if (parts.length === 1) return { text: line, bold: [], marks: [], isOpen: false };
  const count = (parts.length - 1) / 2;
  let isBold = count % 2 === 1 && wasOpen;
  const isUnpaired = count % 2 === 1 && !wasOpen;
  const isLeadCut = isUnpaired && parts[0] === '';
  // Pieces, not one growing text: cutting its end at every mark would take quadratic time.
  const pieces: string[] = [];
  let length = 0;
  const append = (piece: string) => {
    if (piece !== '') pieces.push(piece);
    length += piece.length;
  };
  const bold: SourceRange[] = [];
  const marks: string[] = [];
  let blank = '';
  parts.forEach((part, index) => {
    if (index % 2 === 1) {
      const last = pieces.pop() ?? '';
      const before = isHeading ? '' : takeBlankEnd(last);
      length -= last.length;
      append(last.slice(0, last.length - before.length));
      blank = before;
      marks.push(before + part);
      // A mark without its partner makes nothing bold, unless it opens a lead that the page end cut.
      if (!isUnpaired || isLeadCut || index < parts.length - 2) isBold = !isBold;
      return;
    }
    const { rest, dropped } = takeBlankStart(part, pieces.at(-1) ?? '', index > 0 && !isHeading, blank);
    if (dropped.lost !== '') marks.push(`${marks.pop() ?? ''}${dropped.lost}`);
    append(dropped.kept);
    const start = length;
    append(rest);
    if (isBold && rest !== '') addRange(bold, { start, end: length });
    blank = '';
  });
  return { text: pieces.join(''), bold, marks, isOpen: isBold };
}

function takeBlankEnd(text: string): string {
  let start = text.length;
  while (text[start - 1] === ' ' || text[start - 1] === '\u3000') start -= 1;
  return text.slice(start);
}

/** Between two Latin letters the blank beside a mark parts words and is kept, once. */
function takeBlankStart(part: string, before: string, isDropped: boolean, blank: string) {
  if (!isDropped) return { rest: part, dropped: { kept: '', lost: '' } };
  const own = /^[ \u3000]*/u.exec(part)?.[0] ?? '';
  const rest = part.slice(own.length);
  const last = before.at(-1) ?? '';
  const partsWords = own + blank !== '' && last !== '' && rest !== '' && !wide.test(last) && !wide.test(rest.charAt(0));
  return { rest, dropped: { kept: partsWords ? ' ' : '', lost: own } };
}

function addRange(ranges: SourceRange[], range: SourceRange): void {
  const last = ranges.at(-1);
  if (last?.end === range.start) ranges[ranges.length - 1] = { start: last.start, end: range.end };
  else ranges.push(range);
}
