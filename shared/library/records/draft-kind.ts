import { z } from 'zod';
import { itemCharacters } from '../../document/count-item.js';
import { plainTitle, type Draft } from '../../document/issue.js';
import { draftSchema } from '../../document/issue-schema.js';
import { draftMigrations } from '../../document/migrate-issue.js';
import { draftVersion } from '../../document/saved-versions.js';
import { itemText } from './item-text.js';
import { byText, inOneFolder, type RecordKind } from './record-kind.js';

/** What the list of drafts shows of one. */
export const draftSummarySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  characters: z.int(),
  /** Name of the file it was imported from, or an empty string. */
  file: z.string(),
  savedAt: z.iso.datetime({ offset: true }),
});
export type DraftSummary = Readonly<z.infer<typeof draftSummarySchema>>;

/** A manuscript that belongs to no issue yet (备用稿), by its id. */
export const draftKind: RecordKind<Draft, DraftSummary> = {
  folder: '备用稿',
  placement: inOneFolder,
  keySchema: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/u),
  keyOf: ({ id }) => id,
  schema: draftSchema,
  version: draftVersion,
  migrations: draftMigrations,
  normalize: (draft) => draft,
  summarySchema: draftSummarySchema,
  summarize: ({ id, article }, savedAt) => ({
    id,
    title: plainTitle(article.title),
    characters: itemCharacters(article),
    file: article.origin?.file ?? '',
    savedAt,
  }),
  compare: (left, right) => byText(right.savedAt, left.savedAt),
  titleOf: ({ article }) => plainTitle(article.title),
  textOf: ({ article }) => itemText(article),
  words: {
    thing: '这篇备用稿',
    keyName: '编号',
    missing: () => ({ code: 'draft-missing', message: '这篇备用稿已不在资料库中。' }),
    taken: () => ({ code: 'issue-exists', message: '备用稿中已有这一篇，没有改动。' }),
  },
};
