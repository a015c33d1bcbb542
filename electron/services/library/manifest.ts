import { z } from 'zod';
import { AppError } from '../../../shared/app-error.js';
import { manifestPath } from '../../../shared/library/library-layout.js';
import { migrateLibrary, type LibraryMigration } from './migrate-library.js';
import type { Shelf } from './shelf.js';
import { StoredFile } from './stored-file.js';

/** Version of a library's layout on disk. */
export const libraryVersion = 1;

/** Steps from an older layout, by the version they start from. Version 1 is the first. */
const libraryMigrations: Readonly<Record<number, LibraryMigration>> = {};

const manifestSchema = z.object({ libraryVersion: z.int().min(1), createdAt: z.iso.datetime({ offset: true }) });

export type LibraryAge = 'ours' | 'newer';

/** Whether a folder holds a library that this software may write. Changes nothing. @throws AppError library-unreadable */
export async function readLibraryAge(shelf: Shelf): Promise<LibraryAge> {
  const found = await new StoredFile(shelf, manifestPath, 'zhuanbao-library').peek();
  if (found.kind === 'newer') return 'newer';
  if (found.kind !== 'good') return 'ours';
  return parseManifest(found.data).libraryVersion > libraryVersion ? 'newer' : 'ours';
}

/** Makes the manifest where there is none, and brings an older library up to ours, a copy of it kept first. */
export async function prepareManifest(shelf: Shelf): Promise<void> {
  const file = new StoredFile(shelf, manifestPath, 'zhuanbao-library');
  const found = await file.read();
  const now = shelf.clock.now();
  if (found.kind !== 'good') {
    if (found.kind === 'lost') shelf.tell(`“${manifestPath}”已重新建立。`);
    await file.write({ libraryVersion, createdAt: now.toISOString() });
    return;
  }
  const manifest = parseManifest(found.data);
  await migrateLibrary(shelf.folder, now, manifest.libraryVersion, libraryVersion, libraryMigrations, async (version) => {
    await file.write({ ...manifest, libraryVersion: version });
  });
}

function parseManifest(data: unknown): z.infer<typeof manifestSchema> {
  const parsed = manifestSchema.safeParse(data);
  if (!parsed.success)
    throw new AppError('library-unreadable', `“${manifestPath}”的内容无法识别，资料库没有打开。请确认选择的是资料库文件夹。`);
  return parsed.data;
}
