import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/app-error.js';
import { limits } from '../../../shared/bundle/format.js';
import type { Problem } from '../../../shared/bundle/problems.js';
import { errorCode } from '../library/disk-error.js';
import { isAlive, ownIdentity } from '../library/process-identity.js';
import { unsealFile, type SealOptions } from './seal.js';

/** A copy of a bundle on our own disk: the stick may be pulled out, and what was verified is what is read. */
export interface Quarantined {
  readonly path: string;
  discard(): Promise<void>;
}

const folderName = '隔离区';

/** Copies a file off the stick. @throws AppError `file-broken`, `file-too-large`, `disk-full` */
export async function quarantine(file: string, userFolder: string): Promise<Quarantined> {
  const copy = await newPlace(userFolder);
  try {
    const { size } = await stat(file);
    if (size > limits.totalBytes) throw new AppError('file-too-large', '文件太大，不是交换包。请确认选对了文件。');
    await copyFile(file, copy.path);
    return copy;
  } catch (error) {
    await copy.discard();
    throw explain(error, '读取交换包时中断，U盘可能已被拔出，没有导入任何内容。请重新插好再试。');
  }
}

/**
 * Opens a sealed copy with its passphrase; the opened one takes its place.
 * @returns the opened copy, or what is wrong: then the sealed one is as it was
 * @throws AppError `disk-full`, `file-broken`; what `signal` throws
 */
export async function unseal(
  copy: Quarantined,
  userFolder: string,
  passphrase: string,
  options: SealOptions,
): Promise<Quarantined | Problem> {
  const opened = await openSealed(copy.path, userFolder, passphrase, options);
  if (!('code' in opened)) await copy.discard();
  return opened;
}

/**
 * Opens a sealed file with its passphrase into a place of its own; the file stays as it is.
 * @returns the opened copy, or what is wrong: then nothing is left of it
 * @throws AppError `disk-full`, `file-broken`; what `signal` throws
 */
export async function openSealed(
  file: string,
  userFolder: string,
  passphrase: string,
  options: SealOptions,
): Promise<Quarantined | Problem> {
  const opened = await newPlace(userFolder);
  try {
    return (await unsealFile(file, opened.path, passphrase, options)) ?? opened;
  } catch (error) {
    await opened.discard();
    if (options.signal?.aborted === true) throw error;
    throw explain(error, '解开交换包时读写中断，没有导入任何内容。请检查磁盘后再试。');
  }
}

/**
 * A place for a bundle among the quarantined ones, where nothing is yet; its name says which process it belongs to. What
 * programs that died left there goes first: whoever works with bundles, the terminal too, leaves none behind for long.
 * @throws AppError `disk-full`, `file-broken`
 */
export async function newPlace(userFolder: string): Promise<Quarantined> {
  const { pid, processStart = '' } = await ownIdentity(new Date());
  const folder = join(userFolder, folderName);
  try {
    await mkdir(folder, { recursive: true });
    await clearQuarantine(userFolder);
  } catch (error) {
    throw explain(error, `“${folder}”建不成，交换包没有读入。请检查本机磁盘。`);
  }
  const path = join(folder, `${pid}-${processStart}-${randomBytes(8).toString('hex')}.zbx`);
  return { path, discard: () => rm(path, { force: true }) };
}

/** Removes what programs that died left behind; what belongs to one that runs stays. */
export async function clearQuarantine(userFolder: string): Promise<void> {
  const folder = join(userFolder, folderName);
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    if (!(await isInUse(path, name))) await rm(path, { recursive: true, force: true });
  }
}

async function isInUse(path: string, name: string): Promise<boolean> {
  const [, pid, processStart] = /^(\d+)-(\d*)-[0-9a-f]+\.zbx$/u.exec(name) ?? [];
  const found = await stat(path).catch(() => undefined);
  if (pid === undefined || found === undefined) return false;
  const started = processStart === '' ? {} : { processStart };
  return isAlive({ host: '', user: '', pid: Number(pid), startedAt: found.mtime.toISOString(), ...started }, new Date());
}

function explain(error: unknown, sentence: string): AppError {
  if (error instanceof AppError) return error;
  if (errorCode(error) === 'ENOSPC') return new AppError('disk-full', '本机磁盘已满，交换包没有读入。请腾出空间后再试。', { cause: error });
  return new AppError('file-broken', sentence, { cause: error });
}
