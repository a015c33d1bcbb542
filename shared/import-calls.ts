/** Files on their way into the library: sent over in chunks, then read, each with what the editor says of it. */
import { z } from 'zod';
import { handleSchema, type CallRow } from './call-row.js';
import type { DeepReadonly } from './document/issue.js';
import { publicationIdSchema } from './document/id-schema.js';
import { dateSchema, issueKeySchema } from './document/issue-schema.js';
import { importMostFiles } from './import-limits.js';
import { leftAsideSchema } from './submissions/submission-schema.js';

/** Number and date that place an issue in the library. */
const issuePlaceInTimeSchema = z.strictObject({ number: z.int().min(1).max(9999), date: dateSchema });

const importReportSchema = z.strictObject({
  file: z.string(),
  kind: z.enum(['issue', 'article']),
  /** Key of the issue, for kind issue. */
  key: issueKeySchema.optional(),
  submissionId: z.string().optional(),
  /** The manuscripts it was parted into, where it held several. */
  parts: z.array(z.strictObject({ submissionId: z.string(), title: z.string() })).optional(),
  title: z.string(),
  /** The masthead as far as it was guessed, for outcome `asks`. */
  guess: issuePlaceInTimeSchema.optional(),
  /** The name on the masthead where no publication has it, for outcome `asks`; empty where the file prints none. */
  unknownName: z.string().optional(),
  /** The publication the issue came into; without an id the library's own. */
  publication: z.strictObject({ id: publicationIdSchema.optional(), name: z.string(), isNew: z.literal(true).optional() }).optional(),
  /** What came of it: `exists` and `asks` mean that nothing was written, because another issue has the key, or number, date or publication are not known. */
  outcome: z.enum(['added', 'replaced', 'unchanged', 'exists', 'asks']),
  warnings: z.array(z.string()),
  leftAside: z.array(leftAsideSchema),
  /** Leads guessed rather than read from bold type. */
  inferredLeads: z.int(),
});

/** A file to be taken into the library, and what the editor says of it. */
const importedFileSchema = z.strictObject({
  /** The file, sent over before. */
  upload: handleSchema,
  /** When another issue has the key: leave it, or keep it as an earlier version and take the new one. */
  whenExists: z.enum(['leave', 'replace']),
  /** What the editor says of it: a whole issue (一期), manuscripts (稿件). */
  as: z.enum(['issue', 'article']).optional(),
  /** Its lines are paragraphs as they stand, though they look broken at a fixed width. */
  keepsLines: z.boolean().optional(),
  /** It is one manuscript, though it looks like several. */
  isOne: z.boolean().optional(),
  /** Names of the folders it lay in, the nearest first. */
  folders: z.array(z.string().max(255)).max(20).optional(),
  /** What the editor says where the masthead does not. */
  place: issuePlaceInTimeSchema.optional(),
  /** The publication of an issue whose name is none's: the library's own, a new one, or another by its id. */
  publication: z.union([z.enum(['own', 'new']), publicationIdSchema]).optional(),
});

export const importCalls = {
  /** Begins to send a file over: its bytes follow in chunks of `uploadLimits`, over the channel's `send`. */
  'upload.open': {
    effect: 'reads',
    request: z.strictObject({ name: z.string().min(1).max(255), size: z.int().min(0) }),
    response: z.strictObject({ upload: handleSchema }),
  },
  /** Gives a file up that was sent over, or a part of it. */
  'upload.drop': { effect: 'reads', request: z.strictObject({ upload: handleSchema }), response: z.strictObject({}) },
  /** Takes files into the library one after another; what came of each, in their order. Those that follow a cancel are left out. */
  'import.run': {
    effect: 'runs',
    isSaving: true,
    request: z.strictObject({ files: z.array(importedFileSchema).min(1).max(importMostFiles) }),
    response: z.strictObject({
      outcomes: z.array(z.union([z.strictObject({ report: importReportSchema }), z.strictObject({ failure: z.string() })])),
    }),
  },
} as const satisfies Record<string, CallRow>;

export type ImportReport = DeepReadonly<z.output<typeof importReportSchema>>;
