import { z } from 'zod';
import { AppError } from '../../../shared/app-error.js';
import { manifestPath } from '../../../shared/library/library-layout.js';
import { migrateLibrary, type LibraryMigration } from './migrate-library.js';
import type { Shelf } from './shelf.js';
import { StoredFile } from './stored-file.js';

/** Version of a library's layout on disk. */
export const libraryVersion = 2;

/**
 * Steps from an older layout, by the version they start from. Version 2 got 日志 and 来稿: opening makes the folders and
 * moves 备用稿 over in any case, and what the first version's program would overlook is kept from it by the number.
 */
const libraryMigrations: Readonly<Record<number, LibraryMigration>> = { 1: async () => undefined };

const manifestSchema = z.object({ libraryVersion: z.int().min(1), createdAt: z.iso.datetime({ offset: true }) });

export type LibraryAge = 'ours' | 'newer';

/** Whether a folder holds a library that this software may write. Changes nothing. @throws AppError library-unreadable */
export async function readLibraryAge(shelf: Shelf): Promise<LibraryAge> {
  const found = await new StoredFile(shelf, manifestPath, 'zhuanbao-library').peek();
  if (found.kind === 'newer') return 'newer';
  if (found.kind !== 'good') return 'ours';
  return parseManifest(found.data).libraryVersion > libraryVersion ? 'newer' : 'ours';
}

/** ISO instant at which the library was made. @throws AppError library-unreadable */
export async function readCreatedAt(shelf: Shelf): Promise<string> {
  const found = await new StoredFile(shelf, manifestPath, 'zhuanbao-library').peek();
  return parseManifest(found.kind === 'good' ? found.data : undefined).createdAt;
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
