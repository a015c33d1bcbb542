/** Replacing over the library, as it crosses the contract. */
import { z } from 'zod';
import { issueKeySchema, issueStateSchema } from '../document/issue-schema.js';

export const findQuerySchema = z.strictObject({
  words: z.string().max(1000),
  isPattern: z.boolean(),
  blindness: z.strictObject({ width: z.boolean(), quotes: z.boolean(), blanks: z.boolean(), letterCase: z.boolean() }),
});

const previewedIssueSchema = z.strictObject({
  key: issueKeySchema,
  state: issueStateSchema,
  /** Of the issue that was counted; hits are refused, and the replacement is, when it is another by then. */
  revision: z.string(),
  count: z.int(),
});

export const replacePreviewSchema = z.strictObject({
  total: z.int(),
  issues: z.array(previewedIssueSchema),
  /** What is wrong with the pattern. */
  problem: z.string().optional(),
});

/** Which hits are to be listed: of each issue from the one of this number, so many. */
export const replaceHitsRequestSchema = z.strictObject({
  query: findQuerySchema,
  of: z
    .array(z.strictObject({ key: issueKeySchema, revision: z.string(), from: z.int().min(0) }))
    .min(1)
    .max(50),
  most: z.int().min(1).max(1000),
});

/** Hits of each issue asked for, in that order. */
export const replaceHitsSchema = z.strictObject({
  hits: z.array(
    z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        /** The words before, the match, the words after. */
        context: z.tuple([z.string(), z.string(), z.string()]),
      }),
    ),
  ),
});

export const replaceRequestSchema = z.strictObject({
  query: findQuerySchema,
  replacement: z.string().max(1000),
  issues: z
    .array(
      z.strictObject({
        key: issueKeySchema,
        revision: z.string(),
        /** Ids of hits that stay as they are. */
        off: z.array(z.string()),
      }),
    )
    .min(1)
    .max(5000),
});

export const replacedSchema = z.strictObject({
  /** Takes it back by `replace.undo`, as long as the program runs and none of the issues was changed since. */
  undoId: z.string(),
  changed: z.array(z.strictObject({ key: issueKeySchema, count: z.int() })),
});
