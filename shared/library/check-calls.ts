/** Calls of 自检, a part of the contract in `shared/ipc.ts`. */
import { z } from 'zod';
import type { CallRow } from '../call-row.js';
import type { DeepReadonly } from '../document/issue.js';
import { checkGroupNames } from './check-groups.js';

const emptySchema = z.strictObject({});

export const checkFindingSchema = z.strictObject({
  /** Names it in `check.repair`; of the last check alone. */
  id: z.string(),
  group: z.enum(checkGroupNames),
  /** Path below the library. */
  file: z.string(),
  /** Whole Chinese sentences: what is wrong, and what that means. */
  message: z.string(),
  /** What the program can do about it; absent where only the editor can. */
  repair: z.string().optional(),
});
export type CheckFinding = DeepReadonly<z.infer<typeof checkFindingSchema>>;

export const checkReportSchema = z.strictObject({
  at: z.iso.datetime({ offset: true }),
  /** How much was looked at, as a sentence. */
  looked: z.string(),
  findings: z.array(checkFindingSchema),
});
export type CheckReport = DeepReadonly<z.infer<typeof checkReportSchema>>;

export const repairedSchema = z.strictObject({
  /** Ids of findings dealt with. */
  done: z.array(z.string()),
  failed: z.array(z.strictObject({ id: z.string(), message: z.string() })),
  /** Takes back what can be taken back; absent where nothing can. */
  undoId: z.string().optional(),
});
export type Repaired = DeepReadonly<z.infer<typeof repairedSchema>>;

export const checkCalls = {
  /** Reads everything the library holds: whether it is what was saved, whether what names another finds it, what nothing needs. */
  'check.run': { effect: 'runs', isSaving: false, request: emptySchema, response: checkReportSchema },
  /** Repairs what the editor ticked: changes of records as one commit, files moved, never deleted. */
  'check.repair': {
    effect: 'runs',
    isSaving: true,
    request: z.strictObject({ ids: z.array(z.string().max(400)).min(1).max(100_000) }),
    response: repairedSchema,
  },
  'check.undo': { effect: 'saves', request: z.strictObject({ undoId: z.string().max(64) }), response: emptySchema },
  /** Who did what when, newest first. */
  'audit.list': {
    effect: 'reads',
    request: emptySchema,
    response: z.strictObject({
      entries: z.array(
        z.strictObject({
          number: z.int(),
          at: z.iso.datetime({ offset: true }),
          who: z.string(),
          action: z.string(),
          what: z.string(),
          commit: z.int().optional(),
        }),
      ),
      /** Places where the trail is not what was written, as sentences. */
      breaks: z.array(z.string()),
    }),
  },
  /** Writes the entries with these numbers as a text into a folder. */
  'audit.export': {
    effect: 'reads',
    request: z.strictObject({ folder: z.string().min(1).max(64), numbers: z.array(z.int()).max(1_000_000) }),
    response: z.strictObject({ handle: z.string(), name: z.string() }),
  },
} as const satisfies Record<string, CallRow>;
