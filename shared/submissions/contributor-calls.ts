/** Calls of contributor mode and on receipts, a part of the contract in `shared/ipc.ts`. */
import { z } from 'zod';
import type { CallRow } from '../call-row.js';
import { articleSchema } from '../document/issue-schema.js';
import { contributorSchema } from './contributor-schema.js';
import { outcomes } from './receipt-outcomes.js';
import { printedPlaceSchema, receiptSchema } from './receipt-schema.js';
import { submissionFactsSchema } from './submission-schema.js';

const emptySchema = z.strictObject({});
const idSchema = z.string().min(1).max(64);
const idRequest = z.strictObject({ id: idSchema });

const ownRowSchema = z.strictObject({
  id: z.string(),
  thread: z.string(),
  round: z.int(),
  title: z.string(),
  characters: z.int(),
  /** ISO instant; empty for one that is known by its receipt alone. */
  writtenAt: z.string(),
  standing: z.enum(['draft', 'sent', ...outcomes]),
  reason: z.string().optional(),
  printed: z.array(printedPlaceSchema),
});

const figuresSchema = z.strictObject({
  sent: z.int(),
  answered: z.int(),
  printed: z.int(),
  rate: z.int(),
  years: z.array(z.strictObject({ year: z.string(), printed: z.int() })),
});

/** What the unit says of a manuscript beside its words. */
const ownFactsSchema = submissionFactsSchema.pick({ kind: true, signedBy: true, author: true, phone: true });

export const contributorCalls = {
  /** Absent: the program is an office's. */
  'contributor.get': { effect: 'reads', request: emptySchema, response: z.strictObject({ contributor: contributorSchema.optional() }) },
  /** Without a contributor the program is an office's again. */
  'contributor.save': { effect: 'saves', request: z.strictObject({ contributor: contributorSchema.optional() }), response: emptySchema },
  /** Everything the unit wrote, the latest first, with what became of it. */
  'own.list': { effect: 'reads', request: emptySchema, response: z.strictObject({ rows: z.array(ownRowSchema), figures: figuresSchema }) },
  /** A manuscript as the unit has it now; without an id a new one. One that was sent is refused: see `own.revise`. */
  'own.save': {
    effect: 'saves',
    request: z.strictObject({ id: idSchema.optional(), article: articleSchema, facts: ownFactsSchema }),
    /** It was re-read and compared. */
    response: z.strictObject({ id: idSchema, savedAt: z.iso.datetime({ offset: true }) }),
  },
  /** The next round of a manuscript that was sent, to be changed and sent again under the same thread. */
  'own.revise': { effect: 'saves', request: idRequest, response: idRequest },
  'receipt.get': { effect: 'reads', request: idRequest, response: z.strictObject({ receipt: receiptSchema }) },
  /** Units whose submissions have results they were not told yet; the ids are what a bundle of kind receipt is packed of. */
  'receipts.waiting': {
    effect: 'reads',
    request: emptySchema,
    response: z.strictObject({ units: z.array(z.strictObject({ unit: z.string(), ids: z.array(z.string()) })) }),
  },
} as const satisfies Record<string, CallRow>;
