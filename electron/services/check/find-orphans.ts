import {
  attachmentPath,
  attachmentsFolder,
  auditFolder,
  fileName,
  historyFolder,
  journalFolder,
  temporaryTarget,
  trashFolder,
  undoFolder,
} from '../../../shared/library/library-layout.js';
import { isKey, recordKinds, recordOfVersionFolder } from '../../../shared/library/records/records.js';
import { recordLabel } from '../library/commit-deed.js';
import { savingFolders } from '../library/places.js';
import type { Shelf } from '../library/shelf.js';
import type { Finding } from './finding.js';
import { nameOf, type Survey } from './survey.js';

/** Files that nothing needs: attachments nobody names, versions, undo steps and texts of records that are gone, half-written files. */
export async function findOrphans(shelf: Shelf, survey: Survey): Promise<readonly Finding[]> {
  const isThere = (kind: Parameters<typeof nameOf>[0], key: string): boolean =>
    survey.records.has(nameOf(kind, key)) || survey.trashed.has(nameOf(kind, key));
  const tidy = (path: string, message: string): Finding => ({ group: 'tidy', file: path, message, repair: { do: 'tidy', path } });
  const found: Finding[] = [];
  for (const name of await shelf.disk.list(shelf.at(attachmentsFolder)))
    if (/^[0-9a-f]{64}$/u.test(name) && !survey.digests.has(name))
      found.push(tidy(attachmentPath(name), '留存的原文件，没有哪一期、来稿或历史版本提到它。'));
  for (const folder of await shelf.disk.list(shelf.at(historyFolder))) {
    const record = recordOfVersionFolder(folder);
    if (record !== undefined && !isThere(record.kind, record.key))
      found.push(tidy(`${historyFolder}/${folder}`, `${recordLabel(record.kind, record.key)} 的历史版本，它已不在资料库和回收站里。`));
  }
  for (const name of await shelf.disk.list(shelf.at(undoFolder))) {
    const key = name.replace(/\.json$/u, '');
    if (isKey('issue', key) && !isThere('issue', key))
      found.push(tidy(`${undoFolder}/${name}`, `${key} 的撤销步骤，这一期已不在资料库里。`));
  }
  const folders = await savingFolders(shelf);
  for (const folder of folders.filter((path) => path.startsWith(recordKinds.issue.folder))) {
    for (const name of await shelf.disk.list(shelf.at(folder))) {
      const key = /^(.+)\.txt$/u.exec(name)?.[1];
      if (key !== undefined && isKey('issue', key) && !survey.records.has(nameOf('issue', key)))
        found.push(tidy(`${folder}/${name}`, `${key} 的文字副本，这一期已不在资料库里。`));
    }
  }
  for (const folder of [...folders, '', trashFolder, attachmentsFolder, undoFolder, auditFolder, journalFolder])
    for (const name of await shelf.disk.list(folder === '' ? shelf.folder : shelf.at(folder)))
      if (temporaryTarget(name) !== undefined)
        found.push(
          tidy(folder === '' ? name : `${folder}/${name}`, `没写完的“${fileName(temporaryTarget(name) ?? '')}”，正式的文件不受影响。`),
        );
  return found;
}
