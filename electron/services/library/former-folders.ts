import { recordOfPath, recordPath, foldersOf, kindNames } from '../../../shared/library/records/records.js';
import { generationTarget } from '../../../shared/library/library-layout.js';
import type { Shelf } from './shelf.js';

/**
 * Moves records that an earlier program kept elsewhere to where their kind lies now, each file by one renaming; cut
 * short, the next opening goes on. A file whose new place is taken stays where it is, and is listed there.
 */
export async function moveFormerRecords(shelf: Shelf): Promise<void> {
  for (const kind of kindNames) {
    const [home, former] = foldersOf(kind);
    if (former === undefined || home === undefined) continue;
    const names = await shelf.disk.list(shelf.at(former));
    for (const name of [...names].sort()) {
      const record = recordOfPath(`${former}/${generationTarget(name) ?? name}`);
      const target = record && `${recordPath(kind, record.key)}${name.slice((generationTarget(name) ?? name).length)}`;
      if (target === undefined || (await shelf.disk.stat(shelf.at(target))) !== undefined) continue;
      await shelf.disk.rename(shelf.at(`${former}/${name}`), shelf.at(target));
    }
    if (names.length > 0) await shelf.disk.syncFolder(shelf.at(home));
  }
}
