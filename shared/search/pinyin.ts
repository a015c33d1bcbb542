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

/** Letters no longer than this are tried on many texts at once; the positions in them are the bits of a number. */
const longestTried = 30;

/**
 * Whether letters spell a stretch of a text, for one text after another: what a character does to each position in the
 * letters is worked out once. Says what `spelled` says, many times faster.
 */
export function createSpeller(letters: string, readings: Readings): (text: string) => boolean {
  if (letters.length > longestTried) return (text) => spelled(text, letters, readings) !== undefined;
  const done = 1 << letters.length;
  const known = new Map<number, readonly number[]>();
  const stepsOf = (unit: number): readonly number[] => {
    const before = known.get(unit);
    if (before) return before;
    const own = readings(String.fromCharCode(unit));
    const steps = own.length === 0 ? [] : Array.from(letters, (_, at) => reached(own, letters.slice(at), at, letters.length));
    known.set(unit, steps);
    return steps;
  };
  return (text) => {
    let positions = 0;
    for (let index = 0; index < text.length; index += 1) {
      const steps = stepsOf(text.charCodeAt(index));
      // Marks and blanks between the words are not spelled.
      if (steps.length === 0) continue;
      let next = 0;
      for (let left = positions | 1; left !== 0; left &= left - 1) next |= steps[31 - Math.clz32(left & -left)] ?? 0;
      if ((next & done) !== 0) return true;
      positions = next;
    }
    return false;
  };
}

/** The positions, as bits, to which one character takes from a position. */
function reached(own: readonly string[], rest: string, at: number, end: number): number {
  let bits = 0;
  for (const reading of own) {
    if (reading.startsWith(rest)) bits |= 1 << end;
    for (const spelling of spellingsOf(reading)) if (rest.startsWith(spelling)) bits |= 1 << (at + spelling.length);
  }
  return bits;
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
