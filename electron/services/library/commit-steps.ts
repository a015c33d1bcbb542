import { basename, dirname, join } from 'node:path';
import { applyPatch } from '../../../shared/library/json-patch.js';
import { generationPath, paperPaths, temporaryTarget } from '../../../shared/library/library-layout.js';
import { parseKind, recordPath } from '../../../shared/library/records/records.js';
import { errorCode } from './disk-error.js';
import { formatOf, revisionOf } from './envelope.js';
import type { CommitStep, JournalEntry } from './journal.js';
import { moveFile } from './move-file.js';
import type { Shelf } from './shelf.js';
import { StoredFile, type Saved } from './stored-file.js';

type Write = Extract<CommitStep, { do: 'write' }>;
type Move = Extract<CommitStep, { do: 'move' }>;
type Paper = Extract<CommitStep, { do: 'paper' }>;

/** Carries out a step whose state before is on disk. @throws AppError or Node's own errors; a repetition is then safe */
export async function takeStep(shelf: Shelf, step: CommitStep, value: unknown): Promise<Saved | undefined> {
  if (step.do !== 'move') return fileOf(shelf, step).write(value, step.after);
  await moveFile(shelf, step.path, step.to);
  return undefined;
}

/** Undoes a step, whether it was taken wholly, in part or not at all. */
export async function takeStepBack(shelf: Shelf, step: CommitStep): Promise<void> {
  if (step.do === 'move') return moveBack(shelf, step);
  const path = shelf.at(pathOf(step));
  await removeTemporaries(shelf, path);
  if ((await revisionAt(shelf, step)) !== step.after) return;
  if (step.before === undefined || (step.do === 'write' && step.from !== undefined)) await shelf.disk.remove(path);
  else await shelf.disk.rename(generationPath(path, 1), path);
  await shelf.disk.syncFolder(dirname(path));
}

/** What a disk that went away kept of the writing: found when the library is opened, it would be taken for words to be saved. */
async function removeTemporaries(shelf: Shelf, path: string): Promise<void> {
  const folder = dirname(path);
  for (const name of await shelf.disk.list(folder)) {
    if (temporaryTarget(name) === basename(path)) await shelf.disk.remove(join(folder, name));
  }
}

async function moveBack(shelf: Shelf, { path, to }: Move): Promise<void> {
  if (!(await isThere(shelf, to)) || (await isThere(shelf, path))) return;
  await shelf.disk.rename(shelf.at(to), shelf.at(path));
  await shelf.disk.syncFolder(dirname(shelf.at(path)));
  await shelf.disk.syncFolder(dirname(shelf.at(to)));
}

/**
 * Carries out what is missing of a commit that was cut short; what was done already, or has changed since by other
 * hands, stays as it is. Comes back with whether anything was missing.
 */
export async function finishCommit(shelf: Shelf, { steps }: JournalEntry): Promise<boolean> {
  let isCompleted = false;
  for (const step of steps) if (await finishStep(shelf, step, steps)) isCompleted = true;
  return isCompleted;
}

async function finishStep(shelf: Shelf, step: CommitStep, steps: readonly CommitStep[]): Promise<boolean> {
  if (step.do === 'move') {
    if ((await isThere(shelf, step.to)) || !(await isThere(shelf, step.path))) return false;
    await moveFile(shelf, step.path, step.to);
    return true;
  }
  const value = step.do === 'paper' ? await missingPaper(shelf, step) : await missingValue(shelf, step, steps);
  if (value === undefined) return false;
  await fileOf(shelf, step).write(value, step.after);
  return true;
}

/** The value a step has yet to write, or undefined when it is there or what it was made for is not. */
async function missingValue(shelf: Shelf, step: Write, steps: readonly CommitStep[]): Promise<unknown> {
  const current = await revisionAt(shelf, step);
  if (step.patch === undefined) return current === undefined && step.before === undefined ? step.value : undefined;
  const key = step.from ?? step.key;
  if (current === step.after || (step.from !== undefined && current !== undefined)) return undefined;
  const retired = steps.find((other) => other.do === 'move' && other.key === key && other.path === recordPath(step.kind, key));
  const found = await readBefore(shelf, step, key, retired?.do === 'move' ? retired.to : undefined);
  const value = found === undefined ? undefined : applyPatch(found, step.patch);
  return value !== undefined && revisionOf(value) === step.after ? value : undefined;
}

/** A paper that is neither as it was nor as it was to be has been changed by other hands, and stays. */
async function missingPaper(shelf: Shelf, step: Paper): Promise<unknown> {
  const found = await fileOf(shelf, step).peek();
  if (step.patch === undefined) return found.kind === 'missing' && step.before === undefined ? step.value : undefined;
  if (found.kind !== 'good' || found.revision !== step.before) return undefined;
  const value = applyPatch(found.data, step.patch);
  return revisionOf(value) === step.after ? value : undefined;
}

async function readBefore(shelf: Shelf, { kind, before }: Write, key: string, retiredTo: string | undefined): Promise<unknown> {
  for (const path of [recordPath(kind, key), ...(retiredTo === undefined ? [] : [retiredTo])]) {
    const found = await new StoredFile(shelf, path, formatOf(kind)).peek();
    const parsed = found.kind === 'good' && found.revision === before ? parseKind(kind, found.data) : undefined;
    if (parsed?.ok) return parsed.value;
  }
  return undefined;
}

/** Paths of files that are only there because a commit is not finished; for a library opened for reading. */
export async function pathsLeftBehind(shelf: Shelf, entry: JournalEntry | undefined): Promise<ReadonlySet<string>> {
  const writes = entry?.steps.filter((step) => step.do === 'write') ?? [];
  if (writes.length === 0) return new Set();
  for (const write of writes) if ((await revisionAt(shelf, write)) !== write.after) return new Set();
  return new Set(entry?.steps.flatMap((step) => (step.do === 'move' ? [step.path] : [])));
}

async function revisionAt(shelf: Shelf, step: Write | Paper): Promise<string | undefined> {
  const found = await fileOf(shelf, step).peek();
  return found.kind === 'good' ? found.revision : found.kind === 'missing' ? undefined : found.kind;
}

function fileOf(shelf: Shelf, step: Write | Paper): StoredFile {
  return new StoredFile(shelf, pathOf(step), step.do === 'paper' ? `zhuanbao-${step.paper}` : formatOf(step.kind));
}

function pathOf(step: Write | Paper): string {
  return step.do === 'paper' ? paperPaths[step.paper] : recordPath(step.kind, step.key);
}

async function isThere(shelf: Shelf, path: string): Promise<boolean> {
  try {
    return (await shelf.disk.stat(shelf.at(path))) !== undefined;
  } catch (error) {
    if (errorCode(error) === 'ENOTDIR') return false;
    throw error;
  }
}
