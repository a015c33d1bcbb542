/** Breaks of a file's lines that were closed on reading, as its notes tell of them. */

/** The key that leaves the lines of a file as they stand: the step back from joining them. */
export const unjoinKey = 'Ctrl+Z';

/** Told of a manuscript whose lines stand as its file has them. */
export const unjoinedNote = '已照原件的行重读，断行和页末都没有接。';

/** What leaving the lines as they stand is called where notes tell of broken lines (断行) or page ends (页末) that were joined. */
export function unjoinName(notes: readonly string[]): string | undefined {
  const tells = (words: string): boolean => notes.some((note) => note !== unjoinedNote && note.includes(words));
  if (tells('断行')) return '不接断行';
  return tells('页末接段') ? '不接页末' : undefined;
}
