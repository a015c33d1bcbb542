import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../../shared/app-error.js';
import { bundleEnding } from '../../../shared/bundle/format.js';
import type { CallResponse } from '../../../shared/ipc.js';
import type { Handles } from '../handles.js';
import type { Drive, Drives } from '../ports.js';

type Place = CallResponse<'bundle.list'>['place'];

/** Of more bundles than these in one place the oldest are left out. */
const mostBundles = 200;
/** A stick that is polled must not be read from end to end. */
const mostLookedAt = 2000;

/** Sticks that are there now with the bundles that lie on them; one that cannot be read has none. */
export async function listSticks(drives: Drives, handles: Handles): Promise<readonly Place[]> {
  const found = await drives.list();
  return Promise.all(found.map(async (drive) => place(drive, await findBundles(drive.path).catch(() => []), handles)));
}

/** Bundles of any folder. @throws AppError `disk-failed` when it cannot be read */
export async function listBundles(folder: string, handles: Handles): Promise<Place> {
  try {
    return place({ path: folder, name: basename(folder) || folder, isReadOnly: false, isFat: false }, await findBundles(folder), handles);
  } catch (error) {
    throw new AppError('disk-failed', `文件夹“${basename(folder)}”打不开，请换一个文件夹。`, { cause: error });
  }
}

interface FoundBundle {
  readonly path: string;
  readonly bytes: number;
  readonly changedAt: Date;
}

function place({ path, name, isReadOnly }: Drive, found: readonly FoundBundle[], handles: Handles): Place {
  const bundles = found.map((bundle) => ({
    handle: handles.issue(bundle.path),
    name: basename(bundle.path),
    bytes: bundle.bytes,
    changedAt: bundle.changedAt.toISOString(),
  }));
  return { handle: handles.issue(path), name, isReadOnly, bundles };
}

/** Bundles right in a folder and in the folders in it, the latest first. */
async function findBundles(folder: string): Promise<readonly FoundBundle[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const folders = entries.filter((entry) => entry.isDirectory() && isShown(entry.name)).map(({ name }) => name);
  for (const inner of folders) {
    const inside = await readdir(join(folder, inner), { withFileTypes: true }).catch(() => []);
    names.push(...inside.filter((entry) => entry.isFile()).map(({ name }) => join(inner, name)));
  }
  const paths = names.filter(isBundleName).map((name) => join(folder, name));
  const found = await Promise.all(paths.slice(0, mostLookedAt).map(describe));
  const latestFirst = found
    .filter((bundle) => bundle !== undefined)
    .sort((one, other) => other.changedAt.getTime() - one.changedAt.getTime());
  return latestFirst.slice(0, mostBundles);
}

/** What begins with a stop is hidden, half written, or of another system. */
function isShown(name: string): boolean {
  return !name.startsWith('.');
}

function isBundleName(name: string): boolean {
  return isShown(basename(name)) && name.toLowerCase().endsWith(`.${bundleEnding}`);
}

async function describe(path: string): Promise<FoundBundle | undefined> {
  const facts = await stat(path).catch(() => undefined);
  return facts && { path, bytes: facts.size, changedAt: facts.mtime };
}
