import { z } from 'zod';
import { columnFormSchema, distributionLineSchema, imprintSchema } from './issue-schema.js';
import { publicationIdSchema } from './id-schema.js';
import { linePattern } from './plain-characters.js';
import { publicationVersion } from './saved-versions.js';

/** A periodical and its template: what a new issue of it starts from. */
export const publicationSchema = z.strictObject({
  version: z.literal(publicationVersion),
  /** Absent: the library's own, the one it had before there were others. */
  id: publicationIdSchema.optional(),
  name: z.string().min(1),
  organ: z.string(),
  /** Columns in their fixed order; names as printed between 〔〕. */
  columns: z.array(z.strictObject({ name: z.string().min(1), form: columnFormSchema })),
  distribution: z.array(distributionLineSchema),
  imprint: imprintSchema,
  /** Changed measures of the page style only, by dotted path; the rest follow the default style. */
  pageStyle: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
  /** Font names written into Word files: official (仿宋_GB2312; the default) or those of Chinese Windows (仿宋). */
  faceSet: z.enum(['gb2312', 'windows']).optional(),
  /** People who take issues and articles from state to state (人员), in the order they are offered. */
  people: z.array(z.string().min(1).max(40).regex(linePattern)).optional(),
  /** What the next issue takes its name, columns, receivers and people from: the last issue (the default), or this template. */
  newIssueFrom: z.enum(['last', 'template']).optional(),
});
