import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/app-error.js';
import { backupFolder, lockFolder, stampOf } from '../../../shared/library/library-layout.js';

/** Brings a library's folder from one layout to the next; must bear being run again after it was cut short. */
export type LibraryMigration = (folder: string) => Promise<void>;

/**
 * Runs the steps between two layouts in order, after a whole copy of the library was put into 备份; `reached` is told
 * each version as it is done.
 * @throws AppError library-unreadable when a step is missing; then nothing was changed
 */
export async function migrateLibrary(
  folder: string,
  now: Date,
  from: number,
  to: number,
  steps: Readonly<Record<number, LibraryMigration>>,
  reached: (version: number) => Promise<void>,
): Promise<void> {
  if (from >= to) return;
  for (let version = from; version < to; version += 1) {
    if (steps[version] === undefined) throw new AppError('library-unreadable', `资料库的格式（${version}）过旧，无法升级，没有改动。`);
  }
  await backUp(folder, `升级前-${from}-${stampOf(now)}`);
  for (let version = from; version < to; version += 1) {
    await steps[version]?.(folder);
    await reached(version + 1);
  }
}

/** Copies all of a library but its backups and locks; the copy gets its name when it is complete. */
async function backUp(folder: string, name: string): Promise<void> {
  const target = join(folder, backupFolder, name);
  const unfinished = `${target}.tmp`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  for (const entry of await readdir(folder)) {
    if (entry !== backupFolder && entry !== lockFolder)
      await cp(join(folder, entry), join(unfinished, entry), { recursive: true, preserveTimestamps: true });
  }
  await rename(unfinished, target);
}
