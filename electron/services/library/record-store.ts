import { dirname } from 'node:path';
import { AppError } from '../../../shared/app-error.js';
import { describeMismatch } from '../../../shared/document/migrate-record.js';
import { isSnapshotDue, versionsToDrop } from '../../../shared/library/history-rules.js';
import { instantOfStamp, stampOf } from '../../../shared/library/library-layout.js';
import {
  isKey,
  recordKinds,
  recordPath,
  versionFolder,
  versionPath,
  type KindName,
  type ValueOf,
} from '../../../shared/library/records/records.js';
import { readTrashId, trashIdOf, trashPath } from '../../../shared/library/trash.js';
import type { Catalog } from './catalog.js';
import { toDiskError } from './disk-error.js';
import { keepCopy } from './durable-file.js';
import { formatOf, revisionOf } from './envelope.js';
import { freeInstant, moveFile, stampsIn } from './move-file.js';
import { beginMove, endMove, retireOldKey } from './pending-move.js';
import { entryOf, readEntry, readRecord, refuse, type Stored } from './read-record.js';
import type { Shelf } from './shelf.js';
import { StoredFile } from './stored-file.js';

export interface SavedRecord {
  readonly key: string;
  /** Checksum of the record on disk. */
  readonly revision: string;
  /** ISO instant. */
  readonly savedAt: string;
}

/** A previous version of a record. */
export interface RecordVersion {
  /** Names it in `version`. */
  readonly id: string;
  /** ISO instant at which it was replaced. */
  readonly replacedAt: string;
}

/** Records of one library. Callers see to it that the library may be written and that calls come one after another. */
export class RecordStore {
  readonly #shelf: Shelf;
  readonly #catalog: Catalog;
  /** When a version was last kept, by path. */
  readonly #snapshots = new Map<string, Date>();
  readonly #attempts = new Map<string, { readonly baseRevision: string; readonly revision: string }>();

  constructor(shelf: Shelf, catalog: Catalog) {
    this.#shelf = shelf;
    this.#catalog = catalog;
  }

  async get<Name extends KindName>(kind: Name, key: string): Promise<Stored<ValueOf<Name>>> {
    if (!isKey(kind, key)) return refuse(recordKinds[kind].words.missing(key));
    return readRecord(this.#shelf, kind, recordPath(kind, key), key);
  }

  /** Saves a record over the state with `baseRevision`; one whose content gives another key now moves there. */
  async save<Name extends KindName>(kind: Name, key: string, value: ValueOf<Name>, baseRevision: string): Promise<SavedRecord> {
    const current = await this.get(kind, key);
    const target = keyOf(kind, value);
    if (revisionOf(value) === current.revision) return { key, revision: current.revision, savedAt: current.savedAt };
    if (current.revision !== baseRevision && !this.#isOwnAttempt(recordPath(kind, key), baseRevision, current.revision))
      throw new AppError('issue-changed', `${recordKinds[kind].words.thing}在别处已改动，没有覆盖。请重新打开后再改。`);
    if (target !== key) return this.#move(kind, key, value, current.revision);
    await this.#snapshot(kind, key, false);
    return this.#writeOver(kind, value, baseRevision);
  }

  /** A save may fail in its last step, with its words on disk already: the window that sent them may go on from there. */
  async #writeOver<Name extends KindName>(kind: Name, value: ValueOf<Name>, baseRevision: string): Promise<SavedRecord> {
    const path = recordPath(kind, recordKinds[kind].keyOf(value));
    this.#attempts.set(path, { baseRevision, revision: revisionOf(value) });
    const saved = await this.#write(kind, value);
    this.#attempts.delete(path);
    return saved;
  }

  #isOwnAttempt(path: string, baseRevision: string, onDisk: string): boolean {
    const attempt = this.#attempts.get(path);
    return attempt?.baseRevision === baseRevision && attempt.revision === onDisk;
  }

  /** Adds a record whose key is free. */
  async add<Name extends KindName>(kind: Name, value: ValueOf<Name>): Promise<SavedRecord> {
    await this.#expectFree(kind, keyOf(kind, value));
    return this.#write(kind, value);
  }

  /** Puts a record in the place of the one with its key, if there is one, which becomes a previous version. */
  async replace<Name extends KindName>(kind: Name, value: ValueOf<Name>): Promise<SavedRecord> {
    const key = keyOf(kind, value);
    await this.#expectReplaceable(kind, key);
    await this.#snapshot(kind, key, true);
    return this.#write(kind, value);
  }

  /** Moves a record to the trash; comes back with its id there. */
  async remove(kind: KindName, key: string): Promise<string> {
    await this.get(kind, key);
    const instant = await freeInstant(this.#shelf, this.#shelf.clock.now(), (time) => trashPath(trashIdOf(kind, key, time)));
    const id = trashIdOf(kind, key, instant);
    const path = recordPath(kind, key);
    await moveFile(this.#shelf, path, trashPath(id));
    this.#catalog.drop(path);
    this.#snapshots.delete(path);
    const place = { kind, key, path: trashPath(id), trashed: { id, deletedAt: instant.toISOString() } };
    await this.#catalog.put(place.path, await readEntry(this.#shelf, place));
    return id;
  }

  /** Takes a record out of the trash. */
  async restore(trashId: string): Promise<{ readonly kind: KindName; readonly key: string }> {
    const name = readTrashId(trashId);
    if (name === undefined) throw new AppError('issue-missing', '回收站里没有这一项。');
    const { kind, key } = name;
    const { value, savedAt } = await readRecord(this.#shelf, kind, trashPath(trashId), key);
    await this.#expectFree(kind, key);
    const path = recordPath(kind, key);
    await moveFile(this.#shelf, trashPath(trashId), path);
    this.#catalog.drop(trashPath(trashId));
    await this.#catalog.put(path, entryOf({ kind, key, path }, value, savedAt));
    return { kind, key };
  }

  /** Previous versions of a record, newest first. */
  async versions(kind: KindName, key: string): Promise<readonly RecordVersion[]> {
    const stamps = await stampsIn(this.#shelf, versionFolder(kind, key));
    return stamps.map((stamp) => ({ id: stamp, replacedAt: instantOfStamp(stamp) ?? '' }));
  }

  async version<Name extends KindName>(kind: Name, key: string, id: string): Promise<Stored<ValueOf<Name>>> {
    if (!isKey(kind, key) || instantOfStamp(id) === undefined)
      return refuse({ code: recordKinds[kind].words.missing(key).code, message: '没有这个历史版本。' });
    return readRecord(this.#shelf, kind, versionPath(kind, key, id), undefined);
  }

  async #expectFree(kind: KindName, key: string): Promise<void> {
    const found = await new StoredFile(this.#shelf, recordPath(kind, key), formatOf(kind)).read();
    if (found.kind === 'good' || found.kind === 'newer') refuse(recordKinds[kind].words.taken(key));
  }

  /** Nothing there, or something that can be read: what cannot is never written over. */
  async #expectReplaceable(kind: KindName, key: string): Promise<void> {
    try {
      await this.get(kind, key);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== recordKinds[kind].words.missing(key).code) throw error;
    }
  }

  async #write<Name extends KindName>(kind: Name, value: ValueOf<Name>): Promise<SavedRecord> {
    const key = recordKinds[kind].keyOf(value);
    const path = recordPath(kind, key);
    const saved = await new StoredFile(this.#shelf, path, formatOf(kind)).write(value);
    await this.#catalog.put(path, entryOf({ kind, key, path }, value, saved.savedAt));
    return { key, ...saved };
  }

  /** Intention, new file, old file to history, done: cut short anywhere, opening the library finishes or forgets it. */
  async #move<Name extends KindName>(kind: Name, from: string, value: ValueOf<Name>, fromRevision: string): Promise<SavedRecord> {
    const to = recordKinds[kind].keyOf(value);
    await this.#expectFree(kind, to);
    await beginMove(this.#shelf, { kind, from, to, fromRevision, toRevision: revisionOf(value) });
    const saved = await this.#writeOrUndo(kind, value);
    this.#catalog.drop(recordPath(kind, from));
    try {
      await retireOldKey(this.#shelf, { kind, from, to });
      await endMove(this.#shelf);
    } catch (error) {
      const { message } = toDiskError(error, recordPath(kind, from));
      this.#shelf.tell(`${to} 已保存，但 ${from} 的原文件暂时移不走，下次保存或打开时再移。${message}`);
    }
    this.#snapshots.set(recordPath(kind, to), this.#shelf.clock.now());
    return saved;
  }

  /** Writes under a key that was free; on failure it is free again, and the intention forgotten. */
  async #writeOrUndo<Name extends KindName>(kind: Name, value: ValueOf<Name>): Promise<SavedRecord> {
    try {
      return await this.#write(kind, value);
    } catch (error) {
      await this.#undoWrite(recordPath(kind, recordKinds[kind].keyOf(value))).catch(() => undefined);
      throw error;
    }
  }

  async #undoWrite(path: string): Promise<void> {
    await this.#shelf.disk.remove(this.#shelf.at(path));
    await endMove(this.#shelf);
  }

  /** Keeps the present state as a previous version, when one is due or `always`; lets go of those beyond the limit. */
  async #snapshot(kind: KindName, key: string, always: boolean): Promise<void> {
    const now = this.#shelf.clock.now();
    const path = recordPath(kind, key);
    if (!always && !isSnapshotDue(this.#snapshots.get(path), now)) return;
    const { disk } = this.#shelf;
    const source = this.#shelf.at(path);
    if ((await disk.stat(source)) === undefined) return;
    const instant = await freeInstant(this.#shelf, now, (time) => versionPath(kind, key, stampOf(time)));
    const target = this.#shelf.at(versionPath(kind, key, stampOf(instant)));
    try {
      await disk.makeFolder(dirname(target));
      await keepCopy(disk, source, target);
      for (const stamp of versionsToDrop(await stampsIn(this.#shelf, versionFolder(kind, key))))
        await disk.remove(this.#shelf.at(versionPath(kind, key, stamp)));
    } catch (error) {
      throw toDiskError(error, source);
    }
    this.#snapshots.set(path, now);
  }
}

/** The key a record is stored under. @throws AppError bad-request for a value that could not be read again */
function keyOf<Name extends KindName>(kind: Name, value: ValueOf<Name>): string {
  const { schema, words, keyOf: key } = recordKinds[kind];
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new AppError('bad-request', `${words.thing}的内容不合规定，没有保存：${describeMismatch(parsed.error)}。`);
  return key(value);
}
