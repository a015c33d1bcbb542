/**
 * Text that remembers where each character stood in the source and whether it was bold, so that what goes into the
 * issue can be booked against the source (see `ledger.ts`).
 */

import { markKinds } from '../document/mark-kinds.js';
import { normalizeMarks, type Marks } from '../document/text-marks.js';

/** A stretch of characters of one source line; `line` is −1 for characters that stand in no source. */
export interface Span {
  /** Index into the source lines, not the printed line number. */
  readonly line: number;
  readonly start: number;
  readonly length: number;
  readonly isBold: boolean;
  readonly isKai?: true;
}

export interface Rich {
  readonly text: string;
  /** In order; lengths add up to the length of `text`. */
  readonly spans: readonly Span[];
}

export const emptyRich: Rich = { text: '', spans: [] };

/** Characters that stand in no source, such as the break between two lines of a title. */
export function added(text: string): Rich {
  return { text, spans: text === '' ? [] : [{ line: -1, start: 0, length: text.length, isBold: false }] };
}

export function concat(parts: readonly Rich[]): Rich {
  const spans: Span[] = [];
  for (const part of parts) for (const span of part.spans) addSpan(spans, span);
  return { text: parts.map((part) => part.text).join(''), spans };
}

/** Like `String.slice` with offsets that are not negative. */
export function slice(rich: Rich, from: number, to = rich.text.length): Rich {
  if (from <= 0 && to >= rich.text.length) return rich;
  const spans: Span[] = [];
  let offset = 0;
  for (const span of rich.spans) {
    const start = Math.max(from - offset, 0);
    const end = Math.min(to - offset, span.length);
    if (start < end) spans.push({ ...span, start: span.line < 0 ? 0 : span.start + start, length: end - start });
    offset += span.length;
  }
  return { text: rich.text.slice(Math.max(from, 0), Math.max(to, 0)), spans };
}

/** What stands between the matches of a global `pattern`. */
export function without(rich: Rich, pattern: RegExp): Rich {
  const parts: Rich[] = [];
  let from = 0;
  for (const match of rich.text.matchAll(pattern)) {
    if (match[0] === '') continue;
    parts.push(slice(rich, from, match.index));
    from = match.index + match[0].length;
  }
  if (from === 0 && parts.length === 0) return rich;
  parts.push(slice(rich, from));
  return concat(parts);
}

/** Without blanks at both ends. */
export function trim(rich: Rich): Rich {
  const start = rich.text.length - rich.text.trimStart().length;
  return slice(rich, start, Math.max(start, rich.text.trimEnd().length));
}

/** Length of the bold stretch that opens the text; 0 when it opens plain. */
export function boldOpeningLength(rich: Rich): number {
  let length = 0;
  for (const span of rich.spans) {
    if (!span.isBold) break;
    length += span.length;
  }
  return length;
}

/** Whether all of the text is in 楷体. */
export function isAllKai({ spans }: Rich): boolean {
  return spans.length > 0 && spans.every(({ isKai }) => isKai === true);
}

/** The bold stretches of the text, each whole, as offsets into it. */
export function boldParts(rich: Rich): readonly Part[] {
  return partsWhere(rich, ({ isBold }) => isBold);
}

/** A stretch of a text. */
interface Part {
  readonly start: number;
  readonly end: number;
}

function partsWhere(rich: Rich, is: (span: Span) => boolean): readonly Part[] {
  const parts: { start: number; end: number }[] = [];
  let offset = 0;
  for (const span of rich.spans) {
    const last = parts.at(-1);
    const end = offset + span.length;
    if (is(span) && last?.end === offset) last.end = end;
    else if (is(span)) parts.push({ start: offset, end });
    offset = end;
  }
  return parts;
}

/** Words set apart in a paragraph's text: bold or 楷体, but not where all of it is, which is how its writer sets text. */
export function emphasisOf(rich: Rich): Marks {
  const kinds = { bold: boldParts(rich), kai: partsWhere(rich, ({ isKai }) => isKai === true) };
  const marks = markKinds.flatMap((kind) => {
    const parts = kinds[kind].filter(({ start, end }) => rich.text.slice(start, end).trim() !== '');
    const length = parts.reduce((sum, { start, end }) => sum + rich.text.slice(start, end).trim().length, 0);
    return length >= rich.text.trim().length ? [] : parts.map(({ start, end }) => ({ from: start, to: end, kind }));
  });
  return normalizeMarks(marks, rich.text.length);
}

function addSpan(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (
    last &&
    last.line >= 0 &&
    last.line === span.line &&
    last.isBold === span.isBold &&
    last.isKai === span.isKai &&
    last.start + last.length === span.start
  ) {
    spans[spans.length - 1] = { ...last, length: last.length + span.length };
  } else spans.push(span);
}
