/** Files of the window on their way in: they come in chunks and lie in a temporary file until they are used. */
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { AppError } from '../../shared/app-error.js';
import { uploadLimits } from '../../shared/import-limits.js';
import { errorCode } from './library/disk-error.js';
import type { Ids, NamedFile } from './ports.js';

/** The uploads of one window; memory holds one chunk of each, whatever their size. */
export interface Uploads {
  /** Begins an upload and comes back with its handle. @throws AppError file-too-large, disk-full, disk-failed */
  open(name: string, size: number): Promise<string>;
  /** Adds a chunk at the end; an upload that fails is gone. @throws AppError bad-request, disk-full, disk-failed */
  write(handle: string, chunk: Uint8Array): Promise<void>;
  /** Lets the whole file lie there while `use` runs, and removes it. @throws AppError bad-request, file-broken when bytes are missing */
  take<Value>(handle: string, use: (file: NamedFile) => Promise<Value>): Promise<Value>;
  /** Gives an upload up; nothing happens when it is gone already. */
  drop(handle: string): Promise<void>;
  /** Gives all of them up. */
  clear(): Promise<void>;
}

interface Upload {
  readonly name: string;
  readonly size: number;
  readonly folder: string;
  readonly file: FileHandle;
  /** Bytes that have come, those still being written included. */
  received: number;
  /** Chunks are written one after another. */
  last: Promise<unknown>;
}

const fileName = 'file';

/** @param parent where the temporary files lie */
export function createUploads(ids: Ids, parent: string = tmpdir()): Uploads {
  const uploads = new Map<string, Upload>();

  function find(handle: string): Upload {
    const upload = uploads.get(handle);
    if (upload === undefined) throw new AppError('bad-request', '这个文件已不在手边，没有读入。请重新选择文件。');
    return upload;
  }

  async function drop(handle: string): Promise<void> {
    const upload = uploads.get(handle);
    uploads.delete(handle);
    if (upload !== undefined) await remove(upload);
  }

  return {
    async open(name, size) {
      if (size > uploadLimits.bytes) throw new AppError('file-too-large', `${name}：超过 ${gigabytes(uploadLimits.bytes)} GB，没有读入。`);
      const handle = ids.next();
      uploads.set(handle, await begin(basename(name), size, parent));
      return handle;
    },
    async write(handle, chunk) {
      const upload = find(handle);
      upload.received += chunk.byteLength;
      if (chunk.byteLength > uploadLimits.chunkBytes || upload.received > upload.size) {
        await drop(handle);
        throw new AppError('bad-request', `${upload.name}：送来的内容与文件大小不符，没有读入。请重新选择文件。`);
      }
      upload.last = upload.last.then(() => upload.file.appendFile(chunk));
      try {
        await upload.last;
      } catch (error) {
        await drop(handle);
        throw notKept(upload.name, error);
      }
    },
    async take(handle, use) {
      const upload = find(handle);
      uploads.delete(handle);
      try {
        await upload.last;
        if (upload.received !== upload.size) throw incomplete(upload.name);
        await upload.file.close();
        return await use({ path: join(upload.folder, fileName), name: upload.name });
      } finally {
        await remove(upload);
      }
    },
    drop,
    async clear() {
      await Promise.all([...uploads.keys()].map(drop));
    },
  };
}

async function begin(name: string, size: number, parent: string): Promise<Upload> {
  try {
    const folder = await mkdtemp(join(parent, 'zhuanbao-upload-'));
    const file = await open(join(folder, fileName), 'wx', 0o600);
    return { name, size, folder, file, received: 0, last: Promise.resolve() };
  } catch (error) {
    throw notKept(name, error);
  }
}

/** Closes the file and removes it with its folder; what was being written to it fails or is forgotten. */
async function remove({ file, folder, last }: Upload): Promise<void> {
  await last.catch(() => undefined);
  await file.close().catch(() => undefined);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

function incomplete(name: string): AppError {
  return new AppError('file-broken', `${name}：没有读完整，没有导入。请再选一次这个文件。`);
}

function notKept(name: string, cause: unknown): AppError {
  if (['ENOSPC', 'EDQUOT'].includes(errorCode(cause)))
    return new AppError('disk-full', `${name}：临时文件夹所在的磁盘已满，没有读入。请腾出空间后再试。`, { cause });
  return new AppError('disk-failed', `${name}：写不进临时文件夹（${errorCode(cause) || '原因不明'}），没有读入。请检查磁盘。`, { cause });
}

function gigabytes(bytes: number): number {
  return bytes / 1024 ** 3;
}
