/** Dropped or chosen files on their way through `import.run`. */
import type { CallRequest, CallResponse, ImportReport, JobProgress } from '../../shared/ipc.js';
import { importLimitBytes, importMostFiles } from '../../shared/import-limits.js';
import { call, CallFailure, failureSentence, runJob } from '../bridge.js';
import { purposeNow } from '../state/contributor.js';
import { desk, openDialog, type ImportChoice, type ImportOutcome, type ImportRun } from '../state/desk.js';
import { flushWindow } from '../state/flush-window.js';
import { issueSession } from '../state/issue-session.js';
import { refreshLibrary } from '../state/library-store.js';
import { tell, tellFailure } from '../state/messages.js';
import { withUpload } from '../upload.js';
import { foldersOf } from './dropped-files.js';
import { takeBundles } from './open-bundle-file.js';
import { inOrder, unjoinLabel } from './import-outcomes.js';

/** File name endings the importer reads. */
export const importEndings = '.txt,.md,.docx,.dotx,.wps,.doc,.rtf,.odt,.pdf';

const cancelledSentence = '已取消，没有导入。';
let controller = new AbortController();

/** Sends files over, has them taken into the library as one job, and shows what came of each; one import at a time. */
export async function importFiles(all: readonly File[]): Promise<void> {
  const files = await takeBundles(all);
  if (files.length === 0 || isImporting()) return;
  if (files.length > importMostFiles) return tell('warning', `一次最多导入 ${importMostFiles} 个文件，请分几次导入。`);
  controller = new AbortController();
  const { signal } = controller;
  const steps = 2 * files.length;
  showRun({ step: '准备中', done: 0, total: steps });
  await flushWindow();
  const sent: Sent[] = [];
  for (const [index, file] of files.entries()) {
    showRun({ step: `正在取 ${file.name}`, done: index, total: steps });
    sent.push(await sendOver(file, signal));
  }
  const outcomes = await takeIn(sent, signal, ({ step, done, total }) =>
    showRun({ step, done: files.length + Math.round((done / Math.max(1, total)) * files.length), total: steps }),
  );
  openDialog({ kind: 'import', outcomes: inOrder(outcomes) });
  await refreshLibrary();
}

/** Ends the import after the file in work; what is in the library stays there. */
export function cancelImport(): void {
  const { dialog } = desk.getState();
  if (dialog?.kind !== 'import' || !dialog.running) return;
  openDialog({ ...dialog, running: { ...dialog.running, isCancelling: true } });
  controller.abort();
}

function isImporting(): boolean {
  const { dialog } = desk.getState();
  return dialog?.kind === 'import' && dialog.running !== undefined;
}

function showRun(progress: ImportRun['progress']): void {
  openDialog({ kind: 'import', outcomes: [], running: { progress, isCancelling: controller.signal.aborted } });
}

/** A file that came over, or why it did not. */
type Sent = { readonly file: File } & ({ readonly upload: string } | { readonly failure: string });

async function sendOver(file: File, signal: AbortSignal): Promise<Sent> {
  if (signal.aborted) return { file, failure: cancelledSentence };
  if (file.size > importLimitBytes) {
    const size = Math.round(file.size / 1024 / 1024);
    return {
      file,
      failure: `文件有 ${size} MB，超过 ${importLimitBytes / 1024 / 1024} MB，没有读取。请确认选的是稿件文本或 Word 文件。`,
    };
  }
  try {
    return { file, upload: await withUpload(file, (upload) => Promise.resolve(upload), signal) };
  } catch (failure) {
    return { file, failure: readFailure(failure) };
  }
}

/** Has what came over taken into the library: an outcome for every file. */
async function takeIn(sent: readonly Sent[], signal: AbortSignal, onProgress: (told: JobProgress) => void): Promise<ImportOutcome[]> {
  const ready = sent.flatMap((each) => ('upload' in each ? [toTake(each.upload, each.file)] : []));
  const came = ready.length === 0 ? [] : await runImport(ready, signal, onProgress);
  let next = 0;
  return sent.map((each) => ('upload' in each ? toOutcome(each.file, came[next++]) : { name: each.file.name, failure: each.failure }));
}

type ToTake = CallRequest<'import.run'>['files'][number];

function toTake(upload: string, file: File): ToTake {
  const folders = foldersOf(file);
  return {
    upload,
    whenExists: 'leave',
    ...(purposeNow() === 'unit' ? { as: 'article' } : {}),
    ...(folders.length > 0 ? { folders: [...folders] } : {}),
  };
}

type Came = CallResponse<'import.run'>['outcomes'][number];

async function runImport(files: readonly ToTake[], signal: AbortSignal, onProgress: (told: JobProgress) => void): Promise<readonly Came[]> {
  try {
    return (await runJob('import.run', { files: [...files] }, { signal, onProgress })).outcomes;
  } catch (failure) {
    for (const { upload } of files) await call('upload.drop', { upload }).catch(() => undefined);
    return files.map(() => ({ failure: readFailure(failure) }));
  }
}

function toOutcome(file: File, came: Came | undefined): ImportOutcome {
  if (came === undefined || 'failure' in came) return { name: file.name, failure: came?.failure ?? '没有导入。' };
  return { name: file.name, file, report: came.report, ...(came.report.outcome === 'exists' ? { mayReplace: true } : {}) };
}

function readFailure(failure: unknown): string {
  if (failure instanceof CallFailure && failure.code === 'cancelled') return cancelledSentence;
  return failure instanceof DOMException ? '文件读不出来，可能已被移走、被其他程序占用或是文件夹。' : failureSentence(failure);
}

/** Sends one file over again and has it taken as the editor says, now and before. @throws CallFailure with the sentence of what went wrong */
async function importAgain(file: File, choice: ImportChoice): Promise<ImportOutcome & { readonly report: ImportReport }> {
  const { outcomes } = await withUpload(file, (upload) => runJob('import.run', { files: [{ ...toTake(upload, file), ...choice }] }));
  const { report, ...outcome } = toOutcome(file, outcomes[0]);
  if (report === undefined) throw new CallFailure('file-broken', outcome.failure ?? '没有导入。');
  return { ...outcome, report, choice };
}

/** Takes the file's issue in place of the one in the library, which stays there as an earlier version. */
export async function replaceWithImport(outcome: ImportOutcome): Promise<void> {
  if (!outcome.file || !outcome.mayReplace) return;
  try {
    const { name, report } = await importAgain(outcome.file, { ...outcome.choice, whenExists: 'replace' });
    exchange(outcome, { name, report });
    if (report.key !== undefined && report.key === issueSession.getState().key) await issueSession.getState().reload();
    await refreshLibrary();
  } catch (failure) {
    tellFailure(failure);
  }
}

/** What is being taken otherwise: asked for once more meanwhile, it would come in twice. */
const inWork = new WeakSet<ImportOutcome>();

/** Takes the file again as the editor says it is; what the first reading put into the library goes to the trash. */
export async function takeOtherwise(outcome: ImportOutcome, choice: ImportChoice): Promise<void> {
  const { file, report: before } = outcome;
  if (!file || inWork.has(outcome)) return;
  inWork.add(outcome);
  try {
    const next = await importAgain(file, { ...outcome.choice, ...choice });
    const { outcome: became } = next.report;
    if (before?.outcome === 'added' && (became === 'added' || became === 'unchanged')) await takeBack(before, next.report);
    exchange(outcome, next);
    await refreshLibrary();
  } catch (failure) {
    tellFailure(failure);
  } finally {
    inWork.delete(outcome);
  }
}

/** Takes the file again with its lines as they stand, where some were joined. */
export async function keepLines(outcome: ImportOutcome): Promise<void> {
  if (outcome.report && unjoinLabel(outcome) !== undefined) await takeOtherwise(outcome, { as: outcome.report.kind, keepsLines: true });
}

/**
 * Takes the file as an issue of the publication the editor says, and with it the files of the same name that wait for
 * nothing else.
 */
export async function takeInto(outcome: ImportOutcome, choice: ImportChoice): Promise<void> {
  await takeOtherwise(outcome, { as: 'issue', ...choice });
  const { dialog } = desk.getState();
  const name = outcome.report?.unknownName;
  if (dialog?.kind !== 'import' || name === undefined || name === '') return;
  const alike = dialog.outcomes.filter(({ report }) => report?.unknownName === name && report.guess === undefined);
  for (const each of alike) await takeOtherwise(each, { as: 'issue', publication: choice.publication });
}

/** Shows another outcome in the place of one. */
function exchange(before: ImportOutcome, after: ImportOutcome): void {
  const { dialog } = desk.getState();
  if (dialog?.kind !== 'import') return;
  openDialog({ ...dialog, outcomes: dialog.outcomes.map((each) => (each === before ? after : each)) });
}

async function takeBack(before: ImportReport, after: ImportReport): Promise<void> {
  const ids = before.parts?.map(({ submissionId }) => submissionId) ?? (before.submissionId === undefined ? [] : [before.submissionId]);
  for (const id of ids) await call('submission.delete', { id });
  if (before.key !== undefined && before.key !== after.key) await call('issue.delete', { key: before.key });
}

/** Leaves the library's issue as it is. */
export function keepPresent(outcome: ImportOutcome): void {
  const { mayReplace: _mayReplace, ...kept } = outcome;
  exchange(outcome, kept);
}
