import { z } from 'zod';
import { idSchema } from '../document/id-schema.js';
import { nameSchema } from '../document/name-schema.js';
import { unitListVersion } from './unit-list.js';

/** A day on which a unit began or ceased to report, `2022-07-28`. */
const daySchema = z.iso.date();

/** A name the unit had before; records that carry it stay the unit's. */
export const formerNameSchema = z.strictObject({ name: nameSchema, until: daySchema });

/** A contributor (报送单位). */
export const unitSchema = z.strictObject({
  id: idSchema,
  /** As printed in source lines: 示例区委宣传部. */
  name: nameSchema,
  /** Other ways it is written or called: 示例区, 示例新区. */
  aliases: z.array(nameSchema).max(40),
  formerNames: z.array(formerNameSchema).max(40),
  /** One of the list's classes: 区市, 市直, 高校, 企业 … */
  unitClass: nameSchema,
  /** 联系人 */
  contact: z.string().max(80).optional(),
  /** 电话 */
  phone: z.string().max(80).optional(),
  since: daySchema.optional(),
  until: daySchema.optional(),
});

export const unitListSchema = z.strictObject({
  version: z.literal(unitListVersion),
  units: z.array(unitSchema).max(5000),
  /** Classes in the order they are listed in. */
  classes: z.array(nameSchema).max(40),
});
