import { boldOpeningLength } from './rich-text.js';
import type { Rich } from './rich-text.js';

/** Longest lead, in characters, that may be guessed from a first sentence or completed from partly bold type. */
const longestLead = 45;
/** Longest second sentence, in characters, that may be the second level of a lead. */
const longestSecond = 20;
/** Text that has to follow a guessed lead, in characters. */
const shortestRest = 15;
const stopEnd = /[。！？；：…][”’」）)]*$/u;

export interface FoundLead {
  /** Length of the lead with its stop; 0 when there is none. */
  readonly length: number;
  /** The bold type ended inside the sentence, and the lead was taken to the sentence's end. */
  readonly isCompleted: boolean;
}

/** The lead that bold type shows: the bold opening with the stop after it. */
export function boldLead(rich: Rich): FoundLead {
  const bold = boldOpeningLength(rich);
  const { text } = rich;
  if (bold === 0 || bold === text.length || stopEnd.test(text.slice(0, bold))) return { length: bold, isCompleted: false };
  if (/[。！？；：]/u.test(text.charAt(bold))) return { length: bold + 1, isCompleted: false };
  const sentence = sentenceEnd(text, 0);
  const isShort = sentence > bold && sentence <= longestLead && sentence < text.length;
  return isShort ? { length: sentence, isCompleted: true } : { length: bold, isCompleted: false };
}

/**
 * Lengths of the leads of an article without bold type, one a paragraph, 0 for none. Leads are short first sentences
 * that at least two paragraphs after the opening one have in parallel: of like length or with as many commas.
 */
export function guessLeads(texts: readonly string[]): readonly number[] {
  const firsts = texts.map((text) => leadLike(text, 0, longestLead));
  const candidates = firsts.map((length, at) => (at === 0 ? 0 : length)).filter((length) => length > 0);
  const body = texts.length - 1;
  if (candidates.length < 2 || candidates.length * 2 < body) return texts.map(() => 0);
  const seconds = texts.map((text, at) => secondLevel(text, firsts, at));
  const median = [...candidates].sort((left, right) => left - right)[Math.floor(candidates.length / 2)] ?? 0;
  const commas = mostCommon(
    texts.map((text, at) => commasOf(text.slice(0, firsts[at]))).filter((_count, at) => at > 0 && (firsts[at] ?? 0) > 0),
  );
  const leads = texts.map((text, at) => {
    const first = firsts[at] ?? 0;
    if (first === 0) return 0;
    const isLike = Math.abs(first - median) <= Math.max(3, median * 0.3);
    const isAlike = commasOf(text.slice(0, first)) === commas;
    const isLikeSecond = seconds.some((second) => second > 0 && Math.abs(second - first) <= 2);
    const isParallel = at === 0 ? isLike && isAlike && first <= median + 2 : isLike || isAlike || isLikeSecond || seconds[at] !== 0;
    return isParallel ? first + (seconds[at] ?? 0) : 0;
  });
  return leads.filter((length) => length > 0).length >= 2 ? leads : texts.map(() => 0);
}

/** Fewest leads that open with the same two characters to be leads by that alone. */
const fewestAlike = 3;

/** Whether all leads of an article, by their lengths, open with the same two characters, and are several. */
export function openAlike(texts: readonly string[], lengths: readonly number[]): boolean {
  const openings = texts.filter((_, at) => (lengths[at] ?? 0) > 0).map((text) => text.slice(0, 2));
  return openings.length >= fewestAlike && new Set(openings).size === 1;
}

/** The end of the sentence that begins at `from`: after its stop outside quotation marks; the text's end without one. */
export function sentenceEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if ('“‘《（('.includes(character)) depth += 1;
    if ('”’》）)'.includes(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && '。！？'.includes(character)) return at + 1;
  }
  return text.length;
}

function leadLike(text: string, from: number, longest: number): number {
  const length = sentenceEnd(text, from) - from;
  return length <= longest && text.length - from - length >= shortestRest ? length : 0;
}

/** A second short sentence counts as second level when another paragraph opens with a lead of its length. */
function secondLevel(text: string, firsts: readonly number[], at: number): number {
  const first = firsts[at] ?? 0;
  if (first === 0) return 0;
  const second = leadLike(text, first, longestSecond);
  const isLikeAnother = firsts.some((other, index) => index !== at && index > 0 && other > 0 && Math.abs(other - second) <= 2);
  return second > 4 && isLikeAnother && commasOf(text.slice(first, first + second)) <= 1 ? second : 0;
}

function commasOf(text: string): number {
  return (text.match(/，/gu) ?? []).length;
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? 0;
}
