/** Why what is open is not on disk, for as long as it is not. */
import { createStore, useStore } from 'zustand';
import { issueSession } from './issue-session.js';
import { ownSession } from './own-session.js';
import type { SaveState } from './save-queue.js';

export type SaveFailure = Extract<SaveState, { kind: 'failed' }>;

interface Failures {
  /** Of the open issue. */
  readonly issue: SaveFailure | undefined;
  /** Of the manuscript a unit is writing. */
  readonly own: SaveFailure | undefined;
}

const store = createStore<Failures>(() => ({ issue: undefined, own: undefined }));

/** Further tries do not hide a failure, only a save or another issue does. */
function note(name: keyof Failures, saveState: SaveState): void {
  if (saveState.kind === 'failed') store.setState({ [name]: saveState });
  if (saveState.kind === 'saved') store.setState({ [name]: undefined });
}

issueSession.subscribe(({ saveState }) => note('issue', saveState));
ownSession.subscribe(({ saveState }) => note('own', saveState));

/** Of either. */
export function saveFailure(): SaveFailure | undefined {
  const { issue, own } = store.getState();
  return issue ?? own;
}

export function useSaveFailures(): Failures {
  return useStore(store);
}
