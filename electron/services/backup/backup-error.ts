import { AppError } from '../../../shared/app-error.js';
import { errorCode } from '../library/disk-error.js';

const safe = '以前的备份没有动。';

/** A failure while a backup folder is written or read, as the editor is told it. */
export function toBackupError(error: unknown, folder: string): AppError {
  const code = codeOf(error);
  const options = { cause: error };
  if (['ENOSPC', 'EDQUOT'].includes(code))
    return new AppError('disk-full', `备份没有完成：“${folder}”所在的盘已满。${safe}请腾出空间，或在“设置”的“备份”里另选文件夹。`, options);
  if (['EACCES', 'EPERM', 'EROFS'].includes(code))
    return new AppError('backup-failed', `备份没有完成：“${folder}”不让写入。${safe}请检查写保护和权限，或另选文件夹。`, options);
  if (code === '' && error instanceof AppError) return error;
  const what = code === '' ? '原因不明' : code;
  return new AppError('backup-failed', `备份没有完成：“${folder}”读写失败（${what}），可能移动硬盘已拔出。${safe}`, options);
}

/** Node's code of a failure, or of what an AppError was made of. */
function codeOf(error: unknown): string {
  return error instanceof AppError ? errorCode(error.cause) : errorCode(error);
}
