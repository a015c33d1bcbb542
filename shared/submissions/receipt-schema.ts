import { z } from 'zod';
import { idSchema } from '../document/id-schema.js';
import { dateSchema, issueKeySchema, itemSchema } from '../document/issue-schema.js';
import { linePattern } from '../document/plain-characters.js';
import { outcomes, receiptVersion } from './receipt-outcomes.js';

const lineSchema = z.string().max(400).regex(linePattern);

/** Where and how a submission was printed, but for its words. */
export const printedPlaceSchema = z.strictObject({
  issueKey: issueKeySchema,
  /** The issue in words: 宣传信息专报 2022年第10期. */
  issue: lineSchema,
  date: dateSchema,
  /** As printed between 〔〕. */
  column: lineSchema,
});

export const receiptHeadSchema = z.strictObject({
  /** Id of the submission it answers. */
  id: idSchema,
  thread: idSchema,
  round: z.int().min(1).max(99),
  title: lineSchema,
  /** The unit that sent it in. */
  unitName: lineSchema,
  outcome: z.enum(outcomes),
  /** Why it was refused or sent back. */
  reason: lineSchema.optional(),
});

export const receiptSchema = z.strictObject({
  version: z.literal(receiptVersion),
  ...receiptHeadSchema.shape,
  /** Empty unless it was printed; one submission can serve two issues. */
  printed: z.array(z.strictObject({ ...printedPlaceSchema.shape, item: itemSchema })).max(20),
});
