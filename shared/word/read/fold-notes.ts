/** Footnotes and endnotes of a Word file: hung on the words they are to, or listed where they cannot be. */
import { plainLine } from '../../document/plain-characters.js';
import type { LeftAsideText, SourceLine } from '../../recognize/source-line.js';
import { keptNoteText, lostNoteText, notKept, noteText, wordsBefore, type SeenParagraph } from './asides.js';
import type { OpenParagraph } from './open-paragraph.js';
import type { WordNote, WordParagraph } from './word-document.js';

/** What notes need to know of a file being folded. */
export interface FoldedNotes {
  readonly lines: SourceLine[];
  readonly leftAside: LeftAsideText[];
  /** By `WordParagraph.index`. */
  readonly seen: SeenParagraph[];
  /** Footnotes and endnotes that have found no line yet, in the order of the file; by the paragraph of their mark. */
  readonly notes: Set<WordNote>;
  readonly notesOf: ReadonlyMap<number | undefined, readonly WordNote[]>;
}

/** A note that hangs on no words, as it is listed; nothing where it is empty. */
export function leaveNote(note: WordNote, fold: FoldedNotes, lastLine: number): readonly LeftAsideText[] {
  const text = noteText(note);
  const line = note.at ? (fold.seen[note.at.paragraph]?.line ?? lastLine) : lastLine;
  return text === '' ? [] : [{ line, text, reason: whyLeft(note, fold) }];
}

function whyLeft(note: WordNote, { seen }: Pick<FoldedNotes, 'seen'>): string {
  const before = note.at ? wordsBefore(note.at, seen) : '';
  return `${note.isDeleted ? '修订中删除的' : ''}${note.kind === 'footnotes' ? '脚注' : '尾注'}${before === '' ? '' : `，在“${before}”之后`}，没有收入正文`;
}

/** Notes by the index of the paragraph their mark stands in. */
export function notesByParagraph(notes: readonly WordNote[]): ReadonlyMap<number | undefined, readonly WordNote[]> {
  const found = new Map<number | undefined, WordNote[]>();
  for (const note of notes) {
    const own = found.get(note.at?.paragraph);
    if (own) own.push(note);
    else found.set(note.at?.paragraph, [note]);
  }
  return found;
}

/** Hangs the notes of a paragraph on its words; `start` is where its runs begin in them. */
export function hangNotes({ index }: WordParagraph, open: OpenParagraph, start: number, fold: FoldedNotes): void {
  for (const note of fold.notesOf.get(index) ?? []) {
    if (!note.at) continue;
    const words = fold.seen[index]?.words ?? '';
    const text = plainLine(keptNoteText(note));
    if (text === '' || note.isDeleted) continue;
    const lost = lostNoteText(note);
    if (lost !== '') fold.leftAside.push({ line: fold.lines.length + 1, text: lost, reason: '修订中删除的文字' });
    const at = start + words.slice(0, note.at.offset).replaceAll(notKept, '').length;
    open.footnotes.push({ at, text, reason: whyLeft(note, fold) });
    fold.notes.delete(note);
  }
}
