import { followingIssue, newIssue } from '../../shared/document/edit-issue.js';
import { issueKey, type Issue } from '../../shared/document/issue.js';
import { localDay } from '../../shared/document/local-day.js';
import type { Library } from './library/library.js';
import type { Clock, Ids } from './ports.js';

/** What a new issue goes on from. */
export interface NextIssue {
  readonly from?: string | undefined;
  /** The publication whose last issue it follows, where it follows none in particular; absent: the library's own. */
  readonly publication?: string | undefined;
}

/**
 * Adds the issue after `from`, or after the last one of a publication; from the publication's template where it says so
 * or it has no issue. Its date is today; a number already taken is passed over.
 */
export async function startNextIssue(library: Library, clock: Clock, ids: Ids, next: NextIssue = {}): Promise<{ key: string }> {
  const { from } = next;
  const today = localDay(clock.now());
  const nextId = (): string => ids.next();
  const last = from ?? (await lastIssueKey(library, next.publication));
  const following = last === undefined ? undefined : followingIssue((await library.getIssue(last)).issue, today, nextId);
  const id = following === undefined ? next.publication : following.masthead.publication;
  const publication = id === undefined ? await library.getPublication() : (await library.get('publication', id)).value;
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

/** Key of a publication's regular issue with the latest year and highest number. */
async function lastIssueKey(library: Library, publication: string | undefined): Promise<string | undefined> {
  const { issues } = await library.list();
  const regular = issues.filter(({ supplement, publicationId }) => !supplement && publicationId === publication);
  const rank = ({ key, number }: { key: string; number: number }): number => Number(key.slice(0, 4)) * 10_000 + number;
  return regular.toSorted((left, right) => rank(left) - rank(right)).at(-1)?.key;
}
