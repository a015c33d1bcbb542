/** Manuscripts of the inbox: read, added, decided on, described. */
import { z } from 'zod';
import type { CallRow } from '../call-row.js';
import { articleSchema } from '../document/issue-schema.js';
import { originalForms } from './original.js';
import { typedLimit } from './typed-limit.js';
import { decisionSchema, submissionFactsSchema, submissionSchema } from './submission-schema.js';

const idRequestSchema = z.strictObject({ id: z.string() });
const emptySchema = z.strictObject({});

export const submissionCalls = {
  'submission.get': { effect: 'reads', request: idRequestSchema, response: z.strictObject({ submission: submissionSchema }) },
  /** A new submission taken out of an issue; it is on disk when this answers. */
  'submission.add': { effect: 'saves', request: z.strictObject({ article: articleSchema }), response: z.strictObject({ id: z.string() }) },
  /** A manuscript that came on paper, as somebody typed it in; title, source, writers are read out of it as out of a file. */
  'submission.type': {
    effect: 'saves',
    request: z.strictObject({ text: z.string().min(1).max(typedLimit) }),
    response: z.strictObject({ id: z.string() }),
  },
  /** One decision on any number of submissions; a reason is kept where the decision asks for one. */
  'submission.decide': {
    effect: 'saves',
    request: z.strictObject({ ids: z.array(z.string()).min(1).max(1000), decision: decisionSchema, reason: z.string().max(400) }),
    response: emptySchema,
  },
  /** What the office knows of a submission beside its words. */
  'submission.describe': {
    effect: 'saves',
    request: z.strictObject({
      id: z.string(),
      facts: submissionFactsSchema,
      /** The editor said which unit it is: what was guessed is a guess no more. */
      isUnitSaid: z.boolean(),
    }),
    response: emptySchema,
  },
  /** The file it was read from, as it can be shown, a chunk at a time; an old format comes as .docx, a PDF as its text. */
  'submission.original': {
    effect: 'reads',
    request: z.strictObject({ id: z.string(), offset: z.int().min(0) }),
    response: z.strictObject({ form: z.enum(originalForms), bytes: z.base64(), total: z.int() }),
  },
  /** Reads it from its file again with the lines as they stand, none joined; refused once an issue holds it. */
  'submission.unjoin': { effect: 'saves', request: idRequestSchema, response: emptySchema },
  'submission.delete': { effect: 'saves', request: idRequestSchema, response: z.strictObject({ trashId: z.string() }) },
} as const satisfies Record<string, CallRow>;
