import type { z } from 'zod';
import { AppError } from '../shared/app-error.js';
import { calls, type CallName, type Handlers, type Result } from '../shared/ipc.js';

/** Name and JSON of a call → JSON of its `Result`; never rejects. */
export type Dispatch = (name: string, requestJson: string) => Promise<string>;

/** Told of every failure that is no AppError; the editor only sees that something went wrong inside. */
export type OnUnexpected = (name: string, error: unknown) => void;

type Failure = Extract<Result<unknown>, { ok: false }>;

const internalFailure: Failure = { ok: false, code: 'internal', message: '程序内部出错，刚才的操作没有完成；已记入日志。' };

/**
 * The only door into the services: checks the name and the request, runs the handler, checks the response.
 * Knows no host; whatever the other side sends comes back as a `Result`.
 */
export function createDispatch(handlers: Handlers, onUnexpected: OnUnexpected): Dispatch {
  return async (name, requestJson) => {
    try {
      const value = await answer(handlers, name, requestJson);
      return JSON.stringify({ ok: true, value } satisfies Result<unknown>);
    } catch (error) {
      if (!(error instanceof AppError)) onUnexpected(name, error);
      return JSON.stringify(toFailure(error));
    }
  };
}

async function answer(handlers: Handlers, name: string, requestJson: string): Promise<unknown> {
  if (!isCallName(name)) throw new AppError('bad-request', '窗口发来的请求无法识别，操作没有执行。');
  const request = calls[name].request.safeParse(parseJson(requestJson));
  if (!request.success) {
    throw new AppError('bad-request', `窗口发来的内容不合规定（${where(request.error)}），操作没有执行。`, { cause: request.error });
  }
  // The table ties name, request and handler together; TypeScript cannot follow that through a union of names.
  const handle = handlers[name] as (request: unknown) => Promise<unknown>;
  return calls[name].response.parse(await handle(request.data));
}

function isCallName(name: string): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('bad-request', '窗口发来的内容残缺，操作没有执行。', { cause: error });
  }
}

function where(error: z.ZodError): string {
  const path = error.issues[0]?.path.join('.') ?? '';
  return path === '' ? '整体' : path;
}

function toFailure(error: unknown): Failure {
  return error instanceof AppError ? { ok: false, code: error.code, message: error.message } : internalFailure;
}
