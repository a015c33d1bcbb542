import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AppError } from '../../shared/app-error.js';
import type { Issue } from '../../shared/document/issue.js';
import { stampOf } from '../../shared/library/library-layout.js';
import { parseKind } from '../../shared/library/records/records.js';
import { decodeEnvelope, encodeEnvelope } from './library/envelope.js';
import type { Clock } from './ports.js';
import { writeExportFile } from './write-export-file.js';

/** An issue whose last words the library did not take. */
export interface KeptIssue {
  readonly id: string;
  /** The key it was open under. */
  readonly key: string;
  readonly issue: Issue;
  /** ISO instant. */
  readonly keptAt: string;
}

/**
 * What could not be saved, kept outside the library: in memory and, where any of its folders takes it, in a file, until
 * the library has it. So the words outlive a window that is gone and a program that has ended.
 */
export interface KeptWords {
  /** Keeps the newest state of an issue whose save failed; never rejects. */
  keep(key: string, issue: Issue): Promise<void>;
  /** The library has the issue now: what was kept since the last `list` is let go. */
  forget(key: string): Promise<void>;
  /** All that is kept, newest first. What is listed stays until it is dropped, whatever is saved from here on. */
  list(): Promise<readonly KeptIssue[]>;
  /** Lets one go that the editor restored or does not want. */
  drop(id: string): Promise<void>;
  /** Whether all that is kept is in files as well. */
  isSafe(): boolean;
}

/** Where words of a library are kept: with the user's own data, else where the system keeps temporary files. */
export function keptWordsFolders(userData: string, libraryFolder: string): readonly string[] {
  const name = createHash('sha256').update(resolve(libraryFolder)).digest('hex').slice(0, 16);
  return [join(userData, '抢救', name), join(tmpdir(), '专报编辑台-抢救', name)];
}

const namePattern = /^(\d{4}-Z?\d{2,4})_\d{8}T\d{9}Z$/u;

export function createKeptWords(folders: readonly string[], clock: Clock): KeptWords {
  const held = new Map<string, KeptIssue & { readonly isWritten: boolean }>();
  let stamp = stampOf(clock.now());
  let last: Promise<unknown> = Promise.resolve();
  const queue = <Value>(step: () => Promise<Value>): Promise<Value> => {
    const result = last.then(step);
    last = result.catch(() => undefined);
    return result;
  };
  const drop = async (id: string): Promise<void> => {
    held.delete(id);
    for (const folder of folders) await rm(join(folder, `${id}.json`), { force: true }).catch(() => undefined);
  };
  return {
    keep: (key, issue) =>
      queue(async () => {
        const kept: KeptIssue = { id: `${key}_${stamp}`, key, issue, keptAt: clock.now().toISOString() };
        held.set(kept.id, { ...kept, isWritten: false });
        if (await writeSomewhere(folders, kept)) held.set(kept.id, { ...kept, isWritten: true });
      }),
    forget: (key) => queue(() => (held.has(`${key}_${stamp}`) ? drop(`${key}_${stamp}`) : Promise.resolve())),
    list: () =>
      queue(async () => {
        stamp = freshStamp(stamp, clock.now());
        const all = new Map([...(await readFolders(folders)), ...held.values()].map((kept) => [kept.id, kept]));
        return [...all.values()].sort((left, right) => right.keptAt.localeCompare(left.keptAt));
      }),
    drop: (id) => {
      if (!namePattern.test(id)) throw new AppError('bad-request', '没有这一份留存的文字。');
      return queue(() => drop(id));
    },
    isSafe: () => [...held.values()].every(({ isWritten }) => isWritten),
  };
}

/** Never the stamp in use: what is kept from here on is another file. */
function freshStamp(stamp: string, now: Date): string {
  const next = stampOf(now);
  return next === stamp ? stampOf(new Date(now.getTime() + 1)) : next;
}

async function writeSomewhere(folders: readonly string[], { id, issue, keptAt }: KeptIssue): Promise<boolean> {
  const { bytes } = encodeEnvelope('zhuanbao-issue', issue, keptAt);
  for (const folder of folders) {
    try {
      await writeExportFile(join(folder, `${id}.json`), bytes, true);
      return true;
    } catch {
      // The next folder, and in the end the memory of this program, is what is left.
    }
  }
  return false;
}

async function readFolders(folders: readonly string[]): Promise<readonly KeptIssue[]> {
  const found: KeptIssue[] = [];
  for (const folder of folders) {
    for (const name of await readdir(folder).catch(() => [])) {
      const kept = await readKept(folder, name).catch(() => undefined);
      if (kept) found.push(kept);
    }
  }
  return found;
}

/** A file that cannot be read is passed over and stays where it is. */
async function readKept(folder: string, name: string): Promise<KeptIssue | undefined> {
  const id = name.replace(/\.json$/u, '');
  const key = namePattern.exec(id)?.[1];
  if (key === undefined) return undefined;
  const content = decodeEnvelope('zhuanbao-issue', await readFile(join(folder, name)));
  const parsed = content.kind === 'good' ? parseKind('issue', content.data) : undefined;
  return content.kind === 'good' && parsed?.ok ? { id, key, issue: parsed.value, keptAt: content.savedAt } : undefined;
}
