import { wordsWithNotes } from '../../document/footnotes.js';
import { plainTitle, type Item, type Paragraph } from '../../document/issue.js';
import { canonicalJson } from '../../library/canonical-json.js';
import { choiceOf, type Answers, type Conflict } from './conflict.js';
import { compare, mergeOrder, settle, type Sides } from './three-way.js';

/** What an item became: none when it is gone, two when both versions are kept. */
export interface MergedItem {
  readonly items: readonly Item[];
  readonly conflicts: readonly Conflict[];
}

type ItemSides = Sides<Item | undefined>;

/**
 * Three states of an article or brief → one, or two where both are kept whole. Kept versions still have one id: see
 * `tellApart`.
 */
export function mergeItem(id: string, sides: ItemSides, answers: Answers): MergedItem {
  const outcome = settle(sides);
  if (outcome.kind === 'settled') return { items: present(outcome.value), conflicts: [] };
  const { base, ours, theirs } = sides;
  if (ours === undefined || theirs === undefined) return keepOrDrop(id, sides, answers);
  const fields = mergeFields(base, ours, theirs);
  if (fields === undefined) return bothWhole(id, { base, ours, theirs }, answers);
  return mergeParagraphs(id, fields, { base: base?.paragraphs ?? [], ours: ours.paragraphs, theirs: theirs.paragraphs }, answers);
}

function present(item: Item | undefined): readonly Item[] {
  return item === undefined ? [] : [item];
}

/** One side deleted what the other changed: it stays unless the editor lets go of it. */
function keepOrDrop(id: string, { base, ours, theirs }: ItemSides, answers: Answers): MergedItem {
  const conflict: Conflict = {
    id: `item:${id}`,
    label: `《${titleOf(ours ?? theirs)}》：${ours === undefined ? '我方已删去，对方改过' : '对方已删去，我方改过'}`,
    ...texts({ base, ours, theirs }),
    choices: ['ours', 'theirs'],
    proposal: ours === undefined ? 'theirs' : 'ours',
  };
  return { items: present(choiceOf(conflict, answers) === 'ours' ? ours : theirs), conflicts: [conflict] };
}

/** Titles, notes or the very form differ: two articles, side by side, unless one is chosen. */
function bothWhole(
  id: string,
  { base, ours, theirs }: { readonly base: Item | undefined; readonly ours: Item; readonly theirs: Item },
  answers: Answers,
): MergedItem {
  const conflict: Conflict = {
    id: `item:${id}`,
    label: `《${titleOf(ours)}》：标题、来源单位等两边都改过`,
    ...texts({ base, ours, theirs }),
    choices: ['ours', 'theirs', 'both'],
    proposal: 'both',
  };
  const choice = choiceOf(conflict, answers);
  if (choice !== 'both') return { items: [choice === 'ours' ? ours : theirs], conflicts: [conflict] };
  const [first, second] = inFixedOrder(ours, theirs);
  return { items: [first, second], conflicts: [conflict] };
}

type Fields = Omit<Item, 'paragraphs'>;

/** Everything of an item but its paragraphs; undefined when both sides changed one field in different ways. */
function mergeFields(base: Item | undefined, ours: Item, theirs: Item): Fields | undefined {
  const sides = { base: fieldsOf(base), ours: fieldsOf(ours), theirs: fieldsOf(theirs) };
  const names = [...new Set([...Object.keys(sides.ours), ...Object.keys(sides.theirs)])].sort();
  const merged: Record<string, unknown> = {};
  for (const name of names) {
    const outcome = settle({ base: sides.base[name], ours: sides.ours[name], theirs: sides.theirs[name] });
    if (outcome.kind === 'conflict') return undefined;
    if (outcome.value !== undefined) merged[name] = outcome.value;
  }
  // Every member comes from an item of one of the sides, under its own name.
  return merged as unknown as Fields;
}

function fieldsOf(item: Item | undefined): Readonly<Record<string, unknown>> {
  if (item === undefined) return {};
  const { paragraphs: _paragraphs, ...fields } = item;
  return fields;
}

function mergeParagraphs(id: string, fields: Fields, sides: Sides<readonly Paragraph[]>, answers: Answers): MergedItem {
  const byId = { base: index(sides.base), ours: index(sides.ours), theirs: index(sides.theirs) };
  const order = mergeOrder({ base: ids(sides.base), ours: ids(sides.ours), theirs: ids(sides.theirs) });
  const conflicts: Conflict[] = [];
  const paragraphs = order.flatMap((paragraphId) => {
    const row = { base: byId.base.get(paragraphId), ours: byId.ours.get(paragraphId), theirs: byId.theirs.get(paragraphId) };
    const outcome = settle(row);
    if (outcome.kind === 'settled') return outcome.value === undefined ? [] : [outcome.value];
    const place = (byId.ours.has(paragraphId) ? sides.ours : sides.theirs).findIndex((paragraph) => paragraph.id === paragraphId);
    const conflict = paragraphConflict(id, paragraphId, `《${plainTitle(fields.title)}》第${place + 1}段`, row);
    conflicts.push(conflict);
    return chosenParagraphs(row, choiceOf(conflict, answers));
  });
  return { items: [{ ...fields, paragraphs } as Item], conflicts };
}

type Row = Sides<Paragraph | undefined>;

function paragraphConflict(itemId: string, paragraphId: string, label: string, { base, ours, theirs }: Row): Conflict {
  const isDeleted = ours === undefined || theirs === undefined;
  return {
    id: `paragraph:${itemId}:${paragraphId}`,
    label: isDeleted ? `${label}：${ours === undefined ? '我方已删去，对方改过' : '对方已删去，我方改过'}` : label,
    ...(base === undefined ? {} : { base: wordsWithNotes(base) }),
    ...(ours === undefined ? {} : { ours: wordsWithNotes(ours) }),
    ...(theirs === undefined ? {} : { theirs: wordsWithNotes(theirs) }),
    choices: isDeleted ? ['ours', 'theirs'] : ['ours', 'theirs', 'both'],
    proposal: isDeleted ? (ours === undefined ? 'theirs' : 'ours') : 'both',
  };
}

function chosenParagraphs({ ours, theirs }: Row, choice: ReturnType<typeof choiceOf>): readonly Paragraph[] {
  const [left, right] = [ours === undefined ? [] : [ours], theirs === undefined ? [] : [theirs]];
  if (choice !== 'both') return choice === 'ours' ? left : right;
  return ours === undefined || theirs === undefined ? [...left, ...right] : inFixedOrder(ours, theirs);
}

/** Two values in an order that does not depend on which of them is ours. */
function inFixedOrder<Value>(ours: Value, theirs: Value): readonly [Value, Value] {
  return compare(canonicalJson(ours), canonicalJson(theirs)) <= 0 ? [ours, theirs] : [theirs, ours];
}

function index(paragraphs: readonly Paragraph[]): ReadonlyMap<string, Paragraph> {
  return new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]));
}

function ids(paragraphs: readonly Paragraph[]): readonly string[] {
  return paragraphs.map(({ id }) => id);
}

function titleOf(item: Item | undefined): string {
  return plainTitle(item?.title ?? '');
}

/** An item as it is shown in a conflict: everything that may differ, a line each. */
function itemText(item: Item): string {
  const { title, sources, paragraphs } = item;
  const head = item.type === 'article' ? [plainTitle(title), item.subtitle, ...(item.editorNote ?? [])] : [plainTitle(title)];
  const lines = [...head, ...paragraphs.map(wordsWithNotes), sources.length === 0 ? undefined : `（${sources.join('、')}）`];
  return lines.filter((line) => line !== undefined).join('\n');
}

function texts({ base, ours, theirs }: ItemSides): Pick<Conflict, 'base' | 'ours' | 'theirs'> {
  return {
    ...(base === undefined ? {} : { base: itemText(base) }),
    ...(ours === undefined ? {} : { ours: itemText(ours) }),
    ...(theirs === undefined ? {} : { theirs: itemText(theirs) }),
  };
}
