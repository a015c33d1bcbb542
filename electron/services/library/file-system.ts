import { link, mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode } from './disk-error.js';

export interface FileFacts {
  /** In bytes. */
  readonly size: number;
  /** Last change in milliseconds since 1970, with fractions. */
  readonly mtimeMs: number;
}

/** The few steps a library takes on a disk. Failures are Node's own errors with a `code`. Paths are absolute. */
export interface FileSystem {
  readFile(path: string): Promise<Uint8Array>;
  /** Creates a file that must not exist yet and brings its bytes to the disk; leaves nothing behind when it fails. */
  writeNew(path: string, bytes: Uint8Array): Promise<void>;
  /** Adds bytes to the end of a file that is there and brings them to the disk. */
  append(path: string, bytes: Uint8Array): Promise<void>;
  /** Cuts a file to its first bytes and brings that to the disk. */
  truncate(path: string, size: number): Promise<void>;
  /** Replaces the target if there is one. */
  rename(from: string, to: string): Promise<void>;
  /** Gives a file a second name; fails where the target exists or the disk knows no hard links. */
  link(from: string, to: string): Promise<void>;
  /** A file that is not there is fine. */
  remove(path: string): Promise<void>;
  /** With all folders above it; one that is there is fine. */
  makeFolder(path: string): Promise<void>;
  /** Names of the files and folders in a folder; none when there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Undefined when there is no such file. */
  stat(path: string): Promise<FileFacts | undefined>;
  /** Brings the names in a folder to the disk, where the system has a way to. */
  syncFolder(folder: string): Promise<void>;
  /** Sets the time of last change of a JSON object's file to now, by the clock of the disk's own machine. */
  touch(path: string): Promise<void>;
  wait(milliseconds: number): Promise<void>;
}

async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
  await file.close();
}

async function append(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'a');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function truncate(path: string, size: number): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.truncate(size);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Windows cannot open folders for this, and some network shares refuse; both keep names in order by themselves. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!['EINVAL', 'EPERM', 'EBADF', 'ENOTSUP', 'EISDIR'].includes(errorCode(error))) throw error;
  } finally {
    await handle.close();
  }
}

async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first === undefined) return;
  for (let folder = path; folder.length >= first.length; folder = dirname(folder)) await syncFolder(dirname(folder));
}

/** Writes the first byte anew: unlike `utimes`, that takes a file server's time rather than ours. */
async function touch(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.write('{', 0);
  } finally {
    await file.close();
  }
}

/** Result of a look-up, or `otherwise` when the thing is not there. */
async function unlessMissing<Value, Otherwise>(result: Promise<Value>, otherwise: Otherwise): Promise<Value | Otherwise> {
  try {
    return await result;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return otherwise;
    throw error;
  }
}

/** The machine's own disk. */
export const nodeFileSystem: FileSystem = {
  readFile,
  writeNew,
  append,
  truncate,
  rename,
  link,
  remove: (path) => rm(path, { force: true }),
  makeFolder,
  list: (folder) => unlessMissing(readdir(folder), []),
  async stat(path) {
    const facts = await unlessMissing(stat(path), undefined);
    return facts === undefined ? undefined : { size: facts.size, mtimeMs: facts.mtimeMs };
  },
  syncFolder,
  touch,
  wait: (milliseconds) => delay(milliseconds),
};
