/** Emphasis inside a text: which stretches are 加粗 or 楷体, and how they move while the text is edited. */
import type { TextMark } from './issue.js';
import { markKinds } from './mark-kinds.js';
import type { TextEdit } from './text-edits.js';

export type MarkKind = TextMark['kind'];
export type Marks = readonly TextMark[];

/** No marks, always the same value. */
export const noMarks: Marks = [];

/** The one form of the same marks: within a text of `length`, in order, those of one kind joined where they touch or overlap. */
export function normalizeMarks(marks: Marks | undefined, length: number): Marks {
  if (!marks || marks.length === 0) return marks ?? noMarks;
  const joined = markKinds.flatMap((kind) => joinedOf(kind, marks, length)).sort(inOrder);
  const isNormal = joined.length === marks.length && joined.every((mark, index) => sameMark(mark, marks[index]));
  return isNormal ? marks : joined;
}

function joinedOf(kind: MarkKind, marks: Marks, length: number): Marks {
  const result: TextMark[] = [];
  const own = marks
    .filter((mark) => mark.kind === kind)
    .map(({ from, to }) => ({ kind, from: Math.max(0, from), to: Math.min(to, length) }));
  for (const mark of own.filter(({ from, to }) => from < to).sort(inOrder)) {
    const last = result.at(-1);
    if (last && mark.from <= last.to) result[result.length - 1] = { ...last, to: Math.max(last.to, mark.to) };
    else result.push(mark);
  }
  return result;
}

function inOrder(left: TextMark, right: TextMark): number {
  return left.from - right.from || markKinds.indexOf(left.kind) - markKinds.indexOf(right.kind);
}

function sameMark(mark: TextMark, other: TextMark | undefined): boolean {
  return mark.from === other?.from && mark.to === other.to && mark.kind === other.kind;
}

/** Whether two lists of marks, in their one form, are the same. */
export function sameMarks(left: Marks = noMarks, right: Marks = noMarks): boolean {
  return left === right || (left.length === right.length && left.every((mark, index) => sameMark(mark, right[index])));
}

/** Marks of the part of a text from `from` to `to`, counted from the part's start. */
export function sliceMarks(marks: Marks | undefined, from: number, to: number): Marks {
  return normalizeMarks(shiftMarks(marks, -from), Math.max(0, to - from));
}

/** Marks of a text put `by` characters further on. */
export function shiftMarks(marks: Marks | undefined, by: number): Marks {
  return by === 0 ? (marks ?? noMarks) : (marks ?? noMarks).map((mark) => ({ ...mark, from: mark.from + by, to: mark.to + by }));
}

/**
 * Marks of a text of `length` after edits that do not overlap. What is put in place of marked words, or between two of them,
 * is marked; what is put at the edge of a mark is not.
 */
export function editMarks(marks: Marks | undefined, edits: readonly TextEdit[], length: number): Marks {
  if (!marks || marks.length === 0) return noMarks;
  const grown = edits.reduce((sum, { from, to, text }) => sum + text.length - (to - from), length);
  const last = [...edits].sort((left, right) => right.from - left.from);
  return normalizeMarks(
    last.reduce((result, edit) => result.flatMap((mark) => editedMark(mark, edit)), normalizeMarks(marks, length)),
    grown,
  );
}

function editedMark(mark: TextMark, { from, to, text }: TextEdit): Marks {
  const by = text.length - (to - from);
  if (to <= mark.from && !(from === mark.from && to > from)) return [{ ...mark, from: mark.from + by, to: mark.to + by }];
  if (from >= mark.to) return [mark];
  if (mark.from <= from && to <= mark.to) return [{ ...mark, to: mark.to + by }];
  return [
    { ...mark, to: Math.min(mark.to, from) },
    { ...mark, from: from + text.length, to: mark.to + by },
  ].filter((part) => part.from < part.to);
}

/** A text in stretches of like marks; one empty stretch for an empty text. */
export function markedPieces(
  text: string,
  marks: Marks | undefined,
): readonly { readonly text: string; readonly kinds: readonly MarkKind[] }[] {
  const own = normalizeMarks(marks, text.length);
  if (own.length === 0) return [{ text, kinds: [] }];
  const seams = [...new Set([0, ...own.flatMap(({ from, to }) => [from, to]), text.length])].sort((left, right) => left - right);
  const isOn = { bold: insideOf('bold', own), kai: insideOf('kai', own) } satisfies Record<MarkKind, unknown>;
  return seams.slice(0, -1).map((from, index) => ({
    text: text.slice(from, seams[index + 1]),
    kinds: markKinds.filter((kind) => isOn[kind](from)),
  }));
}

/** Whether a place is marked so, asked from the first place to the last. */
function insideOf(kind: MarkKind, marks: Marks): (at: number) => boolean {
  const own = marks.filter((mark) => mark.kind === kind);
  let next = 0;
  return (at) => {
    while ((own[next]?.to ?? Infinity) <= at) next += 1;
    return (own[next]?.from ?? Infinity) <= at;
  };
}

/** The property a paragraph keeps its marks in; nothing where there are none. */
export function marksPart(marks: Marks): { readonly marks?: Marks } {
  return marks.length === 0 ? {} : { marks };
}
