import { useDeferredValue, useMemo } from 'react';
import {
  countStandings,
  filterSubmissions,
  joinUses,
  sortSubmissions,
  type SubmissionRow,
} from '../../shared/submissions/list-submissions.js';
import type { Standing } from '../../shared/submissions/submission-labels.js';
import { useLibrary } from '../state/library-store.js';
import { useInbox } from './inbox-state.js';

export interface InboxRows {
  readonly all: readonly SubmissionRow[];
  /** Narrowed and sorted. */
  readonly shown: readonly SubmissionRow[];
  readonly counts: Readonly<Record<Standing, number>>;
}

/** All submissions with what the issues say of them. */
export function useSubmissionRows(): readonly SubmissionRow[] {
  const submissions = useLibrary((library) => library.submissions);
  const issues = useLibrary((library) => library.issues);
  return useMemo(
    () =>
      joinUses(
        submissions,
        issues.flatMap(({ uses }) => uses),
      ),
    [submissions, issues],
  );
}

export function useInboxRows(): InboxRows {
  const all = useSubmissionRows();
  const { standing, words, order } = useInbox((state) => state);
  const typed = useDeferredValue(words);
  const shown = useMemo(
    () => sortSubmissions(filterSubmissions(all, { words: typed, ...(standing === undefined ? {} : { standings: [standing] }) }), order),
    [all, typed, standing, order],
  );
  return { all, shown, counts: useMemo(() => countStandings(all), [all]) };
}
