import { AppError } from '../../../shared/app-error.js';
import { recognitionLimits } from '../../../shared/import-limits.js';
import type { Recognition, RecognizeWatch } from '../ports.js';
import { recognitionAnswerSchema } from './messages-schema.js';
import type { RecognitionAnswer, RecognitionRequest } from './messages.js';
import { namingFile } from './naming-file.js';

/** A process just started that reads one file; each host starts it in its own way. */
export interface RecognitionProcess {
  send(request: RecognitionRequest): void;
  onAnswer(listener: (answer: unknown) => void): void;
  /** Told once when it is gone, or could not be started. */
  onGone(listener: () => void): void;
  kill(): void;
}

/** Recognition with a process for each file, ended when it answered, takes too long or is no longer wanted. */
export function createRecognition(start: () => RecognitionProcess, timeMs: number = recognitionLimits.timeMs): Recognition {
  const ask = async <Kind extends FinalAnswer['kind']>(request: RecognitionRequest, kind: Kind, watch: RecognizeWatch) => {
    if (watch.signal?.aborted === true) throw cancelled(request.name);
    const answer = await inProcess(start(), request, watch, timeMs);
    if (answer.kind !== kind) throw died(request.name);
    return answer as Extract<FinalAnswer, { readonly kind: Kind }>;
  };
  return {
    recognize: async (file, watch = {}) => (await ask(file, 'done', watch)).file,
    learnStyle: async (file, watch = {}) => (await ask({ ...file, task: 'style' }, 'learnt', watch)).style,
  };
}

/** What ends the reading of a file that could be read. */
type FinalAnswer = Exclude<RecognitionAnswer, { readonly kind: 'step' | 'failed' }>;

function inProcess(
  child: RecognitionProcess,
  file: RecognitionRequest,
  { signal, onStep }: RecognizeWatch,
  timeMs: number,
): Promise<FinalAnswer> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      settle();
      child.kill();
    };
    const onAbort = (): void => end(() => reject(cancelled(file.name)));
    const timer = setTimeout(() => end(() => reject(tooSlow(file.name, timeMs))), timeMs);
    signal?.addEventListener('abort', onAbort, { once: true });
    child.onGone(() => end(() => reject(died(file.name))));
    child.onAnswer((said) => {
      const answer = parsed(said, file.name);
      if (answer.kind === 'step') onStep?.(answer.step);
      else if (answer.kind === 'failed') end(() => reject(new AppError(answer.code, answer.message)));
      else end(() => resolve(answer));
    });
    child.send(file);
  });
}

function parsed(said: unknown, name: string): RecognitionAnswer {
  const answer = recognitionAnswerSchema.safeParse(said);
  if (answer.success) return answer.data;
  const { code, message } = namingFile(answer.error, name);
  return { kind: 'failed', code, message };
}

const remedy = '资料库和窗口不受影响。请在 Word 或 WPS 里打开，只留需要的文字，另存为 .docx 后再导入。';

function cancelled(name: string): AppError {
  return new AppError('cancelled', `${name}：已取消，没有导入。`);
}

function tooSlow(name: string, timeMs: number): AppError {
  return new AppError('file-too-large', `${name}：读了 ${Math.round(timeMs / 1000)} 秒还没有读完，没有导入；${remedy}`);
}

function died(name: string): AppError {
  return new AppError('file-broken', `${name}：读取时意外中断，文件可能已损坏，没有导入；${remedy}`);
}

/** Told by the reading process when it has used up its memory. */
export function tooHungry(name: string): AppError {
  return new AppError('file-too-large', `${name}：读取它要用的内存太多，不像一份文稿，没有导入；${remedy}`);
}
