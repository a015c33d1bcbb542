import type { Article } from '../document/issue.js';
import { submissionVersion, type Arrival, type UnitEvidence } from './submission-states.js';
import type { KeptFile, LeftAside, Submission, SubmissionFacts } from './submission.js';

/** What a submission begins with. */
export interface Received {
  readonly id: string;
  readonly article: Article;
  readonly arrival: Arrival;
  /** ISO instant. */
  readonly receivedAt: string;
  readonly facts?: Partial<SubmissionFacts>;
  readonly unitGuess?: UnitEvidence;
  readonly original?: KeptFile;
  readonly attachments?: readonly KeptFile[];
  readonly notes?: readonly string[];
  readonly leftAside?: readonly LeftAside[];
}

/** The first round of a thread of its own. What an issue gave back waits in reserve, all else waits to be sorted. */
export function newSubmission(received: Received): Submission {
  const { id, article, arrival, receivedAt, facts, unitGuess, original, attachments = [], notes = [], leftAside = [] } = received;
  return {
    version: submissionVersion,
    id,
    unitName: article.sources[0] ?? '',
    kind: 'news',
    ...facts,
    ...(unitGuess === undefined ? {} : { unitGuess }),
    receivedAt,
    arrival,
    decision: arrival === 'issue' ? 'reserve' : 'new',
    thread: id,
    round: 1,
    article,
    ...(original === undefined ? {} : { original }),
    attachments,
    notes,
    leftAside,
    log: [],
  };
}
