/** Calls on texts that were sent or printed before, a part of the contract in `shared/ipc.ts`. */
import { z } from 'zod';
import type { CallRow } from '../call-row.js';

const passageSchema = z.strictObject({
  start: z.int(),
  end: z.int(),
  otherStart: z.int(),
  otherEnd: z.int(),
  letters: z.int(),
});

/** An earlier text that holds passages of a submission. */
const earlierSchema = z.strictObject({
  /** The caller's handle of the text, for `similar.show`. */
  textId: z.string().max(200),
  /** Key of the issue that holds the text; absent for another submission. */
  issueKey: z.string().optional(),
  title: z.string(),
  /** Units it came from, as written. */
  unit: z.string(),
  /** Day of the issue, or the instant at which the submission came. */
  at: z.string(),
  passages: z.int(),
  /** Part of the submission's letters that stand in this text, 0 to 1. */
  share: z.number(),
});

export const similarityCalls = {
  /** Which of these submissions share passages with earlier texts; those that share none are left out. */
  'similar.find': {
    effect: 'reads',
    request: z.strictObject({ ids: z.array(z.string()).max(100) }),
    response: z.strictObject({
      found: z.array(
        z.strictObject({
          id: z.string(),
          /** Part of its letters that stand in any earlier text, 0 to 1. */
          share: z.number(),
          /** The largest share first. */
          earlier: z.array(earlierSchema),
        }),
      ),
    }),
  },
  /** A submission and an earlier text in full, with where they say the same. */
  'similar.show': {
    effect: 'reads',
    request: z.strictObject({ id: z.string(), textId: z.string().max(200) }),
    response: z.strictObject({ text: z.string(), otherText: z.string(), passages: z.array(passageSchema) }),
  },
} as const satisfies Record<string, CallRow>;
