import { basename, dirname, resolve } from 'node:path';
import { AppError } from '../../shared/app-error.js';
import type { ImportReport } from '../../shared/ipc.js';
import { importFile } from '../services/import-file.js';
import type { Library } from '../services/library/library.js';
import type { Command } from './arguments.js';
import { importBundleFile, isBundleFile } from './import-bundle.js';
import type { Terminal } from './terminal.js';

type ImportCommand = Extract<Command, { kind: 'import' }>;

/** Imports files one after another, each told in a line of JSON; false when one was refused. */
export async function importFiles(library: Library, { files, replace, ...bundle }: ImportCommand, terminal: Terminal): Promise<boolean> {
  let allDone = true;
  for (const file of files) {
    try {
      if (isBundleFile(file)) {
        allDone = (await importBundleFile(file, bundle, library, terminal)) && allDone;
        continue;
      }
      const named = { path: resolve(file), name: basename(file) };
      const report = await importFile(library, terminal, named, {
        whenExists: replace ? 'replace' : 'leave',
        folders: [basename(dirname(named.path))],
      });
      terminal.print(JSON.stringify(toImportLine(file, report)));
      if (report.outcome === 'asks') {
        throw new AppError('bad-request', `${file}：报头里没有期号或日期，没有导入；请在程序窗口里导入，核对后再存。`);
      }
      if (report.outcome === 'exists') {
        throw new AppError('issue-exists', `${file}：资料库里已有 ${report.key ?? ''} 且内容不同，没有覆盖；要替换请加 --replace。`);
      }
    } catch (error) {
      allDone = false;
      terminal.complain(error);
    }
  }
  return allDone;
}

function toImportLine(
  file: string,
  { kind, key, submissionId, parts, guess, title, outcome, warnings, leftAside, inferredLeads }: ImportReport,
): object {
  return {
    file,
    kind,
    ...(key === undefined ? {} : { key }),
    ...(submissionId === undefined ? {} : { submissionId }),
    ...(parts === undefined ? {} : { parts }),
    ...(guess === undefined ? {} : { guess }),
    title,
    outcome,
    inferredLeads,
    warnings,
    leftAside,
  };
}
