import { rm } from 'node:fs/promises';
import { historyFolder } from '../../../shared/library/library-layout.js';
import { openLibrary } from '../library/library.js';
import { clockTime, type Shelf } from '../library/shelf.js';
import type { Clock, Ids } from '../ports.js';
import { digestOf, type BackedFile, type Backup, type BackupFolder } from './backup-folder.js';
import { restoreBackup } from './restore-backup.js';
import type { Watch } from './take-backup.js';

/** What a rehearsal found. */
export interface Rehearsal {
  readonly isGood: boolean;
  /** Whole Chinese sentences. */
  readonly report: string;
}

interface Ports {
  readonly live: Shelf;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Most files a report names. */
const mostNamed = 5;

/**
 * Rebuilds the library of a backup beside the live one, opens it, reads every record, version and original in it,
 * compares all digests with the live library, and clears it away.
 */
export async function rehearse(ports: Ports, source: BackupFolder, backup: Backup, watch: Watch): Promise<Rehearsal> {
  const folder = `${ports.live.folder}-恢复演练`;
  const clear = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  await clear();
  try {
    const { files, damaged } = await restoreBackup(ports.live.disk, source, backup, folder, watch);
    const rebuilt = await readRebuilt(ports, folder);
    const compared = await compareWithLive(ports.live, files, watch);
    return toReport(
      backup,
      files,
      [...damaged.map((path) => `${path} 的内容已损坏`), ...rebuilt.troubles, ...compared.wrong],
      [
        `${rebuilt.issues} 期、${rebuilt.submissions} 篇来稿、${[...files.keys()].filter((path) => path.startsWith(`${historyFolder}/`) && path.endsWith('.gz')).length} 个历史版本，共 ${files.size} 个文件`,
        compared.sentence,
      ],
    );
  } finally {
    await clear();
  }
}

async function readRebuilt({ clock, ids }: Ports, folder: string) {
  const library = await openLibrary({ folder, clock, ids, mode: 'read' });
  try {
    await library.check();
    const { issues, submissions, problems } = await library.list();
    const troubles = problems.map(({ file, message }) => `${file}：${message}`);
    return { issues: issues.length, submissions: submissions.length, troubles };
  } finally {
    await library.close();
  }
}

/** A live file of the size and time the backup noted must have its digest; any other was changed since. */
async function compareWithLive(live: Shelf, files: ReadonlyMap<string, BackedFile>, { signal, onProgress }: Watch) {
  let same = 0;
  let changed = 0;
  const wrong: string[] = [];
  for (const [path, { size, mtimeMs, sha256 }] of files) {
    if (signal?.aborted) break;
    onProgress?.('正在与现在的资料库核对', same + changed + 1, files.size);
    const facts = await live.disk.stat(live.at(path));
    const bytes = facts && (await live.disk.readFile(live.at(path)).catch(() => undefined));
    if (bytes !== undefined && digestOf(bytes) === sha256) same += 1;
    else if (facts?.size === size && facts.mtimeMs === mtimeMs) wrong.push(`${path} 在资料库里没有改过，内容却与备份不同，可能已损坏`);
    else changed += 1;
  }
  return { wrong, sentence: `与现在的资料库比，${same} 个文件相同，${changed} 个是备份以后改过或删去的` };
}

function toReport(
  { at }: Backup,
  files: ReadonlyMap<string, BackedFile>,
  troubles: readonly string[],
  [held, compared]: readonly [string, string],
): Rehearsal {
  const begin = `用 ${clockTime(new Date(at))} 的备份在资料库旁边重建了一遍：${held}`;
  if (troubles.length === 0 && files.size > 0) return { isGood: true, report: `${begin}，逐个核对无误。${compared}。` };
  const more = troubles.length > mostNamed ? `，另有 ${troubles.length - mostNamed} 处` : '';
  const named = troubles.slice(0, mostNamed).map((trouble) => trouble.replace(/。$/u, ''));
  return {
    isGood: false,
    report: `${begin}，但有 ${troubles.length} 处不对：${named.join('；')}${more}。${compared}。请马上再备份一次；仍不对的，另换一个备份文件夹。`,
  };
}
