/** Changes of a submission, as `submission → submission`. The manuscript itself is never changed. */
import type { Decision, Submission } from './submission.js';
import { decisionFacts } from './submission-labels.js';

/** Decides on it; a reason is kept only with decisions that ask for one. `at` is an ISO instant. */
export function decide(submission: Submission, decision: Decision, reason: string, at: string): Submission {
  const why = decisionFacts[decision].needsReason ? reason.trim() : '';
  if (submission.decision === decision && (submission.reason ?? '') === why) return submission;
  const { reason: _reason, ...rest } = submission;
  const event = { decision, ...(why === '' ? {} : { reason: why }) };
  return { ...rest, ...event, log: [...submission.log, { at, ...event }] };
}

/** A revision of `earlier` came in: it joins its thread as the next round. */
export function asNextRound(submission: Submission, earlier: Submission): Submission {
  return { ...submission, thread: earlier.thread, round: earlier.round + 1 };
}
