/** Everything a unit wrote, with what became of it, as last listed; which of it is shown. */
import { createStore, useStore } from 'zustand';
import type { CallResponse } from '../../shared/ipc.js';
import { call } from '../bridge.js';

type OwnList = CallResponse<'own.list'>;
export type OwnRow = OwnList['rows'][number];
export type OwnFigures = OwnList['figures'];

interface OwnRows extends OwnList {
  /** Id of the row that is shown. */
  readonly current: string | undefined;
}

export const ownRowsStore = createStore<OwnRows>(() => ({
  rows: [],
  figures: { sent: 0, answered: 0, printed: 0, rate: 0, years: [] },
  current: undefined,
}));

export function useOwnRows<Part>(select: (state: OwnRows) => Part): Part {
  return useStore(ownRowsStore, select);
}

let latest: Promise<void> = Promise.resolve();

/** Lists again. Asked for anew meanwhile, it waits for that answer: an earlier one may come later. @throws CallFailure */
export function refreshOwnRows(): Promise<void> {
  const own: Promise<void> = call('own.list', {}).then((listed) => (own === latest ? ownRowsStore.setState(listed) : latest));
  latest = own;
  return own;
}

/** Shows a row of the list. */
export function showOwn(id: string | undefined): void {
  ownRowsStore.setState({ current: id });
}
