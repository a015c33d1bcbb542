/** Which units the view shows and which one is edited. */
import { createStore, useStore } from 'zustand';
import { addUnit, changeUnit, removeUnit } from '../../shared/units/edit-units.js';
import type { Unit } from '../../shared/units/unit.js';
import { localDay } from '../../shared/document/local-day.js';
import { newId } from '../state/new-id.js';
import { changeUnits, changeUnitsTold, unitsNow } from '../state/units.js';
import { tellFailure } from '../state/messages.js';

interface UnitsViewState {
  readonly words: string;
  readonly unitClass: string;
  readonly current: string | undefined;
  /** Whether a unit is being entered that is not yet in the list. */
  readonly isAdding: boolean;
}

export const unitsView = createStore<UnitsViewState>(() => ({ words: '', unitClass: '', current: undefined, isAdding: false }));

export function useUnitsView<Part>(select: (state: UnitsViewState) => Part): Part {
  return useStore(unitsView, select);
}

export function showUnit(id: string | undefined): void {
  unitsView.setState({ current: id, isAdding: false });
}

/** Opens the form for a new unit; it joins the list once it has a name. */
export function startUnit(): void {
  unitsView.setState({ isAdding: true, words: '' });
}

/** A new unit of a name, of the class shown or the first one. Nothing is written before it is on disk. */
export function enterUnit(name: string): void {
  const { unitClass } = unitsView.getState();
  const unit: Unit = {
    id: newId(),
    name,
    aliases: [],
    formerNames: [],
    unitClass: unitClass === '' ? (unitsNow().classes[0] ?? '其他') : unitClass,
  };
  changeUnits((list) => addUnit(list, unit)).then(() => showUnit(unit.id), tellFailure);
}

export function editUnit(id: string, facts: Partial<Omit<Unit, 'id' | 'formerNames'>>): void {
  changeUnits((list) => changeUnit(list, id, facts, localDay(new Date()))).catch(tellFailure);
}

/** Clears a fact that a unit need not have. */
export function clearFact(id: string, name: 'contact' | 'phone' | 'since' | 'until'): void {
  changeUnits((list) => ({
    ...list,
    units: list.units.map((unit) => {
      if (unit.id !== id) return unit;
      const { [name]: _gone, ...rest } = unit;
      return rest;
    }),
  })).catch(tellFailure);
}

export function dropUnit(unit: Unit, next: string | undefined): void {
  changeUnitsTold((list) => removeUnit(list, unit.id), `“${unit.name}”已从名录移除。`);
  showUnit(next);
}
