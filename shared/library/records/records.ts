import { z } from 'zod';
import { parseRecord, type Parsed } from '../../document/migrate-record.js';
import { historyFolder } from '../library-layout.js';
import { courseKind } from './course-kind.js';
import { issueKind } from './issue-kind.js';
import { publicationKind } from './publication-kind.js';
import { receiptKind } from './receipt-kind.js';
import { submissionKind } from './submission-kind.js';
import { unitListKind } from './unit-list-kind.js';
import type { RecordKind } from './record-kind.js';

/** THE table of record kinds. The name is also part of the files' format word: `zhuanbao-issue`. */
const table = {
  issue: issueKind,
  submission: submissionKind,
  receipt: receiptKind,
  units: unitListKind,
  course: courseKind,
  publication: publicationKind,
};

type Table = typeof table;
export type KindName = keyof Table;
export type ValueOf<Name extends KindName> = Table[Name] extends RecordKind<infer Value, infer _Summary> ? Value : never;
export type SummaryOf<Name extends KindName> = Table[Name] extends RecordKind<infer _Value, infer Summary> ? Summary : never;

/** The rows of the table by name, each typed by its name, so that code over any kind stays typed. */
export const recordKinds: { readonly [Name in KindName]: RecordKind<ValueOf<Name>, SummaryOf<Name>> } = table;

export const kindNames = Object.keys(table) as readonly KindName[];
export const kindNameSchema = z.enum(kindNames as readonly [KindName, ...KindName[]]);

/** Reads a saved record: version → migrate → schema → normalise. The reason is Chinese, names the place, has no 。 */
export function parseKind<Name extends KindName>(name: Name, input: unknown): Parsed<ValueOf<Name>> {
  const row = recordKinds[name];
  const parsed = parseRecord(input, row);
  return parsed.ok ? { ok: true, value: row.normalize(parsed.value) } : parsed;
}

/** What a record is called in the trash, in histories and in the audit trail. */
export function titleOfRecord<Name extends KindName>(name: Name, value: ValueOf<Name>): string {
  return recordKinds[name].titleOf(value);
}

/** Path of a record below the library: `期/2022/2022-10.json`. */
export function recordPath(name: KindName, key: string): string {
  const { folder, placement } = recordKinds[name];
  const subfolder = placement.subfolderOf(key);
  return subfolder === '' ? `${folder}/${key}.json` : `${folder}/${subfolder}/${key}.json`;
}

/** Folder of the previous versions of a record: the issues' are named by their keys alone. */
export function versionFolder(name: KindName, key: string): string {
  return name === 'issue' ? `${historyFolder}/${key}` : `${historyFolder}/${recordKinds[name].folder}_${key}`;
}

/** Whose previous versions a folder below 历史 holds, or undefined when it is none of ours. */
export function recordOfVersionFolder(folder: string): { readonly kind: KindName; readonly key: string } | undefined {
  const kind = kindNames.find((name) => name !== 'issue' && folder.startsWith(`${recordKinds[name].folder}_`)) ?? 'issue';
  const key = kind === 'issue' ? folder : folder.slice(recordKinds[kind].folder.length + 1);
  return isKey(kind, key) ? { kind, key } : undefined;
}

export function versionPath(name: KindName, key: string, stamp: string): string {
  return `${versionFolder(name, key)}/${stamp}.json`;
}

/** Which record a path is of, or undefined when it is of none; guards against paths in keys. */
export function recordOfPath(path: string): { readonly kind: KindName; readonly key: string } | undefined {
  const kind = kindNames.find((name) => foldersOf(name).some((folder) => path.startsWith(`${folder}/`)));
  const key = /\/([^/]+)\.json$/u.exec(path)?.[1];
  if (kind === undefined || key === undefined || !isKey(kind, key)) return undefined;
  return recordPath(kind, key) === path || formerPath(kind, key) === path ? { kind, key } : undefined;
}

/** Folders that hold records of a kind, its own first. */
export function foldersOf(name: KindName): readonly string[] {
  const { folder, former } = recordKinds[name];
  return former === undefined ? [folder] : [folder, former.folder];
}

/** Path of a record as an earlier program had it; undefined where that was no other. */
export function formerPath(name: KindName, key: string): string | undefined {
  const { former, placement } = recordKinds[name];
  const subfolder = placement.subfolderOf(key);
  return former && [former.folder, subfolder, `${key}.json`].filter((part) => part !== '').join('/');
}

/** Whether a text can be the key of a record of a kind. */
export function isKey(kind: KindName, key: string): boolean {
  return recordKinds[kind].keySchema.safeParse(key).success;
}
