import { z } from 'zod';
import { courseKey, courseVersion, type Course } from '../../course/course.js';
import { courseMigrations, courseSchema } from '../../course/course-schema.js';
import { stateLabels } from '../../course/state-labels.js';
import { issueKeyPattern, issueKeySchema } from '../../document/issue-schema.js';
import { byText, byYear, type RecordKind } from './record-kind.js';

const summarySchema = z.strictObject({ key: issueKeySchema, people: z.array(z.string()), lastAt: z.string() });

/** The way of an issue through its states (流程), under the issue's key. */
export const courseKind: RecordKind<Course, z.infer<typeof summarySchema>> = {
  folder: '流程',
  placement: byYear,
  keySchema: z.string().regex(new RegExp(`^${issueKeyPattern}-流程$`, 'u')),
  keyOf: ({ key }) => courseKey(key),
  schema: courseSchema,
  version: courseVersion,
  migrations: courseMigrations,
  normalize: (course) => course,
  summarySchema,
  summarize: ({ key, steps, itemSteps }) => ({
    key,
    people: [...new Set([...itemSteps, ...steps].toReversed().map(({ who }) => who))],
    lastAt: [steps.at(-1)?.at ?? '', itemSteps.at(-1)?.at ?? ''].sort().at(-1) ?? '',
  }),
  compare: (left, right) => byText(right.lastAt, left.lastAt),
  titleOf: ({ key }) => `${key} 的流程`,
  textOf: ({ steps }) => steps.map(({ to, who, note }) => `${stateLabels[to]} ${who} ${note ?? ''}`).join('\n'),
  words: {
    thing: '这一期的流程',
    keyName: '期号',
    missing: (key) => ({ code: 'issue-missing', message: `${key} 还没有流程记录。` }),
    taken: (key) => ({ code: 'issue-exists', message: `${key} 已有流程记录，没有改动。` }),
  },
};
