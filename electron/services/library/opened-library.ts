import { unwatchedJob, type Job } from '../jobs.js';
import { AppError } from '../../../shared/app-error.js';
import type { Exchange } from '../../../shared/bundle/exchange-state.js';
import type { Issue } from '../../../shared/document/issue.js';
import type { Publication } from '../../../shared/document/publication.js';
import { recordKinds, type KindName, type SummaryOf, type ValueOf } from '../../../shared/library/records/records.js';
import type { Catalog, LibraryList } from './catalog.js';
import { checkKept, type Trouble } from './check-kept.js';
import { LibraryPapers, type Papers, type Settings, type SettingValue } from './library-papers.js';
import { pathsLeftBehind } from './commit-steps.js';
import type { Journal, JournalEntry } from './journal.js';
import type { Change, Commit, RecordChange, SavedRecord } from './commit-plan.js';
import type { Deed } from './audit-lines.js';
import type { AuditTrail } from './audit-trail.js';
import type { By } from './commit-deed.js';
import { LibraryTurns, type LibraryParts } from './library-turns.js';
import { RecordStore } from './record-store.js';
import { readCreatedAt } from './manifest.js';
import { readTrashed, type Stored, type TrashedRecord } from './read-record.js';
import type { RecordVersion } from './record-versions.js';
import type { Shelf } from './shelf.js';

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
  /** Its folder and disk; who writes there without the library's calls writes nothing the library reads. */
  readonly shelf: Shelf;
  readonly #lock: LibraryParts['lock'];
  readonly #catalog: Catalog;
  readonly #journal: Journal;
  readonly #audit: AuditTrail;
  readonly #records: RecordStore;
  readonly #papers: LibraryPapers;
  readonly #turns: LibraryTurns;
  #troubles: readonly Trouble[] = [];
  /** Why nothing can be changed, as a Chinese sentence; undefined in a library open for writing. */
  readonly readOnlyReason: string | undefined;

  constructor({ shelf, catalog, journal, audit, lock, readOnlyReason }: LibraryParts) {
    this.shelf = shelf;
    this.#journal = journal;
    this.#audit = audit;
    this.#lock = lock;
    this.#catalog = catalog;
    this.#records = new RecordStore(shelf, catalog, journal, audit);
    this.#papers = new LibraryPapers(shelf);
    this.readOnlyReason = readOnlyReason;
    this.#turns = new LibraryTurns({ shelf, catalog, journal, audit, lock, readOnlyReason }, this.#records);
  }

  /** What the library did that the editor should know, in Chinese, oldest first. */
  notices(): string[] {
    return [...this.shelf.notices()];
  }

  /** All issues, submissions, trash and unreadable files; a library opened for reading looks at the disk again. */
  list(): Promise<LibraryList> {
    return this.#turns.queue(async () => {
      if (this.#lock === undefined) await this.#refresh();
      const list = this.#catalog.list();
      return { ...list, problems: [...list.problems, ...this.#troubles] };
    });
  }

  /** What lists show of every record of a kind, in the kind's order. */
  listOf<Name extends KindName>(kind: Name): Promise<readonly SummaryOf<Name>[]> {
    return this.#turns.queue(async () => {
      if (this.#lock === undefined) await this.#refresh();
      return this.#catalog.listKind(kind);
    });
  }

  /** Brings lists up to files that were moved or brought back beside the library's calls; troubles with them are over. */
  lookAgain(files: ReadonlySet<string> = new Set()): Promise<void> {
    this.#troubles = this.#troubles.filter(({ file }) => !files.has(file));
    return this.#turns.change(async () => ({ changes: [], answer: await this.#catalog.refresh() }));
  }

  /** Writes what was done beside the records into the audit trail; a library open for reading stays as it is. */
  note(deed: Deed): Promise<void> {
    return this.#turns.queue(async () => {
      if (this.readOnlyReason === undefined) await this.#audit.tell(deed);
    });
  }

  /** Runs a step while nothing in the folder changes; everybody waits for it. */
  still<Value>(step: () => Promise<Value>): Promise<Value> {
    return this.#turns.queue(step);
  }

  /** Runs a step that writes beside the records, in its turn. @throws AppError library-read-only, library-locked, or what the disk reports */
  alter<Value>(step: () => Promise<Value>): Promise<Value> {
    return this.#turns.queue(async () => {
      await this.#turns.expectWritable();
      return step();
    });
  }

  /** ISO instant at which the library was made, which tells it from others wherever it lies. */
  createdAt(): Promise<string> {
    return this.#turns.queue(() => readCreatedAt(this.shelf));
  }

  /**
   * Looks for damaged versions and attachments, beside all other calls; what it finds is also listed from then on.
   * @throws AppError `cancelled`
   */
  async check(job: Job = unwatchedJob): Promise<readonly Trouble[]> {
    this.#troubles = await checkKept(this.shelf, () => this.#turns.isClosed, job);
    return this.#troubles;
  }

  /** @throws AppError issue-missing, issue-unreadable, disk-busy, disk-failed */
  getIssue(key: string): Promise<OpenedIssue> {
    return this.#turns.queue(async () => {
      const { value, revision } = await this.#records.get('issue', key);
      return { issue: value, revision };
    });
  }

  /**
   * Saves an issue over the state with `baseRevision`; a changed number, year or 增刊 moves it to its new key.
   * @throws AppError issue-missing, issue-changed, issue-exists, library-locked, library-read-only, disk-full, disk-busy, disk-failed
   */
  saveIssue(key: string, issue: Issue, baseRevision: string): Promise<SavedRecord> {
    return this.#turns.change(async () => {
      const { changes, key: savedKey, revision, savedAt } = await this.#records.save('issue', key, issue, baseRevision);
      return { changes, answer: { key: savedKey, revision, savedAt } };
    });
  }

  /**
   * Puts and removes records of any kinds, and replaces papers, all of them or none; the states replaced stay as
   * previous versions. The reason, a few Chinese words, stands in the journal and in the audit trail.
   * @throws AppError issue-changed, the kinds' own `missing`, bad-request, and as `saveIssue`
   */
  commit(changes: readonly Change[], reason: string, papers: Papers = {}, by?: By): Promise<Commit> {
    return this.#turns.change(async () => {
      const commit = await this.#records.commit(changes, reason, await this.#papers.plan(papers), by);
      return { changes: commit.changes, answer: commit };
    });
  }

  /** Commits that touched a record and are still in the journal, newest first, each with its patch. */
  changesOf(kind: KindName, key: string): Promise<readonly JournalEntry[]> {
    return this.#turns.queue(() => this.#records.changesOf(kind, key));
  }

  /** Previous versions of a record, newest first. */
  versionsOf(kind: KindName, key: string): Promise<readonly RecordVersion[]> {
    return this.#turns.queue(() => this.#records.versions.list(kind, key));
  }

  /** One previous version. @throws AppError of the kind's `missing`, issue-unreadable */
  getVersion<Name extends KindName>(kind: Name, key: string, id: string): Promise<ValueOf<Name>> {
    return this.#turns.queue(() => this.#records.versions.read(kind, key, id));
  }

  /** Names a previous version, which keeps it for good; an empty name lets it be thinned out as others. */
  nameVersion(kind: KindName, key: string, id: string, name: string): Promise<void> {
    return this.#turns.change(async () => ({ changes: [], answer: await this.#records.versions.name(kind, key, id, name) }));
  }

  /** Keeps the present state of a record as a version with a name; comes back with its id. */
  keepVersion(kind: KindName, key: string, name: string): Promise<string> {
    return this.#turns.change(async () => {
      await this.#records.get(kind, key);
      const id = await this.#records.versions.keep(kind, key, true);
      if (id === undefined) throw new AppError(recordKinds[kind].words.missing(key).code, recordKinds[kind].words.missing(key).message);
      if (name !== '') await this.#records.versions.name(kind, key, id, name);
      return { changes: [], answer: id };
    });
  }

  /** A record of any kind. @throws AppError the kind's own when it is missing, issue-unreadable */
  get<Name extends KindName>(kind: Name, key: string): Promise<Stored<ValueOf<Name>>> {
    return this.#turns.queue(() => this.#records.get(kind, key));
  }

  /** A new record. @throws AppError the kind's own when its key is taken, and as `saveIssue` */
  add<Name extends KindName>(kind: Name, value: ValueOf<Name>, reason?: string): Promise<SavedRecord> {
    return this.#turns.change(async () => {
      const { changes, key, revision, savedAt } = await this.#records.add(kind, value, reason);
      return { changes, answer: { key, revision, savedAt } };
    });
  }

  /** Changes a record that is there, as it is on disk now: nobody's change comes between. */
  update<Name extends KindName>(
    kind: Name,
    key: string,
    change: (value: ValueOf<Name>) => ValueOf<Name>,
    reason?: string,
  ): Promise<ValueOf<Name>> {
    return this.#turns.change(async () => {
      const { value, revision } = await this.#records.get(kind, key);
      const changed = change(value);
      if (changed === value) return { changes: [], answer: value };
      const { changes } = await this.#records.save(kind, key, changed, revision, reason);
      return { changes, answer: changed };
    });
  }

  /** Puts a record in the place of the one with its key, if there is one, which stays as a previous version. */
  replace<Name extends KindName>(kind: Name, value: ValueOf<Name>, reason?: string): Promise<SavedRecord> {
    return this.#turns.change(async () => {
      const { changes, key, revision, savedAt } = await this.#records.replace(kind, value, reason);
      return { changes, answer: { key, revision, savedAt } };
    });
  }

  /** Comes back with the id that `restore` takes. */
  remove(kind: KindName, key: string): Promise<string> {
    return this.#turns.change(async () => {
      const { changes, trashIds } = await this.#records.remove(kind, key);
      return { changes, answer: trashIds[0] ?? '' };
    });
  }

  /** Something in the trash, left there. @throws AppError of the kind's `missing`, issue-unreadable */
  getTrashed(trashId: string): Promise<TrashedRecord> {
    return this.#turns.queue(() => readTrashed(this.shelf, trashId));
  }

  /** Takes something out of the trash. @throws AppError issue-exists when its place is taken, issue-missing */
  restore(trashId: string): Promise<{ readonly kind: KindName; readonly key: string }> {
    return this.#turns.change(async () => {
      const { changes, kind, key } = await this.#records.restore(trashId);
      return { changes, answer: { kind, key } };
    });
  }

  /** Keeps an imported file as it was; the same bytes are kept once. */
  attach(bytes: Uint8Array, name: string): Promise<{ readonly file: string; readonly sha256: string }> {
    return this.#turns.change(async () => ({ changes: [], answer: await this.#papers.attach(bytes, name) }));
  }

  /** Bytes of an imported file, or undefined when it is not there or damaged. */
  getAttachment(sha256: string): Promise<Uint8Array | undefined> {
    return this.#turns.queue(() => this.#papers.attachment(sha256));
  }

  getPublication(): Promise<Publication> {
    return this.#turns.queue(() => this.#papers.getPublication());
  }

  savePublication(publication: Publication): Promise<void> {
    return this.#turns.change(async () => ({ changes: [], answer: await this.#papers.savePublication(publication) }));
  }

  /** What the library knows of its exchange with others. @throws AppError library-unreadable */
  getExchange(): Promise<Exchange> {
    return this.#turns.queue(() => this.#papers.getExchange());
  }

  saveExchange(exchange: Exchange): Promise<void> {
    return this.#turns.change(async () => ({ changes: [], answer: await this.#papers.saveExchange(exchange) }));
  }

  getSettings(): Promise<Settings> {
    return this.#turns.queue(() => this.#papers.getSettings());
  }

  /** Settings are no documents: nobody who watches the lists is told. */
  setSetting(name: string, value: SettingValue): Promise<void> {
    return this.alter(() => this.#papers.setSetting(name, value));
  }

  /** Calls back after every change with what changed (nothing for papers); the function returned stops that. */
  watch(listener: (changes: readonly RecordChange[]) => void): () => void {
    return this.#turns.watch(listener);
  }

  /** Waits for what is under way, writes the index, and lets others in. May be called twice. */
  close(): Promise<void> {
    return this.#turns.close();
  }

  async #refresh(): Promise<void> {
    await this.#catalog.refresh(await pathsLeftBehind(this.shelf, (await this.#journal.open()).unfinished));
  }
}
