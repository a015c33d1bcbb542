import { dirname } from 'node:path';
import { instantOfStamp } from '../../../shared/library/library-layout.js';
import { dropGenerations } from './durable-file.js';
import type { Shelf } from './shelf.js';
import { generationCount } from './stored-file.js';

/**
 * Moves a document's file to another place of the library in one step. Its generations go first: left behind, they
 * would bring it back. The target must be free.
 */
export async function moveFile(shelf: Shelf, from: string, to: string): Promise<void> {
  const source = shelf.at(from);
  const target = shelf.at(to);
  await shelf.disk.makeFolder(dirname(target));
  await dropGenerations(shelf.disk, source, generationCount);
  await shelf.disk.rename(source, target);
  await shelf.disk.syncFolder(dirname(target));
  await shelf.disk.syncFolder(dirname(source));
}

/** An instant from `now` on, at most a few milliseconds later, whose stamp makes a path that is free. */
export async function freeInstant(shelf: Shelf, now: Date, pathOf: (instant: Date) => string): Promise<Date> {
  let instant = now;
  while ((await shelf.disk.stat(shelf.at(pathOf(instant)))) !== undefined) instant = new Date(instant.getTime() + 1);
  return instant;
}

/** Stamps of the files in a folder of versions, newest first. */
export async function stampsIn(shelf: Shelf, folder: string): Promise<readonly string[]> {
  const names = await shelf.disk.list(shelf.at(folder));
  const stamps = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  return stamps
    .filter((stamp) => instantOfStamp(stamp) !== undefined)
    .sort()
    .reverse();
}
