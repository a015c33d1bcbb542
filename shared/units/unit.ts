import type { z } from 'zod';
import type { DeepReadonly } from '../document/issue.js';
import { unitListVersion } from './unit-list.js';
import type { unitListSchema, unitSchema } from './unit-schema.js';

export type Unit = DeepReadonly<z.infer<typeof unitSchema>>;
export type UnitList = DeepReadonly<z.infer<typeof unitListSchema>>;

export const emptyUnitList: UnitList = { version: unitListVersion, units: [], classes: ['区市', '市直', '高校', '企业', '其他'] };

/** Whether a unit still reports on a day. */
export function reportsOn(unit: Unit, day: string): boolean {
  return (unit.since === undefined || unit.since <= day) && (unit.until === undefined || day <= unit.until);
}
