/** What the library holds, as last listed. */
import { createStore, useStore } from 'zustand';
import { call, onNotice } from '../bridge.js';
import type { CallResponse } from '../../shared/ipc.js';
import { tellFailure } from './messages.js';

export type LibraryListing = CallResponse<'library.list'>;

interface LibraryState extends LibraryListing {
  readonly isLoaded: boolean;
}

const store = createStore<LibraryState>(() => ({ issues: [], submissions: [], trash: [], problems: [], isLoaded: false }));

/** Lists the library again; a failure is shown and the last list stays. */
export async function refreshLibrary(): Promise<void> {
  try {
    store.setState({ ...(await call('library.list', {})), isLoaded: true });
  } catch (failure) {
    tellFailure(failure);
  }
}

/** Lists again whenever the services say that something changed; many notices at once make one listing. */
export function followLibrary(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return onNotice('library.changed', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void refreshLibrary(), 150);
  });
}

export function useLibrary<Part>(select: (library: LibraryState) => Part): Part {
  return useStore(store, select);
}

export function libraryNow(): LibraryState {
  return store.getState();
}
