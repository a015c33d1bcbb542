import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { isFat, parseMounts, removableMounts } from '../../shared/bundle/mounts.js';
import type { Drive, Drives } from './ports.js';

/** The drives of this machine that a stick can be. */
export const systemDrives: Drives = {
  list: () => (process.platform === 'win32' ? Promise.resolve(windowsDrives()) : mountedDrives()),
};

/** Folders that stand for sticks: a share that everybody reaches, or a test's own. */
export function foldersAsDrives(folders: readonly string[]): Drives {
  const present = (): readonly Drive[] =>
    folders.filter((path) => existsSync(path)).map((path) => ({ path, name: basename(path), isReadOnly: false, isFat: false }));
  return { list: () => Promise.resolve(present()) };
}

async function mountedDrives(): Promise<readonly Drive[]> {
  const text = await readFile('/proc/mounts', 'utf8').catch(() => '');
  return removableMounts(parseMounts(text)).map(({ path, type, isReadOnly }) => ({
    path,
    name: basename(path),
    isReadOnly,
    isFat: isFat(type),
  }));
}

/** All drives but the one Windows lies on; which of them can be pulled out Windows does not tell without a program of its own. */
function windowsDrives(): readonly Drive[] {
  const own = process.env['SystemDrive'] ?? 'C:';
  return [...'DEFGHIJKLMNOPQRSTUVWXYZC']
    .map((letter) => ({ path: `${letter}:\\`, name: `${letter} 盘`, isReadOnly: false, isFat: undefined }))
    .filter(({ path }) => !path.startsWith(own) && existsSync(path));
}
