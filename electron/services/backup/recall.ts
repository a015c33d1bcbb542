import type { Library } from '../library/library.js';
import { Shelf } from '../library/shelf.js';
import { BackupFolder, type BackedFile } from './backup-folder.js';
import { readBackupRecord } from './backup-record.js';

/** Backups looked through for one file, the newest first. */
const mostBackups = 12;

/** Finds files of a library in its backups, the newest that is good; nothing where there is no backup to be read. */
export function createRecall(
  library: Library,
): (path: string, isGood: (bytes: Uint8Array) => boolean | Promise<boolean>) => Promise<Uint8Array | undefined> {
  const lists = new Map<string, readonly BackedFile[]>();
  return async (path, isGood) => {
    const source = await openSource(library);
    if (source === undefined) return undefined;
    const cut = path.lastIndexOf('/');
    const [folder, name] = [path.slice(0, Math.max(0, cut)), path.slice(cut + 1)];
    const tried = new Set<string>();
    for (const stamp of (await source.stamps()).slice(0, mostBackups)) {
      const own = (await source.read(stamp))?.folders.find((each) => each.folder === folder);
      if (own === undefined) continue;
      const files = lists.get(own.sha256) ?? (await source.filesOf(own).catch(() => undefined));
      // A stick that was out for a moment is asked again.
      if (files !== undefined) lists.set(own.sha256, files);
      const sha256 = files?.find((file) => file.name === name)?.sha256;
      if (sha256 === undefined || tried.has(sha256)) continue;
      tried.add(sha256);
      const bytes = await source.content(sha256);
      if (bytes !== undefined && (await isGood(bytes))) return bytes;
    }
    return undefined;
  };
}

async function openSource(library: Library): Promise<BackupFolder | undefined> {
  const { shelf } = library;
  const { folder } = await readBackupRecord(shelf);
  if (folder === undefined) return undefined;
  const source = new BackupFolder(new Shelf(shelf.disk, folder, shelf.clock));
  const isThere = (await source.stamps()).length > 0;
  return isThere ? source : undefined;
}
