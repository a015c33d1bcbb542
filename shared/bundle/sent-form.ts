/** A submission as it goes from the unit to the office: what the unit says of it, nothing of what either house noted. */
import { canonicalJson } from '../library/canonical-json.js';
import type { Submission } from '../submissions/submission.js';

/** What leaves the house. */
export function sentForm(submission: Submission): Submission {
  const { unitId: _unit, unitGuess: _guess, receivedAt: _received, reason: _reason, ...rest } = submission;
  return { ...rest, arrival: 'bundle', decision: 'new', log: [] };
}

/** How the house that takes it in knows it. */
export interface Reception {
  /** ISO instant. */
  readonly receivedAt: string;
  /** Id of the unit in this house's list that a name means. */
  readonly unitIdOf: (name: string) => string | undefined;
}

/** What is kept of what came: it waits to be sorted; of one that is here already only the manuscript is another. */
export function receivedForm(sent: Submission, held: Submission | undefined, { receivedAt, unitIdOf }: Reception): Submission {
  if (held !== undefined) return { ...held, ...manuscriptOf(sent) };
  const unitId = unitIdOf(sent.unitName);
  return { ...sentForm(sent), receivedAt, ...(unitId === undefined ? {} : { unitId }) };
}

/** Whether two states hold the same manuscript, whatever was decided or noted of it. */
export function isSameManuscript(one: Submission, other: Submission): boolean {
  return canonicalJson(manuscriptOf(one)) === canonicalJson(manuscriptOf(other));
}

function manuscriptOf({ article, original, attachments, thread, round }: Submission) {
  return { article, ...(original === undefined ? {} : { original }), attachments, thread, round };
}
