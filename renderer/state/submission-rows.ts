import { useMemo } from 'react';
import { joinUses, type SubmissionRow } from '../../shared/submissions/list-submissions.js';
import { useLibrary } from './library-store.js';

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
