/** Room for footnotes at the foot of pages: a note starts on the page of its number, and one too long for it flows on to the next. */
import type { SetBlock } from './set-block.js';
import { footnoteGapPt, notesInRow } from './set-footnotes.js';

/** One line of a footnote: of block `block` (an index into the placed blocks) the row `row` of note `note`. */
export interface NoteRow {
  readonly block: number;
  readonly note: number;
  readonly row: number;
  readonly heightPt: number;
}

/** No lines of notes, always the same value. */
export const noNoteRows: readonly NoteRow[] = [];

/** Lines of a note that stand on the page of its number at least; LibreOffice asks for no more either. */
const leastLines = 1;

/** The lines of the notes that have their number in a row of a block. */
export function noteRows({ rows, footnotes }: SetBlock, block: number, row: number): readonly NoteRow[] {
  const own = rows[row];
  if (footnotes === undefined || own === undefined) return noNoteRows;
  return notesInRow(own).flatMap((note) =>
    (footnotes[note] ?? []).map(({ heightPt }, index): NoteRow => ({ block, note, row: index, heightPt })),
  );
}

/** Height of the foot of a page with these lines, with the room above them; nothing without any. */
export function footPt(rows: readonly NoteRow[]): number {
  return rows.length === 0 ? 0 : rows.reduce((sum, { heightPt }) => sum + heightPt, footnoteGapPt);
}

/** What of the notes of one row must stand on its page: all but the rest of the last, which may flow on. */
export function leastNoteRows(rows: readonly NoteRow[]): readonly NoteRow[] {
  const last = rows.at(-1);
  if (last === undefined) return rows;
  return rows.filter(({ block, note, row }) => block !== last.block || note !== last.note || row < leastLines);
}

/** The lines that fit in a height, in order, and those that go to the next page; one at least where `mustGoOn`. */
export function fitNoteRows(
  rows: readonly NoteRow[],
  heightPt: number,
  mustGoOn: boolean,
): readonly [on: readonly NoteRow[], over: readonly NoteRow[]] {
  let count = 0;
  while (count < rows.length && footPt(rows.slice(0, count + 1)) <= heightPt) count += 1;
  const fitting = mustGoOn ? Math.max(1, count) : count;
  return [rows.slice(0, fitting), rows.slice(fitting)];
}
