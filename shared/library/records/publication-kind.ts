import { z } from 'zod';
import { publicationIdSchema } from '../../document/id-schema.js';
import { publicationMigrations } from '../../document/migrate-issue.js';
import type { OtherPublication } from '../../document/publication.js';
import { publicationSchema } from '../../document/publication-schema.js';
import { publicationVersion } from '../../document/saved-versions.js';
import { byText, inOneFolder, type RecordKind } from './record-kind.js';

const summarySchema = z.strictObject({ id: publicationIdSchema, name: z.string() });

/** Another publication than the library's own, which is the paper 刊物.json: its name, template and page style. */
export const publicationKind: RecordKind<OtherPublication, z.infer<typeof summarySchema>> = {
  folder: '其他刊物',
  placement: inOneFolder,
  keySchema: publicationIdSchema,
  keyOf: ({ id }) => id,
  schema: publicationSchema.required({ id: true }) as z.ZodType<OtherPublication>,
  version: publicationVersion,
  migrations: publicationMigrations,
  normalize: (publication) => publication,
  summarySchema,
  summarize: ({ id, name }) => ({ id, name }),
  compare: (left, right) => byText(left.name, right.name),
  titleOf: ({ name }) => `刊物《${name}》`,
  textOf: ({ name, organ }) => [name, organ].filter((text) => text !== '').join('\n'),
  words: {
    thing: '这个刊物',
    keyName: '编号',
    missing: () => ({ code: 'publication-missing', message: '这个刊物已不在资料库中。' }),
    taken: () => ({ code: 'issue-exists', message: '资料库里已有这个刊物，没有改动。' }),
  },
};
