/** What the lists of the library show of each document; also what its index on disk holds. */
import { z } from 'zod';
import type { DeepReadonly } from '../document/issue.js';
import { issueKeySchema, issueStateSchema } from '../document/issue-schema.js';

/** ISO instant with zone. */
const instantSchema = z.iso.datetime({ offset: true });

export const issueSummarySchema = z.strictObject({
  key: issueKeySchema,
  publication: z.string(),
  number: z.int(),
  supplement: z.boolean(),
  date: z.string(),
  state: issueStateSchema,
  titles: z.array(z.string()),
  /** 字数 of titles and paragraphs. */
  characters: z.int(),
  savedAt: instantSchema,
});

export const draftSummarySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  characters: z.int(),
  file: z.string(),
  savedAt: instantSchema,
});

export const trashEntrySchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['issue', 'draft']),
  title: z.string(),
  deletedAt: instantSchema,
});

export type IssueSummary = DeepReadonly<z.output<typeof issueSummarySchema>>;
export type DraftSummary = DeepReadonly<z.output<typeof draftSummarySchema>>;
export type TrashEntry = DeepReadonly<z.output<typeof trashEntrySchema>>;
