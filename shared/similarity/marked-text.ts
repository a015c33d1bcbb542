/** Texts with shared passages marked, for showing them side by side. */
import type { SharedPassage, SharedText } from './shared-passages.js';

/** A stretch of a line; `passage` counts the passages from 0 in the order of the new text. */
export interface MarkedPart {
  readonly text: string;
  readonly passage?: number;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly passage: number;
}

/** The lines of the new text, in parts. */
export function markNew(text: string, passages: readonly SharedPassage[]): readonly (readonly MarkedPart[])[] {
  return markLines(
    text,
    passages.map(({ start, end }, passage) => ({ start, end, passage })),
  );
}

/** The lines of the other text, in parts; where two passages stand in one place there, the first is marked. */
export function markOther(text: string, passages: readonly SharedPassage[]): readonly (readonly MarkedPart[])[] {
  return markLines(
    text,
    passages.map(({ otherStart, otherEnd }, passage) => ({ start: otherStart, end: otherEnd, passage })),
  );
}

function markLines(text: string, stretches: readonly Stretch[]): readonly (readonly MarkedPart[])[] {
  const ordered = stretches.toSorted((left, right) => left.start - right.start);
  const lines: (readonly MarkedPart[])[] = [];
  let lineStart = 0;
  for (const line of text.split('\n')) {
    lines.push(markLine(line, lineStart, ordered));
    lineStart += line.length + 1;
  }
  return lines;
}

function markLine(line: string, lineStart: number, ordered: readonly Stretch[]): readonly MarkedPart[] {
  const parts: MarkedPart[] = [];
  let at = 0;
  for (const { start, end, passage } of ordered) {
    const from = Math.max(at, start - lineStart);
    const to = Math.min(line.length, end - lineStart);
    if (to <= from) continue;
    if (from > at) parts.push({ text: line.slice(at, from) });
    parts.push({ text: line.slice(from, to), passage });
    at = to;
  }
  if (at < line.length) parts.push({ text: line.slice(at) });
  return parts;
}

/** Part of a text's letters that stand in any of the other texts, 0 to 1. */
export function shareOfAll(text: string, others: readonly SharedText[]): number {
  const isShared = new Uint8Array(text.length);
  for (const { passages } of others) for (const { start, end } of passages) isShared.fill(1, start, end);
  let letters = 0;
  let shared = 0;
  for (const { index } of text.matchAll(/[\p{L}\p{N}]/gu)) {
    letters += 1;
    shared += isShared[index] ?? 0;
  }
  return shared / Math.max(1, letters);
}
