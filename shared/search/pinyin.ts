/** Chinese found by its pinyin: whole syllables, initials, or a mixture, as they are typed without blanks or tones. */

/** Every reading of a character without its tone: 重 → zhong, chong; a letter or digit reads as itself, a mark not at all. */
export type Readings = (character: string) => readonly string[];

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The first stretch of a text that letters spell; undefined when none does. The last syllable need not be complete. */
export function spelled(text: string, letters: string, readings: Readings): Span | undefined {
  for (let from = 0; from < text.length; from += 1) {
    const to = readings(text[from] ?? '').length === 0 ? undefined : spelledEnd(text, from, letters, readings);
    if (to !== undefined) return { from, to };
  }
  return undefined;
}

/** Where letters that begin at a character are used up. */
function spelledEnd(text: string, at: number, letters: string, readings: Readings): number | undefined {
  if (letters === '') return at;
  const character = text[at];
  if (character === undefined) return undefined;
  const own = readings(character);
  // Marks and blanks between the words are not spelled.
  if (own.length === 0) return spelledEnd(text, at + 1, letters, readings);
  for (const reading of own) {
    if (reading.startsWith(letters)) return at + 1;
    for (const spelling of spellingsOf(reading)) {
      const end = letters.startsWith(spelling) ? spelledEnd(text, at + 1, letters.slice(spelling.length), readings) : undefined;
      if (end !== undefined) return end;
    }
  }
  return undefined;
}

/** How a syllable may be typed: whole, or by its initial; zh, ch and sh by one letter or two. */
function spellingsOf(reading: string): readonly string[] {
  const initial = /^[zcs]h/u.exec(reading)?.[0];
  return [reading, ...(initial === undefined ? [] : [initial]), reading.slice(0, 1)];
}
