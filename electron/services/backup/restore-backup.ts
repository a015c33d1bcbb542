import { join } from 'node:path';
import { AppError } from '../../../shared/app-error.js';
import type { FileSystem } from '../library/file-system.js';
import { pathIn } from './library-files.js';
import { digestOf, type BackedFile, type Backup, type BackupFolder } from './backup-folder.js';
import type { Watch } from './take-backup.js';

/** What writing a backup out came to. */
export interface Restored {
  /** Paths below the library with what they were written from. */
  readonly files: ReadonlyMap<string, BackedFile>;
  /** Files whose content the backup has no more, each with its path. */
  readonly damaged: readonly string[];
}

/**
 * Writes the library as a backup has it into a folder that must be empty or missing, each file compared with its digest
 * and read back. Damaged contents are set aside in the backup, so that the next one writes them anew.
 */
export async function restoreBackup(
  disk: FileSystem,
  source: BackupFolder,
  backup: Backup,
  target: string,
  watch: Watch,
): Promise<Restored> {
  if ((await disk.list(target)).length > 0) throw new AppError('backup-failed', `“${target}”里已有文件，没有恢复。请选一个空文件夹。`);
  const files = new Map<string, BackedFile>();
  const damaged: string[] = [];
  for (const each of backup.folders) {
    const folder = each.folder === '' ? target : join(target, ...each.folder.split('/'));
    await disk.makeFolder(folder);
    for (const file of await source.filesOf(each)) {
      if (watch.signal?.aborted) throw new AppError('cancelled', '恢复已停止，备份没有动。');
      watch.onProgress?.('正在按备份重建', files.size + damaged.length + 1, backup.files);
      const path = pathIn(each.folder, file.name);
      if (await writeOut(disk, source, file, join(folder, file.name))) files.set(path, file);
      else damaged.push(path);
    }
    await disk.syncFolder(folder);
  }
  return { files, damaged };
}

async function writeOut(disk: FileSystem, source: BackupFolder, { sha256 }: BackedFile, path: string): Promise<boolean> {
  const bytes = await source.content(sha256);
  if (bytes === undefined) {
    await source.setAside(sha256);
    return false;
  }
  await disk.writeNew(path, bytes);
  if (digestOf(await disk.readFile(path)) === sha256) return true;
  throw new AppError('disk-failed', `“${path}”写入后核对不一致，恢复没有完成。请检查磁盘。`);
}
