import type { z } from 'zod';
import { AppError } from '../shared/app-error.js';
import { calls, jobRequestSchema, type CallName, type Result } from '../shared/ipc.js';
import type { Handlers } from './services/call-handlers.js';
import type { Job, Jobs } from './services/jobs.js';
import type { Uploads } from './services/uploads.js';

/** Name and JSON of a call → JSON of its `Result`; never rejects. */
export type Dispatch = (name: string, requestJson: string) => Promise<string>;

/** The next bytes of an upload → JSON of a `Result`; never rejects. */
export type Receive = (upload: string, chunk: Uint8Array) => Promise<string>;

/** Told of every failure that is no AppError; the editor only sees that something went wrong inside. */
export type OnUnexpected = (name: string, error: unknown) => void;

type Failure = Extract<Result<unknown>, { ok: false }>;

const internalFailure: Failure = { ok: false, code: 'internal', message: '程序内部出错，刚才的操作没有完成；已记入日志。' };

/** The services behind the door. */
export interface Services {
  readonly handlers: Handlers;
  readonly jobs: Jobs;
  readonly uploads: Uploads;
  /** Why the library can only be read, as a Chinese sentence. */
  readonly readOnlyReason?: string | undefined;
}

/**
 * The only door into the services: checks the name and the request, refuses what would change a library that can only be
 * read, runs the handler, checks the response. Knows no host; whatever the other side sends comes back as a `Result`.
 */
export function createDispatch(services: Omit<Services, 'uploads'>, onUnexpected: OnUnexpected): Dispatch {
  return async (name, requestJson) => {
    try {
      const value = await answer(services, name, requestJson);
      return JSON.stringify({ ok: true, value } satisfies Result<unknown>);
    } catch (error) {
      if (!(error instanceof AppError)) onUnexpected(name, error);
      return JSON.stringify(toFailure(error));
    }
  };
}

/** The door for bytes of files, beside the one for calls. */
export function createReceive({ uploads }: Pick<Services, 'uploads'>, onUnexpected: OnUnexpected): Receive {
  return async (upload, chunk) => {
    try {
      await uploads.write(upload, chunk);
      return JSON.stringify({ ok: true, value: {} } satisfies Result<unknown>);
    } catch (error) {
      if (!(error instanceof AppError)) onUnexpected('upload', error);
      return JSON.stringify(toFailure(error));
    }
  };
}

async function answer({ handlers, jobs, readOnlyReason }: Omit<Services, 'uploads'>, name: string, requestJson: string): Promise<unknown> {
  if (!isCallName(name)) throw new AppError('bad-request', '窗口发来的请求无法识别，操作没有执行。');
  const row = calls[name];
  const sent = parseJson(requestJson);
  if (readOnlyReason !== undefined && isSaving(name)) throw new AppError('library-read-only', readOnlyReason);
  // The table ties name, request and handler together; TypeScript cannot follow that through a union of names.
  const handle = handlers[name] as (request: unknown, job?: Job) => Promise<unknown>;
  if (row.effect !== 'runs') return row.response.parse(await handle(parse(row.request, sent)));
  const { job: id, request } = parse(jobRequestSchema, sent);
  const parsed = parse(row.request, request);
  return row.response.parse(await jobs.run(id, (job) => handle(parsed, job)));
}

function isSaving(name: CallName): boolean {
  const row = calls[name];
  return row.effect === 'runs' ? row.isSaving : row.effect === 'saves';
}

/** @throws AppError `bad-request` saying which part is against the rules */
function parse<Schema extends z.ZodType>(schema: Schema, sent: unknown): z.output<Schema> {
  const { data, error } = schema.safeParse(sent);
  if (error) throw new AppError('bad-request', `窗口发来的内容不合规定（${where(error)}），操作没有执行。`, { cause: error });
  return data as z.output<Schema>;
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
