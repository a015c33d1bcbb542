/** 全库替换 as the window shows it: what is asked for, what it would do, what is left out. */
import { createStore, useStore } from 'zustand';
import { isLockedState } from '../../shared/document/issue-states.js';
import type { FindQuery } from '../../shared/find/matcher.js';
import type { CallResponse } from '../../shared/ipc.js';
import { call, failureSentence } from '../bridge.js';
import { attempt } from '../library/library-actions.js';
import { issueSession } from '../state/issue-session.js';
import { refreshLibrary } from '../state/library-store.js';
import { tell } from '../state/messages.js';

export type ReplacePreview = CallResponse<'replace.preview'>;
export type PreviewedIssue = ReplacePreview['issues'][number];

interface ReplaceState {
  readonly query: FindQuery;
  readonly replacement: string;
  readonly preview: ReplacePreview | undefined;
  readonly failure: string | undefined;
  /** Issues left out whole, by key: those that are printed and locked, to begin with. */
  readonly offIssues: ReadonlySet<string>;
  /** Hits left out, by `key id`. */
  readonly offHits: ReadonlySet<string>;
}

export const replaceStore = createStore<ReplaceState>(() => ({
  query: { words: '', isPattern: false, blindness: { width: true, quotes: true, blanks: true, letterCase: true } },
  replacement: '',
  preview: undefined,
  failure: undefined,
  offIssues: new Set(),
  offHits: new Set(),
}));

export function useReplace<Part>(select: (state: ReplaceState) => Part): Part {
  return useStore(replaceStore, select);
}

let asked = 0;

/** Looks again, with another query if one is given; what the open issue holds is saved first. */
export async function preview(changes: Partial<FindQuery> = {}): Promise<void> {
  const query = { ...replaceStore.getState().query, ...changes };
  replaceStore.setState({ query });
  asked += 1;
  const own = asked;
  try {
    await issueSession.getState().flush();
    const found = await call('replace.preview', { query });
    if (own !== asked) return;
    const printed = found.issues.filter(({ state }) => isLockedState(state)).map(({ key }) => key);
    replaceStore.setState({ preview: found, failure: undefined, offIssues: new Set(printed), offHits: new Set() });
  } catch (error) {
    if (own === asked) replaceStore.setState({ failure: failureSentence(error) });
  }
}

export function toggleIssue(key: string): void {
  replaceStore.setState(({ offIssues }) => ({ offIssues: toggled(offIssues, key) }));
}

export function toggleOneHit(key: string, id: string): void {
  replaceStore.setState(({ offHits }) => ({ offHits: toggled(offHits, `${key} ${id}`) }));
}

function toggled(set: ReadonlySet<string>, value: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

/** How many places a replacement would change in an issue. */
export function chosenIn(
  { key, count, hits }: PreviewedIssue,
  { offIssues, offHits }: Pick<ReplaceState, 'offIssues' | 'offHits'>,
): number {
  return offIssues.has(key) ? 0 : count - hits.filter(({ id }) => offHits.has(`${key} ${id}`)).length;
}

/** Replaces what is chosen in all issues as one step; the bar offers to take it back. @throws CallFailure */
export async function replaceInLibrary(): Promise<void> {
  const state = replaceStore.getState();
  const issues = (state.preview?.issues ?? [])
    .filter((each) => chosenIn(each, state) > 0)
    .map(({ key, revision, hits }) => ({ key, revision, off: hits.map(({ id }) => id).filter((id) => state.offHits.has(`${key} ${id}`)) }));
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
