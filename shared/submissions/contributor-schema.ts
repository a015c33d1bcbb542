import { z } from 'zod';
import { nameSchema } from '../document/name-schema.js';

export const contributorSchema = z.strictObject({
  /** As printed in source lines: 示例区委宣传部. */
  unitName: nameSchema,
  /** 信息员 */
  person: nameSchema,
  /** 电话 */
  phone: nameSchema,
  /** 签发领导 who usually signs what goes out. */
  signedBy: nameSchema.optional(),
});
