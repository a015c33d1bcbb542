import { z } from 'zod';
import { issueKeySchema } from '../../../shared/document/issue-schema.js';
import { issuePath, pendingMovePath, stampOf, versionPath } from '../../../shared/library/library-layout.js';
import { setAside } from './aside.js';
import { freeInstant, moveFile } from './move-file.js';
import type { Shelf } from './shelf.js';
import { StoredFile } from './stored-file.js';

/** What a change of key is about: the new file is written first, then the old one becomes a previous version of it. */
const pendingMoveSchema = z.strictObject({
  from: issueKeySchema,
  to: issueKeySchema,
  /** Checksums of the issue under its old and its new key. */
  fromRevision: z.string(),
  toRevision: z.string(),
});
export type PendingMove = z.infer<typeof pendingMoveSchema>;

function moveFileOf(shelf: Shelf): StoredFile {
  return new StoredFile(shelf, pendingMovePath, 'zhuanbao-move', 0);
}

/** Puts the intention on disk before the first step. */
export async function beginMove(shelf: Shelf, move: PendingMove): Promise<void> {
  await moveFileOf(shelf).write(move);
}

/** Forgets the intention: both steps are done, or the first never happened. */
export async function endMove(shelf: Shelf): Promise<void> {
  await shelf.disk.remove(shelf.at(pendingMovePath));
  await shelf.disk.syncFolder(shelf.folder);
}

/** The second step: the file under the old key becomes a previous version under the new one. */
export async function retireOldKey(shelf: Shelf, { from, to }: Pick<PendingMove, 'from' | 'to'>): Promise<void> {
  const target = (instant: Date) => versionPath(to, stampOf(instant));
  const instant = await freeInstant(shelf, shelf.clock.now(), target);
  await moveFile(shelf, issuePath(from), target(instant));
}

/**
 * Finishes a change of key that was cut short: if the issue is there under its new key, the old file is retired; if
 * not, nothing happened.
 */
export async function finishMove(shelf: Shelf): Promise<void> {
  const found = await moveFileOf(shelf).peek();
  if (found.kind === 'missing') return;
  const parsed = pendingMoveSchema.safeParse(found.kind === 'good' ? found.data : undefined);
  if (!parsed.success) {
    await setAside(shelf, pendingMovePath, pendingMovePath, '损坏');
    return;
  }
  if (await needsRetiring(shelf, parsed.data)) {
    await retireOldKey(shelf, parsed.data);
    shelf.tell(`上次把 ${parsed.data.from} 改为 ${parsed.data.to} 时程序中断，已补完：原文件存入历史。`);
  }
  await endMove(shelf);
}

/** Key that is only there because a change of key is not finished; for a library opened for reading. */
export async function keyLeftBehind(shelf: Shelf): Promise<string | undefined> {
  const found = await moveFileOf(shelf).peek();
  const parsed = pendingMoveSchema.safeParse(found.kind === 'good' ? found.data : undefined);
  return parsed.success && (await needsRetiring(shelf, parsed.data)) ? parsed.data.from : undefined;
}

async function needsRetiring(shelf: Shelf, move: PendingMove): Promise<boolean> {
  return (await holds(shelf, move.to, move.toRevision)) && (await holds(shelf, move.from, move.fromRevision));
}

async function holds(shelf: Shelf, key: string, revision: string): Promise<boolean> {
  const found = await new StoredFile(shelf, issuePath(key), 'zhuanbao-issue').peek();
  return found.kind === 'good' && found.revision === revision;
}
