/** What an editor types into the search field, as terms. */
import { fold, type Blindness } from '../find/fold.js';

/** Searches over the library tell neither width nor quotes, blanks or case apart. */
export const allBlind: Blindness = { width: true, quotes: true, blanks: true, letterCase: true };

export interface Term {
  readonly words: string;
  /** As texts are folded to be searched. */
  readonly needle: string;
  /** “…”: must stand in the text exactly so. */
  readonly isExact: boolean;
  /** Letters only: may be the pinyin, or the initials, of a title or a unit. */
  readonly isPinyin: boolean;
}

/** Terms parted by blanks; “…”, "…" and 「…」 keep theirs. */
export function parseTerms(text: string): readonly Term[] {
  return [...text.matchAll(/[“"＂「]([^”"＂」]*)[”"＂」]?|([^\s“"＂「]+)/gu)]
    .map(([, phrase, word]) => toTerm(phrase ?? word ?? '', phrase !== undefined))
    .filter(({ needle }) => needle !== '');
}

function toTerm(words: string, isExact: boolean): Term {
  const needle = fold(words, allBlind).text;
  return { words, needle, isExact, isPinyin: !isExact && /^[a-z]{2,}$/u.test(needle) };
}
