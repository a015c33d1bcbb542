import { AppError } from '../../shared/app-error.js';
import type { Result } from '../../shared/ipc.js';
import { createDispatch, createReceive, type Dispatch, type Receive } from '../dispatch.js';
import type { App } from '../services/app.js';
import type { HostLog } from './host-log.js';
import { watchSaves, type SaveWatch } from './save-watch.js';

/** The two ways into the services: calls, and bytes of files. */
export interface Doors {
  readonly dispatch: Dispatch;
  readonly receive: Receive;
}

/** The services as a host drives them. */
export interface HostedApp extends SaveWatch, Doors {
  /** Gives the library back; also after a failed start. */
  close(): Promise<void>;
  /** Whether every word the library did not take is in a file elsewhere. */
  hasSafeWords(): Promise<boolean>;
}

/**
 * Starts the services while the window opens: calls wait for them. When they cannot start, every call answers with
 * the reason, so that the window can tell it.
 */
export function startApp(open: () => Promise<App>, log: HostLog): HostedApp {
  const opening = open();
  const ready = opening.then(
    (app): Doors => ({ dispatch: createDispatch(app, log), receive: createReceive(app, log) }),
    (error: unknown): Doors => refuseAll(error, log),
  );
  return {
    ...watchSaves(async (name, requestJson) => (await ready).dispatch(name, requestJson)),
    receive: async (upload, chunk) => (await ready).receive(upload, chunk),
    hasSafeWords: async () => (await opening.catch(() => undefined))?.hasSafeWords() ?? true,
    async close() {
      const app = await opening.catch(() => undefined);
      await app?.close();
    },
  };
}

function refuseAll(error: unknown, log: HostLog): Doors {
  log('start', error);
  const failure: Result<never> =
    error instanceof AppError
      ? { ok: false, code: error.code, message: error.message }
      : { ok: false, code: 'internal', message: '资料库没有打开，原因已记入日志；请关闭后重新打开本程序。' };
  const answer = (): Promise<string> => Promise.resolve(JSON.stringify(failure));
  return { dispatch: answer, receive: answer };
}
