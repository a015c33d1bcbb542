import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/app-error.js';
import type { Drives } from './ports.js';

/** A folder as the window shows it. */
export interface NamedFolder {
  readonly path: string;
  readonly label: string;
}

export interface FolderListing {
  readonly current?: NamedFolder;
  readonly parent?: NamedFolder;
  readonly folders: readonly NamedFolder[];
}

/** Where an editor starts looking for a folder: 文档, 桌面, home and mounted sticks. */
export async function startingPlaces(drives: Drives): Promise<FolderListing> {
  const home = homedir();
  const own: readonly NamedFolder[] = [
    ...['文档', 'Documents'].map((name) => ({ path: join(home, name), label: '文档' })),
    ...['桌面', 'Desktop'].map((name) => ({ path: join(home, name), label: '桌面' })),
    { path: home, label: '个人文件夹' },
  ].filter(({ path }) => existsSync(path));
  const carried = (await drives.list()).map(({ path, name }) => ({ path, label: name }));
  return { folders: [...own, ...carried] };
}

/**
 * The folders inside a folder, hidden ones left out, sorted as a Chinese reader expects.
 * @throws AppError `disk-failed` when it cannot be read
 */
export async function listFolder(path: string): Promise<FolderListing> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
    names.sort((left, right) => left.localeCompare(right, 'zh-CN'));
    return {
      current: { path, label: path },
      ...(dirname(path) === path ? {} : { parent: { path: dirname(path), label: '上一级' } }),
      folders: names.map((name) => ({ path: join(path, name), label: name })),
    };
  } catch (error) {
    throw new AppError('disk-failed', `文件夹“${basename(path)}”打不开，请换一个文件夹。`, { cause: error });
  }
}

/** The folder exports go to until the editor chooses another: 文档/专报导出. */
export function defaultExportFolder(): string {
  const home = homedir();
  const documents = ['文档', 'Documents'].map((name) => join(home, name)).find((path) => existsSync(path));
  return join(documents ?? home, '专报导出');
}
