/** What changed between two states of a run of paragraphs: kept, changed, added, removed and moved ones. */
import { diffArrays } from 'diff';
import { compareText, likeness, type TextPart } from './compare-text.js';

/** One paragraph as it is compared; `id` ties the two states of one paragraph together where both carry it. */
export interface ComparedParagraph {
  readonly id?: string;
  readonly text: string;
}

/** A row of the comparison. Indexes count from 0 in their own state; `moved` rows stand where the paragraph is now. */
export type ParagraphChange =
  | { readonly kind: 'same'; readonly before: number; readonly after: number }
  | { readonly kind: 'changed'; readonly before: number; readonly after: number; readonly parts: readonly TextPart[] }
  | { readonly kind: 'moved'; readonly before: number; readonly after: number; readonly parts: readonly TextPart[] }
  | { readonly kind: 'removed'; readonly before: number }
  | { readonly kind: 'added'; readonly after: number };

/** From this likeness on two paragraphs are two wordings of one. */
const sameParagraph = 0.5;

/**
 * The rows in the order of the new state; a removed paragraph stands where it was. Two paragraphs are one when their ids
 * or their texts are equal, or when more than half of their neighbouring characters are.
 */
export function compareParagraphs(before: readonly ComparedParagraph[], after: readonly ComparedParagraph[]): readonly ParagraphChange[] {
  const partner = pairUp(before, after);
  const inOrder = keptInOrder(partner);
  const stayed = new Set(partner.values());
  const removed = [...before.keys()].filter((index) => !stayed.has(index));
  const rows: ParagraphChange[] = [];
  for (const [index, { text }] of after.entries()) {
    const from = partner.get(index);
    if (from === undefined) rows.push({ kind: 'added', after: index });
    else {
      if (inOrder.has(index)) while ((removed[0] ?? from) < from) rows.push({ kind: 'removed', before: removed.shift() ?? 0 });
      rows.push(pairRow(from, index, before[from]?.text ?? '', text, inOrder.has(index)));
    }
  }
  rows.push(...removed.map((index) => ({ kind: 'removed' as const, before: index })));
  return rows;
}

function pairRow(before: number, after: number, old: string, text: string, isInOrder: boolean): ParagraphChange {
  if (!isInOrder) return { kind: 'moved', before, after, parts: compareText(old, text) };
  return old === text ? { kind: 'same', before, after } : { kind: 'changed', before, after, parts: compareText(old, text) };
}

/** Index in the new state → index in the old one, for every paragraph that is in both. */
function pairUp(before: readonly ComparedParagraph[], after: readonly ComparedParagraph[]): ReadonlyMap<number, number> {
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (index: number, from: number): void => {
    partner.set(index, from);
    taken.add(from);
  };
  pairById(before, after, pair);
  pairEqualInOrder(before, after, partner, taken, pair);
  pairBest(before, after, partner, taken, pair);
  return partner;
}

type Pair = (after: number, before: number) => void;

function pairById(before: readonly ComparedParagraph[], after: readonly ComparedParagraph[], pair: Pair): void {
  const byId = new Map(before.flatMap(({ id }, index) => (id === undefined ? [] : [[id, index] as const])));
  for (const [index, { id }] of after.entries()) {
    const from = id === undefined ? undefined : byId.get(id);
    if (from !== undefined) pair(index, from);
  }
}

/** Equal texts, first those in order, then those elsewhere. */
function pairEqualInOrder(
  before: readonly ComparedParagraph[],
  after: readonly ComparedParagraph[],
  partner: ReadonlyMap<number, number>,
  taken: ReadonlySet<number>,
  pair: Pair,
): void {
  const left = before.map((_, index) => index).filter((index) => !taken.has(index));
  const right = after.map((_, index) => index).filter((index) => !partner.has(index));
  let leftAt = 0;
  let rightAt = 0;
  for (const { value, added, removed } of diffArrays(
    left.map((index) => before[index]?.text ?? ''),
    right.map((index) => after[index]?.text ?? ''),
  )) {
    if (removed) leftAt += value.length;
    else if (added) rightAt += value.length;
    else for (let count = 0; count < value.length; count += 1, leftAt += 1, rightAt += 1) pair(right[rightAt] ?? 0, left[leftAt] ?? 0);
  }
}

/** The rest by likeness, the most alike first; an equal text elsewhere has likeness 1. */
function pairBest(
  before: readonly ComparedParagraph[],
  after: readonly ComparedParagraph[],
  partner: ReadonlyMap<number, number>,
  taken: ReadonlySet<number>,
  pair: Pair,
): void {
  const left = before.map((_, index) => index).filter((index) => !taken.has(index));
  const right = after.map((_, index) => index).filter((index) => !partner.has(index));
  const candidates = right
    .flatMap((index) => left.map((from) => ({ index, from, alike: likeness(before[from]?.text ?? '', after[index]?.text ?? '') })))
    .filter(({ alike }) => alike >= sameParagraph)
    .sort((one, other) => other.alike - one.alike || one.index - other.index || one.from - other.from);
  const usedLeft = new Set<number>();
  const usedRight = new Set<number>();
  for (const { index, from } of candidates) {
    if (usedLeft.has(from) || usedRight.has(index)) continue;
    usedLeft.add(from);
    usedRight.add(index);
    pair(index, from);
  }
}

/** The largest set of pairs that kept their order: whoever is not in it was moved. */
function keptInOrder(partner: ReadonlyMap<number, number>): ReadonlySet<number> {
  const pairs = [...partner].sort(([left], [right]) => left - right);
  const tails: number[] = [];
  const previous = new Map<number, number>();
  for (const [at, [, from]] of pairs.entries()) {
    let low = 0;
    for (let high = tails.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous.set(at, tails[low - 1] ?? 0);
    tails[low] = at;
  }
  const kept = new Set<number>();
  for (let at = tails.at(-1); at !== undefined; at = previous.get(at)) kept.add(pairs[at]?.[0] ?? 0);
  return kept;
}
