/** Dropped or chosen files on their way through `import.file`. */
import type { CallRequest, ImportReport } from '../../shared/ipc.js';
import { importLimitBytes } from '../../shared/import-limits.js';
import { call, failureSentence, runJob } from '../bridge.js';
import { closeDialog, desk, openDialog, type ImportOutcome } from '../state/desk.js';
import { issueSession } from '../state/issue-session.js';
import { refreshLibrary } from '../state/library-store.js';
import { tellFailure } from '../state/messages.js';
import { withUpload } from '../upload.js';

/** File name endings the importer reads. */
export const importEndings = '.txt,.md,.docx,.dotx,.wps,.doc,.rtf,.odt,.pdf';

/** Imports files one after the other and shows what came of each; one at a time, so that nothing is sent twice. */
export async function importFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0 || isImporting()) return;
  await issueSession.getState().flush();
  let outcomes: readonly ImportOutcome[] = [];
  for (const [index, file] of files.entries()) {
    openDialog({ kind: 'import', outcomes, waiting: files.slice(index).map(({ name }) => name) });
    outcomes = [...outcomes, await importOne(file)];
  }
  openDialog({ kind: 'import', outcomes, waiting: [] });
  await refreshLibrary();
}

function isImporting(): boolean {
  const { dialog } = desk.getState();
  return dialog?.kind === 'import' && dialog.waiting.length > 0;
}

async function importOne(file: File): Promise<ImportOutcome> {
  if (file.size > importLimitBytes) {
    const size = Math.round(file.size / 1024 / 1024);
    return {
      name: file.name,
      failure: `文件有 ${size} MB，超过 ${importLimitBytes / 1024 / 1024} MB，没有读取。请确认选的是稿件文本或 Word 文件。`,
    };
  }
  try {
    const report = await withUpload(file, (upload) => runJob('import.file', { upload, whenExists: 'leave' }));
    return { name: file.name, file, report, ...(report.outcome === 'exists' ? { mayReplace: true } : {}) };
  } catch (failure) {
    return { name: file.name, failure: readFailure(failure) };
  }
}

function readFailure(failure: unknown): string {
  return failure instanceof DOMException ? '文件读不出来，可能已被移走、被其他程序占用或是文件夹。' : failureSentence(failure);
}

/** Takes the file's issue in place of the one in the library, which stays there as an earlier version. */
export async function replaceWithImport(outcome: ImportOutcome): Promise<void> {
  const { dialog } = desk.getState();
  if (dialog?.kind !== 'import' || !outcome.file || !outcome.mayReplace) return;
  try {
    const report = await withUpload(outcome.file, (upload) => runJob('import.file', { upload, whenExists: 'replace' }));
    openDialog({ ...dialog, outcomes: dialog.outcomes.map((each) => (each === outcome ? { name: outcome.name, report } : each)) });
    if (report.key !== undefined && report.key === issueSession.getState().key) await issueSession.getState().reload();
    await refreshLibrary();
  } catch (failure) {
    closeDialog();
    tellFailure(failure);
  }
}

type ImportChoice = Pick<CallRequest<'import.file'>, 'as' | 'keepsLines' | 'isOne' | 'place'>;

/** Takes the file again as the editor says it is; what the first reading put into the library goes to the trash. */
export async function takeOtherwise(outcome: ImportOutcome, choice: ImportChoice): Promise<void> {
  const { file, report: before } = outcome;
  if (!file) return;
  try {
    const report = await withUpload(file, (upload) => runJob('import.file', { upload, whenExists: 'leave', ...choice }));
    if (before?.outcome === 'added' && (report.outcome === 'added' || report.outcome === 'unchanged')) await takeBack(before, report);
    const { dialog } = desk.getState();
    const next = { name: file.name, file, report, ...(report.outcome === 'exists' ? { mayReplace: true } : {}) };
    if (dialog?.kind === 'import') openDialog({ ...dialog, outcomes: dialog.outcomes.map((each) => (each === outcome ? next : each)) });
    await refreshLibrary();
  } catch (failure) {
    closeDialog();
    tellFailure(failure);
  }
}

async function takeBack(before: ImportReport, after: ImportReport): Promise<void> {
  const ids = before.parts?.map(({ submissionId }) => submissionId) ?? (before.submissionId === undefined ? [] : [before.submissionId]);
  for (const id of ids) await call('submission.delete', { id });
  if (before.key !== undefined && before.key !== after.key) await call('issue.delete', { key: before.key });
}

/** Leaves the library's issue as it is. */
export function keepPresent(outcome: ImportOutcome): void {
  const { dialog } = desk.getState();
  if (dialog?.kind !== 'import') return;
  const { mayReplace: _mayReplace, ...kept } = outcome;
  openDialog({ ...dialog, outcomes: dialog.outcomes.map((each) => (each === outcome ? kept : each)) });
}
