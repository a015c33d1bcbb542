import { followingIssue, newIssue } from '../../shared/document/edit-issue.js';
import { issueKey, type Issue } from '../../shared/document/issue.js';
import { localDay } from '../../shared/document/local-day.js';
import type { Library } from './library/library.js';
import type { Clock, Ids } from './ports.js';

/**
 * Adds the issue after `from`, or after the last one of the library; from the publication's template where it says so
 * or the library is empty. Its date is today; a number already taken is passed over.
 */
export async function startNextIssue(library: Library, clock: Clock, ids: Ids, from?: string): Promise<{ key: string }> {
  const today = localDay(clock.now());
  const nextId = (): string => ids.next();
  const last = from ?? (await lastIssueKey(library));
  const publication = await library.getPublication();
  const following = last === undefined ? undefined : followingIssue((await library.getIssue(last)).issue, today, nextId);
  const isFromLast = from !== undefined || publication.newIssueFrom !== 'template';
  const base = following !== undefined && isFromLast ? following : newIssue(publication, following?.masthead.number ?? 1, today, nextId);
  const { key } = await library.add('issue', await withFreeNumber(library, base));
  return { key };
}

/** Adds a copy of an issue under the next free number of its year, back in 组稿 and imported from nowhere. */
export async function duplicateIssue(library: Library, key: string): Promise<{ key: string }> {
  const { origin: _origin, ...issue } = (await library.getIssue(key)).issue;
  const copy = await library.add('issue', await withFreeNumber(library, { ...issue, state: 'drafting' }), '复制');
  return { key: copy.key };
}

async function withFreeNumber(library: Library, issue: Issue): Promise<Issue> {
  const taken = new Set((await library.list()).issues.map(({ key }) => key));
  let masthead = issue.masthead;
  while (taken.has(issueKey(masthead))) masthead = { ...masthead, number: masthead.number + 1 };
  return { ...issue, masthead };
}

/** Key of the regular issue with the latest year and highest number. */
async function lastIssueKey(library: Library): Promise<string | undefined> {
  const regular = (await library.list()).issues.filter(({ supplement }) => !supplement);
  const rank = ({ key, number }: { key: string; number: number }): number => Number(key.slice(0, 4)) * 10_000 + number;
  return regular.toSorted((left, right) => rank(left) - rank(right)).at(-1)?.key;
}
