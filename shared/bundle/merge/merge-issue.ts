import type { Column, Issue, Item } from '../../document/issue.js';
import { canonicalJson } from '../../library/canonical-json.js';
import { choiceOf, type Answers, type Conflict, type Merged } from './conflict.js';
import { mergeItem } from './merge-item.js';
import { tellApart } from './tell-apart.js';
import { mergeOrder, settle, type Sides } from './three-way.js';

/** Parts of an issue that are no articles, as the editor knows them. */
const partNames: Readonly<Record<string, string>> = {
  state: '状态',
  masthead: '报头',
  instruction: '领导批示',
  distribution: '报送发',
  extraDistribution: '本期增发',
  imprint: '版记',
};

interface IssueSides {
  /** Absent when the two have no known common state: then everything that differs is a conflict or an addition. */
  readonly base: Issue | undefined;
  readonly ours: Issue;
  readonly theirs: Issue;
}

/**
 * Two states of an issue that started from one base → one. What one side changed is taken; what both changed follows
 * the answers, and until there are some, keeps both. Swapping the sides, and the answers with them, gives the same issue.
 */
export function mergeIssue(sides: IssueSides, answers: Answers): Merged<Issue> {
  const parts = mergeParts(sides, answers);
  const items = mergeItems(sides, answers);
  const columns = placeItems(sides, items.byId);
  return { value: tellApart({ ...parts.value, columns } as Issue), conflicts: [...parts.conflicts, ...items.conflicts] };
}

type Parts = Readonly<Record<string, unknown>>;

function mergeParts({ base, ours, theirs }: IssueSides, answers: Answers): Merged<Parts> {
  const sides = { base: partsOf(base), ours: partsOf(ours), theirs: partsOf(theirs) };
  const conflicts: Conflict[] = [];
  const value: Record<string, unknown> = {};
  for (const name of [...new Set([...Object.keys(sides.ours), ...Object.keys(sides.theirs)])].sort()) {
    const row = { base: sides.base[name], ours: sides.ours[name], theirs: sides.theirs[name] };
    const outcome = settle(row);
    const conflict = outcome.kind === 'conflict' ? partConflict(name, row) : undefined;
    if (conflict) conflicts.push(conflict);
    const taken =
      outcome.kind === 'settled'
        ? outcome.value
        : choiceOf(conflict ?? partConflict(name, row), answers) === 'ours'
          ? row.ours
          : row.theirs;
    if (taken !== undefined) value[name] = taken;
  }
  return { value, conflicts };
}

function partsOf(issue: Issue | undefined): Parts {
  if (issue === undefined) return {};
  const { columns: _columns, ...parts } = issue;
  return parts;
}

function partConflict(name: string, { base, ours, theirs }: Sides<unknown>): Conflict {
  return {
    id: `part:${name}`,
    label: `${partNames[name] ?? name}两边都改过`,
    ...(base === undefined ? {} : { base: partText(base) }),
    ...(ours === undefined ? {} : { ours: partText(ours) }),
    ...(theirs === undefined ? {} : { theirs: partText(theirs) }),
    choices: ['ours', 'theirs'],
    proposal: 'ours',
  };
}

/** The values in a part, a line each: 报：省委宣传部. */
function partText(value: unknown): string {
  if (Array.isArray(value)) return value.map(partText).join('\n');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(String).join(' · ');
  return String(value);
}

interface MergedItems {
  /** What became of each item, by its id. */
  readonly byId: ReadonlyMap<string, readonly Item[]>;
  readonly conflicts: readonly Conflict[];
}

function mergeItems({ base, ours, theirs }: IssueSides, answers: Answers): MergedItems {
  const sides = { base: itemsById(base), ours: itemsById(ours), theirs: itemsById(theirs) };
  const byId = new Map<string, readonly Item[]>();
  const conflicts: Conflict[] = [];
  for (const id of new Set([...sides.ours.keys(), ...sides.theirs.keys()])) {
    const merged = mergeItem(id, { base: sides.base.get(id), ours: sides.ours.get(id), theirs: sides.theirs.get(id) }, answers);
    byId.set(id, merged.items);
    conflicts.push(...merged.conflicts);
  }
  return { byId, conflicts };
}

function itemsById(issue: Issue | undefined): ReadonlyMap<string, Item> {
  return new Map((issue?.columns ?? []).flatMap(({ items }) => items.map((item) => [item.id, item] as const)));
}

/** Columns and items are one list of places, so that moving an item to another column is a change of order. */
function placeItems({ base, ours, theirs }: IssueSides, byId: MergedItems['byId']): readonly Column[] {
  const places = mergeOrder({ base: placesOf(base), ours: placesOf(ours), theirs: placesOf(theirs) });
  const heads = mergeColumnHeads({ base, ours, theirs });
  const columns: { readonly head: Omit<Column, 'items'>; readonly items: Item[]; readonly isKept: boolean }[] = [];
  for (const place of places) {
    const head = heads.get(place);
    if (head) columns.push({ ...head, items: [] });
    else columns.at(-1)?.items.push(...(byId.get(place.slice(itemMark.length)) ?? []));
  }
  return columns.filter(({ items, isKept }) => isKept || items.length > 0).map(({ head, items }) => ({ ...head, items }));
}

const columnMark = 'column:';
const itemMark = 'item:';

function placesOf(issue: Issue | undefined): readonly string[] {
  return (issue?.columns ?? []).flatMap(({ id, items }) => [`${columnMark}${id}`, ...items.map((item) => `${itemMark}${item.id}`)]);
}

interface MergedHead {
  readonly head: Omit<Column, 'items'>;
  /** A column that one side took out is left out only when no item is in it any more. */
  readonly isKept: boolean;
}

function mergeColumnHeads({ base, ours, theirs }: IssueSides): ReadonlyMap<string, MergedHead> {
  const sides = { base: headsById(base), ours: headsById(ours), theirs: headsById(theirs) };
  const merged = new Map<string, MergedHead>();
  for (const place of new Set([...sides.ours.keys(), ...sides.theirs.keys()])) {
    const row = { base: sides.base.get(place), ours: sides.ours.get(place), theirs: sides.theirs.get(place) };
    const outcome = settle(row);
    const taken = outcome.kind === 'settled' ? outcome.value : eitherHead(row.ours, row.theirs);
    const head = taken ?? row.ours ?? row.theirs;
    if (head) merged.set(place, { head, isKept: taken !== undefined });
  }
  return merged;
}

/** Both renamed a column: one name is taken, the same on both machines. */
function eitherHead(ours: Omit<Column, 'items'> | undefined, theirs: Omit<Column, 'items'> | undefined): Omit<Column, 'items'> | undefined {
  if (ours === undefined || theirs === undefined) return ours ?? theirs;
  return canonicalJson(ours) <= canonicalJson(theirs) ? ours : theirs;
}

function headsById(issue: Issue | undefined): ReadonlyMap<string, Omit<Column, 'items'>> {
  return new Map((issue?.columns ?? []).map(({ items: _items, ...head }) => [`${columnMark}${head.id}`, head]));
}
