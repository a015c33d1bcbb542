/** 查找 and 替换 in the open issue: what is asked for, what was found, which hit is shown. */
import { createStore, useStore } from 'zustand';
import type { Issue } from '../../shared/document/issue.js';
import { issueTexts } from '../../shared/document/issue-texts.js';
import { followOffset } from '../../shared/document/follow-text.js';
import { createFinder, hitId, type Hit } from '../../shared/find/find-hits.js';
import { compileQuery, type FindQuery } from '../../shared/find/matcher.js';
import { issueSession } from '../state/issue-session.js';

export interface FindState {
  readonly isOpen: boolean;
  readonly isReplacing: boolean;
  readonly query: FindQuery;
  readonly replacement: string;
  /** The whole issue, or the article that is shown. */
  readonly scope: 'issue' | 'item';
  readonly hits: readonly Hit[];
  /** What is wrong with the pattern. */
  readonly problem: string | undefined;
  /** Ids of hits that a replacement leaves alone. */
  readonly off: ReadonlySet<string>;
  /** Id of the hit that was shown last. */
  readonly current: string | undefined;
  /** Wish that the field of the query take the keyboard. */
  readonly asked: number;
}

const everything = { width: true, quotes: true, blanks: true, letterCase: true };

export const findStore = createStore<FindState>(() => ({
  isOpen: false,
  isReplacing: false,
  query: { words: '', isPattern: false, blindness: everything },
  replacement: '',
  scope: 'issue',
  hits: [],
  problem: undefined,
  off: new Set(),
  current: undefined,
  asked: 0,
}));

export function useFind<Part>(select: (state: FindState) => Part): Part {
  return useStore(findStore, select);
}

/** Opens the bar with these words, or without any with those asked for last. */
export function openFind(isReplacing: boolean, words = ''): void {
  const { query, asked } = findStore.getState();
  findStore.setState({ isOpen: true, isReplacing, asked: asked + 1 });
  changeQuery(words === '' ? {} : { words, isPattern: false, blindness: query.blindness });
}

export function closeFind(): void {
  findStore.setState({ isOpen: false, hits: [], current: undefined });
}

/** Another question: what was ticked off belongs to the one before. */
export function changeQuery(changes: Partial<FindQuery>): void {
  const query = { ...findStore.getState().query, ...changes };
  findStore.setState({ query, off: new Set(), current: undefined });
  finder = undefined;
  lookAgain();
}

export function changeScope(scope: FindState['scope']): void {
  findStore.setState({ scope });
  lookAgain();
}

export function setReplacement(replacement: string): void {
  findStore.setState({ replacement });
}

/** Takes a hit out of the replacement, or in again. */
export function toggleHit(id: string): void {
  const off = new Set(findStore.getState().off);
  if (!off.delete(id)) off.add(id);
  findStore.setState({ off });
}

/** All in, or all out. */
export function toggleAll(isOn: boolean): void {
  findStore.setState(({ hits }) => ({ off: new Set(isOn ? [] : hits.map(hitId)) }));
}

let finder: { readonly query: FindQuery; find(issue: Issue): readonly Hit[] } | undefined;
let looked: Issue | undefined;

/** Brings the hits up to the issue as it is now. */
export function lookAgain(): void {
  const { isOpen, query, scope } = findStore.getState();
  const { issue, current } = issueSession.getState();
  if (!isOpen) return;
  const compiled = compileQuery(query);
  if (compiled === undefined || 'problem' in compiled || !issue) {
    findStore.setState({ hits: [], problem: compiled && 'problem' in compiled ? compiled.problem : undefined });
    return;
  }
  finder ??= { query, find: createFinder(compiled.matcher) };
  const all = finder.find(issue);
  const itemId = scope === 'item' && current.kind === 'item' ? current.itemId : undefined;
  const hits = itemId === undefined ? all : all.filter((hit) => hit.place.itemId === itemId);
  const { off, current: shown } = findStore.getState();
  const [nextOff, [nextShown]] =
    looked && looked !== issue
      ? [new Set(follow(looked, issue, [...off])), follow(looked, issue, shown === undefined ? [] : [shown])]
      : [off, [shown]];
  looked = issue;
  findStore.setState({ hits, problem: undefined, off: nextOff, current: nextShown });
}

/** Looks again after a replacement of some hits: those left out stay so, each moved by what was put in before it. */
export function lookAfterReplacing(replaced: readonly Hit[], wordsFor: (hit: Hit) => string): void {
  const { hits, off } = findStore.getState();
  const moved = hits
    .filter((hit) => off.has(hitId(hit)))
    .map(({ key, from }) => {
      const before = replaced.filter((hit) => hit.key === key && hit.from < from);
      return hitId({ key, from: before.reduce((at, hit) => at + wordsFor(hit).length - (hit.to - hit.from), from) });
    });
  looked = issueSession.getState().issue;
  findStore.setState({ off: new Set(moved), current: undefined });
  lookAgain();
}

/** Ids of hits after an edit: typed or deleted words before a hit move it along. */
function follow(before: Issue, after: Issue, ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return ids;
  const textsBefore = new Map(issueTexts(before).map(({ key, text }) => [key, text]));
  const textsAfter = new Map(issueTexts(after).map(({ key, text }) => [key, text]));
  return ids.map((id) => {
    const at = id.lastIndexOf('@');
    const key = id.slice(0, at);
    const from = Number(id.slice(at + 1));
    return hitId({ key, from: followOffset(textsBefore.get(key) ?? '', textsAfter.get(key) ?? '', from, 'after').offset });
  });
}

/** Looks again after every change of the issue or of the shown article, once the change is painted; returns what stops it. */
export function followIssue(): () => void {
  let frame = 0;
  const stop = issueSession.subscribe((now, before) => {
    const isOther = now.issue !== before.issue || now.current !== before.current;
    if (!isOther || !findStore.getState().isOpen) return;
    if (now.key !== before.key) findStore.setState({ off: new Set(), current: undefined });
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => setTimeout(lookAgain));
  });
  lookAgain();
  return () => {
    stop();
    cancelAnimationFrame(frame);
  };
}
