import { z } from 'zod';
import { pendingMovePath, stampOf } from '../../../shared/library/library-layout.js';
import { isKey, kindNameSchema, recordPath, versionPath, type KindName } from '../../../shared/library/records/records.js';
import { setAside } from './aside.js';
import { formatOf } from './envelope.js';
import { freeInstant, moveFile } from './move-file.js';
import type { Shelf } from './shelf.js';
import { StoredFile } from './stored-file.js';

/** What a change of key was about, as the first layout noted it: the new file first, then the old one retired. */
const pendingMoveSchema = z
  .strictObject({
    kind: kindNameSchema.default('issue'),
    from: z.string(),
    to: z.string(),
    /** Checksums of the record under its old and its new key. */
    fromRevision: z.string(),
    toRevision: z.string(),
  })
  .refine(({ kind, from, to }) => isKey(kind, from) && isKey(kind, to));
type PendingMove = z.infer<typeof pendingMoveSchema>;

function moveFileOf(shelf: Shelf): StoredFile {
  return new StoredFile(shelf, pendingMovePath, 'zhuanbao-move', 0);
}

/** Forgets the intention: both steps are done, or the first never happened. */
async function endMove(shelf: Shelf): Promise<void> {
  await shelf.disk.remove(shelf.at(pendingMovePath));
  await shelf.disk.syncFolder(shelf.folder);
}

/** The second step: the file under the old key becomes a previous version under the new one. */
async function retireOldKey(shelf: Shelf, { kind, from, to }: PendingMove): Promise<void> {
  const target = (instant: Date) => versionPath(kind, to, stampOf(instant));
  const instant = await freeInstant(shelf, shelf.clock.now(), target);
  await moveFile(shelf, recordPath(kind, from), target(instant));
}

/**
 * Finishes a change of key that the first layout's program left cut short: if the record is there under its new key, the old file is retired; if
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

async function needsRetiring(shelf: Shelf, move: PendingMove): Promise<boolean> {
  const { kind, from, to } = move;
  return (await holds(shelf, kind, to, move.toRevision)) && (await holds(shelf, kind, from, move.fromRevision));
}

async function holds(shelf: Shelf, kind: KindName, key: string, revision: string): Promise<boolean> {
  const found = await new StoredFile(shelf, recordPath(kind, key), formatOf(kind)).peek();
  return found.kind === 'good' && found.revision === revision;
}
