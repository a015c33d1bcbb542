/** What the editor asks for, as a function from texts to matches. */
import { fold, type Blindness } from './fold.js';
import { isRunaway } from './runaway.js';

export interface FindQuery {
  readonly words: string;
  /** `words` is a regular expression; only the case of letters is then ignored if asked. */
  readonly isPattern: boolean;
  readonly blindness: Blindness;
}

/** Where a text matches; `groups` of a pattern, the whole match first. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly groups: readonly string[];
}

export interface Matcher {
  /** Matches from left to right, none over another, none empty. */
  matches(text: string): readonly Match[];
}

/** A matcher, or a Chinese sentence that says what is wrong with a pattern; nothing for no words. */
export type Compiled = { readonly matcher: Matcher } | { readonly problem: string } | undefined;

export function compileQuery({ words, isPattern, blindness }: FindQuery): Compiled {
  if (words === '') return undefined;
  return isPattern ? compilePattern(words, blindness) : { matcher: plainMatcher(words, blindness) };
}

function plainMatcher(words: string, wanted: Blindness): Matcher {
  // Who asks for nothing but blanks means blanks.
  const blindness = fold(words, wanted).text === '' ? { ...wanted, blanks: false } : wanted;
  const needle = fold(words, blindness).text;
  return { matches: (text) => (needle === '' ? [] : plainMatches(text, needle, blindness)) };
}

function plainMatches(text: string, needle: string, blindness: Blindness): readonly Match[] {
  const folded = fold(text, blindness);
  const found: Match[] = [];
  for (let at = folded.text.indexOf(needle); at >= 0; at = folded.text.indexOf(needle, at + needle.length)) {
    const from = folded.origin(at);
    const to = folded.origin(at + needle.length - 1) + 1;
    found.push({ from, to, groups: [text.slice(from, to)] });
  }
  return found;
}

function compilePattern(words: string, blindness: Blindness): Compiled {
  if (isRunaway(words)) return { problem: '这个表达式会重复套重复，可能算不完。请去掉括号外或括号内的 + 或 *。' };
  try {
    const pattern = new RegExp(words, blindness.letterCase ? 'giu' : 'gu');
    return { matcher: { matches: (text) => patternMatches(text, pattern) } };
  } catch {
    return { problem: '表达式不完整：请检查括号 ( ) [ ] { } 是否成对，\\ 后面是否有字。' };
  }
}

const onlyBreaks: Blindness = { width: false, quotes: false, blanks: false, letterCase: false };

function patternMatches(text: string, pattern: RegExp): readonly Match[] {
  const folded = fold(text, onlyBreaks);
  return [...folded.text.matchAll(pattern)]
    .filter(([whole]) => whole !== '')
    .map((match) => ({
      from: folded.origin(match.index),
      to: folded.origin(match.index + match[0].length - 1) + 1,
      groups: match.map((group: string | undefined) => group ?? ''),
    }));
}

/** What stands in the place of a match: the replacement as typed, or for a pattern with $1 … $9 and $& filled in. */
export function replacementFor({ groups }: Match, replacement: string, isPattern: boolean): string {
  if (!isPattern) return replacement;
  return replacement.replace(/\$(?:(\$)|&|(\d))/gu, (_all, dollar: string | undefined, digit: string | undefined) =>
    dollar === undefined ? (groups[Number(digit ?? 0)] ?? '') : dollar,
  );
}
