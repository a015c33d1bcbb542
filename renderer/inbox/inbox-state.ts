/** What the inbox shows and which submissions are chosen in it. */
import { createStore, useStore } from 'zustand';
import type { Standing } from '../../shared/submissions/submission-labels.js';
import type { SubmissionOrder } from '../../shared/submissions/list-submissions.js';

interface InboxState {
  /** Undefined shows all. */
  readonly standing: Standing | undefined;
  readonly words: string;
  readonly order: SubmissionOrder;
  /** Whose text is read; also the one keys start from. */
  readonly current: string | undefined;
  /** Chosen for one decision together; the current one alone when empty. */
  readonly chosen: ReadonlySet<string>;
}

export const inbox = createStore<InboxState>(() => ({
  standing: undefined,
  words: '',
  order: 'received',
  current: undefined,
  chosen: new Set(),
}));

export function useInbox<Part>(select: (state: InboxState) => Part): Part {
  return useStore(inbox, select);
}

/** Reads one, and nothing else is chosen. */
export function readSubmission(id: string | undefined): void {
  inbox.setState({ current: id, chosen: new Set() });
}

/** Chooses one more, or lets it go. */
export function toggleChosen(id: string): void {
  const { chosen, current } = inbox.getState();
  const next = new Set(chosen.size === 0 && current !== undefined ? [current] : chosen);
  if (!next.delete(id)) next.add(id);
  inbox.setState({ chosen: next, current: id });
}

/** Chooses all from the first chosen (else the current) row to a row, named by its id or by its step from the current one. */
export function chooseTo(to: string | 1 | -1, rows: readonly { readonly id: string }[]): void {
  const { current, chosen } = inbox.getState();
  const place = (id: string | undefined): number => rows.findIndex((row) => row.id === id);
  const at = place(current);
  const goal = typeof to === 'string' ? place(to) : at + to;
  const target = rows[goal];
  if (at < 0 || target === undefined) return;
  const places = [...chosen].map(place).filter((each) => each >= 0);
  const anchor = places.length === 0 ? at : at === Math.min(...places) ? Math.max(...places) : Math.min(...places);
  const range = rows.slice(Math.min(anchor, goal), Math.max(anchor, goal) + 1);
  inbox.setState({ current: target.id, chosen: new Set(range.map(({ id }) => id)) });
}

export function chooseAll(rows: readonly { readonly id: string }[]): void {
  inbox.setState({ chosen: new Set(rows.map(({ id }) => id)) });
}

/** What a decision is made on. */
export function decidedIds(): readonly string[] {
  const { chosen, current } = inbox.getState();
  return chosen.size > 0 ? [...chosen] : current === undefined ? [] : [current];
}
