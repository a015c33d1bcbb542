import type { Article } from '../document/issue.js';
import { submissionVersion, type Arrival } from './submission-states.js';
import type { KeptFile, Submission, SubmissionFacts } from './submission.js';

/** What a submission begins with. */
export interface Received {
  readonly id: string;
  readonly article: Article;
  readonly arrival: Arrival;
  /** ISO instant. */
  readonly receivedAt: string;
  readonly facts?: Partial<SubmissionFacts>;
  readonly original?: KeptFile;
  readonly attachments?: readonly KeptFile[];
  readonly notes?: readonly string[];
}

/** The first round of a thread of its own. What an issue gave back waits in reserve, all else waits to be sorted. */
export function newSubmission({ id, article, arrival, receivedAt, facts, original, attachments = [], notes = [] }: Received): Submission {
  return {
    version: submissionVersion,
    id,
    unitName: article.sources[0] ?? '',
    kind: 'news',
    ...facts,
    receivedAt,
    arrival,
    decision: arrival === 'issue' ? 'reserve' : 'new',
    thread: id,
    round: 1,
    article,
    ...(original === undefined ? {} : { original }),
    attachments,
    notes,
    log: [],
  };
}
