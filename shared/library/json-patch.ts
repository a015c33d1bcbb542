/** A value of JSON; members that hold `undefined` count as absent. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
type Members = { readonly [key: string]: Json | undefined };

/** Where in a value: member names and list positions, outermost first. */
export type JsonPath = readonly (string | number)[];

/** One step of a patch; it holds what was and what is, so that every patch can be turned round. */
export type PatchStep =
  /** A value put in place of another; absent on one side: the member appears or goes. */
  | { readonly at: JsonPath; readonly before?: Json | undefined; readonly after?: Json | undefined }
  /** Some items of a list in place of others. */
  | { readonly at: JsonPath; readonly from: number; readonly removed: readonly Json[]; readonly inserted: readonly Json[] }
  /** Some characters of a text in place of others, counted in UTF-16 units. */
  | { readonly at: JsonPath; readonly from: number; readonly cut: string; readonly put: string };

/** Steps from one value to another, to be taken in order. */
export type Patch = readonly PatchStep[];

/** Lists with more different items than this are not aligned item by item. */
const mostAligned = 400;

/** The patch that makes `after` of `before`. What both share by identity is not looked into. */
export function diffJson(before: unknown, after: unknown): Patch {
  const steps: PatchStep[] = [];
  diffValues(before as Json, after as Json, [], steps);
  return steps;
}

function diffValues(before: Json, after: Json, at: JsonPath, steps: PatchStep[]): void {
  if (isSame(before, after)) return;
  if (typeof before === 'string' && typeof after === 'string') steps.push(diffTexts(before, after, at));
  else if (isList(before) && isList(after)) diffLists(before, after, at, steps);
  else if (isMembers(before) && isMembers(after)) diffMembers(before, after, at, steps);
  else steps.push({ at, before, after });
}

function diffTexts(before: string, after: string, at: JsonPath): PatchStep {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from += 1;
  let tail = 0;
  while (tail < most - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { at, from, cut: before.slice(from, before.length - tail), put: after.slice(from, after.length - tail) };
}

function diffMembers(before: Members, after: Members, at: JsonPath, steps: PatchStep[]): void {
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const old = memberOf(before, name);
    const now = memberOf(after, name);
    if (old !== undefined && now !== undefined) diffValues(old, now, [...at, name], steps);
    else if (old !== undefined) steps.push({ at: [...at, name], before: old });
    else if (now !== undefined) steps.push({ at: [...at, name], after: now });
  }
}

function diffLists(before: readonly Json[], after: readonly Json[], at: JsonPath, steps: PatchStep[]): void {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && isSame(before[start], after[start])) start += 1;
  let tail = 0;
  while (tail < most - start && isSame(before[before.length - 1 - tail], after[after.length - 1 - tail])) tail += 1;
  const old = before.slice(start, before.length - tail);
  const now = after.slice(start, after.length - tail);
  let position = start;
  let [left, right] = [0, 0];
  const splice = (toLeft: number, toRight: number): void => {
    if (toLeft > left || toRight > right)
      steps.push({ at, from: position, removed: old.slice(left, toLeft), inserted: now.slice(right, toRight) });
    position += toRight - right;
    [left, right] = [toLeft, toRight];
  };
  for (const [one, other] of pairsOf(old, now)) {
    splice(one, other);
    diffValues(old[one] as Json, now[other] as Json, [...at, position], steps);
    position += 1;
    [left, right] = [one + 1, other + 1];
  }
  splice(old.length, now.length);
}

/** Positions of items that are one item before and after: by their ids, or by place in lists of one length. */
function pairsOf(old: readonly Json[], now: readonly Json[]): readonly (readonly [number, number])[] {
  const [oldIds, nowIds] = [old.map(idOf), now.map(idOf)];
  if (old.length === now.length && oldIds.every((id, position) => id === nowIds[position]))
    return old.map((_, position) => [position, position]);
  if (old.length > mostAligned || now.length > mostAligned) return [];
  return commonSubsequence(oldIds, nowIds);
}

function idOf(value: Json): string | undefined {
  const id = isMembers(value) ? memberOf(value, 'id') : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** Longest common subsequence of two lists of ids; items without one pair with none. */
function commonSubsequence(
  old: readonly (string | undefined)[],
  now: readonly (string | undefined)[],
): readonly (readonly [number, number])[] {
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  const pairs = (left: number, right: number): boolean => old[left] !== undefined && old[left] === now[right];
  const length = (left: number, right: number): number => lengths[left * width + right] ?? 0;
  for (let left = old.length - 1; left >= 0; left -= 1) {
    for (let right = now.length - 1; right >= 0; right -= 1)
      lengths[left * width + right] = pairs(left, right)
        ? length(left + 1, right + 1) + 1
        : Math.max(length(left + 1, right), length(left, right + 1));
  }
  const found: [number, number][] = [];
  for (let [left, right] = [0, 0]; left < old.length && right < now.length; ) {
    if (pairs(left, right)) found.push([left++, right++]);
    else if (length(left + 1, right) >= length(left, right + 1)) left += 1;
    else right += 1;
  }
  return found;
}

/** The patch that takes the steps of another back. */
export function invertPatch(patch: Patch): Patch {
  return patch.toReversed().map((step) => {
    if ('cut' in step) return { ...step, cut: step.put, put: step.cut };
    if ('removed' in step) return { ...step, removed: step.inserted, inserted: step.removed };
    const { at, before, after } = step;
    return { at, ...(after === undefined ? {} : { before: after }), ...(before === undefined ? {} : { after: before }) };
  });
}

/**
 * The value a patch makes of another; all that it does not touch is shared.
 * @throws RangeError when the value is not the one the patch was made for
 */
export function applyPatch(value: unknown, patch: Patch): unknown {
  return patch.reduce<Json | undefined>((current, step) => changeAt(current, step.at, (old) => applyStep(old, step)), value as Json);
}

function changeAt(value: Json | undefined, at: JsonPath, change: (old: Json | undefined) => Json | undefined): Json | undefined {
  const [first, ...rest] = at;
  if (first === undefined) return change(value);
  if (typeof first === 'number' && isList(value) && first < value.length)
    return value.with(first, changeAt(value[first], rest, change) as Json);
  if (typeof first === 'string' && isMembers(value)) {
    const now = changeAt(memberOf(value, first), rest, change);
    const others = Object.entries(value).filter(([name]) => name !== first);
    return Object.fromEntries(now === undefined ? others : [...others, [first, now]]);
  }
  throw misfit();
}

function applyStep(old: Json | undefined, step: PatchStep): Json | undefined {
  if ('cut' in step) {
    const end = step.from + step.cut.length;
    if (typeof old !== 'string' || old.slice(step.from, end) !== step.cut) throw misfit();
    return old.slice(0, step.from) + step.put + old.slice(end);
  }
  if ('removed' in step) {
    const end = step.from + step.removed.length;
    if (!isList(old) || !isSame(old.slice(step.from, end), step.removed)) throw misfit();
    return [...old.slice(0, step.from), ...step.inserted, ...old.slice(end)];
  }
  if (!isSame(old, step.before)) throw misfit();
  return step.after;
}

function misfit(): RangeError {
  return new RangeError('the patch was made for another value');
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isMembers(value: Json | undefined): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function memberOf(value: Members, name: string): Json | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Whether two values are one JSON text but for the order of members. */
export function isSame(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true;
  if (isList(left) && isList(right)) return left.length === right.length && left.every((item, position) => isSame(item, right[position]));
  if (!isMembers(left) || !isMembers(right)) return false;
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((name) => isSame(memberOf(left, name), memberOf(right, name)));
}
