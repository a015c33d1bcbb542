import { attachmentsFolder, historyFolder, journalFolder, trashFolder } from '../../../shared/library/library-layout.js';
import { kindNames, recordKinds } from '../../../shared/library/records/records.js';
import type { Clock, Ids } from '../ports.js';
import { AuditTrail } from './audit-trail.js';
import { Catalog } from './catalog.js';
import { isRefusal, toDiskError } from './disk-error.js';
import { nodeFileSystem, type FileSystem } from './file-system.js';
import { moveFormerRecords } from './former-folders.js';
import { LibraryLock } from './library-lock.js';
import { Library } from './opened-library.js';
import { prepareManifest, readLibraryAge } from './manifest.js';
import { patient } from './patient-file-system.js';
import { Journal } from './journal.js';
import { finishMove } from './pending-move.js';
import { ownIdentity } from './process-identity.js';
import { finishLastCommit } from './record-store.js';
import { Shelf } from './shelf.js';
import { settleUnfinishedSaves } from './unfinished-saves.js';

export type { Library };

export interface LibraryOptions {
  /** Absolute path; made when it is not there. */
  readonly folder: string;
  readonly clock: Clock;
  readonly ids: Ids;
  /** `write` unless told otherwise; `read` needs no lock and changes nothing on disk. */
  readonly mode?: 'write' | 'read';
  /** Why it is opened for reading only, for the editor. */
  readonly readOnlyReason?: string;
  /** Another disk than the machine's own; for tests that make steps fail. */
  readonly disk?: FileSystem;
}

const newerReason = '资料库由更新版本的软件建立，本次只能查看，不会改动。请升级软件后再编辑。';
const unwritableReason = '没有资料库文件夹的写入权限，本次只能查看，不能保存。';

/**
 * Opens a library, repairing what a crash left. A newer library, or a folder that cannot be written, is opened for
 * reading with `readOnlyReason`.
 * @throws AppError library-locked naming the holder, library-unreadable, disk-full, disk-busy, disk-failed
 */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const shelf = new Shelf(patient(options.disk ?? nodeFileSystem), options.folder, options.clock);
  try {
    if (options.mode === 'read') return await openForReading(shelf, options.readOnlyReason ?? '资料库以只读方式打开。');
    if ((await readLibraryAge(shelf)) === 'newer') return await openForReading(shelf, newerReason);
    const lock = await takeLock(shelf);
    if (lock === undefined) return await openForReading(shelf, unwritableReason);
    return await openForWriting(shelf, lock);
  } catch (error) {
    throw toDiskError(error, options.folder);
  }
}

async function openForReading(shelf: Shelf, reason: string): Promise<Library> {
  const catalog = new Catalog(shelf);
  await catalog.open();
  return new Library({
    shelf,
    catalog,
    journal: new Journal(shelf),
    audit: new AuditTrail(shelf),
    lock: undefined,
    readOnlyReason: reason,
  });
}

/** The lock, or undefined when the folder is there but cannot be written. */
async function takeLock(shelf: Shelf): Promise<LibraryLock | undefined> {
  const isThere = (await shelf.disk.list(shelf.folder)).length > 0;
  try {
    return await LibraryLock.take(shelf);
  } catch (error) {
    if (isThere && isRefusal(error)) return undefined;
    throw error;
  }
}

async function openForWriting(shelf: Shelf, lock: LibraryLock): Promise<Library> {
  try {
    shelf.canWrite = true;
    await prepareManifest(shelf);
    const folders = [...kindNames.map((name) => recordKinds[name].folder), journalFolder, trashFolder, historyFolder, attachmentsFolder];
    for (const folder of folders) await shelf.disk.makeFolder(shelf.at(folder));
    await settleUnfinishedSaves(shelf);
    await moveFormerRecords(shelf);
    await finishMove(shelf);
    const journal = new Journal(shelf);
    const audit = new AuditTrail(shelf, (await ownIdentity(shelf.clock.now())).user);
    await finishLastCommit(shelf, journal, audit);
    const catalog = new Catalog(shelf);
    await catalog.open();
    await catalog.flush();
    return new Library({ shelf, catalog, journal, audit, lock, readOnlyReason: undefined });
  } catch (error) {
    await lock.release();
    throw error;
  }
}
