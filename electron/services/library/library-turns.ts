import { AppError } from '../../../shared/app-error.js';
import type { AuditTrail } from './audit-trail.js';
import type { Catalog } from './catalog.js';
import type { RecordChange } from './commit-plan.js';
import { toDiskError } from './disk-error.js';
import type { Journal } from './journal.js';
import type { LibraryLock } from './library-lock.js';
import { finishLastCommit, type RecordStore } from './record-store.js';
import type { Shelf } from './shelf.js';

/** What `openLibrary` has made ready. */
export interface LibraryParts {
  readonly shelf: Shelf;
  readonly catalog: Catalog;
  readonly journal: Journal;
  readonly audit: AuditTrail;
  /** None in a library opened for reading, which has a reason instead. */
  readonly lock: LibraryLock | undefined;
  readonly readOnlyReason: string | undefined;
}

/** Whose turn it is in a library: calls come one after another, changes only while the library is ours to write. */
export class LibraryTurns {
  readonly #parts: LibraryParts;
  readonly #records: RecordStore;
  readonly #listeners = new Set<(changes: readonly RecordChange[]) => void>();
  #last: Promise<unknown> = Promise.resolve();
  isClosed = false;

  constructor(parts: LibraryParts, records: RecordStore) {
    this.#parts = parts;
    this.#records = records;
  }

  /** A step after all before it; what fails is told as an AppError. */
  queue<Value>(step: () => Promise<Value>): Promise<Value> {
    const result = this.#last.then(step).catch((error: unknown) => {
      throw toDiskError(error, this.#parts.shelf.folder);
    });
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** One change: allowed, after all before it, and told to those who watch. */
  change<Value>(step: () => Promise<{ readonly changes: readonly RecordChange[]; readonly answer: Value }>): Promise<Value> {
    return this.queue(async () => {
      await this.expectWritable();
      const { changes, answer } = await step();
      for (const listener of this.#listeners) listener(changes);
      return answer;
    });
  }

  watch(listener: (changes: readonly RecordChange[]) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  close(): Promise<void> {
    return this.queue(async () => {
      if (this.isClosed) return;
      this.isClosed = true;
      const { shelf, catalog, lock } = this.#parts;
      // The index of a library that another program holds by now is that program's.
      if (lock !== undefined && (await lock.isHeld())) await catalog.flush();
      shelf.canWrite = false;
      await lock?.release();
    });
  }

  /** @throws AppError library-read-only, library-locked, or what the disk reports */
  async expectWritable(): Promise<void> {
    const { lock, readOnlyReason } = this.#parts;
    if (this.isClosed) throw new AppError('library-read-only', '资料库已经关闭，没有保存。');
    if (lock === undefined || readOnlyReason !== undefined)
      throw new AppError('library-read-only', readOnlyReason ?? '资料库以只读方式打开，没有保存。');
    if ((await lock.ensureHeld()) === 'retaken') await this.#catchUp();
    await this.#records.settle();
  }

  /** Another program had the library for a while: its last commit and all it changed are taken in. */
  async #catchUp(): Promise<void> {
    const { shelf, catalog, journal, audit } = this.#parts;
    this.#records.forgetFailed();
    await finishLastCommit(shelf, journal, audit);
    await catalog.refresh();
    shelf.tell('资料库曾由另一个程序接管，现已收回；那边改过的内容已读入。');
  }
}
