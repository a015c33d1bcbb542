import { basename, dirname, resolve } from 'node:path';
import { AppError } from '../../shared/app-error.js';
import type { ImportReport } from '../../shared/ipc.js';
import { isSamePublicationName } from '../../shared/document/publication.js';
import { importFile } from '../services/import-file.js';
import type { PublicationChoice } from '../services/import-publication.js';
import type { Library } from '../services/library/library.js';
import { knownPublications } from '../services/publications.js';
import type { Command } from './arguments.js';
import { importBundleFile, isBundleFile } from './import-bundle.js';
import type { Terminal } from './terminal.js';

type ImportCommand = Extract<Command, { kind: 'import' }>;

/** Imports files one after another, each told in a line of JSON; false when one was refused. */
export async function importFiles(
  library: Library,
  { files, replace, publication, keepsLines, ...bundle }: ImportCommand,
  terminal: Terminal,
): Promise<boolean> {
  let allDone = true;
  const choice = publication && (await choiceOf(library, publication));
  for (const file of files) {
    try {
      if (isBundleFile(file)) {
        allDone = (await importBundleFile(file, bundle, library, terminal)) && allDone;
        continue;
      }
      const named = { path: resolve(file), name: basename(file), reading: { keepsLines } };
      const report = await importFile(library, terminal, named, {
        whenExists: replace ? 'replace' : 'leave',
        folders: [basename(dirname(named.path))],
        publication: choice,
      });
      terminal.print(JSON.stringify(toImportLine(file, report)));
      if (report.unknownName !== undefined) throw await unknownPublication(library, file, report.unknownName);
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

/** @throws AppError naming the publications there are, for a name that is none's */
async function choiceOf(library: Library, wanted: NonNullable<ImportCommand['publication']>): Promise<PublicationChoice> {
  if ('isNew' in wanted) return 'new';
  const known = await knownPublications(library);
  const found = known.find(({ names, name }) => [name, ...names].some((each) => isSamePublicationName(each, wanted.name)));
  if (found !== undefined) return found.id ?? 'own';
  throw new AppError('publication-missing', `资料库里没有刊物《${wanted.name}》，没有导入。现有：${namesOf(known)}。`);
}

async function unknownPublication(library: Library, file: string, name: string): Promise<AppError> {
  const there = namesOf(await knownPublications(library));
  const [what, remedy] = name === '' ? ['没有刊名', ''] : [`刊名《${name}》不在资料库里`, '作为新刊物请加 --new-publication；'];
  return new AppError('publication-missing', `${file}：${what}，没有导入；${remedy}归入已有的请加 --publication 刊名（现有：${there}）。`);
}

function namesOf(known: readonly { readonly name: string }[]): string {
  return known.map(({ name }) => `《${name}》`).join('');
}

function toImportLine(
  file: string,
  { kind, key, submissionId, parts, guess, publication, unknownName, title, outcome, warnings, leftAside, inferredLeads }: ImportReport,
): object {
  return {
    file,
    kind,
    ...(key === undefined ? {} : { key }),
    ...(submissionId === undefined ? {} : { submissionId }),
    ...(parts === undefined ? {} : { parts }),
    ...(guess === undefined ? {} : { guess }),
    ...(publication === undefined ? {} : { publication }),
    ...(unknownName === undefined ? {} : { unknownName }),
    title,
    outcome,
    inferredLeads,
    warnings,
    leftAside,
  };
}
