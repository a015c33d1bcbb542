import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/app-error.js';
import { limits } from '../../../shared/bundle/format.js';
import { errorCode } from '../library/disk-error.js';

/** A copy of a bundle on our own disk: the stick may be pulled out, and what was verified is what is read. */
export interface Quarantined {
  readonly path: string;
  discard(): Promise<void>;
}

const folderName = '隔离区';

/** Copies a file off the stick. @throws AppError `file-broken`, `file-too-large`, `disk-full` */
export async function quarantine(file: string, userFolder: string): Promise<Quarantined> {
  const folder = join(userFolder, folderName);
  const path = join(folder, `${randomBytes(8).toString('hex')}.zbx`);
  const discard = () => rm(path, { force: true });
  try {
    const { size } = await stat(file);
    if (size > limits.totalBytes) throw new AppError('file-too-large', '文件太大，不是交换包。请确认选对了文件。');
    await mkdir(folder, { recursive: true });
    await copyFile(file, path);
    return { path, discard };
  } catch (error) {
    await discard();
    if (error instanceof AppError) throw error;
    if (errorCode(error) === 'ENOSPC')
      throw new AppError('disk-full', '本机磁盘已满，交换包没有读入。请腾出空间后再试。', { cause: error });
    throw new AppError('file-broken', '读取交换包时中断，U盘可能已被拔出，没有导入任何内容。请重新插好再试。', { cause: error });
  }
}
