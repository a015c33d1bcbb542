import { z } from 'zod';
import { checkPageStyleChange } from '../layout/page-style-settings.js';
import type { SettingPath } from '../layout/page-style-setting.js';

const sentenceSchema = z.string().max(400);

const learntValueSchema = z
  .strictObject({
    path: z.custom<SettingPath>((path) => typeof path === 'string'),
    value: z.union([z.number(), z.string(), z.boolean()]),
    where: sentenceSchema,
    confidence: z.enum(['stated', 'mostly', 'derived']),
  })
  .refine(({ path, value }) => checkPageStyleChange(path, value) === undefined, { error: 'no setting has this value' });

/** A page style as learnt; it comes from the process that has read a stranger's file. */
export const learntStyleSchema = z.strictObject({
  kind: z.enum(['issue', 'article']),
  values: z.array(learntValueSchema).max(1000),
  notTaken: z.array(z.strictObject({ what: sentenceSchema, where: sentenceSchema, why: sentenceSchema })).max(1000),
  paragraphs: z.int().min(0),
  placed: z.int().min(0),
});
