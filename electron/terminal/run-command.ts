import { resolve } from 'node:path';
import { toIssueRecord, toManuscriptRecord } from '../../shared/document/issue-record.js';
import type { ExportFormat } from '../../shared/export-formats.js';
import { composeIssue } from '../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../shared/layout/layout-issue.js';
import { resolvePageStyle } from '../../shared/layout/page-style-settings.js';
import { pagesAsText } from '../../shared/layout/pages-as-text.js';
import { exportIssue } from '../services/export-issue.js';
import { unwatchedJob } from '../services/jobs.js';
import { openLibrary, type Library } from '../services/library/library.js';
import { listPublications, publicationsOf } from '../services/publications.js';
import { createPublicationRenderer } from '../services/render-issue.js';
import { isBundleCommand, type Command } from './arguments.js';
import type { BundleCommand } from './bundle-arguments.js';
import type { KeepingCommand } from './keeping-arguments.js';
import type { Terminal } from './terminal.js';

/** A command that opens the library for itself; those about bundles have a file of their own. */
type LibraryCommand = Exclude<Command, { kind: 'help' } | KeepingCommand | BundleCommand>;

/**
 * Runs one command over the library; false when part of the work failed and was told through `complain`. What a command
 * needs of its own is loaded when it is given: an export must not wait for readers, bundles and pinyin.
 */
export async function runCommand(command: Exclude<Command, { kind: 'help' }>, json: boolean, terminal: Terminal): Promise<boolean> {
  if (isBundleCommand(command)) return (await import('./run-bundle-command.js')).runBundleCommand(command, json, terminal);
  if (command.kind === 'check' || command.kind === 'backup')
    return (await import('./run-keeping-command.js')).runKeepingCommand(command, json, terminal);
  const library = await openFor(command, terminal);
  try {
    return await runIn(library, command, json, terminal);
  } finally {
    await library.close();
  }
}

/** Commands that only read do not need the lock, so that scripts can look while the window is open. */
function openFor(command: LibraryCommand, { libraryFolder, clock, ids }: Terminal): Promise<Library> {
  const writes = command.kind === 'import' || command.kind === 'sample';
  return openLibrary({ folder: libraryFolder, clock, ids, mode: writes ? 'write' : 'read' });
}

async function runIn(library: Library, command: LibraryCommand, json: boolean, terminal: Terminal): Promise<boolean> {
  switch (command.kind) {
    case 'import':
      return (await import('./import-files.js')).importFiles(library, command, terminal);
    case 'list':
      await printList(library, json, terminal);
      return true;
    case 'units':
      await printUnits(library, json, terminal);
      return true;
    case 'submissions':
      await printSubmissions(library, json, terminal);
      return true;
    case 'show':
      await printShown(library, command, json, terminal);
      return true;
    case 'pages':
      await printPages(library, command.key, json, terminal);
      return true;
    case 'search':
      await (await import('./print-search.js')).printSearch(library, command, terminal);
      return true;
    case 'style':
      await (await import('./print-learnt-style.js')).printLearntStyle(library, command.file, json, terminal);
      return true;
    case 'export':
      await exportFiles(library, command.key, command.files, terminal);
      return true;
    case 'sample':
      await (await import('../services/app.js')).addSampleOnce(library, terminal);
      terminal.print((await library.list()).issues[0]?.key ?? '');
      return true;
  }
}

async function printList(library: Library, json: boolean, { print }: Terminal): Promise<void> {
  const { issues, submissions, problems } = await library.list();
  if (json) {
    const publications = (await listPublications(library)).map(({ id, name }) => ({ ...(id && { id }), name }));
    print(JSON.stringify({ publications, issues, submissions, problems }));
    return;
  }
  for (const { key, publication, number, supplement, date, titles } of issues)
    print(`${key}\t${publication}${supplement ? '增刊' : ''}第${number}期\t${date}\t${titles.length}篇`);
  for (const { id, title } of submissions) print(`来稿\t${id}\t${title}`);
  for (const { file, message } of problems) print(`无法读取\t${file}\t${message}`);
}

async function printUnits(library: Library, json: boolean, { print }: Terminal): Promise<void> {
  const { readUnits } = await import('../services/units/units-on-disk.js');
  const { list } = await readUnits(library);
  if (json) {
    print(JSON.stringify({ units: list.units, classes: list.classes }));
    return;
  }
  for (const { name, unitClass, aliases } of list.units) print(`${name}\t${unitClass}\t${aliases.join('、')}`);
}

async function printSubmissions(library: Library, json: boolean, { print }: Terminal): Promise<void> {
  const { joinUses } = await import('../../shared/submissions/list-submissions.js');
  const { standingLabels } = await import('../../shared/submissions/submission-labels.js');
  const { issues, submissions } = await library.list();
  const rows = joinUses(
    submissions,
    issues.flatMap(({ uses }) => uses),
  );
  if (json) {
    print(JSON.stringify({ submissions: rows }));
    return;
  }
  for (const { id, unitName, standing, title } of rows) print(`${id}\t${unitName}\t${standingLabels[standing]}\t${title}`);
}

async function printShown(library: Library, { of, key }: Extract<Command, { kind: 'show' }>, json: boolean, { print }: Terminal) {
  const record =
    of === 'issue' ? toIssueRecord((await library.getIssue(key)).issue) : toManuscriptRecord((await library.get('submission', key)).value);
  print(JSON.stringify(record, undefined, json ? undefined : 2));
}

async function printPages(library: Library, key: string, json: boolean, { print }: Terminal): Promise<void> {
  const { issue } = await library.getIssue(key);
  const { pageStyle } = await publicationsOf(library)(issue);
  const pages = pagesAsText(layoutIssue(composeIssue(issue), resolvePageStyle(pageStyle)));
  if (json) {
    print(JSON.stringify(pages));
    return;
  }
  for (const { page, lines } of pages) print([`—— 第 ${page} 页 ——`, ...lines, ''].join('\n'));
}

async function exportFiles(
  library: Library,
  key: string,
  files: Readonly<Partial<Record<ExportFormat, string>>>,
  terminal: Terminal,
): Promise<void> {
  const { issue } = await library.getIssue(key);
  const renderer = createPublicationRenderer(publicationsOf(library), terminal.fonts, library);
  const targets = Object.entries(files).map(([format, path]) => ({ format: format as ExportFormat, path: resolve(path) }));
  const done = await exportIssue(renderer, { issue, targets, overwrite: true }, unwatchedJob);
  for (const { path } of done) terminal.print(path);
}
