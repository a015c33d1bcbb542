/** Short names found by what is typed of them: Chinese words, letters as written, pinyin or initials. */
import { fold } from '../find/fold.js';
import { spelled, type Readings } from './pinyin.js';
import { allBlind } from './terms.js';

/** How well a name answers, 0 best; undefined when it does not. Every word typed must be found. */
export function rankOf(name: string, typed: string, readings: Readings | undefined): number | undefined {
  const text = fold(name, allBlind).text;
  let rank = 0;
  for (const word of typed.split(/\s+/u)) {
    const needle = fold(word, allBlind).text;
    const at = needle === '' ? 0 : placeOf(text, needle, readings);
    if (at === undefined) return undefined;
    rank += at;
  }
  return rank + text.length / 1000;
}

/** Where a word stands: at the beginning is best, spelled is behind written. */
function placeOf(text: string, needle: string, readings: Readings | undefined): number | undefined {
  const written = text.indexOf(needle);
  if (written >= 0) return written === 0 ? 0 : 1 + written / 100;
  const span = readings !== undefined && /^[a-z]+$/u.test(needle) ? spelled(text, needle, readings) : undefined;
  return span && (span.from === 0 ? 0.5 : 2 + span.from / 100);
}
