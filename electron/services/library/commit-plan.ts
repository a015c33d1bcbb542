import { AppError } from '../../../shared/app-error.js';
import { describeMismatch } from '../../../shared/document/migrate-record.js';
import { isKey, recordKinds, recordPath, type KindName, type ValueOf } from '../../../shared/library/records/records.js';
import type { CommitStep } from './journal.js';
import { placeOf } from './places.js';
import type { Saved } from './stored-file.js';

export interface SavedRecord {
  readonly key: string;
  /** Checksum of the record on disk. */
  readonly revision: string;
  /** ISO instant. */
  readonly savedAt: string;
}

/** A record to be put in its place, whatever is there, or to be moved to the trash. */
export type Change = { readonly [Name in KindName]: PutChange<Name> }[KindName] | RemoveChange;
export interface PutChange<Name extends KindName> {
  readonly do: 'put';
  readonly kind: Name;
  readonly value: ValueOf<Name>;
  /** Checksum of the state it was made from; another one on disk refuses the commit. */
  readonly base?: string;
}
export interface RemoveChange {
  readonly do: 'remove';
  readonly kind: KindName;
  readonly key: string;
}

/** What a commit changed: checksums of a record before (none: it is new) and after (none: it is gone). */
export interface RecordChange {
  readonly kind: KindName;
  readonly key: string;
  readonly before?: string;
  readonly after?: string;
}

/** What a commit did, for those who watch and for who asked. */
export interface Commit {
  readonly changes: readonly RecordChange[];
  /** Records put, in the order asked. */
  readonly saved: readonly SavedRecord[];
  /** Ids in the trash of records removed, in the order asked. */
  readonly trashIds: readonly string[];
}

/** A step with what it takes to carry it out and to tell of it. */
export interface Planned {
  readonly step: CommitStep;
  readonly value?: unknown;
  readonly change?: RecordChange;
  /** What the record is called, for the audit trail. */
  readonly title?: string;
}

/** Another state than the one a change was made from is on disk. */
export function changedElsewhere(kind: KindName): AppError {
  return new AppError('issue-changed', `${recordKinds[kind].words.thing}在别处已改动，没有覆盖。请重新打开后再改。`);
}

/** What a commit that was carried out did, step by step. */
export function commitOf(planned: readonly Planned[], results: readonly (Saved | undefined)[]): Commit {
  return {
    changes: planned.flatMap(({ change }) => (change === undefined ? [] : [change])),
    saved: planned.flatMap(({ step }, position) => {
      const saved = results[position];
      return step.do === 'write' && saved !== undefined ? [{ key: step.key, ...saved }] : [];
    }),
    trashIds: planned.flatMap(({ step }) => {
      const trashed = step.do === 'move' ? placeOf(step.to)?.trashed : undefined;
      return trashed === undefined ? [] : [trashed.id];
    }),
  };
}

/** What was saved by a commit of one record. */
export function savedOf({ saved: [first] }: Commit): SavedRecord {
  if (first === undefined) throw new TypeError('nothing was saved');
  return first;
}

/** @throws AppError bad-request for a value that could not be read again, or has no key to be stored under */
export function expectValid<Name extends KindName>(kind: Name, value: ValueOf<Name>): void {
  const { schema, words, keyOf } = recordKinds[kind];
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new AppError('bad-request', `${words.thing}的内容不合规定，没有保存：${describeMismatch(parsed.error)}。`);
  if (!isKey(kind, keyOf(value))) throw new AppError('bad-request', `${words.thing}的${words.keyName}不合规定，没有保存。`);
}

/** A commit that touched one record twice could not be taken back step by step. */
export function expectOnce(planned: readonly Planned[]): void {
  const paths = planned.map(({ step }) => (step.do === 'paper' ? step.paper : recordPath(step.kind, step.key)));
  if (new Set(paths).size !== paths.length) throw new AppError('bad-request', '同一条记录在一次操作里出现了两次，没有保存。');
}
