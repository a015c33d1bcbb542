/** Why the open issue is not on disk, for as long as it is not. */
import { createStore, useStore } from 'zustand';
import { issueSession } from './issue-session.js';
import type { SaveState } from './save-queue.js';

export type SaveFailure = Extract<SaveState, { kind: 'failed' }>;

const store = createStore<{ readonly failure: SaveFailure | undefined }>(() => ({ failure: undefined }));

/** Further tries do not hide a failure, only a save or another issue does. */
issueSession.subscribe(({ saveState }) => {
  if (saveState.kind === 'failed') store.setState({ failure: saveState });
  if (saveState.kind === 'saved') store.setState({ failure: undefined });
});

export function saveFailure(): SaveFailure | undefined {
  return store.getState().failure;
}

export function useSaveFailure(): SaveFailure | undefined {
  return useStore(store, ({ failure }) => failure);
}
