import { appendFile, writeFile } from 'node:fs/promises';
import { nodeFileSystem, type FileSystem } from '../../electron/services/library/file-system.js';

/** How a file that was being written when the process died looks afterwards. */
export type HalfWritten = 'nothing' | 'half' | 'whole';

/** The machine's disk, on which the process can be made to die: from then on every step fails. */
export interface MortalDisk {
  readonly disk: FileSystem;
  /** Lets the process die at the n-th changing step from now on, 1 the first. */
  dieAt(step: number, writing: HalfWritten): void;
  isDead(): boolean;
}

export function mortalDisk(): MortalDisk {
  let left = Number.POSITIVE_INFINITY;
  let writing: HalfWritten = 'nothing';
  const die = () => new Error('the process is dead');
  const change = async (step: () => Promise<void>, atDeath: () => Promise<void> = async () => undefined): Promise<void> => {
    if (left <= 0) throw die();
    left -= 1;
    if (left > 0) return step();
    await atDeath();
    throw die();
  };
  const look = <Value>(step: () => Promise<Value>): Promise<Value> => (left <= 0 ? Promise.reject(die()) : step());
  const real = nodeFileSystem;
  return {
    dieAt: (step, how) => void ((left = step), (writing = how)),
    isDead: () => left <= 0,
    disk: {
      readFile: (path) => look(() => real.readFile(path)),
      list: (folder) => look(() => real.list(folder)),
      stat: (path) => look(() => real.stat(path)),
      wait: (milliseconds) => real.wait(milliseconds),
      writeNew: (path, bytes) =>
        change(
          () => real.writeNew(path, bytes),
          () => leaveBehind(path, bytes, writing),
        ),
      append: (path, bytes) =>
        change(
          () => real.append(path, bytes),
          () => leaveAdded(path, bytes, writing),
        ),
      truncate: (path, size) => change(() => real.truncate(path, size)),
      rename: (from, to) => change(() => real.rename(from, to)),
      link: (from, to) => change(() => real.link(from, to)),
      remove: (path) => change(() => real.remove(path)),
      makeFolder: (path) => change(() => real.makeFolder(path)),
      syncFolder: (folder) => change(() => real.syncFolder(folder)),
      touch: (path) => look(() => real.touch(path)),
    },
  };
}

async function leaveBehind(path: string, bytes: Uint8Array, writing: HalfWritten): Promise<void> {
  const length = { nothing: undefined, half: Math.floor(bytes.length / 2), whole: bytes.length }[writing];
  if (length !== undefined) await writeFile(path, bytes.subarray(0, length));
}

async function leaveAdded(path: string, bytes: Uint8Array, writing: HalfWritten): Promise<void> {
  const length = { nothing: 0, half: Math.floor(bytes.length / 2), whole: bytes.length }[writing];
  await appendFile(path, bytes.subarray(0, length));
}

export type StepName = 'readFile' | 'writeNew' | 'append' | 'truncate' | 'rename' | 'link' | 'remove' | 'makeFolder';

/** A disk whose named steps fail with a code on matching paths, after so many that succeed, for so many times; waiting takes no time. */
export function failingDisk(fault: {
  readonly steps: readonly StepName[];
  readonly code: string;
  readonly path?: RegExp;
  readonly after?: number;
  readonly times?: number;
}): {
  readonly disk: FileSystem;
  arm(): void;
  disarm(): void;
} {
  let left = 0;
  let toPass = 0;
  const guarded = (step: StepName, path: string): void => {
    if (left <= 0 || !fault.steps.includes(step) || !(fault.path?.test(path) ?? true)) return;
    if ((toPass -= 1) >= 0) return;
    left -= 1;
    throw Object.assign(new Error(`${fault.code}: injected`), { code: fault.code });
  };
  const real = nodeFileSystem;
  return {
    arm: () => void ((left = fault.times ?? Number.POSITIVE_INFINITY), (toPass = fault.after ?? 0)),
    disarm: () => void (left = 0),
    disk: {
      ...real,
      wait: async () => undefined,
      readFile: async (path) => (guarded('readFile', path), real.readFile(path)),
      writeNew: async (path, bytes) => (guarded('writeNew', path), real.writeNew(path, bytes)),
      append: async (path, bytes) => (guarded('append', path), real.append(path, bytes)),
      truncate: async (path, size) => (guarded('truncate', path), real.truncate(path, size)),
      rename: async (from, to) => (guarded('rename', from), real.rename(from, to)),
      link: async (from, to) => (guarded('link', from), real.link(from, to)),
      remove: async (path) => (guarded('remove', path), real.remove(path)),
      makeFolder: async (path) => (guarded('makeFolder', path), real.makeFolder(path)),
    },
  };
}
