import { AppError } from '../../../shared/app-error.js';
import { diffJson } from '../../../shared/library/json-patch.js';
import { stampOf } from '../../../shared/library/library-layout.js';
import {
  isKey,
  recordKinds,
  recordPath,
  titleOfRecord,
  versionPath,
  type KindName,
  type ValueOf,
} from '../../../shared/library/records/records.js';
import { readTrashId, trashIdOf, trashPath } from '../../../shared/library/trash.js';
import type { Catalog } from './catalog.js';
import { finishCommit, takeStep, takeStepBack } from './commit-steps.js';
import { formatOf, revisionOf } from './envelope.js';
import {
  changedElsewhere,
  commitOf,
  expectOnce,
  expectValid,
  savedOf,
  type Change,
  type Commit,
  type Planned,
  type PutChange,
  type SavedRecord,
} from './commit-plan.js';
import type { AuditTrail } from './audit-trail.js';
import { deedOf, quietReason, type By } from './commit-deed.js';
import type { Journal, JournalEntry } from './journal.js';
import { freeInstant } from './move-file.js';
import { placeOf } from './places.js';
import { entryOf, readRecord, refuse, type Stored } from './read-record.js';
import { RecordCache } from './record-cache.js';
import { RecordVersions } from './record-versions.js';
import type { Shelf } from './shelf.js';
import { StoredFile, type Saved } from './stored-file.js';

/**
 * Records of one library. Every change is a commit: on the disk in the journal first, then carried out, as a whole or
 * not at all. Callers see to it that the library may be written and that calls come one after another.
 */
export class RecordStore {
  readonly #shelf: Shelf;
  readonly #catalog: Catalog;
  readonly #journal: Journal;
  readonly #audit: AuditTrail;
  readonly #cache: RecordCache;
  readonly versions: RecordVersions;
  /** A commit that failed and could not be taken back yet. */
  #unsettled: { readonly entry: JournalEntry; readonly planned: readonly Planned[] } | undefined;

  constructor(shelf: Shelf, catalog: Catalog, journal: Journal, audit: AuditTrail) {
    this.#shelf = shelf;
    this.#catalog = catalog;
    this.#journal = journal;
    this.#audit = audit;
    this.#cache = new RecordCache(shelf);
    this.versions = new RecordVersions(shelf);
  }

  /** What is on disk; a file that has not changed since it was last read or written here is not read again. */
  async get<Name extends KindName>(kind: Name, key: string): Promise<Stored<ValueOf<Name>>> {
    if (!isKey(kind, key)) return refuse(recordKinds[kind].words.missing(key));
    const path = recordPath(kind, key);
    const known = await this.#cache.get<ValueOf<Name>>(path);
    if (known !== undefined) return known;
    const stored = await readRecord(this.#shelf, kind, path, key);
    await this.#cache.put(path, stored);
    return stored;
  }

  /** Takes back what a failed commit left, as soon as the disk lets it. @throws AppError or Node's own errors */
  async settle(): Promise<void> {
    if (this.#unsettled === undefined) return;
    const { entry, planned } = this.#unsettled;
    await this.#takeBack(entry, planned);
    this.#unsettled = undefined;
  }

  /** Another program had the library meanwhile: what failed before is no longer ours to take back. */
  forgetFailed(): void {
    this.#unsettled = undefined;
  }

  /**
   * Carries out changes of any records, and of papers as planned, all of them or none.
   * @throws AppError issue-changed, the kinds' own `missing`, bad-request, or what the disk reports
   */
  async commit(changes: readonly Change[], reason: string, papers: readonly Planned[] = [], by?: By): Promise<Commit> {
    const planned: Planned[] = [...papers];
    for (const change of changes)
      planned.push(change.do === 'put' ? await this.#planPut(change) : await this.#planRemove(change.kind, change.key));
    expectOnce(planned);
    for (const { step } of planned)
      if (step.do === 'write' && step.before !== undefined) await this.versions.keep(step.kind, step.key, true);
    return this.#carryOut(planned, reason, by);
  }

  /**
   * Saves a record that the contract has parsed over the state with `baseRevision`; one whose content gives another key
   * now moves there.
   */
  async save<Name extends KindName>(
    kind: Name,
    key: string,
    value: ValueOf<Name>,
    baseRevision: string,
    reason = quietReason,
  ): Promise<SavedRecord & Commit> {
    const current = await this.get(kind, key);
    const revision = revisionOf(value);
    const nothing = { changes: [], saved: [], trashIds: [] };
    if (revision === current.revision) return { ...nothing, key, revision, savedAt: current.savedAt };
    if (current.revision !== baseRevision) throw changedElsewhere(kind);
    const target = recordKinds[kind].keyOf(value);
    if (target !== key) await this.#expectFree(kind, target);
    else await this.versions.keep(kind, key, false);
    const write = this.#planWrite(kind, value, revision, current, key);
    const commit = await this.#carryOut(
      target === key ? [write] : [write, await this.#planRetire(kind, key, target, current.revision)],
      target === key ? reason : '改期号',
    );
    if (target !== key) this.versions.noteKept(kind, target);
    return { ...commit, ...savedOf(commit) };
  }

  /** Adds a record whose key is free. */
  async add<Name extends KindName>(kind: Name, value: ValueOf<Name>, reason = '新建'): Promise<SavedRecord & Commit> {
    expectValid(kind, value);
    await this.#expectFree(kind, recordKinds[kind].keyOf(value));
    const commit = await this.#carryOut([this.#planWrite(kind, value, revisionOf(value), undefined)], reason);
    return { ...commit, ...savedOf(commit) };
  }

  /** Puts a record in the place of the one with its key, if there is one, which becomes a previous version. */
  async replace<Name extends KindName>(kind: Name, value: ValueOf<Name>, reason = '替换'): Promise<SavedRecord & Commit> {
    expectValid(kind, value);
    const key = recordKinds[kind].keyOf(value);
    const current = await this.#present(kind, key);
    if (current !== undefined) await this.versions.keep(kind, key, true);
    const commit = await this.#carryOut([this.#planWrite(kind, value, revisionOf(value), current)], reason);
    return { ...commit, ...savedOf(commit) };
  }

  /** Moves a record to the trash. */
  async remove(kind: KindName, key: string): Promise<Commit> {
    return this.#carryOut([await this.#planRemove(kind, key)], '删除');
  }

  /** Takes a record out of the trash. */
  async restore(trashId: string): Promise<Commit & { readonly kind: KindName; readonly key: string }> {
    const name = readTrashId(trashId);
    if (name === undefined) throw new AppError('issue-missing', '回收站里没有这一项。');
    const { kind, key } = name;
    const { revision, value } = await readRecord(this.#shelf, kind, trashPath(trashId), key);
    await this.#expectFree(kind, key);
    const step = { do: 'move', kind, key, revision, path: trashPath(trashId), to: recordPath(kind, key) } as const;
    const commit = await this.#carryOut([{ step, change: { kind, key, after: revision }, title: titleOfRecord(kind, value) }], '恢复');
    return { ...commit, kind, key };
  }

  /** Commits that touched a record and are still in the journal, newest first, each with its patch. */
  async changesOf(kind: KindName, key: string): Promise<readonly JournalEntry[]> {
    const entries = await this.#journal.entries();
    return entries.flatMap((entry) => {
      const steps = entry.steps.filter(
        (step) => step.do !== 'paper' && step.kind === kind && (step.key === key || (step.do === 'write' && step.from === key)),
      );
      return steps.length === 0 ? [] : [{ ...entry, steps }];
    });
  }

  async #planPut<Name extends KindName>({ kind, value, base }: PutChange<Name>): Promise<Planned> {
    expectValid(kind, value);
    const current = await this.#present(kind, recordKinds[kind].keyOf(value));
    if (base !== undefined && current?.revision !== base) throw changedElsewhere(kind);
    return this.#planWrite(kind, value, revisionOf(value), current);
  }

  #planWrite<Name extends KindName>(
    kind: Name,
    value: ValueOf<Name>,
    revision: string,
    current: Stored<ValueOf<Name>> | undefined,
    from?: string,
  ): Planned {
    const key = recordKinds[kind].keyOf(value);
    const refusal = current && recordKinds[kind].refuseChange?.(current.value, value);
    if (refusal) refuse(refusal);
    const step = {
      do: 'write',
      kind,
      key,
      after: revision,
      ...(from === undefined || from === key ? {} : { from }),
      ...(current === undefined ? { value } : { before: current.revision, patch: diffJson(current.value, value) }),
    } as const;
    const change = { kind, key, after: revision, ...(current === undefined ? {} : { before: current.revision }) };
    return { step, value, change, title: titleOfRecord(kind, value) };
  }

  async #planRemove(kind: KindName, key: string): Promise<Planned> {
    const { revision, value } = await this.get(kind, key);
    const instant = await freeInstant(this.#shelf, this.#shelf.clock.now(), (time) => trashPath(trashIdOf(kind, key, time)));
    const to = trashPath(trashIdOf(kind, key, instant));
    const step = { do: 'move', kind, key, revision, path: recordPath(kind, key), to } as const;
    return { step, change: { kind, key, before: revision }, title: titleOfRecord(kind, value) };
  }

  /** The file under a key given up becomes a previous version under the new one. */
  async #planRetire(kind: KindName, key: string, newKey: string, revision: string): Promise<Planned> {
    const target = (time: Date): string => versionPath(kind, newKey, stampOf(time));
    const instant = await freeInstant(this.#shelf, this.#shelf.clock.now(), target);
    const step = { do: 'move', kind, key, revision, path: recordPath(kind, key), to: target(instant) } as const;
    return { step, change: { kind, key, before: revision } };
  }

  async #carryOut(planned: readonly Planned[], reason: string, by?: By): Promise<Commit> {
    const at = this.#shelf.clock.now().toISOString();
    const entry = await this.#journal.begin({ at, reason, steps: planned.map(({ step }) => step) });
    const results: (Saved | undefined)[] = [];
    try {
      for (const { step, value } of planned) results.push(await takeStep(this.#shelf, step, value));
    } catch (error) {
      this.#unsettled = { entry, planned };
      await this.settle().catch(() => undefined);
      throw error;
    }
    await this.#journal.done(entry);
    await this.#audit.tell(
      deedOf(
        entry,
        by,
        planned.map(({ title }) => title),
      ),
    );
    for (const [position, one] of planned.entries()) await this.#noteStep(one, results[position]);
    return commitOf(planned, results);
  }

  async #takeBack(entry: JournalEntry, planned: readonly Planned[]): Promise<void> {
    for (const { step } of planned.toReversed()) {
      await takeStepBack(this.#shelf, step);
      if (step.do !== 'paper') this.#cache.drop(step.do === 'write' ? recordPath(step.kind, step.key) : step.path);
    }
    await this.#journal.cancel(entry);
  }

  /** Brings lists and memory up to a step that was taken. */
  async #noteStep({ step, value }: Planned, saved: Saved | undefined): Promise<void> {
    if (step.do === 'paper') return;
    if (step.do === 'write') {
      const path = recordPath(step.kind, step.key);
      const typed = value as ValueOf<typeof step.kind>;
      const savedAt = saved?.savedAt ?? '';
      await this.#catalog.put(path, entryOf({ kind: step.kind, key: step.key, path }, typed, savedAt));
      await this.#cache.put(path, { value: typed, revision: step.after, savedAt });
      return;
    }
    this.#catalog.drop(step.path);
    this.#cache.drop(step.path);
    this.versions.forget(step.kind, step.key);
    const place = placeOf(step.to);
    if (place === undefined) return;
    const stored = await readRecord(this.#shelf, step.kind, step.to, step.key);
    await this.#catalog.put(step.to, entryOf({ ...place, kind: step.kind }, stored.value, stored.savedAt));
  }

  async #expectFree(kind: KindName, key: string): Promise<void> {
    const found = await new StoredFile(this.#shelf, recordPath(kind, key), formatOf(kind)).read();
    if (found.kind === 'good' || found.kind === 'newer') refuse(recordKinds[kind].words.taken(key));
  }

  /** What is at a key, or nothing; what cannot be read is never written over. */
  async #present<Name extends KindName>(kind: Name, key: string): Promise<Stored<ValueOf<Name>> | undefined> {
    try {
      return await this.get(kind, key);
    } catch (error) {
      if (error instanceof AppError && error.code === recordKinds[kind].words.missing(key).code) return undefined;
      throw error;
    }
  }
}

/** Carries out or forgets the commit that was cut short when the library was last open; the audit trail is brought up to it. */
export async function finishLastCommit(shelf: Shelf, journal: Journal, audit: AuditTrail): Promise<void> {
  const { unfinished, last } = await journal.open();
  if (unfinished !== undefined) {
    if (await finishCommit(shelf, unfinished)) shelf.tell(`上次${unfinished.reason}时程序中断，已补完。`);
    await journal.done(unfinished);
  }
  await audit.catchUp(last);
}
