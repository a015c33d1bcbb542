import { fileName, generationTarget, trashFolder } from '../../../shared/library/library-layout.js';
import { foldersOf, kindNames, recordKinds, recordOfPath, type KindName } from '../../../shared/library/records/records.js';
import { readTrashId } from '../../../shared/library/trash.js';
import type { Shelf } from './shelf.js';

/** A file of the library that its lists show, with the kind and key of its record. */
export interface Place {
  readonly kind: KindName;
  readonly key: string;
  readonly path: string;
  /** What the trash calls it, for a record in the trash. */
  readonly trashed?: { readonly id: string /** ISO instant. */; readonly deletedAt: string };
}

export interface Places {
  readonly places: readonly Place[];
  /** JSON files whose names are none of ours. */
  readonly strangers: readonly string[];
}

/** Folders of records, where a save may have been cut short. */
export async function savingFolders(shelf: Shelf): Promise<readonly string[]> {
  const folders: string[] = [];
  for (const name of kindNames) {
    const { placement } = recordKinds[name];
    for (const folder of foldersOf(name)) {
      const subfolders = (await shelf.disk.list(shelf.at(folder))).filter((entry) => placement.isSubfolder(entry));
      folders.push(folder, ...subfolders.map((subfolder) => `${folder}/${subfolder}`));
    }
  }
  return folders;
}

/** All files of records and the trash, those included of which only previous generations are left. */
export async function findPlaces(shelf: Shelf): Promise<Places> {
  const places: Place[] = [];
  const strangers: string[] = [];
  for (const folder of [...(await savingFolders(shelf)), trashFolder]) {
    const names = (await shelf.disk.list(shelf.at(folder))).map((name) => generationTarget(name) ?? name);
    for (const name of new Set(names)) {
      const path = `${folder}/${name}`;
      const place = placeOf(path);
      if (place !== undefined) places.push(place);
      else if (name.endsWith('.json')) strangers.push(path);
    }
  }
  return { places, strangers };
}

/** What a path stands for, by its name alone. */
export function placeOf(path: string): Place | undefined {
  if (path.startsWith(`${trashFolder}/`)) return trashPlaceOf(path);
  const record = recordOfPath(path);
  return record && { ...record, path };
}

function trashPlaceOf(path: string): Place | undefined {
  const id = fileName(path).replace(/\.json$/u, '');
  const name = path.endsWith('.json') ? readTrashId(id) : undefined;
  return name && { kind: name.kind, key: name.key, path, trashed: { id, deletedAt: name.deletedAt } };
}
