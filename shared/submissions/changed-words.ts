/** What an editor made of what was sent, as rows to be read. */
import type { TextPart } from '../compare/compare-text.js';
import type { Item } from '../document/issue.js';
import { compareWithSent, editedLines, sentLines } from './trace.js';
import type { Submission } from './submission.js';

/** One line of the comparison: the title or a paragraph, with what was taken out of it and put into it. */
export interface ChangedLine {
  readonly kind: 'same' | 'changed' | 'moved' | 'removed' | 'added';
  readonly parts: readonly TextPart[];
  /** The paragraph of the item; absent for its title and for what is no longer in it. */
  readonly paragraphId?: string;
}

export interface ChangedWords {
  readonly lines: readonly ChangedLine[];
  /** Characters put in and taken out; what was only moved counts in neither. */
  readonly added: number;
  readonly removed: number;
  readonly moved: number;
}

/** An item against the submissions it was made from, line by line in the order of the item. */
export function changedWords(item: Item, submissions: readonly Pick<Submission, 'id' | 'article'>[]): ChangedWords {
  const before = sentLines(submissions);
  const after = editedLines(item);
  const whole = (kind: TextPart['kind'], text: string): readonly TextPart[] => (text === '' ? [] : [{ kind, text }]);
  const lines = compareWithSent(item, submissions).map((row): ChangedLine => {
    if (row.kind === 'removed') return { kind: 'removed', parts: whole('removed', before[row.before]?.text ?? '') };
    const paragraphId = item.paragraphs[row.after - 1]?.id;
    const place = paragraphId === undefined ? {} : { paragraphId };
    if (row.kind === 'added') return { kind: 'added', parts: whole('added', after[row.after]?.text ?? ''), ...place };
    if (row.kind === 'same') return { kind: 'same', parts: whole('same', after[row.after]?.text ?? ''), ...place };
    return { kind: row.kind, parts: row.parts, ...place };
  });
  return { lines, ...count(lines) };
}

function count(lines: readonly ChangedLine[]): Omit<ChangedWords, 'lines'> {
  const letters = (kind: TextPart['kind']): number =>
    lines.reduce((sum, { parts }) => sum + parts.reduce((own, part) => own + (part.kind === kind ? part.text.length : 0), 0), 0);
  return { added: letters('added'), removed: letters('removed'), moved: lines.filter(({ kind }) => kind === 'moved').length };
}
