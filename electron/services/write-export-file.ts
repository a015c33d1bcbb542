import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/app-error.js';

/**
 * Writes a file whole or not at all: a hidden file beside it, flushed to disk, then moved into place.
 * @param overwrite without it a file that appeared meanwhile is left alone
 * @throws AppError `export-exists`, `disk-full`, `disk-busy`, `library-read-only` or `disk-failed` naming the file
 */
export async function writeExportFile(path: string, bytes: Uint8Array, overwrite: boolean): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.part`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFlushed(beside, bytes);
    await (overwrite ? rename(beside, path) : moveWithoutOverwriting(beside, path));
  } catch (error) {
    throw explain(error, path);
  } finally {
    await rm(beside, { force: true }).catch(() => undefined);
  }
}

/** `名录.xlsx`, else `名录 2.xlsx` …: nothing that is there is written over. Comes back with the path. @throws AppError as `writeExportFile` */
export async function writeUnderFreeName(folder: string, name: string, ending: string, bytes: Uint8Array): Promise<string> {
  for (let count = 1; ; count += 1) {
    const path = join(folder, `${name}${count === 1 ? '' : ` ${count}`}.${ending}`);
    try {
      await writeExportFile(path, bytes, false);
      return path;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'export-exists' || count === 99) throw error;
    }
  }
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A hard link fails when the name is taken, where a rename would replace. FAT sticks have no links: look first, then rename. */
async function moveWithoutOverwriting(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    if (existsSync(to)) throw new AppError('export-exists', existsMessage(to), { cause: error });
    await rename(from, to);
  }
}

function existsMessage(path: string): string {
  return `文件已存在：${path}。请改名，或确认覆盖。`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function explain(error: unknown, path: string): AppError {
  if (error instanceof AppError) return error;
  const name = basename(path);
  switch (codeOf(error)) {
    case 'EEXIST':
      return new AppError('export-exists', existsMessage(path), { cause: error });
    case 'ENOSPC':
      return new AppError('disk-full', `磁盘空间不足，“${name}”没有写入。请清理磁盘或换一个文件夹。`, { cause: error });
    case 'EBUSY':
    case 'EPERM':
      return new AppError('disk-busy', `“${name}”正被其他程序占用（可能在 Word 中打开着）。请关闭后重试。`, { cause: error });
    case 'EACCES':
    case 'EROFS':
      return new AppError('library-read-only', `没有权限写入“${dirname(path)}”。请换一个文件夹。`, { cause: error });
    default:
      return new AppError('disk-failed', `“${name}”写入失败。请换一个文件夹重试。`, { cause: error });
  }
}
