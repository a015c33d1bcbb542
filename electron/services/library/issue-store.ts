import { dirname } from 'node:path';
import { AppError } from '../../../shared/app-error.js';
import { issueKey, type Issue } from '../../../shared/document/issue.js';
import { issueKeySchema, issueSchema } from '../../../shared/document/issue-schema.js';
import { describeMismatch } from '../../../shared/document/migrate-record.js';
import { isSnapshotDue, versionsToDrop } from '../../../shared/library/history-rules.js';
import {
  instantOfStamp,
  issuePath,
  stampOf,
  trashIdOf,
  trashPath,
  versionFolder,
  versionPath,
} from '../../../shared/library/library-layout.js';
import { summarizeIssue } from '../../../shared/library/summarize.js';
import type { Catalog } from './catalog.js';
import { toDiskError } from './disk-error.js';
import { keepCopy } from './durable-file.js';
import { revisionOf } from './envelope.js';
import { freeInstant, moveFile, stampsIn } from './move-file.js';
import { beginMove, endMove, retireOldKey } from './pending-move.js';
import { readEntry, readIssue, type Stored } from './read-entry.js';
import type { Shelf } from './shelf.js';
import { StoredFile } from './stored-file.js';

export interface SavedIssue {
  readonly key: string;
  /** Checksum of the issue on disk. */
  readonly revision: string;
  /** ISO instant. */
  readonly savedAt: string;
}

/** A previous version of an issue. */
export interface IssueVersion {
  /** Names it in `getVersion`. */
  readonly id: string;
  /** ISO instant at which it was replaced. */
  readonly replacedAt: string;
}

/** Issues of one library. Callers see to it that the library may be written and that calls come one after another. */
export class IssueStore {
  readonly #shelf: Shelf;
  readonly #catalog: Catalog;
  readonly #snapshots = new Map<string, Date>();
  readonly #attempts = new Map<string, { readonly baseRevision: string; readonly revision: string }>();

  constructor(shelf: Shelf, catalog: Catalog) {
    this.#shelf = shelf;
    this.#catalog = catalog;
  }

  async get(key: string): Promise<Stored<Issue>> {
    if (!issueKeySchema.safeParse(key).success) throw new AppError('issue-missing', `资料库里没有 ${key} 这一期。`);
    return readIssue(this.#shelf, issuePath(key), key);
  }

  async save(key: string, issue: Issue, baseRevision: string): Promise<SavedIssue> {
    const current = await this.get(key);
    const target = keyOf(issue);
    if (revisionOf(issue) === current.revision) return { key, revision: current.revision, savedAt: current.savedAt };
    if (current.revision !== baseRevision && !this.#isOwnAttempt(key, baseRevision, current.revision))
      throw new AppError('issue-changed', '这一期在别处已改动，没有覆盖。请重新打开后再改。');
    if (target === key) {
      await this.#snapshot(key, false);
      return this.#writeOver(key, issue, baseRevision);
    }
    return this.#move(key, target, issue, current.revision);
  }

  /** A save may fail in its last step, with its words on disk already: the window that sent them may go on from there. */
  async #writeOver(key: string, issue: Issue, baseRevision: string): Promise<SavedIssue> {
    this.#attempts.set(key, { baseRevision, revision: revisionOf(issue) });
    const saved = await this.#write(key, issue);
    this.#attempts.delete(key);
    return saved;
  }

  #isOwnAttempt(key: string, baseRevision: string, onDisk: string): boolean {
    const attempt = this.#attempts.get(key);
    return attempt?.baseRevision === baseRevision && attempt.revision === onDisk;
  }

  async add(issue: Issue): Promise<SavedIssue> {
    const key = keyOf(issue);
    await this.#expectFree(key);
    return this.#write(key, issue);
  }

  /** Puts an issue in the place of the one with its key, which becomes a previous version. */
  async replace(issue: Issue): Promise<SavedIssue> {
    const key = keyOf(issue);
    await this.#expectReplaceable(key);
    await this.#snapshot(key, true);
    return this.#write(key, issue);
  }

  async remove(key: string): Promise<string> {
    await this.get(key);
    const instant = await freeInstant(this.#shelf, this.#shelf.clock.now(), (time) => trashPath(trashIdOf('issue', key, time)));
    const id = trashIdOf('issue', key, instant);
    await moveFile(this.#shelf, issuePath(key), trashPath(id));
    this.#catalog.drop(issuePath(key));
    this.#snapshots.delete(key);
    await this.#catalog.put(trashPath(id), await readEntry(this.#shelf, { kind: 'trash', id, path: trashPath(id) }));
    return id;
  }

  async restore(trashId: string, key: string): Promise<void> {
    const { value, savedAt } = await readIssue(this.#shelf, trashPath(trashId), key);
    await this.#expectFree(key);
    await moveFile(this.#shelf, trashPath(trashId), issuePath(key));
    this.#catalog.drop(trashPath(trashId));
    await this.#catalog.put(issuePath(key), { kind: 'issue', summary: summarizeIssue(value, savedAt) });
  }

  /** Previous versions of an issue, newest first. */
  async versions(key: string): Promise<readonly IssueVersion[]> {
    const stamps = await stampsIn(this.#shelf, versionFolder(key));
    return stamps.map((stamp) => ({ id: stamp, replacedAt: instantOfStamp(stamp) ?? '' }));
  }

  /** One previous version; its own key differs when the issue was renumbered after it. */
  async version(key: string, id: string): Promise<Stored<Issue>> {
    if (!issueKeySchema.safeParse(key).success || instantOfStamp(id) === undefined)
      throw new AppError('issue-missing', '没有这个历史版本。');
    return readIssue(this.#shelf, versionPath(key, id), undefined);
  }

  async #expectFree(key: string): Promise<void> {
    const found = await new StoredFile(this.#shelf, issuePath(key), 'zhuanbao-issue').read();
    if (found.kind === 'good' || found.kind === 'newer') throw new AppError('issue-exists', `资料库里已有 ${key} 这一期，没有改动。`);
  }

  /** Nothing there, or something that can be read: what cannot is never written over. */
  async #expectReplaceable(key: string): Promise<void> {
    try {
      await this.get(key);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'issue-missing') throw error;
    }
  }

  async #write(key: string, issue: Issue): Promise<SavedIssue> {
    const saved = await new StoredFile(this.#shelf, issuePath(key), 'zhuanbao-issue').write(issue);
    await this.#catalog.put(issuePath(key), { kind: 'issue', summary: summarizeIssue(issue, saved.savedAt) });
    return { key, ...saved };
  }

  /** Intention, new file, old file to history, done: cut short anywhere, opening the library finishes or forgets it. */
  async #move(from: string, to: string, issue: Issue, fromRevision: string): Promise<SavedIssue> {
    await this.#expectFree(to);
    await beginMove(this.#shelf, { from, to, fromRevision, toRevision: revisionOf(issue) });
    const saved = await this.#writeOrUndo(to, issue);
    this.#catalog.drop(issuePath(from));
    try {
      await retireOldKey(this.#shelf, { from, to });
      await endMove(this.#shelf);
    } catch (error) {
      const { message } = toDiskError(error, issuePath(from));
      this.#shelf.tell(`${to} 已保存，但 ${from} 的原文件暂时移不走，下次保存或打开时再移。${message}`);
    }
    this.#snapshots.set(to, this.#shelf.clock.now());
    return saved;
  }

  /** Writes under a key that was free; on failure it is free again, and the intention forgotten. */
  async #writeOrUndo(key: string, issue: Issue): Promise<SavedIssue> {
    try {
      return await this.#write(key, issue);
    } catch (error) {
      await this.#undoWrite(key).catch(() => undefined);
      throw error;
    }
  }

  async #undoWrite(key: string): Promise<void> {
    await this.#shelf.disk.remove(this.#shelf.at(issuePath(key)));
    await endMove(this.#shelf);
  }

  /** Keeps the present state as a previous version, when one is due or `always`; lets go of those beyond the limit. */
  async #snapshot(key: string, always: boolean): Promise<void> {
    const now = this.#shelf.clock.now();
    if (!always && !isSnapshotDue(this.#snapshots.get(key), now)) return;
    const { disk } = this.#shelf;
    const source = this.#shelf.at(issuePath(key));
    if ((await disk.stat(source)) === undefined) return;
    const instant = await freeInstant(this.#shelf, now, (time) => versionPath(key, stampOf(time)));
    const target = this.#shelf.at(versionPath(key, stampOf(instant)));
    try {
      await disk.makeFolder(dirname(target));
      await keepCopy(disk, source, target);
      for (const stamp of versionsToDrop(await stampsIn(this.#shelf, versionFolder(key))))
        await disk.remove(this.#shelf.at(versionPath(key, stamp)));
    } catch (error) {
      throw toDiskError(error, source);
    }
    this.#snapshots.set(key, now);
  }
}

/** The key an issue is stored under. @throws AppError bad-request for an issue that could not be read again */
function keyOf(issue: Issue): string {
  const parsed = issueSchema.safeParse(issue);
  if (!parsed.success) throw new AppError('bad-request', `这一期的内容不合规定，没有保存：${describeMismatch(parsed.error)}。`);
  return issueKey(issue.masthead);
}
