/** What this installation is for: an office, or a unit that sends manuscripts in (投稿端), and who writes there. */
import { createStore, useStore } from 'zustand';
import type { Purpose } from '../../shared/commands.js';
import type { Contributor } from '../../shared/submissions/contributor.js';
import { call } from '../bridge.js';

interface ContributorState {
  /** Undefined in an office, and in a 投稿端 before its unit is told. */
  readonly contributor: Contributor | undefined;
  /** The program was started for a unit: it asks who writes. */
  readonly isAsked: boolean;
}

export const contributorStore = createStore<ContributorState>(() => ({ contributor: undefined, isAsked: false }));

/** Reads it once, before the window is drawn. @throws CallFailure */
export async function loadContributor(): Promise<void> {
  contributorStore.setState(await call('contributor.get', {}));
}

/** The program was started for a unit. */
export function askForContributor(): void {
  contributorStore.setState({ isAsked: true });
}

/** Keeps who writes here; without one the program is an office's again. @throws CallFailure */
export async function saveContributor(contributor: Contributor | undefined): Promise<void> {
  await call('contributor.save', contributor === undefined ? {} : { contributor });
  contributorStore.setState({ contributor, isAsked: false });
}

export function contributorNow(): Contributor | undefined {
  return contributorStore.getState().contributor;
}

export function useContributor(): Contributor | undefined {
  return useStore(contributorStore, ({ contributor }) => contributor);
}

function purposeOf({ contributor, isAsked }: ContributorState): Purpose {
  return contributor !== undefined || isAsked ? 'unit' : 'office';
}

export function purposeNow(): Purpose {
  return purposeOf(contributorStore.getState());
}

export function usePurpose(): Purpose {
  return useStore(contributorStore, purposeOf);
}
