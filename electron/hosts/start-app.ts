import { AppError } from '../../shared/app-error.js';
import type { Result } from '../../shared/ipc.js';
import { createDispatch, type Dispatch } from '../dispatch.js';
import type { App } from '../services/app.js';
import type { HostLog } from './host-log.js';
import { watchSaves, type SaveWatch } from './save-watch.js';

/** The services as a host drives them. */
export interface HostedApp extends SaveWatch {
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
    (app) => createDispatch(app, log),
    (error: unknown) => refuseAll(error, log),
  );
  return {
    ...watchSaves(async (name, requestJson) => (await ready)(name, requestJson)),
    hasSafeWords: async () => (await opening.catch(() => undefined))?.hasSafeWords() ?? true,
    async close() {
      const app = await opening.catch(() => undefined);
      await app?.close();
    },
  };
}

function refuseAll(error: unknown, log: HostLog): Dispatch {
  log('start', error);
  const failure: Result<never> =
    error instanceof AppError
      ? { ok: false, code: error.code, message: error.message }
      : { ok: false, code: 'internal', message: '资料库没有打开，原因已记入日志；请关闭后重新打开本程序。' };
  return () => Promise.resolve(JSON.stringify(failure));
}
