import { z } from 'zod';
import { auditFolder, auditLastPath } from '../../../shared/library/library-layout.js';
import {
  auditHeading,
  auditStart,
  decodeAuditLine,
  encodeAuditLine,
  localInstant,
  type AuditEnd,
  type AuditEntry,
  type Deed,
} from './audit-lines.js';
import { deedOf } from './commit-deed.js';
import { errorCode } from './disk-error.js';
import type { JournalEntry } from './journal.js';
import type { Shelf } from './shelf.js';
import { StoredFile } from './stored-file.js';

/** A place where the trail is not what was written. */
export interface AuditBreak {
  /** Path below the library. */
  readonly file: string;
  /** Counted from 1; 0 where lines are missing. */
  readonly line: number;
  /** A whole Chinese sentence. */
  readonly message: string;
  /** What the note says by which it is acknowledged: the same wherever the lines after it end up. */
  readonly words: string;
}

const endSchema = z.strictObject({ number: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/u), commit: z.int().min(0) });

/** Action of the note by which a break is acknowledged. */
export const auditAcknowledged = '核对操作记录';

/**
 * The library's audit trail: text files, one a month, only ever added to. Every line holds a hash over the line before
 * and itself, and a paper beside them names the last one: whatever is changed or cut is seen, and where.
 */
export class AuditTrail {
  readonly #shelf: Shelf;
  readonly #lastFile: StoredFile;
  #end: AuditEnd = auditStart;
  #month = '';
  /** Bytes of whole lines in the month's file. */
  #size = 0;
  #isFrayed = false;
  #isOpen = false;
  /** What could not be written yet. */
  #waiting: Deed[] = [];

  /** @param who is at this machine, for deeds that name nobody */
  constructor(
    shelf: Shelf,
    readonly who = '',
  ) {
    this.#shelf = shelf;
    this.#lastFile = new StoredFile(shelf, auditLastPath, 'zhuanbao-audit', 0);
  }

  /** Reads the end of the trail; a line cut short counts as not written. */
  async open(): Promise<void> {
    this.#month = (await monthsOf(this.#shelf)).at(-1) ?? '';
    const bytes = this.#month === '' ? new Uint8Array() : await readMonth(this.#shelf, this.#month);
    this.#size = bytes.lastIndexOf(10) + 1;
    this.#isFrayed = this.#size < bytes.length;
    const lines = textOf(bytes.subarray(0, this.#size)).split('\n').map(decodeAuditLine);
    const last = lines.findLast((line) => line !== undefined);
    const known = (await readKnownEnd(this.#shelf)) ?? auditStart;
    const commit = lines.reduce((newest, line) => Math.max(newest, line?.entry.commit ?? 0), known.commit);
    // A last line that was changed is not what the next one goes on from: the paper beside it knows what it was.
    const { number, hash } =
      last === undefined || last.entry.number <= known.number ? known : { number: last.entry.number, hash: last.hash };
    this.#end = { number, hash, commit };
    if (this.#isFrayed && this.#shelf.canWrite) await this.#mend();
    this.#isOpen = true;
  }

  /** Tells of commits that a program cut short did not come to tell of; a trail that begins now tells of none before it. */
  async catchUp(commits: readonly JournalEntry[]): Promise<void> {
    try {
      await this.open();
      if (this.#end.number === 0) return;
      for (const commit of commits) if (commit.seq > this.#end.commit) await this.tell(deedOf(commit));
    } catch {
      this.#isOpen = false;
      this.#shelf.tell('操作记录暂时读不出，资料库照常使用。请检查资料库所在的磁盘。');
    }
  }

  /** Writes of something done; where the disk does not let it, with the next. What is done is never undone for it. */
  async tell(deed: Deed | undefined): Promise<void> {
    if (deed === undefined) return;
    this.#waiting.push({ ...deed, at: deed.at ?? this.#shelf.clock.now().toISOString() });
    try {
      for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
        if (!this.#isOpen) await this.open();
        await this.#note(next);
      }
    } catch {
      // What of a line came onto the disk is not known: the next one is written after a look at the file.
      this.#isOpen = false;
      this.#shelf.tell('操作记录没有写上，操作本身已完成；下次会补记。请检查资料库所在的磁盘。');
    }
  }

  async #note(deed: Deed): Promise<void> {
    const { at, who, action, what, commit } = deed;
    const now = at === undefined ? this.#shelf.clock.now() : new Date(at);
    const entry: AuditEntry = {
      number: this.#end.number + 1,
      at: localInstant(now),
      who: who ?? this.who,
      action,
      what,
      ...(commit === undefined ? {} : { commit }),
    };
    const month = entry.at.slice(0, 7);
    if (month > this.#month) await this.#begin(month);
    if (this.#isFrayed) await this.#mend();
    const { line, hash } = encodeAuditLine(entry, this.#end.hash);
    const bytes = Buffer.from(line, 'utf8');
    this.#isFrayed = true;
    await this.#shelf.disk.append(this.#at(), bytes);
    this.#isFrayed = false;
    this.#size += bytes.length;
    this.#end = { number: entry.number, hash, commit: commit ?? this.#end.commit };
    this.#waiting = this.#waiting.filter((other) => other !== deed);
    await this.#lastFile.write(this.#end);
  }

  async #begin(month: string): Promise<void> {
    const heading = Buffer.from(auditHeading, 'utf8');
    const path = this.#shelf.at(pathOf(month));
    await this.#shelf.disk.makeFolder(this.#shelf.at(auditFolder));
    await this.#shelf.disk.writeNew(path, heading);
    await this.#shelf.disk.syncFolder(this.#shelf.at(auditFolder));
    this.#month = month;
    this.#size = heading.length;
    this.#isFrayed = false;
  }

  async #mend(): Promise<void> {
    await this.#shelf.disk.truncate(this.#at(), this.#size);
    this.#isFrayed = false;
  }

  #at(): string {
    return this.#shelf.at(pathOf(this.#month));
  }
}

/** All that can be read of a trail, and every place where it is not what was written. */
export interface TrailRead {
  /** Oldest first. */
  readonly entries: readonly AuditEntry[];
  /** Those that nobody acknowledged. */
  readonly breaks: readonly AuditBreak[];
}

/** Reads the trail once, following the chain from its first line to its last. */
export async function readTrail(shelf: Shelf): Promise<TrailRead> {
  const known = await readKnownEnd(shelf);
  const entries: AuditEntry[] = [];
  const breaks: AuditBreak[] = [];
  const acknowledged = new Set<string>();
  let end = auditStart;
  let file = auditFolder;
  for (const month of await monthsOf(shelf)) {
    file = pathOf(month);
    const lines = textOf(await readMonth(shelf, month)).split('\n');
    for (const [index, line] of lines.entries()) {
      if (line === '' ? index === lines.length - 1 : index === 0 && `${line}\n` === auditHeading) continue;
      const read = decodeAuditLine(line);
      const told = (words: string, message = words): void =>
        void breaks.push({ file, line: index + 1, message, words: `${file} ${words}` });
      if (read === undefined) {
        told(`第 ${index + 1} 行已损坏或是外来的，无法识别。`);
        continue;
      }
      const { number, action, what } = read.entry;
      entries.push(read.entry);
      if (action === auditAcknowledged) acknowledged.add(what);
      if (number > end.number + 1) breaks.push(lost(file, index + 1, end.number, number));
      else if (read.hashAfter(end.hash) !== read.hash) told(changed(index, number));
      // Of a last line changed together with its hash only the paper tells; of any other, the line after it, in the same words.
      else if (number === known?.number && read.hash !== known.hash)
        told(changed(index + 1, number + 1), `第 ${index + 1} 行（第 ${number} 条）在记下之后被改动过。`);
      end = { ...end, number, hash: read.hash };
    }
  }
  if (known !== undefined && known.number > end.number) breaks.push(lost(file, 0, end.number, known.number + 1));
  const open = breaks.filter(({ words }) => !acknowledged.has(words));
  if (known !== undefined || end.number === 0) return { entries, breaks: open };
  const message = '记着最后一条的文件不见了或已损坏，末尾是否缺少，已无从核对。';
  return { entries, breaks: [...open, { file: auditLastPath, line: 0, message, words: message }] };
}

function changed(index: number, number: number): string {
  return `第 ${index + 1} 行（第 ${number} 条）或它的前一行在记下之后被改动过。`;
}

/** Entries that should stand between two others. */
function lost(file: string, line: number, last: number, next: number): AuditBreak {
  const [from, to] = [last + 1, next - 1];
  const words = from === to ? `缺了第 ${from} 条。` : `缺了第 ${from} 至 ${to} 条。`;
  return { file, line, message: line === 0 ? `末尾${words}` : `第 ${line} 行之前${words}`, words };
}

async function readKnownEnd(shelf: Shelf): Promise<AuditEnd | undefined> {
  const found = await new StoredFile(shelf, auditLastPath, 'zhuanbao-audit', 0).peek();
  const parsed = endSchema.safeParse(found.kind === 'good' ? found.data : undefined);
  return parsed.success ? parsed.data : undefined;
}

/** Months that have a file, the oldest first: `2026-11`. */
async function monthsOf(shelf: Shelf): Promise<readonly string[]> {
  const names = await shelf.disk.list(shelf.at(auditFolder));
  return names.flatMap((name) => /^(\d{4}-\d{2})\.txt$/u.exec(name)?.[1] ?? []).sort();
}

async function readMonth(shelf: Shelf, month: string): Promise<Uint8Array> {
  try {
    return await shelf.disk.readFile(shelf.at(pathOf(month)));
  } catch (error) {
    if (['ENOENT', 'EIO'].includes(errorCode(error))) return new Uint8Array();
    throw error;
  }
}

function pathOf(month: string): string {
  return `${auditFolder}/${month}.txt`;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
