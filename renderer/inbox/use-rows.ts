import { useDeferredValue, useMemo } from 'react';
import { countStandings, filterSubmissions, sortSubmissions, type SubmissionRow } from '../../shared/submissions/list-submissions.js';
import type { Standing } from '../../shared/submissions/submission-labels.js';
import { useSubmissionRows } from '../state/submission-rows.js';
import { useInbox } from '../state/inbox-state.js';

export interface InboxRows {
  readonly all: readonly SubmissionRow[];
  /** Narrowed and sorted. */
  readonly shown: readonly SubmissionRow[];
  readonly counts: Readonly<Record<Standing, number>>;
}

/** What the inbox lists, narrowed and sorted as it was asked. */
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
