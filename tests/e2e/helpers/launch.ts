import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser, type Page } from '@playwright/test';
import { z } from 'zod';
import { openLibrary } from '../../../electron/services/library/library.js';
import { randomIds, systemClock } from '../../../electron/services/system-ports.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface LaunchOptions {
  /** Library folder; when absent that of `home`, or one as the first start leaves it, with the sample issue. */
  readonly library?: string;
  /** Without a library: the app makes one and reads the sample itself. */
  readonly isFirstStart?: boolean;
  /** Home of the user's other files (window places, settings); a fresh one when absent. Pass the same one to reopen. */
  readonly home?: string;
  /** Folders that stand for sticks. */
  readonly sticks?: readonly string[];
  /** Size of the window in CSS pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** File that receives what the browser's network stack did. */
  readonly netLogFile?: string;
}

/** The app as an editor sees it, and a hand on its window. */
export interface LaunchedApp {
  readonly page: Page;
  readonly process: ChildProcess;
  readonly library: string;
  readonly home: string;
  /** Closes the window as its cross does and waits until the app has ended; resolves to the exit code. */
  close(): Promise<number>;
  /** The window the app opened by itself in the place of one that is gone. */
  reopened(): Promise<Page>;
}

/** Longest an app may take to close; one that takes longer is ended and counts as failed. */
const closeLimitMs = 20_000;
const folders: string[] = [];
const running = new Set<ChildProcess>();

/** What tests leave behind, apps of failed ones and folders, goes with the process that ran them. */
process.once('exit', () => {
  for (const child of running) child.kill('SIGTERM');
  for (const folder of folders) remove(folder);
});

/** An app that is just ending may still write there; what it leaves is the system's to clear away. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    return;
  }
}

/** A fresh empty folder, removed when all tests are done. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhuanbao-e2e-'));
  folders.push(folder);
  return folder;
}

/** Starts the built app in the Chromium host and waits until its window has drawn something. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const home = options.home ?? freshFolder();
  const library = options.library ?? join(home, 'library');
  if (isStartedBefore(options)) await layStartedLibrary(library);
  const port = await freePort();
  const child = startProgram(library, home, port, options);
  const browser = await connect(child, port);
  const page = await findPage(browser);
  if (options.viewport) await resize(page, options.viewport);
  await page.locator('#root > *').first().waitFor();
  let last = { page, browser };
  return {
    page,
    process: child,
    library,
    home,
    close: () => closeWindow(last.page, last.browser, child),
    async reopened() {
      await untilGone(last.browser);
      const next = await connect(child, port);
      last = { page: await findPage(next), browser: next };
      await last.page.locator('#root > *').first().waitFor();
      return last.page;
    },
  };
}

/** The display of this worker: the second of two workers has one of its own. */
function ownDisplay(): NodeJS.ProcessEnv {
  const { TEST_PARALLEL_INDEX: worker, ZHUANBAO_E2E_DISPLAY: DISPLAY, ZHUANBAO_E2E_XAUTHORITY: XAUTHORITY } = process.env;
  return worker === '1' && DISPLAY !== undefined ? { DISPLAY, XAUTHORITY } : {};
}

/** Two offices that meet over a stick must not have grown out of one library. */
function isStartedBefore({ home, library, sticks, isFirstStart = false }: LaunchOptions): boolean {
  return [home, library, sticks].every((each) => each === undefined) && !isFirstStart;
}

let started: Promise<string> | undefined;

/** Puts a library there as the first start leaves it; that one is made once for all journeys of this process. */
async function layStartedLibrary(folder: string): Promise<void> {
  started ??= makeStartedLibrary();
  cpSync(await started, folder, { recursive: true });
}

async function makeStartedLibrary(): Promise<string> {
  const folder = join(freshFolder(), 'library');
  const sample = join(root, 'assets/sample/宣传信息专报-样例.txt');
  await promisify(execFile)(process.execPath, [join(root, 'dist/electron/cli.mjs'), '--library', folder, 'import', sample]);
  const library = await openLibrary({ folder, clock: systemClock, ids: randomIds });
  await library.setSetting('sampleAdded', true);
  await library.close();
  return folder;
}

function startProgram(library: string, home: string, port: number, { netLogFile, sticks = [] }: LaunchOptions): ChildProcess {
  const env = {
    ...process.env,
    ...ownDisplay(),
    HOME: home,
    XDG_DATA_HOME: join(home, 'data'),
    APPDATA: join(home, 'data'),
    ZHUANBAO_E2E_PORT: String(port),
    ZHUANBAO_E2E_STICKS: sticks.join(delimiter),
  };
  const child = spawn(process.execPath, [join(root, 'dist/electron/chromium-main.mjs'), '--library', library], {
    cwd: home,
    env: { ...env, ...(netLogFile === undefined ? {} : { ZHUANBAO_E2E_NETLOG: netLogFile }) },
    // Not inherited: an app that outlives its test must not hold the runner's output open.
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr.on('data', (text: Buffer) => process.stderr.write(text));
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/**
 * A free port below those the system gives to outgoing connections: of the latter one may be taken, by a connection of
 * anybody, between this look and the browser's own.
 */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 12_000 + Math.floor(Math.random() * 18_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/**
 * Waits until the window has read its document, then attaches: a handshake made during the first navigation was seen to
 * hang for good.
 */
async function connect(child: ChildProcess, port: number): Promise<Browser> {
  const limitMs = Date.now() + 60_000;
  while (!(await hasOpened(port))) {
    if (child.exitCode !== null) throw new Error(`the app ended with ${String(child.exitCode)}`);
    if (Date.now() > limitMs) throw new Error('the app window did not appear');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
}

function untilGone(browser: Browser): Promise<void> {
  return new Promise((resolve) => (browser.isConnected() ? browser.once('disconnected', () => resolve()) : resolve()));
}

const targetsSchema = z.array(z.object({ url: z.string(), title: z.string() }));

/** Whether the browser says that a page of the app's own origin has its title. */
async function hasOpened(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => undefined);
  const targets = targetsSchema.safeParse(await answer?.json().catch(() => undefined));
  return targets.success && targets.data.some(({ url, title }) => url.startsWith('https://zhuanbao.invalid/') && title === '专报编辑台');
}

async function findPage(browser: Browser): Promise<Page> {
  const limitMs = Date.now() + 30_000;
  for (;;) {
    const page = browser
      .contexts()
      .flatMap((context) => context.pages())
      .find((candidate) => candidate.url().startsWith('https://zhuanbao.invalid/'));
    if (page) return page;
    if (Date.now() > limitMs) throw new Error('the app window did not appear');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Gives the page exactly the asked size; without a window manager outer and inner size are nearly the same. */
async function resize(page: Page, { width, height }: { readonly width: number; readonly height: number }): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { windowId } = await session.send('Browser.getWindowForTarget');
  await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } });
  await session.send('Browser.setWindowBounds', { windowId, bounds: { left: 0, top: 0, width, height } });
  await page.waitForFunction(([wide, high]) => Math.abs(window.innerWidth - wide) < 40 && Math.abs(window.innerHeight - high) < 100, [
    width,
    height,
  ] as const);
  await session.detach();
}

async function closeWindow(page: Page, browser: Browser, child: ChildProcess): Promise<number> {
  if (child.exitCode !== null) return child.exitCode;
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  const timer = setTimeout(() => child.kill('SIGKILL'), closeLimitMs);
  await page.close({ runBeforeUnload: true }).catch(() => undefined);
  const code = await ended;
  clearTimeout(timer);
  await browser.close().catch(() => undefined);
  return code;
}
