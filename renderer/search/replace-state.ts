/** 全库替换 as the window shows it: what is asked for, what it would do, what is left out. */
import { createStore, useStore } from 'zustand';
import { isLockedState } from '../../shared/document/issue-states.js';
import type { FindQuery } from '../../shared/find/matcher.js';
import type { CallRequest, CallResponse } from '../../shared/ipc.js';
import { call, CallFailure, failureSentence } from '../bridge.js';
import { attempt } from '../library/library-actions.js';
import { issueSession } from '../state/issue-session.js';
import { refreshLibrary } from '../state/library-store.js';
import { tell } from '../state/messages.js';

export type ReplacePreview = CallResponse<'replace.preview'>;
export type PreviewedIssue = ReplacePreview['issues'][number];
export type PreviewedHit = CallResponse<'replace.hits'>['hits'][number][number];

/** Issues listed at once, and hits of each; the next when the end of the list comes into view. */
const issuesAtOnce = 12;
const fewHits = 20;
/** Hits added to an issue when the rest of them is asked for. */
const manyHits = 500;

interface ReplaceState {
  readonly query: FindQuery;
  readonly replacement: string;
  readonly preview: ReplacePreview | undefined;
  /** What the preview is of; another than `query` while that is being looked for. */
  readonly previewed: FindQuery | undefined;
  readonly failure: string | undefined;
  /** Hits known of the issues that are listed: as many as stand here, the first ones of the preview. */
  readonly listed: ReadonlyMap<string, readonly PreviewedHit[]>;
  /** Issues left out whole, by key: those that are printed and locked, to begin with. */
  readonly offIssues: ReadonlySet<string>;
  /** Ids of hits left out, by the key of their issue. */
  readonly offHits: ReadonlyMap<string, ReadonlySet<string>>;
}

export const replaceStore = createStore<ReplaceState>(() => ({
  query: { words: '', isPattern: false, blindness: { width: true, quotes: true, blanks: true, letterCase: true } },
  replacement: '',
  preview: undefined,
  previewed: undefined,
  failure: undefined,
  listed: new Map(),
  offIssues: new Set(),
  offHits: new Map(),
}));

export function useReplace<Part>(select: (state: ReplaceState) => Part): Part {
  return useStore(replaceStore, select);
}

let asked = 0;
/** The listing of more that is under way. */
let listing: Promise<void> | undefined;

/** Looks again, with another query if one is given; what the open issue holds is saved first. */
export async function preview(changes: Partial<FindQuery> = {}): Promise<void> {
  const query = { ...replaceStore.getState().query, ...changes };
  replaceStore.setState({ query });
  asked += 1;
  listing = undefined;
  const own = asked;
  try {
    await issueSession.getState().flush();
    const found = await call('replace.preview', { query });
    const first = found.issues.slice(0, issuesAtOnce);
    const hits = await hitsOf(query, first.map(startOf), fewHits);
    if (own !== asked) return;
    const printed = found.issues.filter(({ state }) => isLockedState(state)).map(({ key }) => key);
    const listed = new Map(first.map(({ key }, at) => [key, hits[at] ?? []]));
    replaceStore.setState({
      preview: found,
      previewed: query,
      failure: undefined,
      listed,
      offIssues: new Set(printed),
      offHits: new Map(),
    });
  } catch (error) {
    if (own === asked) replaceStore.setState({ failure: failureSentence(error) });
  }
}

/** Lists the next issues of the preview. */
export function listMoreIssues(): Promise<void> {
  const { preview: found, listed } = replaceStore.getState();
  listing ??= list((found?.issues ?? []).slice(listed.size, listed.size + issuesAtOnce).map(startOf), fewHits);
  return listing;
}

/** Lists more hits of an issue that is listed. */
export function listMoreHits({ key, revision }: PreviewedIssue): Promise<void> {
  return list([{ key, revision, from: replaceStore.getState().listed.get(key)?.length ?? 0 }], manyHits);
}

type Start = CallRequest<'replace.hits'>['of'][number];

const startOf = ({ key, revision }: PreviewedIssue): Start => ({ key, revision, from: 0 });

async function list(of: readonly Start[], most: number): Promise<void> {
  const own = asked;
  try {
    const hits = await hitsOf(replaceStore.getState().query, of, most);
    if (own !== asked) return;
    replaceStore.setState(({ listed }) => {
      const next = new Map(listed);
      for (const [at, { key, from }] of of.entries()) next.set(key, [...(listed.get(key) ?? []).slice(0, from), ...(hits[at] ?? [])]);
      return { listed: next };
    });
  } catch (error) {
    // An issue that was saved elsewhere meanwhile: all of it is looked for anew.
    if (own === asked && error instanceof CallFailure && error.code === 'issue-changed') return preview();
    if (own === asked) replaceStore.setState({ failure: failureSentence(error) });
  } finally {
    if (own === asked) listing = undefined;
  }
}

async function hitsOf(query: FindQuery, of: readonly Start[], most: number): Promise<CallResponse<'replace.hits'>['hits']> {
  return of.length === 0 ? [] : (await call('replace.hits', { query, of: [...of], most })).hits;
}

export function toggleIssue(key: string): void {
  replaceStore.setState(({ offIssues }) => ({ offIssues: toggled(offIssues, key) }));
}

export function toggleOneHit(key: string, id: string): void {
  replaceStore.setState(({ offHits }) => ({ offHits: new Map(offHits).set(key, toggled(offHits.get(key) ?? none, id)) }));
}

const none: ReadonlySet<string> = new Set();

function toggled(set: ReadonlySet<string>, value: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

/** How many places a replacement would change in an issue. */
export function chosenIn({ key, count }: PreviewedIssue, { offIssues, offHits }: Pick<ReplaceState, 'offIssues' | 'offHits'>): number {
  return offIssues.has(key) ? 0 : count - (offHits.get(key)?.size ?? 0);
}

/** Replaces what is chosen in all issues as one step; the bar offers to take it back. @throws CallFailure */
export async function replaceInLibrary(): Promise<void> {
  const state = replaceStore.getState();
  const issues = (state.preview?.issues ?? [])
    .filter((each) => chosenIn(each, state) > 0)
    .map(({ key, revision }) => ({ key, revision, off: [...(state.offHits.get(key) ?? [])] }));
  if (issues.length === 0) return;
  const { undoId, changed } = await call('replace.run', { query: state.query, replacement: state.replacement, issues });
  await takeIn(changed.map(({ key }) => key));
  const places = changed.reduce((sum, { count }) => sum + count, 0);
  tell('success', `已在 ${String(changed.length)} 期里替换 ${String(places)} 处，替换前的各期存入历史。`, [
    {
      label: '撤销',
      run: () =>
        attempt(() =>
          takeBack(
            undoId,
            changed.map(({ key }) => key),
          ),
        ),
    },
  ]);
}

async function takeBack(undoId: string, keys: readonly string[]): Promise<void> {
  await issueSession.getState().flush();
  await call('replace.undo', { undoId });
  await takeIn(keys);
  tell('success', '全库替换已撤销。');
}

/** The open issue is read again where it is one of those changed. */
async function takeIn(keys: readonly string[]): Promise<void> {
  const { key, reload } = issueSession.getState();
  if (key !== undefined && keys.includes(key)) await reload();
  await refreshLibrary();
  await preview();
}
