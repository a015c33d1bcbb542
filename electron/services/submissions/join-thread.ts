import { asNextRound } from '../../../shared/submissions/edit-submission.js';
import { findReturned } from '../../../shared/submissions/find-returned.js';
import { summarizeSubmission } from '../../../shared/submissions/list-submissions.js';
import type { Submission } from '../../../shared/submissions/submission.js';
import type { Library } from '../library/library.js';

/** The manuscript as the next round of the one it revises, where that was sent back (退改); else as it is. */
export async function joinThread(library: Library, submission: Submission): Promise<Submission> {
  const { submissions } = await library.list();
  const returned = findReturned(submissions, summarizeSubmission(submission, ''));
  if (returned === undefined) return submission;
  const next = asNextRound(submission, (await library.get('submission', returned.id)).value);
  const why = returned.reason === undefined ? '' : `（${returned.reason}）`;
  return { ...next, notes: [`退改${why}后重投，记为第${next.round}稿。`, ...next.notes] };
}
