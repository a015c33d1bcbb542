import {
  attachmentsFolder,
  auditFolder,
  fileName,
  historyFolder,
  temporaryTarget,
  trashFolder,
  undoFolder,
} from '../../../shared/library/library-layout.js';
import { setAside } from './aside.js';
import { promoteFile } from './durable-file.js';
import { decodeEnvelope, formatOf } from './envelope.js';
import { placeOf, savingFolders } from './places.js';
import { clockTime, type Shelf } from './shelf.js';
import { generationCount, StoredFile } from './stored-file.js';

/**
 * Deals with what writes left that were cut short. A save of a record that is complete beside its file is
 * newer than the file, since nothing was written after it: it takes its place. Half a save goes to 损坏文件. Leftovers
 * of files that can be made again are removed.
 */
export async function settleUnfinishedSaves(shelf: Shelf): Promise<void> {
  for (const folder of await savingFolders(shelf)) {
    for (const name of await temporaries(shelf, folder)) await settle(shelf, folder, name);
  }
  const histories = (await shelf.disk.list(shelf.at(historyFolder))).map((name) => `${historyFolder}/${name}`);
  for (const folder of ['', trashFolder, historyFolder, ...histories, attachmentsFolder, undoFolder, auditFolder]) {
    for (const name of await temporaries(shelf, folder)) await shelf.disk.remove(shelf.at(joined(folder, name)));
  }
}

async function temporaries(shelf: Shelf, folder: string): Promise<readonly string[]> {
  const names = await shelf.disk.list(folder === '' ? shelf.folder : shelf.at(folder));
  return names.filter((name) => temporaryTarget(name) !== undefined);
}

function joined(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

async function settle(shelf: Shelf, folder: string, name: string): Promise<void> {
  const path = joined(folder, name);
  const target = joined(folder, temporaryTarget(name) ?? name);
  const place = placeOf(target);
  const bytes = await shelf.disk.readFile(shelf.at(path));
  if (bytes.length === 0) {
    await shelf.disk.remove(shelf.at(path));
    return;
  }
  const content = place && decodeEnvelope(formatOf(place.kind), bytes);
  if (place === undefined || content?.kind !== 'good') {
    await setAside(shelf, path, fileName(target), '未写完');
    shelf.tell(`上次保存“${fileName(target)}”时程序中断，没写完的部分已移到“损坏文件”；已保存的内容不受影响。`);
    return;
  }
  const current = await new StoredFile(shelf, target, formatOf(place.kind)).read();
  if (current.kind === 'newer' || (current.kind === 'good' && current.savedAt > content.savedAt)) {
    await setAside(shelf, path, fileName(target), '未写完');
  } else if (current.kind === 'good' && current.revision === content.revision) {
    await shelf.disk.remove(shelf.at(path));
  } else {
    await promoteFile(shelf.disk, shelf.at(path), shelf.at(target), generationCount);
    shelf.tell(`上次保存“${fileName(target)}”时程序中断，已找回 ${clockTime(new Date(content.savedAt))} 的修改。`);
  }
}
