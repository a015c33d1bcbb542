import type { SubmissionSummary } from './list-submissions.js';

type Known = Pick<SubmissionSummary, 'title' | 'unitId' | 'unitName'>;

/** The manuscript that was sent back (退改) and now comes again: the last round of one with the same title and unit. */
export function findReturned(all: readonly SubmissionSummary[], again: Known): SubmissionSummary | undefined {
  const title = plain(again.title);
  if (title === '') return undefined;
  const rounds = all.filter((each) => plain(each.title) === title && isSameUnit(each, again));
  const last = Math.max(...rounds.map(({ round }) => round));
  return rounds.find(({ round, decision }) => round === last && decision === 'returned');
}

/** A unit that is not known speaks against nobody. */
function isSameUnit(one: Known, other: Known): boolean {
  if (one.unitId !== undefined && other.unitId !== undefined) return one.unitId === other.unitId;
  return one.unitName === '' || other.unitName === '' || plain(one.unitName) === plain(other.unitName);
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}
