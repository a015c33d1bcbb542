import { stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative } from 'node:path';
import { AppError } from '../../../shared/app-error.js';
import type { BackupRecord, BackupState } from '../../../shared/library/backup-calls.js';
import type { BackupPlan } from '../../../shared/library/backup-plan.js';
import { stampOf } from '../../../shared/library/library-layout.js';
import { unwatchedJob, type Job } from '../jobs.js';
import type { Library } from '../library/library.js';
import { Shelf } from '../library/shelf.js';
import type { Clock, Ids } from '../ports.js';
import { BackupFolder, type Backup } from './backup-folder.js';
import { toBackupError } from './backup-error.js';
import { readBackupRecord, writeBackupRecord } from './backup-record.js';
import { rehearse } from './rehearse.js';
import { restoreBackup } from './restore-backup.js';
import { takeBackup, type Watch } from './take-backup.js';

/** Name of the folder made inside the one the editor chose. */
const folderName = '专报资料库备份';
/** A program just started has other things to do than to catch up on a backup that is due. */
const firstWaitMs = 60_000;
const hourMs = 3_600_000;
/** Steps between two words of progress. */
const tellEvery = 25;

export interface BackupPorts {
  readonly clock: Clock;
  readonly ids: Ids;
  /** Calls back once after a while; the function returned stops that. */
  readonly schedule: (action: () => void, delayMs: number) => () => void;
  readonly notify: (state: BackupState) => void;
}

/** The backups of one library: where, when, and how they went. One thing is done at a time. */
export class Backups {
  readonly #library: Library;
  readonly #ports: BackupPorts;
  #record: BackupRecord | undefined;
  #running: BackupState['running'];
  #job: { readonly done: Promise<unknown>; readonly stop: AbortController } | undefined;
  #unschedule: () => void = () => undefined;
  /** Whether anything changed since the last backup; of what was before this start nothing is known. */
  #isChanged = true;
  readonly #unwatch: () => void;

  constructor(library: Library, ports: BackupPorts) {
    this.#library = library;
    this.#ports = ports;
    this.#unwatch = library.watch(() => void (this.#isChanged = true));
  }

  /** Plans the next backup; called once when the program has started. */
  async begin(): Promise<void> {
    await this.#plan(firstWaitMs);
  }

  async state(): Promise<BackupState> {
    const record = (this.#record ??= await readBackupRecord(this.#library.shelf));
    const isOnSameDisk = record.folder !== undefined && (await isSameDisk(record.folder, this.#library.shelf.folder));
    return { ...record, ...(isOnSameDisk && { isOnSameDisk }), ...(this.#running && { running: this.#running }) };
  }

  /** Chooses the folder; undefined: no more backups. @throws AppError backup-failed, backup-missing, bad-request */
  async choose(path: string | undefined, job: Job = unwatchedJob): Promise<BackupState> {
    const { folder: _folder, last: _last, failure: _failure, rehearsal: _rehearsal, ...plan } = await this.#written();
    if (path === undefined) {
      await this.#write(plan);
      await this.#library.note({ action: '备份文件夹', what: '不再备份' });
      return this.state();
    }
    const folder = basename(path) === folderName ? path : join(path, folderName);
    expectApart(this.#library.shelf.folder, folder);
    await this.#told(folder, async () => new BackupFolder(this.#shelfOf(folder)).prepare(await this.#marker()));
    await this.#write({ ...plan, folder });
    await this.#library.note({ action: '备份文件夹', what: path });
    return this.run(job);
  }

  async setPlan(plan: BackupPlan): Promise<BackupState> {
    await this.#write({ ...(await this.#written()), ...plan });
    await this.#plan(firstWaitMs);
    return this.state();
  }

  /** Makes a backup now. @throws AppError with what went wrong; earlier backups are as they were */
  async run(job: Job = unwatchedJob, isClosing = false): Promise<BackupState> {
    await this.#work(async (target, watch) => {
      this.#isChanged = false;
      const shelf = this.#library.shelf;
      const taken = await takeBackup({ shelf, still: (step) => this.#library.still(step) }, target, watch);
      if (!isClosing) await target.thin();
      const { failure: _failure, ...record } = await this.#written();
      const last = { at: taken.backup.at, files: taken.backup.files, added: taken.added };
      await this.#write({ ...record, last, ...failureOf(taken.backup.at, taken.unread) });
    }, job);
    await this.#plan(0);
    return this.state();
  }

  /** The backups that can be read, newest first; none where no folder is chosen. */
  async list(): Promise<readonly { readonly at: string; readonly files: number }[]> {
    const { folder } = await this.state();
    if (folder === undefined) return [];
    const target = new BackupFolder(this.#shelfOf(folder));
    const found = await Promise.all((await target.stamps()).map((stamp) => target.read(stamp)));
    return found.flatMap((backup) => (backup === undefined ? [] : [{ at: backup.at, files: backup.files }]));
  }

  /** Rebuilds a library from the latest backup and reports. @throws AppError when it could not be done */
  async rehearse(job: Job = unwatchedJob): Promise<BackupState> {
    const { clock, ids } = this.#ports;
    await this.#work(async (target, watch) => {
      const found = await rehearse({ live: this.#library.shelf, clock, ids }, target, await latestOf(target), watch);
      await this.#write({ ...(await this.#written()), rehearsal: { at: clock.now().toISOString(), ...found } });
      await this.#library.note({ action: '恢复演练', what: found.isGood ? '完好' : found.report });
    }, job);
    return this.state();
  }

  /** Writes the library of the latest backup into a new folder inside `path`; comes back with where it is. */
  async restore(path: string, job: Job = unwatchedJob): Promise<string> {
    const target = join(path, `资料库-恢复-${stampOf(this.#ports.clock.now()).slice(0, 8)}`);
    await this.#work(async (source, watch) => {
      const { damaged } = await restoreBackup(this.#library.shelf.disk, source, await latestOf(source), target, watch);
      if (damaged.length === 0) return;
      throw new AppError(
        'backup-failed',
        `已恢复到“${target}”，但有 ${damaged.length} 个文件的备份已损坏，没有写出：${damaged.slice(0, 5).join('、')}。`,
      );
    }, job);
    await this.#library.note({ action: '从备份恢复', what: `写到“${target}”，现在的资料库没有动` });
    return target;
  }

  /** Makes the backup the plan asks for at closing, when anything changed; never fails, the next start tells. */
  async close(): Promise<void> {
    this.#unschedule();
    this.#unwatch();
    this.#job?.stop.abort(new AppError('cancelled', '程序关闭，已停止。'));
    await this.#job?.done.catch(() => undefined);
    const { folder, atClose, last, failure } = await this.state();
    if (folder === undefined || !atClose || this.#library.readOnlyReason !== undefined) return;
    if (!this.#isChanged && last !== undefined && failure === undefined) return;
    await this.run(unwatchedJob, true).catch(() => undefined);
    this.#unschedule();
  }

  /** One thing after another; what fails is told to the caller and, of a backup, remembered. */
  async #work(step: (target: BackupFolder, watch: Watch) => Promise<void>, job: Job): Promise<void> {
    await this.#job?.done.catch(() => undefined);
    const { folder } = await this.state();
    if (folder === undefined) throw new AppError('backup-missing', '还没有选备份文件夹。请在“设置”的“备份”里选定。');
    const stop = new AbortController();
    const done = this.#told(folder, async () => {
      const target = new BackupFolder(this.#shelfOf(folder));
      await target.open(await this.#marker());
      const onProgress = (words: string, count: number, total: number): void => {
        job.report(words, count, total);
        this.#tell(words, count, total);
      };
      await step(target, { signal: AbortSignal.any([stop.signal, job.signal]), onProgress });
    });
    this.#job = { done, stop };
    try {
      await done;
    } catch (error) {
      await this.#noteFailure(error);
      throw error;
    } finally {
      this.#job = undefined;
      this.#running = undefined;
      this.#ports.notify(await this.state());
    }
  }

  async #noteFailure(error: unknown): Promise<void> {
    if (!(error instanceof AppError) || error.code === 'cancelled') return;
    const failure = { at: this.#ports.clock.now().toISOString(), message: error.message };
    await this.#write({ ...(await this.#written()), failure }).catch(() => undefined);
  }

  #tell(step: string, done: number, total: number): void {
    if (done % tellEvery !== 1 && done !== total) return;
    this.#running = { step, done, total };
    if (this.#record) this.#ports.notify({ ...this.#record, running: this.#running });
  }

  /** Waits for what is left of the hours between two backups, at least `leastMs`. */
  async #plan(leastMs: number): Promise<void> {
    this.#unschedule();
    const { folder, everyHours, last } = await this.state();
    if (folder === undefined || everyHours === 0 || this.#library.readOnlyReason !== undefined) return;
    const dueMs = last === undefined ? 0 : Date.parse(last.at) + everyHours * hourMs;
    const waitMs = Math.min(Math.max(dueMs - this.#ports.clock.now().getTime(), leastMs), everyHours * hourMs);
    this.#unschedule = this.#ports.schedule(() => void this.#runPlanned(), waitMs);
  }

  async #runPlanned(): Promise<void> {
    const { everyHours, last } = await this.state();
    if (this.#isChanged || last === undefined) await this.run().catch(() => undefined);
    this.#unschedule = this.#ports.schedule(() => void this.#runPlanned(), everyHours * hourMs);
  }

  async #told<Value>(folder: string, step: () => Promise<Value>): Promise<Value> {
    try {
      return await step();
    } catch (error) {
      throw toBackupError(error, folder);
    }
  }

  /** The record as far as it may be written. @throws AppError library-read-only */
  async #written(): Promise<BackupRecord> {
    const { running: _running, isOnSameDisk: _isOnSameDisk, ...record } = await this.state();
    if (this.#library.readOnlyReason !== undefined)
      throw new AppError('library-read-only', `资料库只能阅读，备份没有做：${this.#library.readOnlyReason}`);
    return record;
  }

  async #write(record: BackupRecord): Promise<BackupState> {
    await writeBackupRecord(this.#library.shelf, record);
    this.#record = record;
    const state = await this.state();
    this.#ports.notify(state);
    return state;
  }

  async #marker() {
    return { libraryCreatedAt: await this.#library.createdAt(), libraryFolder: this.#library.shelf.folder };
  }

  #shelfOf(folder: string): Shelf {
    return new Shelf(this.#library.shelf.disk, folder, this.#ports.clock);
  }
}

/** Whether two folders are on one disk, as far as the system tells; one that is not there is on none. */
async function isSameDisk(left: string, right: string): Promise<boolean> {
  try {
    return (await stat(left)).dev === (await stat(right)).dev;
  } catch {
    return false;
  }
}

async function latestOf(target: BackupFolder): Promise<Backup> {
  const backup = await target.latest();
  if (backup === undefined) throw new AppError('backup-missing', `“${target.path}”里还没有一份完整的备份。请先备份一次。`);
  return backup;
}

function failureOf(at: string, unread: readonly string[]): Pick<BackupRecord, 'failure'> {
  if (unread.length === 0) return {};
  const names = unread.slice(0, 3).join('、');
  return { failure: { at, message: `资料库里有 ${unread.length} 个文件读不出，备份里沿用以前的内容：${names}。请检查磁盘。` } };
}

/** @throws AppError when one of the folders lies in the other */
function expectApart(library: string, backups: string): void {
  const lies = (inner: string, outer: string): boolean => {
    const path = relative(outer, inner);
    return !path.startsWith('..') && !isAbsolute(path);
  };
  if (!lies(backups, library) && !lies(library, backups)) return;
  throw new AppError('bad-request', '备份要放在资料库以外的文件夹，最好是另一块盘。请另选文件夹。');
}
