import {
  draftsFolder,
  fileName,
  generationTarget,
  issuesFolder,
  readTrashId,
  trashFolder,
} from '../../../shared/library/library-layout.js';
import { issueKeySchema } from '../../../shared/document/issue-schema.js';
import type { Shelf } from './shelf.js';

/** A file of the library that its lists show. `id` is the issue's key, the draft's id or the trash id. */
export interface Place {
  readonly kind: 'issue' | 'draft' | 'trash';
  readonly id: string;
  readonly path: string;
}

export interface Places {
  readonly places: readonly Place[];
  /** JSON files whose names are none of ours. */
  readonly strangers: readonly string[];
}

const draftId = /^[A-Za-z0-9_-]{1,64}$/u;

/** Folders of issues and drafts, where a save may have been cut short. */
export async function savingFolders(shelf: Shelf): Promise<readonly string[]> {
  const years = await shelf.disk.list(shelf.at(issuesFolder));
  return [...years.filter((year) => /^\d{4}$/u.test(year)).map((year) => `${issuesFolder}/${year}`), draftsFolder];
}

/** All files of issues, drafts and the trash, those included of which only previous generations are left. */
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
  const id = fileName(path).replace(/\.json$/u, '');
  if (!path.endsWith('.json')) return undefined;
  if (path.startsWith(`${draftsFolder}/`)) return draftId.test(id) ? { kind: 'draft', id, path } : undefined;
  if (path.startsWith(`${trashFolder}/`)) return readTrashId(id) === undefined ? undefined : { kind: 'trash', id, path };
  const isIssue = issueKeySchema.safeParse(id).success && path === `${issuesFolder}/${id.slice(0, 4)}/${id}.json`;
  return isIssue ? { kind: 'issue', id, path } : undefined;
}
