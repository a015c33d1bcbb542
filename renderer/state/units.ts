/** The list of units as it is on disk, and changes of it. */
import { useMemo } from 'react';
import { createStore, useStore } from 'zustand';
import { UnitFinder } from '../../shared/units/match-unit.js';
import { emptyUnitList, type UnitList } from '../../shared/units/unit.js';
import { call, CallFailure, onNotice } from '../bridge.js';
import { tell, tellFailure } from './messages.js';

interface UnitsState {
  readonly list: UnitList;
  readonly revision: string;
}

const store = createStore<UnitsState>(() => ({ list: emptyUnitList, revision: '' }));

export function unitsNow(): UnitList {
  return store.getState().list;
}

export function useUnits(): UnitList {
  return useStore(store, ({ list }) => list);
}

/** Finds units by any of their names in the list as it is now. */
export function useUnitFinder(): UnitFinder {
  const list = useUnits();
  return useMemo(() => new UnitFinder(list), [list]);
}

/** Reads the list again; the old one stays where nothing changed. */
export async function refreshUnits(): Promise<void> {
  takeUnits(await call('units.get', {}));
}

/** Shows a list that the services have just written. */
export function takeUnits({ list, revision }: UnitsState): void {
  if (revision !== store.getState().revision) store.setState({ list, revision });
}

/** Reads again whenever the services say that something changed. */
export function followUnits(): () => void {
  return onNotice('library.changed', () => void refreshUnits().catch(tellFailure));
}

let last: Promise<unknown> = Promise.resolve();

/** Changes the list and saves it, after all changes before; a list changed elsewhere meanwhile is read and changed anew. @throws CallFailure */
export function changeUnits(change: (list: UnitList) => UnitList): Promise<void> {
  const turn = last.then(() => save(change));
  last = turn.catch(() => undefined);
  return turn;
}

async function save(change: (list: UnitList) => UnitList): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const { list: before, revision: baseRevision } = store.getState();
    const list = change(before);
    if (list === before) return;
    try {
      const { revision } = await call('units.save', { list, baseRevision });
      store.setState({ list, revision });
      return;
    } catch (failure) {
      const isStale = failure instanceof CallFailure && (failure.code === 'issue-changed' || failure.code === 'issue-exists');
      if (!isStale || tries === 3) throw failure;
      await refreshUnits();
    }
  }
}

/** Changes the list and says so in a bar, which can take it back as long as nothing else was changed since. */
export function changeUnitsTold(change: (list: UnitList) => UnitList, sentence: string): void {
  const before = store.getState().list;
  changeUnits(change).then(() => {
    const after = store.getState().list;
    if (after !== before) tell('success', sentence, [{ label: '撤销', run: () => takeBack(before, after) }]);
  }, tellFailure);
}

function takeBack(before: UnitList, after: UnitList): void {
  if (store.getState().list !== after) return tell('info', '此后名录又有修改，不能一步退回；请在名录里改回。');
  changeUnits(() => before).catch(tellFailure);
}
