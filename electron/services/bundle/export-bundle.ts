import { randomBytes } from 'node:crypto';
import { link, open, rename, rm, statfs } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../shared/app-error.js';
import { errorCode } from '../library/disk-error.js';
import type { Identity } from './identity.js';
import { newPlace } from './quarantine.js';
import { sealFile, unsealFile } from './seal.js';
import { verifyBundle } from './verify-bundle.js';
import { writeBundle, type BundleContents, type WriteOptions, type WrittenBundle } from './write-bundle.js';

export interface ExportOptions extends WriteOptions {
  /** What is done now, in Chinese, with its own count. */
  readonly onStep?: (step: string, done: number, total: number) => void;
  /** Encrypts the bundle; what is not encrypted lies in the user's own folder meanwhile, never on the stick. */
  readonly seal?: { readonly passphrase: string; readonly userFolder: string };
  /** Told that the bundle is whole, before it can be found under its name; comes back with how to take back what it did. */
  readonly onWhole?: (written: WrittenBundle) => Promise<() => Promise<void>>;
}

/**
 * Writes a bundle whole or not at all: under another name beside its place, flushed, read back and verified, its number
 * used up, then moved into place. Then the stick may be pulled out.
 * @throws AppError `export-exists`, `disk-full`, `library-read-only`, `disk-failed`, `export-failed`, `cancelled`
 */
export async function exportBundle(
  path: string,
  contents: BundleContents,
  identity: Identity,
  options: ExportOptions,
): Promise<WrittenBundle> {
  if (existsSync(path)) throw exists(path);
  const part = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.part`);
  try {
    const written = await (options.seal === undefined ? writePlain : writeSealed)(part, contents, identity, options);
    await place(part, path, contents.to, written, identity, options);
    return written;
  } catch (error) {
    throw await explain(error, path);
  } finally {
    await rm(part, { force: true }).catch(() => undefined);
  }
}

type Write = (part: string, contents: BundleContents, identity: Identity, options: ExportOptions) => Promise<WrittenBundle>;

/** Writes it, and reads back what was written. */
const writePlain: Write = async (part, contents, identity, options) => {
  const written = await writeBundle(part, contents, identity, {
    ...options,
    onProgress: (done, total) => options.onStep?.('正在写入', done, total),
  });
  await expectWhole(part, options);
  return written;
};

/** Writes it on our own disk and encrypts it from there; what was written is opened again and verified. */
const writeSealed: Write = async (part, contents, identity, options) => {
  const { passphrase = '', userFolder = '' } = options.seal ?? {};
  const watched = (step: string) => ({ ...options, onProgress: (done: number, total: number) => options.onStep?.(step, done, total) });
  const plain = await newPlace(userFolder);
  const opened = await newPlace(userFolder);
  try {
    const written = await writeBundle(plain.path, contents, identity, watched('正在写入')).catch(onOwnDisk);
    await sealFile(plain.path, part, passphrase, watched('正在加密'));
    const found = await unsealFile(part, opened.path, passphrase, watched('正在读回解密')).catch(onOwnDisk);
    if (found !== undefined) throw notWhole();
    await expectWhole(opened.path, options);
    return written;
  } finally {
    // What cannot be removed now goes when the program starts again; what is told is how the writing went.
    await Promise.allSettled([plain.discard(), opened.discard()]);
  }
};

function onOwnDisk(error: unknown): never {
  if (errorCode(error) !== 'ENOSPC') throw error;
  throw new AppError('disk-full', '本机磁盘已满，加密要用的临时文件写不下，没有导出。请腾出空间后再试。', { cause: error });
}

/** What is known of the bundle is written down first: no death of the program lets its number be used for another. */
async function place(
  part: string,
  path: string,
  to: string,
  written: WrittenBundle,
  identity: Identity,
  { onWhole }: ExportOptions,
): Promise<void> {
  const undo = [await identity.use(to, written.manifest.sequence, written.digest)];
  try {
    if (onWhole) undo.unshift(await onWhole(written));
    await moveIntoPlace(part, path);
  } catch (error) {
    // Each is tried, and the first trouble is the one told: what comes of a pulled stick or a full disk helps nobody.
    for (const one of undo) await one().catch(() => undefined);
    throw error;
  }
  await flushFolder(dirname(path));
}

/** Reads back what is on the stick: what the system says it has written need not be there. */
async function expectWhole(part: string, { onStep, signal }: ExportOptions): Promise<void> {
  const { verdict } = await verifyBundle(part, {
    judgeKey: () => ({ state: 'trusted', problems: [] }),
    onProgress: (done, total) => onStep?.('正在读回核对', done, total),
    ...(signal === undefined ? {} : { signal }),
  });
  if (verdict.problems.some(({ code }) => code === 'not-there')) throw Object.assign(new Error('the file is gone'), { code: 'ENOENT' });
  if (!verdict.valid) throw notWhole();
}

function notWhole(): AppError {
  return new AppError('export-failed', '写入后读回核对不一致，没有导出。请换一个U盘再试，这个U盘可能已损坏。');
}

/** A hard link fails when the name is taken, where a rename would replace. FAT sticks have no links: look first, then rename. */
async function moveIntoPlace(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (errorCode(error) === 'EEXIST' || existsSync(to)) throw exists(to);
    await rename(from, to);
  }
}

async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().catch(() => undefined);
  await handle.close();
}

function exists(path: string): AppError {
  return new AppError('export-exists', `“${basename(path)}”已在这个文件夹里，没有覆盖。请改名，或换一个文件夹。`);
}

async function explain(error: unknown, path: string): Promise<unknown> {
  if (error instanceof AppError) return error;
  if (error instanceof Error && error.name === 'AbortError') return new AppError('cancelled', '已取消，没有导出；U盘上没有留下文件。');
  const name = basename(path);
  switch (errorCode(error)) {
    case 'ENOSPC':
      return new AppError('disk-full', `空间不足${await freeSpace(path)}，“${name}”没有导出。请清理后再试，或换一个U盘。`, {
        cause: error,
      });
    case 'EFBIG':
      return new AppError('disk-full', `这个U盘是 FAT 格式，单个文件不能超过 4 GB，“${name}”没有导出。请分几次导出。`, { cause: error });
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new AppError('library-read-only', `“${dirname(path)}”不能写入，“${name}”没有导出。请检查U盘的写保护开关，或换一个文件夹。`, {
        cause: error,
      });
    case 'ENOENT':
    case 'ENODEV':
    case 'EIO':
    case 'ENXIO':
      return new AppError('disk-failed', `“${dirname(path)}”找不到了，U盘可能已被拔出，“${name}”没有导出。请重新插好再导出。`, {
        cause: error,
      });
    default:
      return new AppError('disk-failed', `“${name}”写入失败，没有导出。请换一个文件夹再试。`, { cause: error });
  }
}

async function freeSpace(path: string): Promise<string> {
  try {
    const { bavail, bsize } = await statfs(dirname(path));
    return `（还剩 ${Math.floor((bavail * bsize) / 1024 / 1024)} MB）`;
  } catch {
    return '';
  }
}
