/**
 * Names inside a library folder; those of records stand in `records/`. An editor may look into it, so they are Chinese
 * words; all of them are legal on Windows. Paths are relative to the library, with `/`.
 */

export const manifestPath = '资料库.json';
export const publicationPath = '刊物.json';
export const settingsPath = '设置.json';
/** Keys of others, bundles received, imports that can be undone. */
export const exchangePath = '交换.json';
export const indexPath = '索引.json';
/** Where backups go and how the last one went; of this machine, so that no backup holds it. */
export const backupRecordPath = '备份记录.json';

/** Papers of the library that a commit may change together with records. */
export const paperNames = ['publication', 'exchange'] as const;
export type PaperName = (typeof paperNames)[number];
export const paperPaths: Readonly<Record<PaperName, string>> = { publication: publicationPath, exchange: exchangePath };

/** What a move from one key to another was about, until both of its steps are on disk. */
export const pendingMovePath = '进行中.json';

export const journalFolder = '日志';
export const trashFolder = '回收站';
export const historyFolder = '历史';
export const attachmentsFolder = '附件';
export const asideFolder = '损坏文件';
export const backupFolder = '备份';
export const lockFolder = '锁';
export const undoFolder = '撤销';
/** What a check found to be needed by nothing, moved there under its own path. */
export const tidiedFolder = '清理';
/** Who did what when, a file for each month. */
export const auditFolder = '操作记录';
/** The last entry of the audit trail, so that a cut tail is seen. */
export const auditLastPath = `${auditFolder}/末条.json`;

export function attachmentPath(sha256: string): string {
  return `${attachmentsFolder}/${sha256}`;
}

/** Path of the undo steps of an issue. */
export function undoPath(key: string): string {
  return `${undoFolder}/${key}.json`;
}

/** Last part of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The n-th previous generation of a file, 1 the newest. */
export function generationPath(path: string, generation: number): string {
  return `${path}.${generation}`;
}

/** An instant as part of a file name, to the millisecond: `20261122T172034123Z`. */
export function stampOf(instant: Date): string {
  return instant.toISOString().replace(/[-:.]/gu, '');
}

/** The ISO instant of a stamp, or undefined when it is none. */
export function instantOfStamp(stamp: string): string | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z$/u.exec(stamp);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second, milli] = parts;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`;
  return Number.isNaN(Date.parse(iso)) ? undefined : iso;
}

const temporaryName = /^(.+)\.[0-9a-f]{12}\.tmp$/u;
const generationName = /^(.+\.json)\.[1-9]$/u;

/** Name of the file that an unfinished write was meant for, or undefined when the name is none of ours. */
export function temporaryTarget(name: string): string | undefined {
  return temporaryName.exec(name)?.[1];
}

/** Name of the file that a previous generation belongs to, or undefined when the name is none. */
export function generationTarget(name: string): string | undefined {
  return generationName.exec(name)?.[1];
}
