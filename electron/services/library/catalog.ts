import { z } from 'zod';
import { AppError } from '../../../shared/app-error.js';
import { fileName, indexPath } from '../../../shared/library/library-layout.js';
import { byText } from '../../../shared/library/records/record-kind.js';
import { recordKinds, recordPath, type KindName, type SummaryOf } from '../../../shared/library/records/records.js';
import { readTrashId, type TrashEntry } from '../../../shared/library/trash.js';
import { lostFiles } from './aside.js';
import { toDiskError } from './disk-error.js';
import type { FileFacts } from './file-system.js';
import { findPlaces, type Place } from './places.js';
import { entrySchema, readEntry, type Entry } from './read-record.js';
import type { Shelf } from './shelf.js';
import { StoredFile } from './stored-file.js';

export interface LibraryList {
  readonly issues: readonly SummaryOf<'issue'>[];
  readonly submissions: readonly SummaryOf<'submission'>[];
  readonly trash: readonly TrashEntry[];
  readonly problems: readonly { readonly file: string; readonly message: string }[];
}

/** Files read at once while rebuilding: enough to keep the disk busy, few enough to keep memory small. */
const readersAtOnce = 8;

const rowSchema = z.strictObject({ path: z.string(), size: z.number(), mtimeMs: z.number(), entry: entrySchema });

interface Row {
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly entry: Entry;
}

/**
 * What the lists of a library show, kept in memory. A file whose size and time of change are those in the index is
 * not read again; all others are, so a stale, damaged or missing index only costs time.
 */
export class Catalog {
  readonly #shelf: Shelf;
  readonly #file: StoredFile;
  #rows = new Map<string, Row>();
  #problems = new Map<string, string>();
  /** Where files lie in 损坏文件 by the names they had. */
  #lost = new Map<string, readonly string[]>();
  #isChanged = false;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
    this.#file = new StoredFile(shelf, indexPath, 'zhuanbao-index', 0);
  }

  /** Reads the index file, then whatever on disk differs from it. */
  async open(): Promise<void> {
    for (const row of await this.#readIndex()) this.#rows.set(row.path, row);
    await this.refresh();
  }

  /** Brings the lists up to what is on disk now; paths in `hidden` are left out. */
  async refresh(hidden: ReadonlySet<string> = new Set()): Promise<void> {
    const { places, strangers } = await findPlaces(this.#shelf);
    const before = this.#rows;
    this.#rows = new Map();
    this.#problems = new Map(strangers.map((path) => [path, '文件名不是本软件所取，没有读取。请改名或移走。']));
    const waiting = places.filter(({ path }) => !hidden.has(path));
    const readers = Array.from({ length: readersAtOnce }, async () => {
      for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) await this.#renew(place, before.get(place.path));
    });
    await Promise.all(readers);
    await this.#addLost();
    this.#isChanged ||= before.size !== this.#rows.size;
  }

  async #renew(place: Place, known: Row | undefined): Promise<void> {
    try {
      const facts = await this.#shelf.disk.stat(this.#shelf.at(place.path));
      if (facts !== undefined && known?.size === facts.size && known.mtimeMs === facts.mtimeMs) this.#rows.set(place.path, known);
      else await this.#read(place, facts);
    } catch (error) {
      this.#noteProblem(place, error);
    }
  }

  async #read(place: Place, facts: FileFacts | undefined): Promise<void> {
    const entry = await readEntry(this.#shelf, place);
    const now = facts ?? (await this.#shelf.disk.stat(this.#shelf.at(place.path)));
    this.#put(place.path, entry, now);
  }

  #noteProblem(place: Place, error: unknown): void {
    const { code, message } = toDiskError(error, place.path);
    if (this.#shelf.canWrite && code === recordKinds[place.kind].words.missing(place.key).code) return;
    this.#problems.set(place.path, message);
  }

  async #addLost(): Promise<void> {
    const present = new Set(
      [...this.#rows.values()].flatMap(({ path, entry }) => [
        fileName(path),
        ...(entry.kind === 'trash' ? [trashedName(entry.summary.id)] : []),
      ]),
    );
    this.#lost = new Map();
    for (const { path, name } of await lostFiles(this.#shelf)) {
      this.#lost.set(name, [...(this.#lost.get(name) ?? []), path]);
      if (!present.has(name)) this.#problems.set(path, '已损坏，没有可用的前一版。请重新导入，或从备份恢复。');
    }
  }

  /** Takes note of a file just written. */
  async put(path: string, entry: Entry): Promise<void> {
    this.#put(path, entry, await this.#shelf.disk.stat(this.#shelf.at(path)));
    this.#problems.delete(path);
    for (const lost of this.#lost.get(fileName(path)) ?? []) this.#problems.delete(lost);
  }

  #put(path: string, entry: Entry, facts: FileFacts | undefined): void {
    this.#rows.set(path, { path, size: facts?.size ?? -1, mtimeMs: facts?.mtimeMs ?? -1, entry });
    this.#isChanged = true;
  }

  /** Takes note of a file just removed or moved away. */
  drop(path: string): void {
    this.#rows.delete(path);
    this.#problems.delete(path);
    this.#isChanged = true;
  }

  /** What is listed of the records of a kind, in the kind's order. */
  listKind<Name extends KindName>(kind: Name): readonly SummaryOf<Name>[] {
    const entries = [...this.#rows.values()].map(({ entry }) => entry);
    const found = entries.flatMap((entry) => (entry.kind === kind ? [entry.summary as SummaryOf<Name>] : []));
    return found.sort(recordKinds[kind].compare);
  }

  /** The lists: issues by key, newest year and number first; submissions and trash by time, newest first. */
  list(): LibraryList {
    const entries = [...this.#rows.values()].map(({ entry }) => entry);
    return {
      issues: this.listKind('issue'),
      submissions: this.listKind('submission'),
      trash: entries
        .flatMap((entry) => (entry.kind === 'trash' ? [entry.summary] : []))
        .sort((left, right) => byText(right.deletedAt, left.deletedAt)),
      problems: [...this.#problems].map(([file, message]) => ({ file, message })).sort((left, right) => byText(left.file, right.file)),
    };
  }

  /**
   * Writes the index if anything changed; a failure is no loss, since opening reads anew what is not in it. Called when
   * the library is opened and closed only, so that a save costs the same in a library of any size.
   */
  async flush(): Promise<void> {
    if (!this.#isChanged || !this.#shelf.canWrite) return;
    this.#isChanged = false;
    try {
      await this.#file.write([...this.#rows.values()]);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.#isChanged = true;
    }
  }

  /** Rows of the index file; none when it is missing, damaged or no file, which costs a rebuild and needs no word to the editor. */
  async #readIndex(): Promise<readonly Row[]> {
    try {
      const found = await this.#file.peek();
      const parsed = z.array(rowSchema).safeParse(found.kind === 'good' ? found.data : undefined);
      return parsed.success ? parsed.data : [];
    } catch (error) {
      if (error instanceof AppError && error.code === 'disk-failed') return [];
      throw error;
    }
  }
}

/** Name of the file that something in the trash had before. */
function trashedName(trashId: string): string {
  const name = readTrashId(trashId);
  return name === undefined ? '' : fileName(recordPath(name.kind, name.key));
}
