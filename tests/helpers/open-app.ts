import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDispatch } from '../../electron/dispatch.js';
import type { AppOptions } from '../../electron/services/app-options.js';
import type { App } from '../../electron/services/app.js';
import { foldersAsDrives } from '../../electron/services/drives.js';
import { randomIds, systemClock } from '../../electron/services/system-ports.js';
import { calls, type CallName, type CallRequest, type CallResponse, type Result } from '../../shared/ipc.js';
import { bundledShelf } from './font-shelf.js';
import { assetsFolder } from './open-test-library.js';
import { recognizeHere } from './recognize-here.js';

/** A new folder. */
export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'app-'));

/** Options of an app in folders of its own, with a desktop that does nothing. */
export function appOptions(changes: Partial<AppOptions> = {}): AppOptions {
  return {
    libraryFolder: join(freshFolder(), '资料库'),
    assetsFolder,
    keptWordsFolders: [join(freshFolder(), '抢救')],
    userFolder: freshFolder(),
    version: '1.2.3',
    host: 'chromium',
    clock: systemClock,
    ids: randomIds,
    fonts: bundledShelf,
    recognition: recognizeHere,
    desktop: {
      canPickFolder: false,
      pickFolder: () => Promise.resolve(undefined),
      reveal: () => Promise.resolve(),
      open: () => Promise.resolve(),
      printers: () => Promise.resolve([]),
      print: () => Promise.resolve(),
      closeWindow: () => undefined,
    },
    drives: foldersAsDrives([]),
    notify: () => undefined,
    onTrouble: (error) => {
      throw error;
    },
    ...changes,
  };
}

/** Calls the app as a window does: JSON in, a checked response out; long work goes by the name `job`. */
export function caller(app: App) {
  const dispatch = createDispatch(app, (_name, error) => {
    throw error;
  });
  return async <Name extends CallName>(name: Name, request: CallRequest<Name>): Promise<CallResponse<Name>> => {
    const result = JSON.parse(
      await dispatch(name, JSON.stringify(calls[name].effect === 'runs' ? { job: 'job', request } : request)),
    ) as Result<CallResponse<Name>>;
    if (!result.ok) throw new Error(`${result.code}: ${result.message}`);
    return result.value;
  };
}
