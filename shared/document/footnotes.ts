/** Footnotes of a paragraph: each hangs behind a character of its words and moves with it while they are edited. */
import type { Footnote, Paragraph } from './issue.js';
import { applyEdits, type TextEdit } from './text-edits.js';

export type Footnotes = readonly Footnote[];

/** No footnotes, always the same value. */
export const noFootnotes: Footnotes = [];

/** A footnote where it is written out among other words. */
export function noteInBrackets({ text }: Pick<Footnote, 'text'>): string {
  return `〔注：${text}〕`;
}

/** The one form of the same footnotes: in the order of their places, none beyond the words they belong to. None is ever dropped. */
export function normalizeFootnotes(notes: Footnotes | undefined, length: number): Footnotes {
  if (!notes || notes.length === 0) return noFootnotes;
  const isNormal = notes.every(({ at }, index) => at <= length && at >= (notes[index - 1]?.at ?? 0));
  if (isNormal) return notes;
  return notes.map((note) => ({ ...note, at: Math.min(note.at, length) })).sort((left, right) => left.at - right.at);
}

/** Whether two lists, in their one form, are the same. */
export function sameFootnotes(left: Footnotes = noFootnotes, right: Footnotes = noFootnotes): boolean {
  return left === right || (left.length === right.length && left.every(({ at, text }, index) => sameNote({ at, text }, right[index])));
}

function sameNote(note: Footnote, other: Footnote | undefined): boolean {
  return note.at === other?.at && note.text === other.text;
}

/** Footnotes of words put `by` characters further on. */
export function shiftFootnotes(notes: Footnotes | undefined, by: number): Footnotes {
  return by === 0 ? (notes ?? noFootnotes) : (notes ?? noFootnotes).map((note) => ({ ...note, at: note.at + by }));
}

/** Footnotes of words after edits that do not overlap. One whose words were replaced or taken out hangs behind what stands there now. */
export function editFootnotes(notes: Footnotes | undefined, edits: readonly TextEdit[]): Footnotes {
  const last = [...edits].sort((left, right) => right.from - left.from);
  return (notes ?? noFootnotes).map((note) => ({ ...note, at: last.reduce(followEdit, note.at) }));
}

function followEdit(at: number, { from, to, text }: TextEdit): number {
  return at <= from ? at : Math.max(at - to, 0) + from + text.length;
}

/** The property a paragraph keeps its footnotes in; nothing where there are none. */
export function footnotesPart(notes: Footnotes): { readonly footnotes?: Footnotes } {
  return notes.length === 0 ? {} : { footnotes: notes };
}

/** The words of the footnotes of paragraphs, in their order. */
export function footnoteTexts(paragraphs: readonly Pick<Paragraph, 'footnotes'>[]): readonly string[] {
  return paragraphs.flatMap(({ footnotes = noFootnotes }) => footnotes.map(({ text }) => text));
}

/** A paragraph's words, each footnote in brackets where its number stands: how they are compared. */
export function wordsWithNotes({ lead = '', text, footnotes = noFootnotes }: Pick<Paragraph, 'lead' | 'text' | 'footnotes'>): string {
  return footnotes.reduceRight((words, note) => words.slice(0, note.at) + noteInBrackets(note) + words.slice(note.at), lead + text);
}

/** A paragraph that can have no footnotes, a table or picture, with their words at the end of its caption: nothing is lost. */
export function withNotesInCaption<Own extends Paragraph>(paragraph: Own): Own {
  const { footnotes, ...rest } = paragraph;
  if (footnotes === undefined) return paragraph;
  const end = paragraph.text.indexOf('\n');
  const at = end < 0 ? paragraph.text.length : end;
  const words = footnotes.map(noteInBrackets).join('');
  // Only what a paragraph may lack was left out of it.
  return { ...rest, text: applyEdits(paragraph.text, [{ from: at, to: at, text: words }]) } as Own;
}
