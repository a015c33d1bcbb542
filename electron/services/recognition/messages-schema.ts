import { z } from 'zod';
import { sha256Schema } from '../../../shared/document/id-schema.js';
import { errorCodes } from '../../../shared/app-error.js';
import { learntStyleSchema } from '../../../shared/learn-style/learnt-style-schema.js';
import { leftAsideSchema, submissionFactsSchema } from '../../../shared/submissions/submission-schema.js';
import { pictureLimits } from '../../../shared/document/picture-limits.js';
import { articleSchema, issueSchema } from '../../../shared/document/issue-schema.js';

const recognized = {
  warnings: z.array(z.string()),
  leftAside: z.array(leftAsideSchema),
  inferredLeads: z.int().min(0),
};

const base = {
  ...recognized,
  sha256: sha256Schema,
  bytes: z.int().min(0),
  pictures: z
    .array(z.strictObject({ sha256: sha256Schema, base64: z.base64() }))
    .max(pictureLimits.perFile)
    .optional(),
};

const manuscript = {
  kind: z.literal('article'),
  article: articleSchema,
  facts: submissionFactsSchema.pick({ author: true, phone: true, signedBy: true }),
  notes: z.array(z.string()),
};

/** A file as recognised; whatever recognition adds to its result is added here too, or refused at this edge. */
const recognizedFileSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('issue'), ...base, issue: issueSchema, guessed: z.array(z.enum(['name', 'number', 'date'])) }),
  z.strictObject({
    ...base,
    ...manuscript,
    parts: z.array(z.strictObject({ ...recognized, ...manuscript, firstLine: z.int().min(1) })).optional(),
  }),
]);

/** What the reading process says; it has read a stranger's file, so nothing it says is taken unread. */
export const recognitionAnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('step'), step: z.string().max(100) }),
  z.strictObject({ kind: z.literal('done'), file: recognizedFileSchema }),
  z.strictObject({ kind: z.literal('learnt'), style: learntStyleSchema }),
  z.strictObject({ kind: z.literal('failed'), code: z.enum(errorCodes), message: z.string().max(4000) }),
]);
