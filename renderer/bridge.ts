/** The window's only way to the services: typed calls and notices over `window.zhuanbao`. */
import type {
  CallName,
  CallRequest,
  CallResponse,
  Channel,
  JobName,
  JobProgress,
  NoticeBody,
  NoticeName,
  QuickCallName,
  Result,
} from '../shared/ipc.js';

declare global {
  interface Window {
    readonly zhuanbao: Channel;
  }
}

/** A call that came back as a failure; `message` is a Chinese sentence for the editor. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Makes a call of the contract. @throws CallFailure when the services refuse or cannot be reached */
export function call<Name extends QuickCallName>(name: Name, request: CallRequest<Name>): Promise<CallResponse<Name>> {
  return answerOf(name, request);
}

/** Who watches long work: told how far it is; its signal cancels the work. */
export interface JobWatch {
  readonly onProgress?: (progress: JobProgress) => void;
  readonly signal?: AbortSignal;
}

/** Has long work of the contract done. @throws CallFailure as `call`, and `cancelled` */
export async function runJob<Name extends JobName>(
  name: Name,
  request: CallRequest<Name>,
  { onProgress, signal }: JobWatch = {},
): Promise<CallResponse<Name>> {
  if (signal?.aborted) throw new CallFailure('cancelled', '已取消。');
  const job = globalThis.crypto.randomUUID();
  const stopListening = onNotice('job.progress', (progress) => progress.job === job && onProgress?.(progress));
  const cancel = (): void => void call('job.cancel', { job }).catch(() => undefined);
  signal?.addEventListener('abort', cancel);
  try {
    return await answerOf<Name>(name, { job, request });
  } finally {
    signal?.removeEventListener('abort', cancel);
    stopListening();
  }
}

/** Sends the next bytes of an upload. @throws CallFailure */
export async function sendChunk(upload: string, chunk: ArrayBuffer): Promise<void> {
  valueOf(await answered(() => window.zhuanbao.send(upload, chunk)));
}

async function answerOf<Name extends CallName>(name: Name, sent: object): Promise<CallResponse<Name>> {
  return valueOf(await answered<CallResponse<Name>>(() => window.zhuanbao.call(name, JSON.stringify(sent))));
}

function valueOf<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new CallFailure(result.code, result.message);
}

async function answered<Value>(ask: () => Promise<string>): Promise<Result<Value>> {
  try {
    return JSON.parse(await ask()) as Result<Value>;
  } catch {
    return { ok: false, code: 'internal', message: '与资料库的联系中断，请重新打开本程序。' };
  }
}

/** Listens to one notice; returns the function that stops listening. */
export function onNotice<Name extends NoticeName>(name: Name, listener: (body: NoticeBody<Name>) => void): () => void {
  return window.zhuanbao.onNotice((noticeName, bodyJson) => {
    if (noticeName === name) listener(JSON.parse(bodyJson) as NoticeBody<Name>);
  });
}

/** The sentence of any failure, for the editor. */
export function failureSentence(failure: unknown): string {
  return failure instanceof CallFailure ? failure.message : '程序内部出错，请重试；仍不行请重新打开本程序。';
}
