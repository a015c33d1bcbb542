/** The search over the library as the window shows it: words, what is left out, what came back. */
import { createStore, useStore } from 'zustand';
import { isTextPlace } from '../../shared/document/text-place.js';
import type { FacetName, FoundPlace, SearchAnswer, SearchGroup, SearchRequest } from '../../shared/search/search-types.js';
import { call, failureSentence } from '../bridge.js';
import { showPart, showText } from '../issue/show-place.js';
import { readSubmission } from '../state/inbox-state.js';
import { openIssue } from '../library/library-actions.js';
import { showView } from '../state/desk.js';
import { issueSession } from '../state/issue-session.js';

/** Issues and manuscripts shown; more are counted. */
/** Nobody reads more, and the list is quick. */
const mostListed = 120;

export interface SearchState {
  readonly words: string;
  readonly only: SearchRequest['only'];
  readonly answer: SearchAnswer | undefined;
  readonly failure: string | undefined;
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
  pages: new Map(),
  current: 0,
  isReplacing: false,
}));

export function useSearch<Part>(select: (state: SearchState) => Part): Part {
  return useStore(searchStore, select);
}

let asked = 0;

/** Asks again with other words or other facets; an answer that a later question overtook is not shown. */
export async function search(changes: Partial<Pick<SearchState, 'words' | 'only'>> = {}): Promise<void> {
  searchStore.setState({ ...changes, current: 0 });
  asked += 1;
  const own = asked;
  const isLate = (): boolean => own !== asked;
  const { words, only } = searchStore.getState();
  try {
    const answer = await call('search.library', { words, only, most: mostListed });
    if (isLate()) return;
    searchStore.setState({ answer, failure: undefined, pages: new Map() });
    await readPages(answer, isLate);
  } catch (error) {
    if (!isLate()) searchStore.setState({ failure: failureSentence(error) });
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

/** All places shown, each with its group, in the order of the list. */
export function allPlaces(answer: SearchAnswer | undefined): readonly { readonly group: SearchGroup; readonly found: FoundPlace }[] {
  return (answer?.groups ?? []).flatMap((group) => placesOf(group).map((found) => ({ group, found })));
}

/** Opens the issue with the cursor at the place, the words selected; a manuscript is shown among the others. */
export async function goToFound({ source, key }: SearchGroup, { place, from, to }: FoundPlace): Promise<void> {
  if (source === 'submission') {
    readSubmission(key);
    return showView('inbox');
  }
  await openIssue(key);
  if (issueSession.getState().key !== key) return;
  if (!isTextPlace(place)) return showPart(place);
  showText(place, { ...place, offset: place.offset + to - from });
}
