import { boldOpeningLength } from './rich-text.js';
import type { Rich } from './rich-text.js';
import { numberLevel } from '../document/heading-level.js';
import { numberOf } from './dates.js';

/** Longest lead, in characters, that may be guessed from a first sentence or completed from partly bold type. */
const longestLead = 45;
/** Longest second sentence, in characters, that may be the second level of a lead. */
const longestSecond = 20;
/** Text that has to follow a guessed lead, in characters. */
const shortestRest = 15;
/** The same behind one that counts up. */
const shortestCounted = 8;
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
/** Fewest that count up, 一是 and 二是, or that stand in a text where others are leads. */
const fewestCounted = 2;
/** Longest sentence, in characters, that its build alone makes a lead; and by which the lengths of those built alike differ at most. */
const [longestAlike, mostApart] = [20, 1];
/** What opens a sentence that tells something rather than naming what follows. */
const tells = /^(?:据|近日|日前|近年|今年|去年|目前|截至|此外|同时|同日|当[天日]|下一步|其中|如今|现在|随后|接着|活动|会[上后]|他|她|我)/u;
const counted = /^(?:第?([一二三四五六七八九十]{1,3})(?:是|要|、|，)|[（(]([一二三四五六七八九十\d]{1,3})[）)]|(\d{1,2})[.．、])\s*/u;

/**
 * Lengths of the leads of a manuscript without bold type, one a paragraph, 0 for none; undefined stands for what is no running
 * text. Stricter than `guessLeads`, as a manuscript may be any prose: paragraphs right behind each other whose first
 * sentences are short and count up (一是 …, 二是 …), or three that are built alike.
 */
export function guessAlikeLeads(texts: readonly (string | undefined)[]): readonly number[] {
  const firsts = texts.map((text) => openingOf(text ?? ''));
  const runs: number[][] = [];
  firsts.forEach((first, at) => {
    const last = runs.at(-1);
    if (first && last?.at(-1) === at - 1 && last.every((each) => areAlike(firsts[each], first, at - each))) last.push(at);
    else if (first) runs.push([at]);
  });
  const isSure = (run: readonly number[]): boolean => run.length >= (firsts[run[0] ?? -1]?.count === 1 ? fewestCounted : fewestAlike);
  const fewest = runs.some(isSure) ? fewestCounted : Infinity;
  const found = new Set(runs.filter((run) => isSure(run) || (run.length >= fewest && firsts[run[0] ?? -1]?.count === undefined)).flat());
  return firsts.map((first, at) => (first && found.has(at) ? first.length : 0));
}

interface Opening {
  /** With its number and stop. */
  readonly length: number;
  /** Without them. */
  readonly words: string;
  /** What it is counted by, and how far. */
  readonly kind?: string;
  readonly count?: number;
}

/** The first sentence of a paragraph, where it may be a lead. */
function openingOf(text: string): Opening | undefined {
  const named = bracketed.exec(text)?.[0];
  if (named !== undefined)
    return text.length - named.length < shortestRest ? undefined : { length: named.length, words: named, kind: '【】' };
  const number = counted.exec(text.slice(0, longestLead));
  const length = leadLike(text, 0, longestLead, number ? shortestCounted : shortestRest);
  const words = text.slice(number?.[0].length ?? 0, length - 1);
  if (length === 0 || text.charAt(length - 1) !== '。' || /[\d：；。！？]/u.test(words) || tells.test(words)) return undefined;
  if (!number) return words.length < 4 || words.length > longestAlike ? undefined : { length, words };
  const count = numberOf(number[1] ?? number[2] ?? number[3] ?? '');
  return { length, words, count, kind: `${String(numberLevel(text))}${number[0].replace(/[一二三四五六七八九十\d]/gu, '')}` };
}

/** 【理论宣讲】 before the text it names. */
const bracketed = /^【[^】。；]{2,12}】/u;

/** Whether two first sentences, so many paragraphs apart, are built alike: the one counts on from the other, or they open, end or run alike. */
function areAlike(left: Opening | undefined, right: Opening, apart: number): boolean {
  if (!left || left.kind !== right.kind) return false;
  if (left.count !== undefined && right.count !== undefined) return right.count - left.count === apart;
  if (left.kind === '【】') return true;
  const isSame = (cut: (words: string) => string): boolean => cut(left.words) === cut(right.words);
  const isEven = Math.abs(left.words.length - right.words.length) <= mostApart && isSame((words) => String(commasOf(words)));
  return isEven || isSame((words) => words.slice(0, 2)) || isSame((words) => words.slice(-2));
}

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

function leadLike(text: string, from: number, longest: number, shortest = shortestRest): number {
  const length = sentenceEnd(text, from) - from;
  return length <= longest && text.length - from - length >= shortest ? length : 0;
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
