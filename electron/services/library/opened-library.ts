import { AppError } from '../../../shared/app-error.js';
import type { Article, Draft, Issue } from '../../../shared/document/issue.js';
import type { Publication } from '../../../shared/document/publication.js';
import { draftVersion } from '../../../shared/document/saved-versions.js';
import type { KindName } from '../../../shared/library/records/records.js';
import type { Ids } from '../ports.js';
import type { Catalog, LibraryList } from './catalog.js';
import { LibraryPapers, type Settings, type SettingValue } from './library-papers.js';
import type { LibraryLock } from './library-lock.js';
import { finishMove, pathLeftBehind } from './pending-move.js';
import { RecordStore, type RecordVersion, type SavedRecord } from './record-store.js';
import type { Shelf } from './shelf.js';
import { toDiskError } from './disk-error.js';

export interface OpenedIssue {
  readonly issue: Issue;
  /** Checksum of what is on disk; the base of the next save. */
  readonly revision: string;
}

/**
 * A library folder, opened. Changes come one after another, each on the disk (read back and compared) when its promise
 * resolves; whatever fails is told as an AppError and leaves the disk as it was.
 */
export class Library {
  readonly #shelf: Shelf;
  readonly #lock: LibraryLock | undefined;
  readonly #catalog: Catalog;
  readonly #records: RecordStore;
  readonly #ids: Ids;
  readonly #papers: LibraryPapers;
  readonly #listeners = new Set<() => void>();
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;
  /** Why nothing can be changed, as a Chinese sentence; undefined in a library open for writing. */
  readonly readOnlyReason: string | undefined;

  constructor(shelf: Shelf, catalog: Catalog, ids: Ids, lock: LibraryLock | undefined, readOnlyReason: string | undefined) {
    this.#shelf = shelf;
    this.#lock = lock;
    this.#catalog = catalog;
    this.#records = new RecordStore(shelf, catalog);
    this.#ids = ids;
    this.#papers = new LibraryPapers(shelf);
    this.readOnlyReason = readOnlyReason;
  }

  /** What the library did that the editor should know, in Chinese, oldest first. */
  notices(): string[] {
    return [...this.#shelf.notices()];
  }

  /** All issues, drafts, trash and unreadable files; a library opened for reading looks at the disk again. */
  list(): Promise<LibraryList> {
    return this.#queue(async () => {
      if (this.#lock === undefined) await this.#refresh();
      return this.#catalog.list();
    });
  }

  /** @throws AppError issue-missing, issue-unreadable, disk-busy, disk-failed */
  getIssue(key: string): Promise<OpenedIssue> {
    return this.#queue(async () => {
      const { value, revision } = await this.#records.get('issue', key);
      return { issue: value, revision };
    });
  }

  /**
   * Saves an issue over the state with `baseRevision`; a changed number, year or 增刊 moves it to its new key.
   * @throws AppError issue-missing, issue-changed, issue-exists, library-locked, library-read-only, disk-full, disk-busy, disk-failed
   */
  saveIssue(key: string, issue: Issue, baseRevision: string): Promise<SavedRecord> {
    return this.#change(() => this.#records.save('issue', key, issue, baseRevision));
  }

  /** @throws AppError issue-exists, and as `saveIssue` */
  addIssue(issue: Issue): Promise<{ readonly key: string }> {
    return this.#change(async () => ({ key: (await this.#records.add('issue', issue)).key }));
  }

  /** Puts an issue in the place of the one with its key, which stays as a previous version. */
  replaceIssue(issue: Issue): Promise<SavedRecord> {
    return this.#change(() => this.#records.replace('issue', issue));
  }

  /** Comes back with the id that `restore` takes. */
  deleteIssue(key: string): Promise<string> {
    return this.#change(() => this.#records.remove('issue', key));
  }

  /** Previous versions of an issue, newest first. */
  versionsOf(key: string): Promise<readonly RecordVersion[]> {
    return this.#queue(() => this.#records.versions('issue', key));
  }

  /** One previous version. @throws AppError issue-missing, issue-unreadable */
  getVersion(key: string, id: string): Promise<Issue> {
    return this.#queue(async () => (await this.#records.version('issue', key, id)).value);
  }

  /** @throws AppError draft-missing, issue-unreadable */
  getDraft(id: string): Promise<Draft> {
    return this.#queue(async () => (await this.#records.get('draft', id)).value);
  }

  /** New draft with an id of its own; `notes` are plain Chinese sentences. */
  addDraft(article: Article, notes: readonly string[] = []): Promise<Draft> {
    const draft: Draft = { version: draftVersion, id: this.#ids.next(), article, notes };
    return this.#change(async () => {
      await this.#records.add('draft', draft);
      return draft;
    });
  }

  /** Puts a draft in the place of the one with its id. @throws AppError draft-missing, and as `saveIssue` */
  saveDraft(draft: Draft): Promise<void> {
    return this.#change(async () => {
      await this.#records.get('draft', draft.id);
      await this.#records.replace('draft', draft);
    });
  }

  /** Comes back with the id that `restore` takes. */
  deleteDraft(id: string): Promise<string> {
    return this.#change(() => this.#records.remove('draft', id));
  }

  /** Takes something out of the trash. @throws AppError issue-exists when its place is taken, issue-missing */
  restore(trashId: string): Promise<{ readonly kind: KindName; readonly key: string }> {
    return this.#change(() => this.#records.restore(trashId));
  }

  /** Keeps an imported file as it was; the same bytes are kept once. */
  attach(bytes: Uint8Array, name: string): Promise<{ readonly file: string; readonly sha256: string }> {
    return this.#change(() => this.#papers.attach(bytes, name));
  }

  /** Bytes of an imported file, or undefined when it is not there or damaged. */
  getAttachment(sha256: string): Promise<Uint8Array | undefined> {
    return this.#queue(() => this.#papers.attachment(sha256));
  }

  getPublication(): Promise<Publication> {
    return this.#queue(() => this.#papers.getPublication());
  }

  savePublication(publication: Publication): Promise<void> {
    return this.#change(() => this.#papers.savePublication(publication));
  }

  getSettings(): Promise<Settings> {
    return this.#queue(() => this.#papers.getSettings());
  }

  /** Settings are no documents: nobody who watches the lists is told. */
  setSetting(name: string, value: SettingValue): Promise<void> {
    return this.#queue(async () => {
      await this.#expectWritable();
      await this.#papers.setSetting(name, value);
    });
  }

  /** Calls back after every change; the function returned stops that. */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Waits for what is under way, writes the index, and lets others in. May be called twice. */
  close(): Promise<void> {
    return this.#queue(async () => {
      if (this.#isClosed) return;
      this.#isClosed = true;
      await this.#catalog.flush();
      this.#shelf.canWrite = false;
      await this.#lock?.release();
    });
  }

  async #refresh(): Promise<void> {
    const left = await pathLeftBehind(this.#shelf);
    await this.#catalog.refresh(new Set(left === undefined ? [] : [left]));
  }

  /** One change: allowed, after all before it, and told to those who watch. */
  #change<Value>(step: () => Promise<Value>): Promise<Value> {
    return this.#queue(async () => {
      await this.#expectWritable();
      const value = await step();
      for (const listener of this.#listeners) listener();
      return value;
    });
  }

  async #expectWritable(): Promise<void> {
    if (this.#isClosed) throw new AppError('library-read-only', '资料库已经关闭，没有保存。');
    if (this.#lock === undefined || this.readOnlyReason !== undefined)
      throw new AppError('library-read-only', this.readOnlyReason ?? '资料库以只读方式打开，没有保存。');
    await this.#lock.assertHeld();
    await finishMove(this.#shelf);
  }

  #queue<Value>(step: () => Promise<Value>): Promise<Value> {
    const result = this.#last.then(step).catch((error: unknown) => {
      throw toDiskError(error, this.#shelf.folder);
    });
    this.#last = result.catch(() => undefined);
    return result;
  }
}
