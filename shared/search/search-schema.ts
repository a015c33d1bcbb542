import { z } from 'zod';
import { issuePlaceSchema } from '../document/text-place-schema.js';
import { docKinds } from './doc-kinds.js';

export const searchRequestSchema = z.strictObject({
  /** Terms parted by blanks, all of which a document holds; “…” or "…" stand together as they are written. */
  words: z.string().max(400),
  /** Only documents with these; a facet left out, or empty, leaves all. */
  only: z.strictObject({
    kind: z.array(z.string()).optional(),
    year: z.array(z.string()).optional(),
    publication: z.array(z.string()).optional(),
    column: z.array(z.string()).optional(),
    unit: z.array(z.string()).optional(),
    state: z.array(z.string()).optional(),
  }),
  /** Most articles and manuscripts to come back. */
  most: z.int().min(1).max(500),
});

const facetSchema = z.array(z.strictObject({ value: z.string(), count: z.int() }));

/**
 * An earlier version of an issue, or something in the trash, and when it was replaced or deleted (ISO instant). Of a
 * version whose issue is in the trash, `trashId` is that of the issue.
 */
const keptSchema = z.strictObject({ kind: z.enum(['version', 'trash']), id: z.string(), at: z.string(), trashId: z.string().optional() });

const groupSchema = z.strictObject({
  source: z.enum(['issue', 'submission']),
  key: z.string(),
  /** Absent for what is in the library now. */
  kept: keptSchema.optional(),
  label: z.string(),
  /** Articles of it that match as well and are not among `docs`. */
  unlisted: z.int(),
  docs: z.array(
    z.strictObject({
      kind: z.enum(docKinds),
      title: z.string(),
      column: z.string(),
      unit: z.string(),
      /** Places that match in all; `places` are the first of them. */
      count: z.int(),
      places: z.array(
        z.strictObject({
          place: issuePlaceSchema,
          /** Key of the text, as in `issue-texts.ts`. */
          key: z.string(),
          /** In that text. */
          from: z.int(),
          to: z.int(),
          /** The words before, the match, the words after. */
          context: z.tuple([z.string(), z.string(), z.string()]),
        }),
      ),
    }),
  ),
});

export const searchAnswerSchema = z.strictObject({
  /** Documents that match in all. */
  total: z.int(),
  /** Issues and manuscripts that match in all; `groups` may be fewer. */
  sources: z.int(),
  groups: z.array(groupSchema),
  facets: z.strictObject({
    kind: facetSchema,
    year: facetSchema,
    publication: facetSchema,
    column: facetSchema,
    unit: facetSchema,
    state: facetSchema,
  }),
  /** The words as they are looked for, for the sentence that says that nothing was found. */
  terms: z.array(z.string()),
});

export const keptAnswerSchema = z.strictObject({
  groups: z.array(groupSchema),
  /** More was found than is listed. */
  isCut: z.boolean(),
});
