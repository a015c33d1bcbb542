import {
  asideFolder,
  auditFolder,
  attachmentsFolder,
  backupRecordPath,
  generationTarget,
  historyFolder,
  indexPath,
  journalFolder,
  temporaryTarget,
  trashFolder,
} from '../../../shared/library/library-layout.js';
import { savingFolders } from '../library/places.js';
import type { Shelf } from '../library/shelf.js';

/** Files that can be made again, or that belong to this machine alone. */
const leftOut: ReadonlySet<string> = new Set([indexPath, backupRecordPath]);

/** A folder of the library with the names of its files that a backup holds. */
export interface LibraryFolder {
  /** Path below the library; empty for the library itself. */
  readonly folder: string;
  readonly names: readonly string[];
}

/** All files that make the library, by folder: records, papers, trash, history, originals, journal, what was set aside. */
export async function libraryFiles(shelf: Shelf): Promise<readonly LibraryFolder[]> {
  const versions = (await shelf.disk.list(shelf.at(historyFolder))).map((name) => `${historyFolder}/${name}`);
  const paths = ['', ...(await savingFolders(shelf)), trashFolder, journalFolder, attachmentsFolder, asideFolder, auditFolder, ...versions];
  const found: LibraryFolder[] = [];
  for (const folder of paths) {
    const names = (await shelf.disk.list(folder === '' ? shelf.folder : shelf.at(folder))).filter((name) => isKept(folder, name));
    if (names.length > 0) found.push({ folder, names: names.sort() });
  }
  return found;
}

/** Path below the library of a file in one of its folders. */
export function pathIn(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function isKept(folder: string, name: string): boolean {
  if (leftOut.has(pathIn(folder, name)) || temporaryTarget(name) !== undefined) return false;
  if (folder === attachmentsFolder || folder === asideFolder) return true;
  if (folder === auditFolder && name.endsWith('.txt')) return true;
  return /\.(?:json|jsonl|gz)$/u.test(name) && generationTarget(name) === undefined;
}
