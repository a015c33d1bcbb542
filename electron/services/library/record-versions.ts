import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { AppError } from '../../../shared/app-error.js';
import { isSnapshotDue, versionsToDrop } from '../../../shared/library/history-rules.js';
import { instantOfStamp, stampOf } from '../../../shared/library/library-layout.js';
import {
  isKey,
  parseKind,
  recordKinds,
  recordPath,
  versionFolder,
  type KindName,
  type ValueOf,
} from '../../../shared/library/records/records.js';
import { errorCode, toDiskError } from './disk-error.js';
import { writeDurable } from './durable-file.js';
import { decodeEnvelope, formatOf, type Content } from './envelope.js';
import type { Shelf } from './shelf.js';
import { StoredFile } from './stored-file.js';

/** A previous version of a record. */
export interface RecordVersion {
  /** Names it in `read`; the instant at which it was replaced, as a stamp. */
  readonly id: string;
  /** ISO instant at which it was replaced. */
  readonly replacedAt: string;
  /** What the editor called it; a version with a name is kept for good. */
  readonly name?: string;
}

const namesFile = '版本名.json';
const namesSchema = z.record(z.string(), z.string());

/**
 * Previous versions of records, one compressed file each, so that damage to one leaves the others whole. Those of the
 * library's first layout, which are plain files, are read as well.
 */
export class RecordVersions {
  readonly #shelf: Shelf;
  /** When a version was last kept in this session, by the record's path. */
  readonly #kept = new Map<string, Date>();

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  /** Newest first. */
  async list(kind: KindName, key: string): Promise<readonly RecordVersion[]> {
    if (!isKey(kind, key)) return [];
    const names = await this.#names(kind, key);
    return [...(await this.#files(kind, key)).keys()]
      .sort()
      .reverse()
      .map((id) => {
        const name = names[id];
        return { id, replacedAt: instantOfStamp(id) ?? '', ...(name === undefined ? {} : { name }) };
      });
  }

  /** @throws AppError of the kind's `missing`, or issue-unreadable */
  async read<Name extends KindName>(kind: Name, key: string, id: string): Promise<ValueOf<Name>> {
    const file = isKey(kind, key) ? (await this.#files(kind, key)).get(id) : undefined;
    if (file === undefined) throw new AppError(recordKinds[kind].words.missing(key).code, '没有这个历史版本。');
    const content = await readVersion(this.#shelf, kind, file);
    const parsed = content.kind === 'good' ? parseKind(kind, content.data) : undefined;
    if (parsed?.ok) return parsed.value;
    const reason = content.kind === 'newer' ? '由更新版本的软件保存' : (parsed?.reason ?? '文件已损坏');
    throw new AppError('issue-unreadable', `这个历史版本无法读取：${reason}。文件“${file}”没有改动。`);
  }

  /** Gives a version a name, which keeps it for good; an empty one takes the name away. @throws AppError of `missing` */
  async name(kind: KindName, key: string, id: string, name: string): Promise<void> {
    if (!isKey(kind, key) || !(await this.#files(kind, key)).has(id))
      throw new AppError(recordKinds[kind].words.missing(key).code, '没有这个历史版本。');
    const { [id]: _before, ...others } = await this.#names(kind, key);
    await this.#namesFile(kind, key).write(name === '' ? others : { ...others, [id]: name });
  }

  /** Keeps the present file of a record as a version, when one is due or `always`; lets go of those beyond the limit. */
  async keep(kind: KindName, key: string, always: boolean): Promise<string | undefined> {
    const now = this.#shelf.clock.now();
    const path = recordPath(kind, key);
    if (!always && !isSnapshotDue(this.#kept.get(path), now)) return undefined;
    try {
      const files = await this.#files(kind, key);
      let instant = now;
      while (files.has(stampOf(instant))) instant = new Date(instant.getTime() + 1);
      const bytes = await this.#shelf.disk.readFile(this.#shelf.at(path));
      const target = `${versionFolder(kind, key)}/${stampOf(instant)}.json.gz`;
      await writeDurable(this.#shelf.disk, this.#shelf.at(target), gzipSync(bytes), 0);
      files.set(stampOf(instant), target);
      await this.#thin(kind, key, files);
      this.#kept.set(path, now);
      return stampOf(instant);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw toDiskError(error, path);
    }
  }

  /** A record that came to its place just now was kept where it was: no version is due yet. */
  noteKept(kind: KindName, key: string): void {
    this.#kept.set(recordPath(kind, key), this.#shelf.clock.now());
  }

  /** A record that left its place begins anew when it comes back. */
  forget(kind: KindName, key: string): void {
    this.#kept.delete(recordPath(kind, key));
  }

  async #thin(kind: KindName, key: string, files: ReadonlyMap<string, string>): Promise<void> {
    const named = new Set(Object.keys(await this.#names(kind, key)));
    const stamps = [...files.keys()].filter((stamp) => !named.has(stamp));
    for (const stamp of versionsToDrop(stamps)) await this.#shelf.disk.remove(this.#shelf.at(files.get(stamp) ?? ''));
  }

  /** Files of versions by their stamps. */
  async #files(kind: KindName, key: string): Promise<Map<string, string>> {
    const folder = versionFolder(kind, key);
    const files = new Map<string, string>();
    for (const name of await this.#shelf.disk.list(this.#shelf.at(folder))) {
      const stamp = /^([^.]+)\.json(?:\.gz)?$/u.exec(name)?.[1];
      if (stamp !== undefined && instantOfStamp(stamp) !== undefined) files.set(stamp, `${folder}/${name}`);
    }
    return files;
  }

  #namesFile(kind: KindName, key: string): StoredFile {
    return new StoredFile(this.#shelf, `${versionFolder(kind, key)}/${namesFile}`, 'zhuanbao-version-names', 1);
  }

  async #names(kind: KindName, key: string): Promise<Readonly<Record<string, string>>> {
    const found = await this.#namesFile(kind, key).read();
    const parsed = namesSchema.safeParse(found.kind === 'good' ? found.data : undefined);
    return parsed.success ? parsed.data : {};
  }
}

async function readVersion(shelf: Shelf, kind: KindName, path: string): Promise<Content> {
  try {
    const bytes = await shelf.disk.readFile(shelf.at(path));
    return decodeEnvelope(formatOf(kind), path.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  } catch (error) {
    if (/^Z_|^EIO$/u.test(errorCode(error))) return { kind: 'damaged' };
    throw toDiskError(error, path, 'reading');
  }
}
