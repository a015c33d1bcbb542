/** The search over the library as the window shows it: words, what is left out, what came back. */
import { createStore, useStore } from 'zustand';
import { isTextPlace } from '../../shared/document/text-place.js';
import type { FacetName, FoundPlace, KeptAnswer, SearchAnswer, SearchGroup, SearchRequest } from '../../shared/search/search-types.js';
import type { JobProgress } from '../../shared/ipc.js';
import { call, failureSentence, runJob } from '../bridge.js';
import { showPart, showText } from '../issue/show-place.js';
import { readSubmission } from '../state/inbox-state.js';
import { openIssue } from '../library/library-actions.js';
import { openDialog, showView } from '../state/desk.js';
import { issueSession } from '../state/issue-session.js';

/** Issues and manuscripts shown; more are counted. Nobody reads more, and the list is quick. */
const mostListed = 120;

export interface SearchState {
  readonly words: string;
  readonly only: SearchRequest['only'];
  readonly answer: SearchAnswer | undefined;
  readonly failure: string | undefined;
  /** Earlier versions and the trash are looked through as well. */
  readonly withKept: boolean;
  /** What was found among them, once they were looked through. */
  readonly kept: KeptAnswer | undefined;
  /** How far that is, while it is done. */
  readonly keptProgress: string | undefined;
  /** Printed pages of the places of an issue, by its key, as they become known. */
  readonly pages: ReadonlyMap<string, readonly number[]>;
  /** The row that keys start from, among all places shown. */
  readonly current: number;
  /** 全库替换 instead of the search. */
  readonly isReplacing: boolean;
}

export const searchStore = createStore<SearchState>(() => ({
  words: '',
  only: {},
  answer: undefined,
  failure: undefined,
  withKept: false,
  kept: undefined,
  keptProgress: undefined,
  pages: new Map(),
  current: 0,
  isReplacing: false,
}));

export function useSearch<Part>(select: (state: SearchState) => Part): Part {
  return useStore(searchStore, select);
}

let asked = 0;

/** Asks again with other words or other facets; an answer that a later question overtook is not shown. */
export async function search(changes: Partial<Pick<SearchState, 'words' | 'only' | 'withKept'>> = {}): Promise<void> {
  looking?.abort();
  looking = undefined;
  searchStore.setState({ ...changes, current: 0, kept: undefined, keptProgress: undefined });
  asked += 1;
  const own = asked;
  const isLate = (): boolean => own !== asked;
  const { words, only } = searchStore.getState();
  try {
    const answer = await call('search.library', { words, only, most: mostListed });
    if (isLate()) return;
    searchStore.setState({ answer, failure: undefined, pages: new Map() });
    await Promise.all([readPages(answer, isLate), lookThroughKept()]);
  } catch (error) {
    if (!isLate()) searchStore.setState({ failure: failureSentence(error) });
  }
}

/** The look through versions and trash that is under way. */
let looking: AbortController | undefined;

/** Looks for the words in versions and trash, where that is asked for; another question ends it. */
async function lookThroughKept(): Promise<void> {
  const { words, withKept } = searchStore.getState();
  if (!withKept || words.trim() === '') return;
  const own = new AbortController();
  looking = own;
  const onProgress = ({ done, total }: JobProgress): void => {
    if (looking === own) searchStore.setState({ keptProgress: `正在找旧版本和回收站 ${String(done)} / ${String(total)}` });
  };
  try {
    const kept = await runJob('search.kept', { words }, { signal: own.signal, onProgress });
    if (looking === own) searchStore.setState({ kept });
  } catch (error) {
    if (!own.signal.aborted) throw error;
  } finally {
    if (looking === own) searchStore.setState({ keptProgress: undefined });
  }
}

/** Issue after issue, so that the first ones have their pages at once. */
async function readPages({ groups }: SearchAnswer, isLate: () => boolean): Promise<void> {
  for (const group of groups) {
    if (group.source !== 'issue') continue;
    const { pages } = await call('search.pages', { key: group.key, places: placesOf(group).map(({ place }) => place) });
    if (isLate()) return;
    searchStore.setState((state) => ({ pages: new Map(state.pages).set(group.key, pages) }));
  }
}

export function placesOf({ docs }: SearchGroup): readonly FoundPlace[] {
  return docs.flatMap(({ places }) => places);
}

/** Adds a value of a facet to those wanted, or takes it out. */
export function toggleFacet(name: FacetName, value: string): void {
  const { only } = searchStore.getState();
  const wanted = only[name] ?? [];
  const next = wanted.includes(value) ? wanted.filter((each) => each !== value) : [...wanted, value];
  void search({ only: { ...only, [name]: next } });
}

/** All groups shown, in the order of the list: what is in the library, then what is kept. */
export function allGroups({ answer, kept }: Pick<SearchState, 'answer' | 'kept'>): readonly SearchGroup[] {
  return [...(answer?.groups ?? []), ...(kept?.groups ?? [])];
}

/** All places shown, each with its group. */
export function allPlaces(
  state: Pick<SearchState, 'answer' | 'kept'>,
): readonly { readonly group: SearchGroup; readonly found: FoundPlace }[] {
  return allGroups(state).flatMap((group) => placesOf(group).map((found) => ({ group, found })));
}

/** Opens the issue with the cursor at the place, the words selected; a manuscript is shown among the others. */
export async function goToFound({ source, key, label, kept }: SearchGroup, { place, from, to }: FoundPlace): Promise<void> {
  if (kept !== undefined) return openDialog({ kind: 'kept', found: { key, label, kept }, place });
  if (source === 'submission') {
    readSubmission(key);
    return showView('inbox');
  }
  await openIssue(key);
  if (issueSession.getState().key !== key) return;
  if (!isTextPlace(place)) return showPart(place);
  showText(place, { ...place, offset: place.offset + to - from });
}
