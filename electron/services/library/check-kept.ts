import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { attachmentPath, attachmentsFolder, historyFolder, instantOfStamp } from '../../../shared/library/library-layout.js';
import { recordOfVersionFolder, recordKinds, type KindName } from '../../../shared/library/records/records.js';
import type { Job } from '../jobs.js';
import { errorCode, toDiskError } from './disk-error.js';
import { decodeEnvelope, formatOf } from './envelope.js';
import { clockTime, type Shelf } from './shelf.js';

/** A file that is not what it was: where it is, what happened, what to do. */
export interface Trouble {
  /** Path below the library. */
  readonly file: string;
  /** Whole Chinese sentences. */
  readonly message: string;
}

const unzip = promisify(gunzip);

/**
 * Reads every previous version and every attachment, one after another, and tells which are damaged. Nobody waits for
 * it and nothing is changed; files that vanish meanwhile are no trouble. Contents of good versions are handed on. @throws AppError `cancelled`
 */
export async function checkKept(
  shelf: Shelf,
  isStopped: () => boolean,
  { report, signal }: Job,
  onVersion?: (content: Uint8Array) => void,
): Promise<readonly Trouble[]> {
  const troubles: Trouble[] = [];
  const kept: Kept[] = [];
  for await (const file of keptFiles(shelf, onVersion)) kept.push(file);
  for (const [done, { path, look }] of kept.entries()) {
    if (isStopped()) break;
    signal.throwIfAborted();
    report('正在检查历史版本和留存的原文件', done, kept.length);
    const message = await lookAt(shelf, path, look);
    if (message !== undefined) troubles.push({ file: path, message });
  }
  return troubles;
}

interface Kept {
  readonly path: string;
  /** What is wrong with these bytes, as a sentence. */
  readonly look: (bytes: Uint8Array) => Promise<string | undefined>;
}

async function* keptFiles(shelf: Shelf, onVersion: ((content: Uint8Array) => void) | undefined): AsyncGenerator<Kept> {
  for (const folder of await shelf.disk.list(shelf.at(historyFolder))) {
    const record = recordOfVersionFolder(folder);
    if (record === undefined) continue;
    for (const name of await shelf.disk.list(shelf.at(`${historyFolder}/${folder}`))) {
      const instant = instantOfStamp(/^([^.]+)\.json(?:\.gz)?$/u.exec(name)?.[1] ?? '');
      if (instant === undefined) continue;
      const damaged = `${recordKinds[record.kind].words.thing}（${record.key}）在 ${clockTime(new Date(instant))} 留下的历史版本已损坏，不能再打开；现在的内容不受影响。有备份的，请取回这个文件。`;
      const path = `${historyFolder}/${folder}/${name}`;
      yield { path, look: async (bytes) => ((await isGoodVersion(record.kind, name, bytes, onVersion)) ? undefined : damaged) };
    }
  }
  for (const name of await shelf.disk.list(shelf.at(attachmentsFolder))) {
    if (!/^[0-9a-f]{64}$/u.test(name)) continue;
    const damaged = '留存的原文件或图片已损坏，与当时不符；各期和来稿的文字不受影响。请重新导入或重新插入，或从备份取回这个文件。';
    yield { path: attachmentPath(name), look: async (bytes) => (sha256(bytes) === name ? undefined : damaged) };
  }
}

/** A compressed version carries a checksum of its own, which costs a tenth of reading the record. */
async function isGoodVersion(
  kind: KindName,
  name: string,
  bytes: Uint8Array,
  onVersion: ((content: Uint8Array) => void) | undefined,
): Promise<boolean> {
  if (!name.endsWith('.gz')) {
    onVersion?.(bytes);
    return decodeEnvelope(formatOf(kind), bytes).kind !== 'damaged';
  }
  try {
    const content = await unzip(bytes);
    onVersion?.(content);
    return true;
  } catch {
    return false;
  }
}

/** Whether bytes are what a version or an attachment at this path must be. */
export async function isWhole(path: string, bytes: Uint8Array): Promise<boolean> {
  const [folder = '', owner = '', name = ''] = path.split('/');
  if (folder === attachmentsFolder) return sha256(bytes) === owner;
  const record = recordOfVersionFolder(owner);
  return record !== undefined && isGoodVersion(record.kind, name, bytes, undefined);
}

async function lookAt(shelf: Shelf, path: string, look: Kept['look']): Promise<string | undefined> {
  try {
    return await look(await shelf.disk.readFile(shelf.at(path)));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    return toDiskError(error, path, 'reading').message;
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
