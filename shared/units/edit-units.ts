/** Changes of the list of units, as `list → list`; unknown ids leave it as it is. */
import { namesOf, plainUnitName } from './match-unit.js';
import type { Unit, UnitList } from './unit.js';

/** Adds a unit, its class too where it is a new one. */
export function addUnit(list: UnitList, unit: Unit): UnitList {
  return withClass({ ...list, units: [...list.units, unit] }, unit.unitClass);
}

/** A unit with other facts; a new name keeps the old one as a former name until `today`. */
export function changeUnit(list: UnitList, id: string, facts: Partial<Omit<Unit, 'id' | 'formerNames'>>, today: string): UnitList {
  const units = list.units.map((unit) => (unit.id === id ? renamed(unit, { ...unit, ...facts }, today) : unit));
  return withClass({ ...list, units }, facts.unitClass);
}

function renamed(before: Unit, after: Unit, today: string): Unit {
  if (after.name === before.name) return after;
  const former = [
    ...before.formerNames.filter(({ name }) => name !== after.name && name !== before.name),
    { name: before.name, until: today },
  ];
  return { ...after, formerNames: former, aliases: after.aliases.filter((alias) => alias !== after.name) };
}

/** Teaches a unit one more way it is written. */
export function addAlias(list: UnitList, id: string, alias: string): UnitList {
  return {
    ...list,
    units: list.units.map((unit) =>
      unit.id === id && !namesOf(unit).includes(alias) ? { ...unit, aliases: [...unit.aliases, alias] } : unit,
    ),
  };
}

/** Takes a unit off the list: for one entered by mistake; one that ceased to report gets `until` and stays. */
export function removeUnit(list: UnitList, id: string): UnitList {
  return { ...list, units: list.units.filter((unit) => unit.id !== id) };
}

/** A class under another name, for all its units; a name that is there already takes them in. */
export function renameClass(list: UnitList, from: string, to: string): UnitList {
  if (from === to || to === '') return list;
  return {
    ...list,
    units: list.units.map((unit) => (unit.unitClass === from ? { ...unit, unitClass: to } : unit)),
    classes: [...new Set(list.classes.map((each) => (each === from ? to : each)))],
  };
}

/** A class one place up or down in the order of the list. */
export function shiftClass(list: UnitList, name: string, step: 1 | -1): UnitList {
  const at = list.classes.indexOf(name);
  const other = list.classes[at + step];
  return at < 0 || other === undefined ? list : { ...list, classes: list.classes.with(at, other).with(at + step, name) };
}

/** Takes off a class that no unit is of. */
export function removeClass(list: UnitList, name: string): UnitList {
  if (list.units.some(({ unitClass }) => unitClass === name)) return list;
  return { ...list, classes: list.classes.filter((each) => each !== name) };
}

function withClass(list: UnitList, unitClass: string | undefined): UnitList {
  return unitClass === undefined || list.classes.includes(unitClass) ? list : { ...list, classes: [...list.classes, unitClass] };
}

/** A name that two units go by: source lines that carry it would be counted for the first alone. */
export interface NameClash {
  readonly name: string;
  readonly units: readonly [Unit, Unit];
}

export function nameClashes({ units }: UnitList): readonly NameClash[] {
  const owner = new Map<string, Unit>();
  const clashes: NameClash[] = [];
  for (const unit of units) {
    for (const name of new Set(namesOf(unit).map(plainUnitName))) {
      const other = owner.get(name);
      if (other === undefined) owner.set(name, unit);
      else if (other !== unit) clashes.push({ name, units: [other, unit] });
    }
  }
  return clashes;
}
