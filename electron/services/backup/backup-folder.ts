import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import { AppError } from '../../../shared/app-error.js';
import { backupsToDrop } from '../../../shared/library/backup-rules.js';
import { instantOfStamp, stampOf, temporaryTarget } from '../../../shared/library/library-layout.js';
import { errorCode } from '../library/disk-error.js';
import { writeDurable } from '../library/durable-file.js';
import type { Shelf } from '../library/shelf.js';
import { StoredFile } from '../library/stored-file.js';

const zip = promisify(gzip);
const unzip = promisify(gunzip);

const markerPath = '备份说明.json';
const readmePath = '说明.txt';
const contentFolder = '内容';
const listFolder = '清单';
const damagedFolder = '损坏';

const readme = `这里是《宣传信息专报》资料库的备份，由专报编辑台写入，请不要改动里面的文件。

清单：每份备份一个文件，按备份时间命名。
内容：资料库各个文件的内容，按校验和命名，压缩存放，各份备份共用。

恢复办法：打开专报编辑台，在“设置”的“备份”里点“恢复到……”，选一个空文件夹。
`;

const markerSchema = z.object({ libraryCreatedAt: z.iso.datetime({ offset: true }), libraryFolder: z.string() });
type Marker = z.infer<typeof markerSchema>;

const digestSchema = z.string().regex(/^[0-9a-f]{64}$/u);

/** One file of the library as a backup has it. */
const fileSchema = z.strictObject({ name: z.string(), size: z.int(), mtimeMs: z.number(), sha256: digestSchema });
export type BackedFile = z.infer<typeof fileSchema>;

/** One folder of the library: its path, empty for the library itself, and the digest of the list of its files. */
const folderSchema = z.strictObject({ folder: z.string(), sha256: digestSchema });

const backupSchema = z.strictObject({ at: z.iso.datetime({ offset: true }), files: z.int(), folders: z.array(folderSchema) });
/** One backup: what the library's folders held. */
export type Backup = z.infer<typeof backupSchema>;

/**
 * A folder of backups. Contents are kept under their digests, once for all backups; a backup is a small file that names
 * them and is written last. So what is cut short leaves contents nobody names, and never harms a backup that is there.
 */
export class BackupFolder {
  readonly #shelf: Shelf;
  #present = new Set<string>();

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  /** Where it is, for the editor. */
  get path(): string {
    return this.#shelf.folder;
  }

  /**
   * Makes the folder one of backups of a library, if it is not one yet.
   * @throws AppError backup-missing when it holds another library's backups
   */
  async prepare(marker: Marker): Promise<void> {
    const found = await this.#marker();
    if (found !== undefined) return expectSame(found, marker, this.path);
    await this.#shelf.disk.makeFolder(this.path);
    if ((await this.#shelf.disk.stat(this.#shelf.at(readmePath))) === undefined)
      await writeDurable(this.#shelf.disk, this.#shelf.at(readmePath), Buffer.from(readme, 'utf8'), 0);
    await this.#file(markerPath, 'zhuanbao-backup-folder').write(marker);
  }

  /** Sees what is there. @throws AppError backup-missing when the folder is not there, or is another library's */
  async open(marker?: Marker): Promise<void> {
    const found = await this.#marker();
    if (found === undefined)
      throw new AppError('backup-missing', `备份文件夹“${this.path}”不在或打不开。请接上移动硬盘，或在“设置”的“备份”里另选文件夹。`);
    if (marker) expectSame(found, marker, this.path);
    this.#present = new Set();
    for (const prefix of await this.#shelf.disk.list(this.#shelf.at(contentFolder)))
      for (const name of await this.#shelf.disk.list(this.#shelf.at(`${contentFolder}/${prefix}`))) await this.#see(prefix, name);
  }

  /** Stamps of the backups, newest first. */
  async stamps(): Promise<readonly string[]> {
    const names = await this.#shelf.disk.list(this.#shelf.at(listFolder));
    const stamps = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
    return stamps
      .filter((stamp) => instantOfStamp(stamp) !== undefined)
      .sort()
      .reverse();
  }

  /** The newest backup whose list can be read; those that cannot are passed over. */
  async latest(): Promise<Backup | undefined> {
    for (const stamp of await this.stamps()) {
      const backup = await this.read(stamp);
      if (backup !== undefined) return backup;
    }
    return undefined;
  }

  async read(stamp: string): Promise<Backup | undefined> {
    const found = await this.#file(`${listFolder}/${stamp}.json`, 'zhuanbao-backup').peek();
    const parsed = backupSchema.safeParse(found.kind === 'good' ? found.data : undefined);
    return parsed.success ? parsed.data : undefined;
  }

  /** The files of a folder as a backup has them. @throws AppError backup-failed when their list is damaged */
  async filesOf({ folder, sha256 }: Backup['folders'][number]): Promise<readonly BackedFile[]> {
    const bytes = await this.content(sha256);
    if (bytes === undefined) throw new AppError('backup-failed', `备份里“${folder || '资料库'}”的清单已损坏，这一份不能用。`);
    return z.array(fileSchema).parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  }

  /** Keeps a list of files; comes back with its digest. */
  async putFiles(files: readonly BackedFile[]): Promise<string> {
    const bytes = Buffer.from(JSON.stringify(files), 'utf8');
    const sha256 = digestOf(bytes);
    await this.put(sha256, bytes);
    return sha256;
  }

  has(sha256: string): boolean {
    return this.#present.has(sha256);
  }

  /** Keeps bytes under their digest; false when they were there already. */
  async put(sha256: string, bytes: Uint8Array): Promise<boolean> {
    if (this.#present.has(sha256)) return false;
    const target = this.#shelf.at(contentPath(sha256));
    await this.#expectThere();
    await writeDurable(this.#shelf.disk, target, await zip(bytes), 0);
    this.#present.add(sha256);
    return true;
  }

  /** Bytes under a digest, compared with it; undefined when they are gone or damaged. */
  async content(sha256: string): Promise<Uint8Array | undefined> {
    try {
      const bytes = await unzip(await this.#shelf.disk.readFile(this.#shelf.at(contentPath(sha256))));
      return digestOf(bytes) === sha256 ? bytes : undefined;
    } catch (error) {
      if (/^Z_|^EIO$|^ENOENT$/u.test(errorCode(error))) return undefined;
      throw error;
    }
  }

  /** Moves damaged bytes out of the way, so that the next backup writes them anew. */
  async setAside(sha256: string): Promise<void> {
    this.#present.delete(sha256);
    const path = this.#shelf.at(contentPath(sha256));
    if ((await this.#shelf.disk.stat(path)) === undefined) return;
    const target = this.#shelf.at(`${damagedFolder}/${sha256}.${stampOf(this.#shelf.clock.now())}.gz`);
    await this.#shelf.disk.makeFolder(dirname(target));
    await this.#shelf.disk.rename(path, target);
  }

  /** Writes the list that makes a backup of contents put before; it becomes the newest even where the clock was set back. */
  async finish(backup: Backup): Promise<void> {
    await this.#expectThere();
    const [newest = ''] = await this.stamps();
    const last = Date.parse(instantOfStamp(newest) ?? '') || 0;
    const stamp = stampOf(new Date(Math.max(Date.parse(backup.at), last + 1)));
    await this.#file(`${listFolder}/${stamp}.json`, 'zhuanbao-backup').write(backup);
  }

  /** Lets go of backups beyond the rule, then of contents no backup names; none of them when a list cannot be read. */
  async thin(): Promise<void> {
    const dropped = backupsToDrop(await this.stamps());
    if (dropped.length === 0) return;
    for (const stamp of dropped) await this.#shelf.disk.remove(this.#shelf.at(`${listFolder}/${stamp}.json`));
    const named = await this.#named();
    if (named === undefined) return;
    for (const sha256 of this.#present) if (!named.has(sha256)) await this.#shelf.disk.remove(this.#shelf.at(contentPath(sha256)));
    this.#present = named;
  }

  /** Digests that the backups name, or undefined when that cannot be said. */
  async #named(): Promise<Set<string> | undefined> {
    const named = new Set<string>();
    for (const stamp of await this.stamps()) {
      const backup = await this.read(stamp);
      if (backup === undefined) return undefined;
      for (const folder of backup.folders) {
        if (named.has(folder.sha256)) continue;
        named.add(folder.sha256);
        const files = await this.filesOf(folder).catch(() => undefined);
        if (files === undefined) return undefined;
        for (const { sha256 } of files) named.add(sha256);
      }
    }
    return named;
  }

  /** What an unfinished write left is cleared; the rest is noted. */
  async #see(prefix: string, name: string): Promise<void> {
    if (temporaryTarget(name) !== undefined) await this.#shelf.disk.remove(this.#shelf.at(`${contentFolder}/${prefix}/${name}`));
    else if (/^[0-9a-f]{64}\.gz$/u.test(name)) this.#present.add(name.slice(0, 64));
  }

  /** A disk pulled out must not be written to where it was: that place is another disk now. */
  async #expectThere(): Promise<void> {
    if ((await this.#shelf.disk.stat(this.#shelf.at(markerPath))) === undefined)
      throw new AppError('backup-missing', `备份文件夹“${this.path}”中途不见了，这次没有备份完；以前的备份没有动。请接好移动硬盘再试。`);
  }

  async #marker(): Promise<Marker | undefined> {
    const found = await this.#file(markerPath, 'zhuanbao-backup-folder').peek();
    const parsed = markerSchema.safeParse(found.kind === 'good' ? found.data : undefined);
    return parsed.success ? parsed.data : undefined;
  }

  #file(path: string, format: 'zhuanbao-backup-folder' | 'zhuanbao-backup'): StoredFile {
    return new StoredFile(this.#shelf, path, format, 0);
  }
}

/** SHA-256 in lower-case hex. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function contentPath(sha256: string): string {
  return `${contentFolder}/${sha256.slice(0, 2)}/${sha256}.gz`;
}

function expectSame(found: Marker, { libraryCreatedAt }: Marker, path: string): void {
  if (found.libraryCreatedAt === libraryCreatedAt) return;
  throw new AppError('backup-missing', `“${path}”里是另一个资料库（${found.libraryFolder}）的备份，没有写入。请另选文件夹。`);
}
