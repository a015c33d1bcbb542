import { z } from 'zod';
import type { IssuePlace } from './text-place.js';

const textPlaceSchema = z.strictObject({
  itemId: z.string(),
  paragraphId: z.string().optional(),
  field: z.enum(['title', 'subtitle', 'editorNote', 'text', 'footnote', 'source']),
  offset: z.int(),
});
const partPlaceSchema = z.strictObject({
  part: z.enum(['masthead', 'instruction', 'contents', 'column', 'distribution', 'imprint']),
  columnId: z.string().optional(),
  itemId: z.string().optional(),
  offset: z.int().optional(),
});
/** `IssuePlace` over the contract. */
export const issuePlaceSchema = z.union([textPlaceSchema, partPlaceSchema]) as z.ZodType<IssuePlace>;
