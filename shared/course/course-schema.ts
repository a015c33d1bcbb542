import { z } from 'zod';
import type { CallRow } from '../call-row.js';
import { issueKeySchema, issueStateSchema } from '../document/issue-schema.js';
import { stages } from '../document/issue-states.js';
import type { Migration } from '../document/migrate-record.js';
import { linePattern } from '../document/plain-characters.js';
import { courseVersion, type Course } from './course.js';

const lineSchema = z.string().regex(linePattern);
const whoSchema = lineSchema.min(1).max(40);
const noteSchema = lineSchema.max(400);

export const courseSchema: z.ZodType<Course> = z.strictObject({
  version: z.literal(courseVersion),
  key: issueKeySchema,
  steps: z.array(
    z.strictObject({
      at: z.iso.datetime({ offset: true }),
      from: issueStateSchema,
      to: issueStateSchema,
      who: whoSchema,
      note: noteSchema.optional(),
      correction: z.int().min(1).optional(),
    }),
  ),
  itemSteps: z.array(
    z.strictObject({ at: z.iso.datetime({ offset: true }), items: z.array(z.string()).min(1), to: z.enum(stages), who: whoSchema }),
  ),
});

/** Steps from an older saved shape. */
export const courseMigrations: Readonly<Record<number, Migration>> = {
  /** Articles had no stages of their own. */
  1: (course) => ({ ...course, itemSteps: [] }),
};

/** Calls about the way of an issue through its states, a part of the contract in `shared/ipc.ts`. */
export const courseCalls = {
  /** The steps of an issue so far, and the people to choose from: those on the list (人员), then who else did steps of any issue. */
  'course.get': {
    effect: 'reads',
    request: z.strictObject({ key: issueKeySchema }),
    response: z.strictObject({ course: courseSchema, people: z.array(z.string()) }),
  },
  /** Takes an issue to another state; the text as it is becomes a version with the state's name, kept for good. */
  'course.go': {
    effect: 'saves',
    request: z.strictObject({
      key: issueKeySchema,
      to: issueStateSchema,
      who: whoSchema,
      /** Asked for where a 更正 begins. */
      note: noteSchema,
      baseRevision: z.string(),
    }),
    response: z.strictObject({ revision: z.string() }),
  },
  /** Takes articles to another stage; the issue follows the one that is least far, and comes back with where it stands now. */
  'course.goItems': {
    effect: 'saves',
    request: z.strictObject({
      key: issueKeySchema,
      items: z.array(z.string().max(64)).min(1),
      to: z.enum(stages),
      who: whoSchema,
      baseRevision: z.string(),
    }),
    response: z.strictObject({ course: courseSchema, state: issueStateSchema, revision: z.string() }),
  },
} as const satisfies Record<string, CallRow>;
