/** Calls and values of backups, a part of the contract in `shared/ipc.ts`. */
import { z } from 'zod';
import type { CallRow } from '../call-row.js';
import type { DeepReadonly } from '../document/issue.js';
import { backupHours } from './backup-plan.js';

const emptySchema = z.strictObject({});
const instantSchema = z.iso.datetime({ offset: true });

const planShape = {
  /** Whether the program makes one when it is closed. */
  atClose: z.boolean(),
  /** Hours between two while it is open; 0: none. */
  everyHours: z.literal(backupHours),
};

const takenSchema = z.strictObject({
  at: instantSchema,
  files: z.int(),
  /** Files whose content the backup folder did not have yet. */
  added: z.int(),
});

const rehearsalSchema = z.strictObject({
  at: instantSchema,
  /** Whole Chinese sentences: what was rebuilt and how it compares. */
  report: z.string(),
  isGood: z.boolean(),
});

/** What the library keeps of its backups, in a paper of its own that no backup holds. */
export const backupRecordSchema = z.strictObject({
  folder: z.string().optional(),
  ...planShape,
  last: takenSchema.optional(),
  /** Why the last attempt failed; none: it did not. */
  failure: z.strictObject({ at: instantSchema, message: z.string() }).optional(),
  rehearsal: rehearsalSchema.optional(),
});
export type BackupRecord = DeepReadonly<z.infer<typeof backupRecordSchema>>;

export const backupStateSchema = backupRecordSchema.extend({
  /** The folder lies on the disk that the library is on: both go when that goes. */
  isOnSameDisk: z.literal(true).optional(),
  /** What is being done now, in Chinese. */
  running: z.strictObject({ step: z.string(), done: z.int(), total: z.int() }).optional(),
});
export type BackupState = DeepReadonly<z.infer<typeof backupStateSchema>>;

export const backupCalls = {
  'backup.state': { effect: 'reads', request: emptySchema, response: backupStateSchema },
  /** Chooses the folder backups go to, and makes the first one there; without a handle no more are made. */
  'backup.choose': {
    effect: 'runs',
    isSaving: true,
    request: z.strictObject({ folder: z.string().min(1).max(64).optional() }),
    response: backupStateSchema,
  },
  'backup.plan': { effect: 'saves', request: z.strictObject(planShape), response: backupStateSchema },
  /** Makes a backup now; a failure is told and the earlier ones stay. */
  'backup.run': { effect: 'runs', isSaving: true, request: emptySchema, response: backupStateSchema },
  /** Rebuilds a library from the latest backup beside the live one, compares the two, and clears it away. */
  'backup.rehearse': { effect: 'runs', isSaving: true, request: emptySchema, response: backupStateSchema },
  /** Writes the library as the latest backup has it into a new folder inside the chosen one. */
  'backup.restore': {
    effect: 'runs',
    isSaving: false,
    request: z.strictObject({ folder: z.string().min(1).max(64) }),
    response: z.strictObject({ path: z.string() }),
  },
} as const satisfies Record<string, CallRow>;
