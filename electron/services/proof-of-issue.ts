import type { Issue } from '../../shared/document/issue.js';
import { localDay } from '../../shared/document/local-day.js';
import { dateText } from '../../shared/layout/compose-issue.js';
import type { ProofMarks } from '../../shared/layout/proof-marks.js';
import { mayBeProof, type ProofChoice } from '../../shared/document/proof.js';
import type { Clock } from './ports.js';

/** The marks of a proof of an issue, with today's date; none where none are asked for, and none ever from 签发 on. */
export function proofOf(issue: Issue, choice: ProofChoice | undefined, clock: Clock): ProofMarks | undefined {
  if (choice === undefined || !mayBeProof(issue.state)) return undefined;
  return { ...choice, dateText: dateText(localDay(clock.now())) };
}
