import { Backups } from '../services/backup/backups.js';
import { createRecall } from '../services/backup/recall.js';
import { LibraryCheck } from '../services/check/check-library.js';
import { unwatchedJob } from '../services/jobs.js';
import { openLibrary, type Library } from '../services/library/library.js';
import { checkGroups } from '../../shared/library/check-groups.js';
import type { BackupAction, KeepingCommand } from './keeping-arguments.js';
import type { Terminal } from './terminal.js';

/** Runs a command about keeping; false when something is not whole. */
export async function runKeepingCommand(command: KeepingCommand, json: boolean, terminal: Terminal): Promise<boolean> {
  const { libraryFolder, clock, ids } = terminal;
  const writes = command.kind === 'check' ? command.repair : command.what !== 'list';
  const library = await openLibrary({ folder: libraryFolder, clock, ids, mode: writes ? 'write' : 'read' });
  try {
    return command.kind === 'check'
      ? await check(library, command.repair, json, terminal)
      : await backup(library, command.what, json, terminal);
  } finally {
    await library.close();
  }
}

async function check(library: Library, repair: boolean, json: boolean, { clock, print }: Terminal): Promise<boolean> {
  const own = new LibraryCheck(library, clock, createRecall(library));
  const report = await own.run(unwatchedJob);
  const ids = report.findings.flatMap(({ id, group, repair: words }) =>
    words !== undefined && (group === 'restore' || group === 'tidy') ? [id] : [],
  );
  const repaired = repair && ids.length > 0 ? await own.repair(ids, unwatchedJob) : undefined;
  const left = report.findings.filter(({ id }) => !repaired?.done.includes(id));
  if (json) print(JSON.stringify({ ...report, ...(repaired && { repaired: { done: repaired.done, failed: repaired.failed } }) }));
  else {
    print(`${report.looked}${report.findings.length === 0 ? '没有发现问题。' : `发现 ${report.findings.length} 处。`}`);
    for (const { id, group, file, message, repair: words } of report.findings)
      print(`${repaired?.done.includes(id) ? `已修复：${words ?? ''}` : checkGroups[group].label}\t${file}\t${message}`);
    for (const { id, message } of repaired?.failed ?? []) print(`没有修复\t${id}\t${message}`);
  }
  return left.length === 0;
}

async function backup(library: Library, what: BackupAction, json: boolean, { clock, ids, print }: Terminal): Promise<boolean> {
  const backups = new Backups(library, { clock, ids, schedule: () => () => undefined, notify: () => undefined });
  if (what === 'list') {
    const list = await backups.list();
    if (json) print(JSON.stringify({ backups: list }));
    else for (const { at, files } of list) print(`${at}\t${files} 个文件`);
    return true;
  }
  const { last, failure, rehearsal } = await (what === 'run' ? backups.run() : backups.rehearse());
  if (what === 'rehearse') print(json ? JSON.stringify(rehearsal) : (rehearsal?.report ?? ''));
  else
    print(
      json
        ? JSON.stringify({ ...last, ...(failure && { failure }) })
        : `${failure ? `${failure.message}\n` : ''}已备份，共 ${last?.files ?? 0} 个文件，其中 ${last?.added ?? 0} 个内容是新的。`,
    );
  return what === 'rehearse' ? rehearsal?.isGood === true : failure === undefined;
}
