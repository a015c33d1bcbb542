/** Changes of a submission, as `submission → submission`. The manuscript itself is never changed. */
import type { Decision } from './submission-states.js';
import type { Submission, SubmissionFacts } from './submission.js';
import { decisionFacts } from './submission-labels.js';

/** Decides on it; a reason is kept only with decisions that ask for one. `at` is an ISO instant. */
export function decide(submission: Submission, decision: Decision, reason: string, at: string): Submission {
  const why = decisionFacts[decision].needsReason ? reason.trim() : '';
  if (submission.decision === decision && (submission.reason ?? '') === why) return submission;
  const { reason: _reason, ...rest } = submission;
  const event = { decision, ...(why === '' ? {} : { reason: why }) };
  return { ...rest, ...event, log: [...submission.log, { at, ...event }] };
}

/** Corrects what is known of it beside its words; facts left out are no longer known. A guess of the unit stands until the unit is said. */
export function describe(submission: Submission, facts: SubmissionFacts, isUnitSaid: boolean): Submission {
  const { unitId: _unit, signedBy: _signed, author: _author, phone: _phone, unitGuess, ...rest } = submission;
  return { ...rest, ...facts, ...(unitGuess === undefined || isUnitSaid ? {} : { unitGuess }) };
}

/** A revision of `earlier` came in: it joins its thread as the next round. */
export function asNextRound(submission: Submission, earlier: Submission): Submission {
  return { ...submission, thread: earlier.thread, round: earlier.round + 1 };
}
