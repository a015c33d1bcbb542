import { z } from 'zod';
import { unitListSchema } from '../../units/unit-schema.js';
import { unitListKey, unitListVersion } from '../../units/unit-list.js';
import type { UnitList } from '../../units/unit.js';
import { inOneFolder, type RecordKind } from './record-kind.js';

const summarySchema = z.strictObject({ units: z.int() });

/** The list of units (报送单位): one record a library. */
export const unitListKind: RecordKind<UnitList, z.infer<typeof summarySchema>> = {
  folder: '名录',
  placement: inOneFolder,
  keySchema: z.literal(unitListKey),
  keyOf: () => unitListKey,
  schema: unitListSchema,
  version: unitListVersion,
  migrations: {},
  normalize: (list) => list,
  summarySchema,
  summarize: ({ units }) => ({ units: units.length }),
  compare: () => 0,
  titleOf: () => '报送单位名录',
  textOf: ({ units }) => units.map(({ name, aliases }) => [name, ...aliases].join(' ')).join('\n'),
  words: {
    thing: '报送单位名录',
    keyName: '名称',
    missing: () => ({ code: 'units-missing', message: '资料库里还没有报送单位名录。' }),
    taken: () => ({ code: 'issue-exists', message: '资料库里已有报送单位名录，没有改动。' }),
  },
};
