import { AppError } from '../../../shared/app-error.js';

/** A failure of reading as the editor is told it: with the file's name, and never as a fault of the disk. */
export function namingFile(error: unknown, name: string): AppError {
  if (!(error instanceof AppError)) {
    return new AppError('file-broken', `${name}：读取时出错，文件可能已损坏，没有导入。请在 Word 或 WPS 里打开，另存为 .docx 后再导入。`, {
      cause: error,
    });
  }
  if (error.message.includes(name)) return error;
  return new AppError(error.code, `${name}：${error.message}`, { cause: error });
}
