import { AppError } from '../../../shared/app-error.js';
import { errorCode } from '../library/disk-error.js';
import type { Shelf } from '../library/shelf.js';
import { digestOf, type BackedFile, type Backup, type BackupFolder } from './backup-folder.js';
import { libraryFiles, pathIn, type LibraryFolder } from './library-files.js';

/** Told how far a long step is. */
export interface Watch {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (step: string, done: number, total: number) => void;
}

/** What a backup did. */
export interface Taken {
  readonly backup: Backup;
  /** Files whose content was not there yet. */
  readonly added: number;
  /** Files the library's disk would not give; what the backup before had of them is kept. */
  readonly unread: readonly string[];
}

interface Source {
  readonly shelf: Shelf;
  /** Runs a step while nobody changes the library. */
  readonly still: <Value>(step: () => Promise<Value>) => Promise<Value>;
}

/**
 * Backs the library up: everything once while work goes on, then, with the library held still, what changed meanwhile;
 * so the backup is of one moment and nobody waits for more than a moment's changes. A file with the size and time it
 * had in the backup before is not read again; where nothing changed at all, that one stands for this.
 */
export async function takeBackup(source: Source, target: BackupFolder, watch: Watch): Promise<Taken> {
  const before = await target.latest();
  const pass = new Pass(source.shelf, target, watch, await knownFiles(target, before));
  await pass.run();
  return source.still(async () => {
    const folders = await pass.run();
    const at = source.shelf.clock.now().toISOString();
    const backup = { at, files: pass.count, folders };
    if (before === undefined || !isSame(before, backup)) await target.finish(backup);
    return { backup, added: pass.added, unread: [...pass.unread] };
  });
}

function isSame(left: Backup, right: Backup): boolean {
  return JSON.stringify(left.folders) === JSON.stringify(right.folders);
}

/** Files of the backup before by their paths; of a folder whose list is damaged, none. */
async function knownFiles(target: BackupFolder, before: Backup | undefined): Promise<Map<string, BackedFile>> {
  const known = new Map<string, BackedFile>();
  for (const each of before?.folders ?? []) {
    const files = await target.filesOf(each).catch(() => []);
    for (const file of files) known.set(pathIn(each.folder, file.name), file);
  }
  return known;
}

class Pass {
  readonly #shelf: Shelf;
  readonly #target: BackupFolder;
  readonly #watch: Watch;
  readonly #known: Map<string, BackedFile>;
  count = 0;
  added = 0;
  readonly unread = new Set<string>();

  constructor(shelf: Shelf, target: BackupFolder, watch: Watch, known: Map<string, BackedFile>) {
    this.#shelf = shelf;
    this.#target = target;
    this.#watch = watch;
    this.#known = known;
  }

  /** Brings the target up to what the library holds now; comes back with the folders as a backup names them. */
  async run(): Promise<Backup['folders']> {
    const folders = await libraryFiles(this.#shelf);
    const total = folders.reduce((sum, { names }) => sum + names.length, 0);
    const result: Backup['folders'] = [];
    this.count = 0;
    let seen = 0;
    for (const each of folders) {
      const files = await this.#filesOf(each, (done) => this.#tell(seen + done, total));
      seen += each.names.length;
      this.count += files.length;
      result.push({ folder: each.folder, sha256: await this.#target.putFiles(files) });
    }
    return result;
  }

  #tell(done: number, total: number): void {
    if (this.#watch.signal?.aborted) throw new AppError('cancelled', '备份已停止；以前的备份没有动。');
    this.#watch.onProgress?.('正在备份', done, total);
  }

  async #filesOf({ folder, names }: LibraryFolder, onFile: (done: number) => void): Promise<BackedFile[]> {
    const files: BackedFile[] = [];
    for (const [position, name] of names.entries()) {
      onFile(position + 1);
      const file = await this.#fileOf(pathIn(folder, name), name);
      if (file !== undefined) files.push(file);
    }
    return files;
  }

  /** One file, in the target from now on; undefined when it went away meanwhile. */
  async #fileOf(path: string, name: string): Promise<BackedFile | undefined> {
    const facts = await this.#shelf.disk.stat(this.#shelf.at(path));
    if (facts === undefined) return undefined;
    const known = this.#known.get(path);
    if (known?.size === facts.size && known.mtimeMs === facts.mtimeMs && this.#target.has(known.sha256)) return known;
    const bytes = await this.#read(path);
    if (bytes === undefined) return known && this.#target.has(known.sha256) ? known : undefined;
    const sha256 = digestOf(bytes);
    if (await this.#target.put(sha256, bytes)) this.added += 1;
    const file = { name, size: facts.size, mtimeMs: facts.mtimeMs, sha256 };
    this.#known.set(path, file);
    return file;
  }

  async #read(path: string): Promise<Uint8Array | undefined> {
    try {
      return await this.#shelf.disk.readFile(this.#shelf.at(path));
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') this.unread.add(path);
      return undefined;
    }
  }
}
