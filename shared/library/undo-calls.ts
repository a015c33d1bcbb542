/** Calls that keep an issue's undo steps over its closing, a part of the contract in `shared/ipc.ts`. */
import { z } from 'zod';
import type { CallRow } from '../call-row.js';
import { issueKeySchema } from '../document/issue-schema.js';

const placeShape = {
  key: issueKeySchema,
  /** Checksum of the state the steps begin at; of another state they are worth nothing. */
  revision: z.string().max(128),
};
/** An `UndoJournal` as JSON: only the window takes its steps. */
const stepsSchema = z.string().max(4 * 1024 * 1024);

export const undoCalls = {
  /** Keeps the steps beside the issue, in place of those before. No words are in them alone: a failure to keep them leaves nothing unsaved. */
  'undo.keep': { effect: 'reads', request: z.strictObject({ ...placeShape, steps: stepsSchema }), response: z.strictObject({}) },
  /** Steps kept for the state on disk; none where they are of another state, damaged, or of another version of the program. */
  'undo.get': { effect: 'reads', request: z.strictObject(placeShape), response: z.strictObject({ steps: stepsSchema.optional() }) },
} as const satisfies Record<string, CallRow>;
