import { z } from 'zod';
import { AppError } from '../../../shared/app-error.js';
import { fileName } from '../../../shared/library/library-layout.js';
import type { RecordKind, Refusal } from '../../../shared/library/records/record-kind.js';
import {
  formerPath,
  kindNames,
  parseKind,
  recordKinds,
  recordPath,
  type KindName,
  type SummaryOf,
  type ValueOf,
} from '../../../shared/library/records/records.js';
import { readTrashId, trashEntrySchema, trashPath, type TrashEntry } from '../../../shared/library/trash.js';
import { formatOf } from './envelope.js';
import type { Place } from './places.js';
import type { Shelf } from './shelf.js';
import { StoredFile, type Found } from './stored-file.js';

/** What a list shows of one file. */
export type Entry =
  | { readonly kind: KindName; readonly summary: SummaryOf<KindName> }
  | { readonly kind: 'trash'; readonly summary: TrashEntry };

/** Entries as the index file holds them. */
export const entrySchema = z.union([
  z.strictObject({ kind: z.literal('trash'), summary: trashEntrySchema }),
  ...kindNames.map((name) => z.strictObject({ kind: z.literal(name), summary: recordKinds[name].summarySchema })),
]) as z.ZodType<Entry>;

/** A record read from disk with its checksum and the ISO instant of its save. */
export interface Stored<Value> {
  readonly value: Value;
  readonly revision: string;
  readonly savedAt: string;
}

/** @throws AppError as the kind words it */
export function refuse({ code, message }: Refusal): never {
  throw new AppError(code, message);
}

/**
 * A record's file at its place, in the trash or in its history. `key` is the one it must have, if it must.
 * @throws AppError the kind's own for `missing`, issue-unreadable saying what to do, or what the disk reports
 */
export async function readRecord<Name extends KindName>(
  shelf: Shelf,
  kind: Name,
  path: string,
  key: string | undefined,
): Promise<Stored<ValueOf<Name>>> {
  const row: RecordKind<ValueOf<Name>, SummaryOf<Name>> = recordKinds[kind];
  const missing: Refusal = key === undefined ? { code: row.words.missing('').code, message: '没有这个历史版本。' } : row.words.missing(key);
  const found = await readWhereItLies(shelf, kind, path, key);
  if (found.kind === 'missing') return refuse(missing);
  if (found.kind === 'lost')
    return refuse(shelf.canWrite ? missing : { code: 'issue-unreadable', message: `“${fileName(path)}”已损坏，没有可用的前一版。` });
  if (found.kind === 'newer') throw unreadable(path, '由更新版本的软件保存');
  const parsed = parseKind(kind, found.data);
  if (!parsed.ok) throw unreadable(path, parsed.reason);
  const own = row.keyOf(parsed.value);
  if (key !== undefined && own !== key) throw unreadable(path, `文件名与内容的${row.words.keyName}（${own}）不符`);
  return { value: parsed.value, revision: found.revision, savedAt: found.savedAt };
}

/** A library that may only be read still has its records where an earlier program put them. */
async function readWhereItLies(shelf: Shelf, kind: KindName, path: string, key: string | undefined): Promise<Found> {
  const found = await new StoredFile(shelf, path, formatOf(kind)).read();
  const former = key === undefined ? undefined : formerPath(kind, key);
  if (found.kind !== 'missing' || former === undefined || path !== recordPath(kind, key ?? '')) return found;
  return new StoredFile(shelf, former, formatOf(kind)).read();
}

function unreadable(path: string, reason: string): AppError {
  return new AppError('issue-unreadable', `“${fileName(path)}”无法读取：${reason}。文件没有改动，请用保存它的软件版本打开，或从备份恢复。`);
}

/** What the lists show of a file. @throws AppError saying in Chinese why it cannot be shown */
export async function readEntry<Name extends KindName>(shelf: Shelf, place: Place & { readonly kind: Name }): Promise<Entry> {
  const { value, savedAt } = await readRecord(shelf, place.kind, place.path, place.key);
  return entryOf(place, value, savedAt);
}

/** What the lists show of a record at a place. */
export function entryOf<Name extends KindName>(place: Place & { readonly kind: Name }, value: ValueOf<Name>, savedAt: string): Entry {
  const row: RecordKind<ValueOf<Name>, SummaryOf<Name>> = recordKinds[place.kind];
  if (place.trashed === undefined) return { kind: place.kind, summary: row.summarize(value, savedAt) } as Entry;
  const { id, deletedAt } = place.trashed;
  return { kind: 'trash', summary: { id, kind: place.kind, title: row.titleOf(value), deletedAt } };
}

/** A record in the trash with its kind. */
export type TrashedRecord = { readonly [Name in KindName]: { readonly kind: Name; readonly value: ValueOf<Name> } }[KindName];

/** @throws AppError bad-request for an id that is none, and as `readRecord` */
export async function readTrashed(shelf: Shelf, trashId: string): Promise<TrashedRecord> {
  const named = readTrashId(trashId);
  if (named === undefined) throw new AppError('bad-request', '回收站里没有这一项。');
  const { value } = await readRecord(shelf, named.kind, trashPath(trashId), undefined);
  return { kind: named.kind, value } as TrashedRecord;
}
