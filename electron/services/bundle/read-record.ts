import type { CarriedRecord } from '../../../shared/bundle/manifest.js';
import { problem, type Problem } from '../../../shared/bundle/problems.js';
import { isRecordType, recordTypes, type CarriedValues, type RecordType } from '../../../shared/bundle/record-types.js';
import type { Issue } from '../../../shared/document/issue.js';
import type { Parsed } from '../../../shared/document/migrate-record.js';
import { sha256Of } from './digests.js';

/** A record of a bundle from the bytes of its entry: the migrated, normalised value. */
export function parseRecordEntry(type: RecordType, bytes: Uint8Array): Parsed<CarriedValues[RecordType]> {
  return recordTypes[type].parse(parseJson(bytes));
}

/** What names a record of its type. TypeScript cannot follow type and value through the union of the table. */
export function keyOfRecord(type: RecordType, value: CarriedValues[RecordType]): string {
  const row = recordTypes[type] as (typeof recordTypes)['issue'];
  return row.keyOf(value as Issue);
}

/** What is wrong with a record whose entry is what the manifest says. Types of later kinds are left alone. */
export function checkRecord({ type, key, entry, revision }: CarriedRecord, bytes: Uint8Array): readonly Problem[] {
  if (!isRecordType(type)) return [];
  const parsed = parseRecordEntry(type, bytes);
  if (!parsed.ok) return [problem(parsed.newer ? 'too-new' : 'record-broken', entry, `（${parsed.reason}）`)];
  if (keyOfRecord(type, parsed.value) !== key) return [problem('record-broken', entry, '（期号或编号与清单不符）')];
  return sha256Of(bytes) === revision ? [] : [problem('record-broken', entry, '（与清单的校验值不符）')];
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
