import { basename } from 'node:path';
import { AppError } from '../../../shared/app-error.js';

/** Node's code of a failure (`ENOSPC`), or an empty string when it has none. */
export function errorCode(error: unknown): string {
  const code = typeof error === 'object' && error !== null ? (error as { readonly code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : '';
}

/** Held for a moment by a virus scanner, an indexer or a network share: worth trying again. */
export function isTransient(error: unknown, platform: string = process.platform): boolean {
  const code = errorCode(error);
  return ['EBUSY', 'EAGAIN', 'EMFILE', 'ENFILE', 'ETXTBSY'].includes(code) || (platform === 'win32' && ['EPERM', 'EACCES'].includes(code));
}

/** The disk lets nothing be written here. */
export function isRefusal(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error));
}

/** A failure of the disk as the editor is told it. AppErrors pass through unchanged. */
export function toDiskError(error: unknown, path: string, doing: 'reading' | 'writing' = 'writing'): AppError {
  if (error instanceof AppError) return error;
  const code = errorCode(error);
  const name = basename(path);
  const options = { cause: error };
  if (doing === 'reading') return toReadingError(error, name);
  if (['ENOSPC', 'EDQUOT'].includes(code))
    return new AppError('disk-full', `磁盘已满，“${name}”没有保存；原有内容完好。请腾出空间后再保存。`, options);
  if (isTransient(error))
    return new AppError('disk-busy', `“${name}”正被其他程序占用，没有保存；原有内容完好。请关闭占用它的程序后再试。`, options);
  if (isRefusal(error)) return new AppError('library-read-only', `没有写入权限，“${name}”没有保存。请检查资料库文件夹的权限。`, options);
  return new AppError('disk-failed', `读写“${name}”失败（${code || '原因不明'}），原有内容没有改动。请检查磁盘。`, options);
}

function toReadingError(error: unknown, name: string): AppError {
  const options = { cause: error };
  if (isTransient(error)) return new AppError('disk-busy', `“${name}”正被其他程序占用，暂时读不出。请关闭占用它的程序后再试。`, options);
  return new AppError('disk-failed', `“${name}”读不出（${errorCode(error) || '原因不明'}），没有改动。请检查磁盘和文件夹权限。`, options);
}
