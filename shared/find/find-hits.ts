/** Everything in an issue that a query meets, and putting other words in its place. */
import type { Issue } from '../document/issue.js';
import { issueTexts, placeWithin, type IssueText } from '../document/issue-texts.js';
import { normalizeIssue } from '../document/normalize-issue.js';
import type { IssuePlace } from '../document/text-place.js';
import type { Match, Matcher } from './matcher.js';

/** One place that matches. */
export interface Hit extends Match {
  /** Of the text it is in. */
  readonly key: string;
  readonly place: IssuePlace;
  /** The whole text it is in. */
  readonly text: string;
}

/** One string for a hit, the same as long as nothing before it in its text changes. */
export function hitId({ key, from }: Pick<Hit, 'key' | 'from'>): string {
  return `${key}@${String(from)}`;
}

/** Finds in one issue after another; a text that stayed as it was is not looked through again. */
export function createFinder(matcher: Matcher): (issue: Issue) => readonly Hit[] {
  let known = new Map<string, { readonly text: string; readonly hits: readonly Hit[] }>();
  return (issue) => {
    const next: typeof known = new Map();
    const hits = issueTexts(issue).flatMap((text) => {
      const before = known.get(text.key);
      const own = before?.text === text.text && isSamePlace(before.hits[0], text) ? before.hits : hitsIn(text, matcher);
      next.set(text.key, { text: text.text, hits: own });
      return own;
    });
    known = next;
    return hits;
  };
}

/** Finds in the texts of an issue that may hold it, by their keys. */
export function findHits(issue: Issue, matcher: Matcher, keys: ReadonlySet<string>): readonly Hit[] {
  if (keys.size === 0) return [];
  return issueTexts(issue).flatMap((text) => (keys.has(text.key) ? hitsIn(text, matcher) : []));
}

/** A source line starts elsewhere when the one before it changed. */
function isSamePlace(hit: Hit | undefined, { place }: IssueText): boolean {
  if (!hit) return true;
  const start = placeWithin(place, hit.from);
  return ('offset' in start ? start.offset : 0) === ('offset' in hit.place ? hit.place.offset : 0);
}

function hitsIn({ key, place, text }: IssueText, matcher: Matcher): readonly Hit[] {
  return matcher.matches(text).map((match) => ({ ...match, key, text, place: placeWithin(place, match.from) }));
}

/** The issue with other words for these hits, and nothing else changed. A hit whose text is no longer what it was stays. */
export function replaceHits(issue: Issue, hits: readonly Hit[], wordsFor: (hit: Hit) => string): Issue {
  const byKey = new Map<string, Hit[]>();
  for (const hit of hits) byKey.set(hit.key, [...(byKey.get(hit.key) ?? []), hit]);
  const changed = issueTexts(issue).reduce((value, { key, text, edit }) => {
    const own = (byKey.get(key) ?? []).filter((hit) => hit.text === text);
    return own.length === 0
      ? value
      : edit(
          value,
          own.map((hit) => ({ from: hit.from, to: hit.to, text: wordsFor(hit) })),
        );
  }, issue);
  return changed === issue ? issue : normalizeIssue(changed);
}

/** The words around a hit, short enough for a line of a list; breaks are not shown. */
export function hitContext(
  { text, from, to }: Pick<Hit, 'text' | 'from' | 'to'>,
  before = 10,
  after = 24,
): readonly [string, string, string] {
  const start = Math.max(0, from - before);
  const end = Math.min(text.length, to + after);
  const plain = (part: string): string => part.replaceAll('\n', '');
  return [
    `${start > 0 ? '…' : ''}${plain(text.slice(start, from))}`,
    plain(text.slice(from, to)),
    `${plain(text.slice(to, end))}${end < text.length ? '…' : ''}`,
  ];
}
