import { delimiter, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { claimWindow } from './hosts/chromium/single-window.js';
import { createChromiumDesktop } from './hosts/chromium/chromium-desktop.js';
import { findBrowser } from './hosts/chromium/find-browser.js';
import { openWindow, type ChromiumWindow } from './hosts/chromium/open-window.js';
import { prepareProfile, profileFolder } from './hosts/chromium/profile.js';
import { createStay } from './hosts/chromium/stay.js';
import { forkRecognition } from './hosts/fork-recognition.js';
import { openHostLog } from './hosts/host-log.js';
import { startApp } from './hosts/start-app.js';
import { readBounds, writeBounds } from './hosts/window-bounds.js';
import { createApp } from './services/app.js';
import { assetsFolder, defaultLibraryFolder, recognitionProgram, rendererFolder, userDataFolder } from './services/default-folders.js';
import { foldersAsDrives, systemDrives } from './services/drives.js';
import { createFontShelf } from './services/fonts/font-shelf.js';
import { keptWordsFolders } from './services/kept-words.js';
import { createConvertingRecognition } from './services/convert/converting-recognition.js';
import type { Drives } from './services/ports.js';
import { createRecognition } from './services/recognition/recognition.js';
import { randomIds, systemClock } from './services/system-ports.js';
import packageJson from '../package.json' with { type: 'json' };

/** Opens the app in an installed browser. Exit codes: 0 closed by the editor, 1 no browser or it did not start. */
async function main(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...words], options: { library: { type: 'string' }, contributor: { type: 'boolean' } } });
  const libraryFolder = resolve(values.library ?? defaultLibraryFolder());
  const profile = profileFolder(userDataFolder(), libraryFolder);
  const browserPath = findBrowser();
  if (browserPath === undefined) return fail('本机没有找到 Chromium、Chrome 或 Edge 浏览器，请安装其中一个。');
  const claim = await claimWindow(profile);
  if (claim === undefined) return 0;
  try {
    return await run({ libraryFolder, forUnit: values.contributor ?? false }, profile, browserPath, (toFront) => claim.onRequest(toFront));
  } finally {
    claim.release();
  }
}

interface Started {
  readonly libraryFolder: string;
  /** `--contributor` */
  readonly forUnit: boolean;
}

async function run(
  { libraryFolder, forUnit }: Started,
  profile: string,
  browserPath: string,
  onRequest: (toFront: () => void) => void,
): Promise<number> {
  const log = openHostLog(join(userDataFolder(), '日志', '运行.log'), systemClock.now);
  const stay = createStay(() => window, log);
  let window: ChromiumWindow | undefined;
  const app = startApp(
    () =>
      createApp({
        libraryFolder,
        forUnit,
        assetsFolder: assetsFolder(),
        keptWordsFolders: keptWordsFolders(userDataFolder(), libraryFolder),
        userFolder: userDataFolder(),
        version: packageJson.version,
        host: 'chromium',
        clock: systemClock,
        ids: randomIds,
        fonts: createFontShelf(assetsFolder()),
        recognition: createConvertingRecognition(createRecognition(() => forkRecognition(recognitionProgram()))),
        desktop: createChromiumDesktop(stay.end),
        drives: drivesOf(process.env['ZHUANBAO_E2E_STICKS']),
        notify: (name, body) => window?.notify(name, body),
        onTrouble: (error) => log('sample', error),
      }),
    log,
  );
  const boundsFile = join(profile, 'bounds.json');
  prepareProfile(profile);
  const open = (): Promise<ChromiumWindow> =>
    openWindow({
      browserPath,
      profileFolder: profile,
      folders: { renderer: rendererFolder(), assets: assetsFolder() },
      doors: app,
      bounds: readBounds(boundsFile),
      onBounds: (bounds) => writeBounds(boundsFile, bounds),
      log,
      ...testOptions(),
    });
  onRequest(() => void window?.bringToFront().catch((error: unknown) => log('window', error)));
  try {
    window = await open();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stay.end);
    for (;;) {
      stay.windowGone(await window.gone, systemClock.now().getTime());
      await app.untilSaved();
      if (!stay.isWanted(await app.hasSafeWords())) return 0;
      window = await open();
    }
  } catch (error) {
    log('window', error);
    return fail(`浏览器没有启动，窗口打不开：${browserPath}`);
  } finally {
    await app.close();
  }
}

/** Folders that stand for sticks in end-to-end tests. */
function drivesOf(folders: string | undefined): Drives {
  return folders ? foldersAsDrives(folders.split(delimiter)) : systemDrives;
}

/** End-to-end tests look into the real window through a port and read what the browser's network did. */
function testOptions(): { debugPort?: number; netLogFile?: string } {
  const { ZHUANBAO_E2E_PORT: port, ZHUANBAO_E2E_NETLOG: netLogFile } = process.env;
  return { ...(port ? { debugPort: Number(port) } : {}), ...(port && netLogFile ? { netLogFile } : {}) };
}

function fail(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

process.exitCode = await main(process.argv.slice(2));
