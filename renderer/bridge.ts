/** The window's only way to the services: typed calls and notices over `window.zhuanbao`. */
import type { CallName, CallRequest, CallResponse, Channel, NoticeBody, NoticeName, Result } from '../shared/ipc.js';

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
export async function call<Name extends CallName>(name: Name, request: CallRequest<Name>): Promise<CallResponse<Name>> {
  const result = await send<Name>(name, request);
  if (result.ok) return result.value;
  throw new CallFailure(result.code, result.message);
}

async function send<Name extends CallName>(name: Name, request: CallRequest<Name>): Promise<Result<CallResponse<Name>>> {
  try {
    return JSON.parse(await window.zhuanbao.call(name, JSON.stringify(request))) as Result<CallResponse<Name>>;
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
