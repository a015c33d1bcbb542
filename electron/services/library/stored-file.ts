import { dirname } from 'node:path';
import { Low, type Adapter } from 'lowdb';
import { fileName, generationPath } from '../../../shared/library/library-layout.js';
import { setAside } from './aside.js';
import { errorCode, toDiskError } from './disk-error.js';
import { copyApart, writeDurable } from './durable-file.js';
import { decodeEnvelope, encodeEnvelope } from './envelope.js';
import type { Content, FileFormat, GoodContent } from './envelope.js';
import { clockTime, type Shelf } from './shelf.js';

/** How many previous states of a file stay beside it. */
export const generationCount = 3;

/** `lost`: damaged, and no generation of it is good. */
export type Found = GoodContent | { readonly kind: 'missing' } | { readonly kind: 'newer' } | { readonly kind: 'lost' };

/** What a save put on disk: the checksum and the ISO instant. */
export interface Saved {
  readonly revision: string;
  readonly savedAt: string;
}

/** lowdb's two-method port over our durable files. */
class DurableAdapter implements Adapter<unknown> {
  found: Found = { kind: 'missing' };
  saved: Saved | undefined;
  /** Checksum of what is written next, where it is known already. */
  revision: string | undefined;

  constructor(
    readonly shelf: Shelf,
    readonly path: string,
    readonly format: FileFormat,
    readonly generations: number,
  ) {}

  async read(): Promise<unknown> {
    this.found = await readStored(this.shelf, this.path, this.format);
    return this.found.kind === 'good' ? this.found.data : null;
  }

  async write(data: unknown): Promise<void> {
    const savedAt = this.shelf.clock.now().toISOString();
    const { bytes, revision } = encodeEnvelope(this.format, data, savedAt, this.revision);
    await writeDurable(this.shelf.disk, this.shelf.at(this.path), bytes, this.generations);
    this.saved = { revision, savedAt };
  }
}

/** One checksummed JSON file of a library, read and written through lowdb. */
export class StoredFile {
  readonly #adapter: DurableAdapter;
  readonly #low: Low<unknown>;

  constructor(shelf: Shelf, path: string, format: FileFormat, generations: number = generationCount) {
    this.#adapter = new DurableAdapter(shelf, path, format, generations);
    this.#low = new Low<unknown>(this.#adapter, {});
  }

  /** What the file holds, repaired from its generations where needed. @throws AppError when the disk fails */
  async read(): Promise<Found> {
    await this.#low.read();
    return this.#adapter.found;
  }

  /** What the file holds now, without repair, generations or a word to the editor. @throws AppError when the disk fails */
  async peek(): Promise<Content | { readonly kind: 'missing' }> {
    const { shelf, path, format } = this.#adapter;
    try {
      return await readContent(shelf, path, format);
    } catch (error) {
      throw toDiskError(error, path, 'reading');
    }
  }

  /** Replaces the content, whose checksum may be known already; comes back when it is on the disk, read back and compared. @throws AppError as `writeDurable` */
  async write(data: unknown, revision?: string): Promise<Saved> {
    this.#adapter.revision = revision;
    this.#low.data = data;
    await this.#low.write();
    const { saved } = this.#adapter;
    if (saved === undefined) throw new TypeError('nothing to write');
    return saved;
  }
}

async function readStored(shelf: Shelf, path: string, format: FileFormat): Promise<Found> {
  try {
    const current = await readContent(shelf, path, format);
    if (current.kind === 'good' || current.kind === 'newer') return current;
    const previous = await newestGeneration(shelf, path, format);
    if (previous !== undefined) return await takePrevious(shelf, path, current.kind, previous);
    if (current.kind === 'missing') return current;
    return await giveUp(shelf, path);
  } catch (error) {
    throw toDiskError(error, path, 'reading');
  }
}

/** A file's content; sectors the disk cannot read any more (EIO) count as damage. */
async function readContent(shelf: Shelf, path: string, format: FileFormat): Promise<Content | { readonly kind: 'missing' }> {
  try {
    return decodeEnvelope(format, await shelf.disk.readFile(shelf.at(path)));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { kind: 'missing' };
    if (errorCode(error) === 'EIO') return { kind: 'damaged' };
    throw error;
  }
}

interface Generation {
  readonly path: string;
  readonly content: GoodContent;
}

async function newestGeneration(shelf: Shelf, path: string, format: FileFormat): Promise<Generation | undefined> {
  for (let count = 1; count <= generationCount; count += 1) {
    const generation = generationPath(path, count);
    const content = await readContent(shelf, generation, format);
    if (content.kind === 'good') return { path: generation, content };
  }
  return undefined;
}

/** Uses a previous generation in place of a damaged or vanished file and says which minutes may be missing. */
async function takePrevious(
  shelf: Shelf,
  path: string,
  kind: 'damaged' | 'missing',
  { path: from, content }: Generation,
): Promise<GoodContent> {
  const facts = await shelf.disk.stat(shelf.at(path));
  const savedAt = clockTime(new Date(content.savedAt));
  const lastAt = facts === undefined ? undefined : clockTime(new Date(facts.mtimeMs));
  const gap = lastAt === undefined || lastAt === savedAt ? '此后的修改可能缺失' : `此后至 ${lastAt} 的修改可能缺失`;
  if (shelf.canWrite) {
    if (kind === 'damaged') await setAside(shelf, path, fileName(path), '损坏');
    await copyApart(shelf.disk, shelf.at(from), shelf.at(path));
    await shelf.disk.syncFolder(dirname(shelf.at(path)));
  }
  const what = kind === 'damaged' ? '已损坏' : '不见了';
  const kept = kind === 'damaged' && shelf.canWrite ? '损坏的文件已移到“损坏文件”。' : '';
  shelf.tell(`“${fileName(path)}”${what}，已改用 ${savedAt} 保存的前一版，${gap}。${kept}`);
  return content;
}

async function giveUp(shelf: Shelf, path: string): Promise<Found> {
  if (shelf.canWrite) {
    await setAside(shelf, path, fileName(path), '无前版');
    shelf.tell(`“${fileName(path)}”已损坏，没有可用的前一版；损坏的文件已移到“损坏文件”。`);
  }
  return { kind: 'lost' };
}
