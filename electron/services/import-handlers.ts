import { AppError } from '../../shared/app-error.js';
import type { CallResponse, ParsedRequest } from '../../shared/ipc.js';
import type { AppOptions } from './app-options.js';
import type { Handlers } from './call-handlers.js';
import { importFile } from './import-file.js';
import type { Job } from './jobs.js';
import type { Library } from './library/library.js';
import type { NamedFile } from './ports.js';
import type { Uploads } from './uploads.js';

type ImportedFile = ParsedRequest<'import.run'>['files'][number];
type Outcome = CallResponse<'import.run'>['outcomes'][number];

/** Calls that bring files in: sending them over, and taking them into the library. */
export function createImportHandlers(library: Library, uploads: Uploads, options: AppOptions) {
  const importOne = (
    { upload, whenExists, as, keepsLines, isOne, place, publication, folders }: ImportedFile,
    job: Job,
    at: readonly [number, number],
  ) =>
    uploads.take(upload, (file: NamedFile) => {
      job.report(`正在读取 ${file.name}`, ...at);
      const watch = { signal: job.signal, onStep: (step: string) => job.report(`${file.name}：${step}`, ...at) };
      const reading = { ...(as && { as }), ...(keepsLines && { keepsLines }) };
      return importFile(library, options, { ...file, reading }, { whenExists, isOne, place, publication, folders }, watch);
    });
  return {
    'upload.open': async ({ name, size }) => ({ upload: await uploads.open(name, size) }),
    'upload.drop': async ({ upload }) => {
      await uploads.drop(upload);
      return {};
    },
    'style.learn': ({ upload }, job) =>
      uploads.take(upload, async (file: NamedFile) => {
        job.report(`正在读取 ${file.name}`, 0, 1);
        const watch = { signal: job.signal, onStep: (step: string) => job.report(`${file.name}：${step}`, 0, 1) };
        return { file: file.name, learnt: await options.recognition.learnStyle(file, watch) };
      }),
    'import.run': async ({ files }, job) => {
      const outcomes: Outcome[] = [];
      for (const [index, file] of files.entries()) {
        if (job.signal.aborted) outcomes.push(await leaveOut(uploads, file));
        else outcomes.push(await outcomeOf(() => importOne(file, job, [index, files.length]), options));
      }
      return { outcomes };
    },
  } satisfies Partial<Handlers>;
}

const cancelled: Outcome = { failure: '已取消，没有导入。' };

async function leaveOut(uploads: Uploads, { upload }: ImportedFile): Promise<Outcome> {
  await uploads.drop(upload);
  return cancelled;
}

/** One bad file keeps none of the others from coming in. */
async function outcomeOf(work: () => ReturnType<typeof importFile>, { onTrouble }: AppOptions): Promise<Outcome> {
  try {
    return { report: await work() };
  } catch (error) {
    if (error instanceof AppError) return error.code === 'cancelled' ? cancelled : { failure: error.message };
    onTrouble(error);
    return { failure: '程序内部出错，这个文件没有导入；已记入日志。' };
  }
}
