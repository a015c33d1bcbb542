import { z } from 'zod';
import { idSchema } from '../../document/id-schema.js';
import { plainTitle } from '../../document/issue.js';
import { submissionMigrations } from '../../submissions/migrate-submission.js';
import { summarizeSubmission, type SubmissionSummary } from '../../submissions/list-submissions.js';
import { submissionVersion, unitEvidence } from '../../submissions/submission-states.js';
import type { Submission } from '../../submissions/submission.js';
import { arrivalSchema, decisionSchema, submissionKindSchema, submissionSchema } from '../../submissions/submission-schema.js';
import { itemText } from './item-text.js';
import { byText, inOneFolder, type RecordKind } from './record-kind.js';

export const submissionSummarySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  unitId: z.string().optional(),
  unitName: z.string(),
  unitGuess: z.enum(unitEvidence).optional(),
  receivedAt: z.iso.datetime({ offset: true }),
  arrival: arrivalSchema,
  kind: submissionKindSchema,
  decision: decisionSchema,
  reason: z.string().optional(),
  thread: z.string(),
  round: z.int(),
  characters: z.int(),
  files: z.int(),
});

/** A manuscript a unit sent in (来稿), by its id. Nothing an issue does changes it. */
export const submissionKind: RecordKind<Submission, SubmissionSummary> = {
  folder: '来稿',
  former: { folder: '备用稿', format: 'draft' },
  placement: inOneFolder,
  keySchema: idSchema,
  keyOf: ({ id }) => id,
  schema: submissionSchema,
  version: submissionVersion,
  migrations: submissionMigrations,
  normalize: (submission) => submission,
  summarySchema: submissionSummarySchema as z.ZodType<SubmissionSummary>,
  summarize: summarizeSubmission,
  compare: (left, right) => byText(right.receivedAt, left.receivedAt) || byText(left.id, right.id),
  titleOf: ({ article, original }) => plainTitle(article.title) || (original?.file ?? '（无题）'),
  textOf: ({ article }) => itemText(article),
  words: {
    thing: '这篇来稿',
    keyName: '编号',
    missing: () => ({ code: 'submission-missing', message: '这篇来稿已不在资料库中。' }),
    taken: () => ({ code: 'issue-exists', message: '来稿中已有这一篇，没有改动。' }),
  },
};
