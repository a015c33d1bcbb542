import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of real material beside the repository; tests over it are skipped where it does not exist. */
export const sharedFolder = resolve(import.meta.dirname, '../../../shared');

export const hasShared = existsSync(join(sharedFolder, 'seeds'));

/** Says once why tests are skipped. */
if (!hasShared) console.warn('../shared is absent: tests over real files are skipped');

export function sharedFile(...parts: readonly string[]): string {
  return join(sharedFolder, ...parts);
}

/** Files of a folder below ../shared, none where it does not exist. */
export function sharedFiles(folder: string): readonly string[] {
  return hasShared ? readdirSync(sharedFile(folder)).sort() : [];
}
