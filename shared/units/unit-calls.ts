/** Calls on the list of units, a part of the contract in `shared/ipc.ts`. */
import { z } from 'zod';
import type { CallRow } from '../call-row.js';
import { unitListSchema } from './unit-schema.js';

const emptySchema = z.strictObject({});
/** Checksum of the list on disk; empty while there is none. */
const revisionSchema = z.string().max(128);
const listResponse = z.strictObject({ list: unitListSchema, revision: revisionSchema });

export const unitCalls = {
  'units.get': { effect: 'reads', request: emptySchema, response: listResponse },
  /** The whole list over the state with `baseRevision`; another one on disk is refused with `issue-changed`. */
  'units.save': {
    effect: 'saves',
    request: z.strictObject({ list: unitListSchema, baseRevision: revisionSchema }),
    response: z.strictObject({ revision: revisionSchema }),
  },
  /** Takes a spreadsheet (.xlsx, .csv) into the list; rows that cannot be read are told and left out. */
  'units.import': {
    effect: 'runs',
    isSaving: true,
    /** The spreadsheet, sent over before. */
    request: z.strictObject({ upload: z.string().min(1).max(64) }),
    response: z.strictObject({
      ...listResponse.shape,
      added: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      troubles: z.array(z.strictObject({ row: z.int(), message: z.string() })),
    }),
  },
  /** Writes the list as a spreadsheet into a folder, under a name not yet taken there. */
  'units.export': {
    effect: 'runs',
    isSaving: false,
    request: z.strictObject({ folder: z.string().min(1).max(64), format: z.enum(['xlsx', 'csv']) }),
    response: z.strictObject({ path: z.string() }),
  },
} as const satisfies Record<string, CallRow>;
