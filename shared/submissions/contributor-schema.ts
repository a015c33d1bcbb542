import { z } from 'zod';
import { linePattern } from '../document/plain-characters.js';

const nameSchema = z
  .string()
  .min(1)
  .max(80)
  .regex(linePattern)
  .refine((name) => name.trim() === name);

export const contributorSchema = z.strictObject({
  /** As printed in source lines: 示例区委宣传部. */
  unitName: nameSchema,
  /** 信息员 */
  person: nameSchema,
  /** 电话 */
  phone: nameSchema,
});
