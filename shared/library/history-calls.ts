import { z } from 'zod';
import { handleSchema, type CallRow } from '../call-row.js';
import { issueKeySchema, issueSchema } from '../document/issue-schema.js';
import { linePattern } from '../document/plain-characters.js';
import { redlineFormats } from './redline-formats.js';

const emptySchema = z.strictObject({});
const keySchema = z.strictObject({ key: issueKeySchema });
const versionSchema = z.strictObject({
  id: z.string(),
  /** When this state gave way to another. */
  replacedAt: z.iso.datetime({ offset: true }),
  name: z.string().optional(),
});
const versionRequestSchema = keySchema.extend({ id: z.string().max(64) });
const versionNameSchema = z.string().max(40).regex(linePattern);
/** Two states of an issue: ids of versions, or `now` for what is on disk. */
const comparedSchema = keySchema.extend({ before: z.string().max(64), after: z.string().max(64) });

/** Calls about earlier versions of issues, a part of the contract in `shared/ipc.ts`. */
export const historyCalls = {
  /** Earlier versions of an issue, newest first. */
  'history.list': { effect: 'reads', request: keySchema, response: z.strictObject({ versions: z.array(versionSchema) }) },
  'history.get': { effect: 'reads', request: versionRequestSchema, response: z.strictObject({ issue: issueSchema }) },
  /** Keeps what is on disk as a version; one with a name is kept for good. */
  'history.keep': { effect: 'saves', request: keySchema.extend({ name: versionNameSchema }), response: z.strictObject({ id: z.string() }) },
  /** An empty name takes the name away. */
  'history.name': { effect: 'saves', request: versionRequestSchema.extend({ name: versionNameSchema }), response: emptySchema },
  /** Writes what changed between two states of an issue (花脸稿): a Word file with tracked changes, or a PDF. */
  'history.redline': {
    effect: 'reads',
    request: comparedSchema.extend({ format: z.enum(redlineFormats), folder: handleSchema }),
    response: z.strictObject({ handle: handleSchema, path: z.string() }),
  },
  /** Opens the PDF of it in the system's reader, to be printed there. */
  'history.printRedline': { effect: 'reads', request: comparedSchema, response: emptySchema },
  /** Notes in the audit trail that the window brought an earlier version back. */
  'history.restored': {
    effect: 'saves',
    request: versionRequestSchema.extend({ title: z.string().max(400).optional() }),
    response: emptySchema,
  },
} as const satisfies Record<string, CallRow>;
