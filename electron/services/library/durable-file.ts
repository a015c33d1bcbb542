import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { AppError } from '../../../shared/app-error.js';
import { generationPath } from '../../../shared/library/library-layout.js';
import { errorCode, toDiskError } from './disk-error.js';
import type { FileSystem } from './file-system.js';

/**
 * Replaces a file in one step: written beside, brought to the disk, read back and compared, then renamed over the old
 * one, which stays as generation `.1` (and so on up to `generations`). At every moment the path holds the whole old or
 * the whole new bytes.
 *
 * @throws AppError disk-full, disk-busy, library-read-only or disk-failed; the old file is then as it was
 */
export async function writeDurable(disk: FileSystem, path: string, bytes: Uint8Array, generations: number): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await disk.makeFolder(dirname(path));
    await disk.writeNew(temporary, bytes);
    await expectBytes(disk, temporary, bytes);
    await keepGenerations(disk, path, generations);
    await disk.rename(temporary, path);
  } catch (error) {
    await removeQuietly(disk, temporary);
    throw toDiskError(error, path);
  }
  try {
    await disk.syncFolder(dirname(path));
    await expectBytes(disk, path, bytes);
  } catch (error) {
    throw toDiskError(error, path);
  }
}

/** Takes the place of a file with another one that is complete already, keeping generations. */
export async function promoteFile(disk: FileSystem, from: string, path: string, generations: number): Promise<void> {
  await keepGenerations(disk, path, generations);
  await disk.rename(from, path);
  await disk.syncFolder(dirname(path));
}

async function expectBytes(disk: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const written = await disk.readFile(path);
  if (Buffer.compare(written, bytes) !== 0) throw new AppError('disk-failed', '写入后核对不一致，本次没有保存。请检查磁盘。');
}

async function removeQuietly(disk: FileSystem, path: string): Promise<void> {
  try {
    await disk.remove(path);
  } catch {
    // The failure that led here is the one to tell; opening the library clears what is left.
  }
}

async function keepGenerations(disk: FileSystem, path: string, generations: number): Promise<void> {
  if (generations === 0 || (await disk.stat(path)) === undefined) return;
  for (let generation = generations; generation > 1; generation -= 1) {
    await renameIfThere(disk, generationPath(path, generation - 1), generationPath(path, generation));
  }
  await keepCopy(disk, path, generationPath(path, 1));
}

async function renameIfThere(disk: FileSystem, from: string, to: string): Promise<void> {
  try {
    await disk.rename(from, to);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

/**
 * Gives a file a second name that keeps its present content when the first is replaced; where the disk has no hard
 * links, its bytes are copied. A target that is there is replaced.
 */
export async function keepCopy(disk: FileSystem, from: string, to: string): Promise<void> {
  await disk.remove(to);
  try {
    await disk.link(from, to);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw error;
    await disk.writeNew(to, await disk.readFile(from));
  }
}

/** Writes the bytes of a file under a second name, sharing nothing with the first: damage to one leaves the other whole. */
export async function copyApart(disk: FileSystem, from: string, to: string): Promise<void> {
  await disk.remove(to);
  await disk.writeNew(to, await disk.readFile(from));
}

/** Removes all previous generations of a file, the oldest first. */
export async function dropGenerations(disk: FileSystem, path: string, generations: number): Promise<void> {
  for (let generation = generations; generation >= 1; generation -= 1) await disk.remove(generationPath(path, generation));
}
