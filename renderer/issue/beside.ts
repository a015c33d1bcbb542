/** What stands beside the article: an article of another issue or of an earlier version of this one, or a manuscript. */
import { createStore, useStore } from 'zustand';
import { itemLabel } from '../../shared/document/edit-issue.js';
import { issueItems, type Item } from '../../shared/document/issue.js';
import { call } from '../bridge.js';
import { issueSession } from '../state/issue-session.js';

/** `issue KEY`, `version ID` (of the open issue) or `submission ID`. */
export type BesideSource = string;

interface BesideState {
  readonly source: BesideSource | undefined;
  /** Articles of the source. */
  readonly items: readonly Item[];
  readonly itemId: string | undefined;
  /** Both texts scroll together. */
  readonly isLinked: boolean;
}

export const besideStore = createStore<BesideState>(() => ({ source: undefined, items: [], itemId: undefined, isLinked: false }));

export function useBeside<Part>(select: (state: BesideState) => Part): Part {
  return useStore(besideStore, select);
}

/** Reads a source and shows the article of it that is most like the one being written. @throws CallFailure */
export async function chooseSource(source: BesideSource): Promise<void> {
  besideStore.setState({ source });
  const items = await read(source);
  if (besideStore.getState().source === source)
    besideStore.setState({ items, itemId: likeliest(items, source.startsWith('version '))?.id });
}

export function chooseItem(itemId: string): void {
  besideStore.setState({ itemId });
}

async function read(source: BesideSource): Promise<readonly Item[]> {
  const [kind = '', id = ''] = source.split(' ');
  if (kind === 'submission') return [(await call('submission.get', { id })).submission.article];
  const { key } = issueSession.getState();
  const { issue } = kind === 'version' && key !== undefined ? await call('history.get', { key, id }) : await call('issue.get', { key: id });
  return issueItems(issue).map(({ item }) => item);
}

/** The same article in an earlier version; else the one whose title shares most characters with it; else the first. */
function likeliest(items: readonly Item[], isVersion: boolean): Item | undefined {
  const { issue, current } = issueSession.getState();
  const own = issue && current.kind === 'item' ? issueItems(issue).find(({ item }) => item.id === current.itemId)?.item : undefined;
  if (!own) return items[0];
  const letters = new Set(itemLabel(own));
  const alike = (item: Item): number =>
    isVersion && item.id === own.id
      ? Number.POSITIVE_INFINITY
      : [...new Set(itemLabel(item))].filter((letter) => letters.has(letter)).length;
  return items.toSorted((left, right) => alike(right) - alike(left))[0];
}

/**
 * Scrolls two texts together, each as far down as the other in proportion; returns what parts them. What one of them is
 * scrolled to by the other does not come back.
 */
export function linkScrolling(one: HTMLElement, other: HTMLElement): () => void {
  const led = new WeakMap<HTMLElement, number>();
  const lead = (from: HTMLElement, to: HTMLElement) => (): void => {
    if (led.get(from) === Math.round(from.scrollTop)) return void led.delete(from);
    const share = from.scrollTop / Math.max(1, from.scrollHeight - from.clientHeight);
    to.scrollTop = share * (to.scrollHeight - to.clientHeight);
    led.set(to, Math.round(to.scrollTop));
  };
  const [down, up] = [lead(one, other), lead(other, one)];
  one.addEventListener('scroll', down, { passive: true });
  other.addEventListener('scroll', up, { passive: true });
  down();
  return () => {
    one.removeEventListener('scroll', down);
    other.removeEventListener('scroll', up);
  };
}
