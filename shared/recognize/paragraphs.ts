import type { TableForm } from '../document/table.js';
import type { Level } from '../document/issue.js';
import { closeDigits } from './blanks.js';
import { bulletLength } from './bullets.js';
import { headingLevel, numberLevel } from '../document/heading-level.js';
import type { Line, LinePicture } from './line.js';
import { added, boldOpeningLength, boldParts, concat } from './rich-text.js';
import type { Rich } from './rich-text.js';
import { trailingSourceStart } from './sources.js';
import { isClosed } from './titles.js';

/** A paragraph put together from its lines. */
export interface RawParagraph {
  readonly lines: Line[];
  readonly level?: Level;
  /** It is a table, of one line. */
  readonly table?: TableForm;
  /** It is a picture; it has no lines then. */
  readonly picture?: LinePicture;
}

/** The pictures behind lines, as paragraphs. */
export function pictureParagraphs(lines: readonly Line[]): readonly RawParagraph[] {
  return lines.flatMap(({ pictures }) => pictures.map((picture) => ({ lines: [], picture })));
}

/** Shortest fragment, in characters, that a page end may have left of a paragraph: a page ends with a full line. */
const shortestFragment = 20;
/** The same for a fragment without any mark, which might as well be a heading. */
const shortestBareFragment = 25;
const closedEnd = /[。！？!?…：:；;][”’"'）)》〉】〕\]]*$|[。！？!?…]$/u;
const runOnStart = /^[，。、；：！？”’）》〉】〕%％]/u;

/** Adds a line to the paragraphs: to the last one when that runs on, else as a new one. */
export function addLine(paragraphs: RawParagraph[], line: Line): void {
  const last = paragraphs.at(-1);
  if (line.table) paragraphs.push({ lines: [line], table: line.table });
  else if (last && !last.table && runsOn(last, line)) last.lines.push(line);
  else {
    const level = line.bodyLevel ?? headingLevel(line.text);
    paragraphs.push({ lines: [line], ...(level === undefined || level === 0 ? {} : { level }) });
  }
  paragraphs.push(...pictureParagraphs([line]));
}

/** The paragraph's words: lines joined without a blank except between two Latin words, blanks beside digits closed. */
export function paragraphText(paragraph: RawParagraph): Rich {
  const parts: Rich[] = [];
  paragraph.lines.forEach((line, at) => {
    const before = paragraph.lines[at - 1]?.text ?? '';
    if (/[A-Za-z,.]$/u.test(before) && /^[A-Za-z]/u.test(line.text)) parts.push(added(' '));
    parts.push(line.rich);
  });
  return closeDigits(concat(parts));
}

/** Whether `line` continues a paragraph that a page end or a wrapped line cut. */
function runsOn(paragraph: RawParagraph, line: Line): boolean {
  const last = paragraph.lines.at(-1);
  if (line.isContinued) return true;
  // The end of a Word paragraph is a fact; only a break set by hand inside one may be a wrapped line.
  if (line.isParagraph && !line.isSoft) return false;
  if (line.bodyLevel !== undefined || line.role === 'editorNote' || line.isQuoted) return false;
  if (!last || paragraph.level !== undefined || line.heading !== undefined || last.heading !== undefined) return false;
  if (line.opens) return false;
  if (runOnStart.test(line.text)) return true;
  if (line.isIndented || isItsOwn(last, line)) return false;
  if (isBoldRunOn(last, line)) return true;
  if (boldOpeningLength(line.rich) > 0 || numberLevel(line.text) !== undefined) return false;
  if (closedEnd.test(last.text) && !/[；;]$/u.test(last.text)) return false;
  if (/[，、,]$/u.test(last.text) || !isClosed(last.text)) return true;
  const isBare = !/[，。、；：]/u.test(last.text);
  return last.text.length >= (isBare && !/[“《（]/u.test(last.text) ? shortestBareFragment : shortestFragment);
}

/** Whether the line before is whole, or this one opens something, by what they are: a source in brackets, a mark, an empty line under a heading. */
function isItsOwn(last: Line, line: Line): boolean {
  if (bulletLength(line.text) > 0 || trailingSourceStart(last.text) !== undefined) return true;
  return !line.isAdjacent && !line.followsPage && !/[，。、；：]/u.test(last.text);
}

/** A lead cut by the page end: bold up to the end without a stop, bold again at the start. */
function isBoldRunOn(last: Line, line: Line): boolean {
  const open = boldParts(last.rich).at(-1);
  const isOpen = open !== undefined && open.end === last.text.length;
  return isOpen && !closedEnd.test(last.text) && boldOpeningLength(line.rich) > 0 && boldOpeningLength(line.rich) < line.text.length;
}
