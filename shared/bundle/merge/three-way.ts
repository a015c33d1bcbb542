import { canonicalJson } from '../../library/canonical-json.js';

export interface Sides<Value> {
  readonly base: Value;
  readonly ours: Value;
  readonly theirs: Value;
}

/** Two states of a record and the one both follow on, where it is still at hand. */
export interface MergeSides<Value> {
  readonly base: Value | undefined;
  readonly ours: Value;
  readonly theirs: Value;
}

/** What became of one value on two sides that started from one base; undefined stands for "not there". */
export type Outcome<Value> = { readonly kind: 'settled'; readonly value: Value } | { readonly kind: 'conflict' };

/** The side that changed wins; where both did, and differently, it is a conflict. */
export function settle<Value>({ base, ours, theirs }: Sides<Value>): Outcome<Value> {
  const [before, left, right] = [spell(base), spell(ours), spell(theirs)];
  if (left === right || right === before) return { kind: 'settled', value: ours };
  if (left === before) return { kind: 'settled', value: theirs };
  return { kind: 'conflict' };
}

function spell(value: unknown): string {
  return value === undefined ? '' : canonicalJson(value);
}

/**
 * One order of two lists of ids: the order of the side that changed it; ids of one side only stand after the id they
 * followed there. Which list is ours makes no difference to the result, so that two machines come to the same.
 */
export function mergeOrder({ base, ours, theirs }: Sides<readonly string[]>): readonly string[] {
  const [first, second] = leadingFirst({ base, ours, theirs });
  const common = new Set(first.filter((id) => second.includes(id)));
  const anchors = first.filter((id) => common.has(id));
  const [left, right] = [followers(first, common), followers(second, common)];
  return ['', ...anchors].flatMap((anchor) => {
    const blocks = [left.get(anchor) ?? [], right.get(anchor) ?? []].sort((one, other) => compare(one[0] ?? '', other[0] ?? ''));
    return [...(anchor === '' ? [] : [anchor]), ...blocks.flat()];
  });
}

/** The list whose order counts first: the one that was reordered; when both were, one that both machines agree on. */
function leadingFirst({ base, ours, theirs }: Sides<readonly string[]>): readonly [readonly string[], readonly string[]] {
  const isKept = (list: readonly string[]) => sameOrder(list, base);
  if (isKept(theirs) && !isKept(ours)) return [ours, theirs];
  if (isKept(ours) && !isKept(theirs)) return [theirs, ours];
  return compare(ours.join(), theirs.join()) <= 0 ? [ours, theirs] : [theirs, ours];
}

function sameOrder(list: readonly string[], base: readonly string[]): boolean {
  const inBase = new Set(base);
  const inList = new Set(list);
  return list.filter((id) => inBase.has(id)).join() === base.filter((id) => inList.has(id)).join();
}

/** Ids that only this list has, by the common id before them; '' for those before any. */
function followers(list: readonly string[], common: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  let anchor = '';
  for (const id of list) {
    if (common.has(id)) anchor = id;
    else found.set(anchor, [...(found.get(anchor) ?? []), id]);
  }
  return found;
}

/** Order by code units, as `sort` takes it: no language of a machine comes into it. */
export function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
