import type { z } from 'zod';
import type { ErrorCode } from '../../app-error.js';
import type { Migration } from '../../document/migrate-record.js';

/** Where the files of a kind lie below its folder. */
export interface Placement {
  /** Folder of a key below the kind's folder, or an empty string. */
  readonly subfolderOf: (key: string) => string;
  readonly isSubfolder: (name: string) => boolean;
}

/** All files of a kind in its one folder. */
export const inOneFolder: Placement = { subfolderOf: () => '', isSubfolder: () => false };

/** Files of a kind by the year that their keys begin with: `2022/2022-10.json`. */
export const byYear: Placement = { subfolderOf: (key) => key.slice(0, 4), isSubfolder: (name) => /^\d{4}$/u.test(name) };

/** A failure as a kind words it: a stable code and a whole Chinese sentence. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
}

/** How the editor is told of what cannot be done with a record of a kind. */
export interface RecordWords {
  /** What one record is called in a sentence: 这一期. */
  readonly thing: string;
  /** What the key is called: 期号. */
  readonly keyName: string;
  readonly missing: (key: string) => Refusal;
  readonly taken: (key: string) => Refusal;
}

/**
 * Everything the library must know of one kind of record. The library's places, trash, index, envelopes, unfinished
 * saves, restore and checks read nothing else: a new kind is a file with such a value and its line in `records.ts`.
 */
export interface RecordKind<Value, Summary> {
  /** Folder below the library, which is also the kind's name in the trash: Chinese, legal on Windows, without `_`. */
  readonly folder: string;
  /** Folder and format word under which earlier programs kept such records; they are read there and moved on opening. */
  readonly former?: { readonly folder: string; readonly format: string };
  readonly placement: Placement;
  /** Keys may hold nothing that a path gives a meaning to, nor `_` followed by an instant. */
  readonly keySchema: z.ZodType<string>;
  readonly keyOf: (value: Value) => string;
  readonly schema: z.ZodType<Value>;
  /** Version of the saved shape; raise it together with a migration. */
  readonly version: number;
  /** Steps from an older saved shape, by the version they start from. */
  readonly migrations: Readonly<Record<number, Migration>>;
  /** The one form of a value that is read; the value itself where there is nothing to even out. */
  readonly normalize: (value: Value) => Value;
  /** What lists show of a record, kept in the index: a change of it costs a rebuild of the index and no more. */
  readonly summarySchema: z.ZodType<Summary>;
  /** `savedAt` is an ISO instant. */
  readonly summarize: (value: Value, savedAt: string) => Summary;
  /** Order of lists, as `sort` takes it. */
  readonly compare: (left: Summary, right: Summary) => number;
  /** Why a record may not become another, where it may not. */
  readonly refuseChange?: (before: Value, after: Value) => Refusal | undefined;
  /** What the record is called in the trash and in histories. */
  readonly titleOf: (value: Value) => string;
  /** All words in it, a line each, for search and for likeness. */
  readonly textOf: (value: Value) => string;
  readonly words: RecordWords;
}

/** Order by code units, as `sort` takes it. */
export function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
