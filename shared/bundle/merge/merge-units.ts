import { canonicalJson } from '../../library/canonical-json.js';
import { plainUnitName } from '../../units/match-unit.js';
import type { Unit, UnitList } from '../../units/unit.js';
import { choiceOf, type Answers, type Conflict, type Merged } from './conflict.js';
import { mergeOrder, settle, type MergeSides } from './three-way.js';

/** Unit by unit, by their ids: what one side changed is taken, what both changed is asked. */
export function mergeUnits({ base, ours, theirs }: MergeSides<UnitList>, answers: Answers): Merged<UnitList> {
  const sides = { base: byId(base), ours: byId(ours), theirs: byId(theirs) };
  const order = mergeOrder({ base: [...sides.base.keys()], ours: [...sides.ours.keys()], theirs: [...sides.theirs.keys()] });
  const conflicts: Conflict[] = [];
  const units = order.flatMap((id) => {
    const row = { base: sides.base.get(id), ours: sides.ours.get(id), theirs: sides.theirs.get(id) };
    const outcome = settle(row);
    if (outcome.kind === 'settled') return outcome.value ?? [];
    const conflict = unitConflict(id, row);
    conflicts.push(conflict);
    return (choiceOf(conflict, answers) === 'ours' ? row.ours : row.theirs) ?? [];
  });
  const classes = mergeOrder({ base: base?.classes ?? [], ours: ours.classes, theirs: theirs.classes });
  const kept = classes.filter((name) => units.some(({ unitClass }) => unitClass === name) || !isDropped(name, { base, ours, theirs }));
  return { value: { ...ours, units, classes: kept }, conflicts };
}

/** The other list with our ids for units under the same name: each machine named its units on its own. */
export function alignUnits(theirs: UnitList, ours: UnitList): UnitList {
  const known = new Set(ours.units.map(({ id }) => id));
  const byName = new Map(ours.units.map(({ id, name }) => [plainUnitName(name), id]));
  const taken = new Set(theirs.units.map(({ id }) => id));
  const units = theirs.units.map((unit) => {
    const id = known.has(unit.id) ? undefined : byName.get(plainUnitName(unit.name));
    return id === undefined || taken.has(id) ? unit : { ...unit, id };
  });
  return { ...theirs, units };
}

/** What differs between two lists, one Chinese phrase each. */
export function unitChanges(from: UnitList, to: UnitList): readonly string[] {
  const [before, after] = [byId(from), byId(to)];
  const added = [...after].filter(([id]) => !before.has(id)).map(([, { name }]) => `增加${name}`);
  const gone = [...before].filter(([id]) => !after.has(id)).map(([, { name }]) => `删去${name}`);
  const changed = [...after].filter(([id, unit]) => before.has(id) && canonicalJson(before.get(id)) !== canonicalJson(unit));
  const found = [...added, ...gone, ...changed.map(([, { name }]) => `改动${name}`)];
  return found.length === 0 ? ['单位或类别的次序不同'] : found;
}

function byId(list: UnitList | undefined): ReadonlyMap<string, Unit> {
  return new Map((list?.units ?? []).map((unit) => [unit.id, unit]));
}

function isDropped(name: string, { base, ours, theirs }: MergeSides<UnitList>): boolean {
  return base !== undefined && base.classes.includes(name) && !(ours.classes.includes(name) && theirs.classes.includes(name));
}

function unitConflict(id: string, { base, ours, theirs }: { readonly [Side in 'base' | 'ours' | 'theirs']: Unit | undefined }): Conflict {
  return {
    id: `unit:${id}`,
    label: `${(ours ?? theirs)?.name ?? ''}两边都改过`,
    ...(base === undefined ? {} : { base: spell(base) }),
    ...(ours === undefined ? {} : { ours: spell(ours) }),
    ...(theirs === undefined ? {} : { theirs: spell(theirs) }),
    choices: ['ours', 'theirs'],
    proposal: ours === undefined ? 'theirs' : 'ours',
  };
}

/** A unit as it is read, a line for each fact there is. */
function spell({ name, aliases, unitClass, contact, phone, since, until }: Unit): string {
  const facts = [name, unitClass, aliases.join('、'), contact, phone, since && `自 ${since}`, until && `至 ${until}`];
  return facts.filter((fact) => fact !== undefined && fact !== '').join('\n');
}
