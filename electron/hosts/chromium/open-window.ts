import { createRequire } from 'node:module';
import type * as playwright from 'playwright-core';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { z } from 'zod';
import type { NoticeBody, NoticeName } from '../../../shared/ipc.js';
import type { HostLog } from '../host-log.js';
import { answerFromDisk, chromiumOrigin, type ServedFolders } from '../serve-files.js';
import type { WindowBounds } from '../window-bounds.js';
import type { Doors } from '../start-app.js';
import { bindingName, bridgeScript, noticeEvent, type BridgeMessage } from './bridge-script.js';
import { browserFlags, unwantedDefaultFlags } from './browser-flags.js';
import { trackBounds, type BoundsTracker } from './track-bounds.js';

/** Loaded as the CommonJS it is: an import would read its three megabytes for names first, half a second of every start. */
const { chromium } = createRequire(import.meta.url)('playwright-core') as typeof playwright;

export interface WindowOptions {
  readonly browserPath: string;
  readonly profileFolder: string;
  readonly folders: ServedFolders;
  readonly doors: Doors;
  readonly bounds: WindowBounds;
  readonly onBounds: (bounds: WindowBounds) => void;
  readonly log: HostLog;
  readonly debugPort?: number;
  readonly netLogFile?: string;
}

/** The one window of the app. */
export interface ChromiumWindow {
  notify<Name extends NoticeName>(name: Name, body: NoticeBody<Name>): void;
  bringToFront(): Promise<void>;
  /** Closes the window, which saves its last words first but is not asked. */
  close(): Promise<void>;
  /** Settles when the window is gone: closed by the editor or with its browser, or its page died. */
  readonly gone: Promise<'closed' | 'crashed'>;
}

const messageSchema: z.ZodType<BridgeMessage> = z.union([
  z.tuple([z.literal('call'), z.string(), z.string()]),
  z.tuple([z.literal('chunk'), z.string(), z.base64()]),
  z.tuple([z.literal('placed'), z.number(), z.number(), z.number(), z.number()]),
]);

/**
 * Opens the app in a window of an installed browser, driven over a pipe. The browser has no network: requests for the
 * app's own origin are answered from disk, all others fail. @throws Error when the browser does not start
 */
export async function openWindow(options: WindowOptions): Promise<ChromiumWindow> {
  const context = await launch(options);
  const state: WindowState = { isClosing: false, hasCrashed: false };
  const gone = new Promise<'closed' | 'crashed'>((resolve) =>
    context.once('close', () => resolve(state.hasCrashed ? 'crashed' : 'closed')),
  );
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    const tracker = await trackBounds(context, page, options);
    await connect(context, page, options, tracker);
    await openApp(page, options.log);
    guard(context, page, state, options.log);
    return windowOf(page, state, gone);
  } catch (error) {
    await context.close();
    throw error;
  }
}

function launch({ browserPath, profileFolder, ...options }: WindowOptions): Promise<BrowserContext> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launchPersistentContext(profileFolder, {
    executablePath: browserPath,
    headless: false,
    chromiumSandbox: !isRoot,
    args: [...browserFlags({ ...options, isRoot })],
    ignoreDefaultArgs: [...unwantedDefaultFlags],
    env: { ...process.env, LANGUAGE: 'zh_CN' },
    viewport: null,
    locale: 'zh-CN',
    // As the system says, not as the driver would have it.
    colorScheme: null,
    // Reading the clipboard, for 粘贴 chosen in a menu; nothing else, and the only pages there are are the app's own.
    permissions: ['clipboard-read', 'clipboard-write'],
    serviceWorkers: 'block',
    acceptDownloads: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: 60_000,
  });
}

async function connect(context: BrowserContext, page: Page, { folders, doors }: WindowOptions, tracker: BoundsTracker): Promise<void> {
  await context.exposeBinding(bindingName, async ({ frame }, ...args: unknown[]) => {
    const isApp = frame === page.mainFrame() && frame.url().startsWith(`${chromiumOrigin}/`);
    const message = messageSchema.safeParse(args);
    if (!isApp || !message.success) throw new Error('refused');
    const [kind] = message.data;
    if (kind === 'call') return doors.dispatch(message.data[1], message.data[2]);
    if (kind === 'chunk') return doors.receive(message.data[1], Buffer.from(message.data[2], 'base64'));
    const [, left, top, width, height] = message.data;
    await tracker.placed({ left, top, width, height });
    return '';
  });
  await context.addInitScript(bridgeScript, { origin: chromiumOrigin, binding: bindingName, event: noticeEvent });
  await context.route('**/*', (route) => answer(route, folders));
}

async function answer(route: Route, folders: ServedFolders): Promise<void> {
  const request = route.request();
  // `aborted` leaves the page where it is when a link or script tried to go elsewhere.
  if (new URL(request.url()).origin !== chromiumOrigin) return route.abort('aborted');
  const { status, headers, body } = await answerFromDisk(request.method(), request.url(), folders);
  return route.fulfill({ status, headers: { ...headers }, body: Buffer.from(body) });
}

/** How often the first page is asked for. */
const openAttempts = 4;

/**
 * Takes the window to the app. On very busy machines a browser just started was seen to show its error page instead, for
 * a reason not found, so a failed request is made again. @throws Error of the last attempt, or when the window is closed meanwhile
 */
export async function openApp(page: Pick<Page, 'goto' | 'isClosed'>, log: HostLog): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await page.goto(`${chromiumOrigin}/`, { timeout: 15_000 });
      if (answer?.ok() === true) return;
      throw new Error(`the first page was answered with ${String(answer?.status())}`);
    } catch (error) {
      if (attempt === openAttempts || page.isClosed()) throw error;
      log('window', error);
    }
  }
}

interface WindowState {
  /** The program is about to end: the window may not hold it up. */
  isClosing: boolean;
  hasCrashed: boolean;
}

/** Keeps it the only window, on its own page. A page whose process died takes its window along: a new one is opened. */
function guard(context: BrowserContext, page: Page, state: WindowState, log: HostLog): void {
  const passOver = (error: unknown): void => log('window', error);
  context.on('page', (other) => void (other === page ? undefined : other.close().catch(passOver)));
  // Most browsers end by themselves with their last window; then there is nothing left to close.
  page.on('close', () => void context.close().catch(() => undefined));
  page.on('crash', () => {
    log('window', 'the page crashed');
    state.hasCrashed = true;
    void context.close().catch(passOver);
  });
  // A window with unsaved words stays and asks in its own words; the browser's question is answered for the editor.
  page.on('dialog', (dialog) => {
    const mayLeave = state.isClosing && dialog.type() === 'beforeunload';
    void (mayLeave ? dialog.accept() : dialog.dismiss()).catch(passOver);
  });
  page.on('framenavigated', (frame) => {
    const isAway = frame === page.mainFrame() && !frame.url().startsWith(`${chromiumOrigin}/`);
    if (isAway) void page.goto(`${chromiumOrigin}/`).catch(passOver);
  });
}

function windowOf(page: Page, state: WindowState, gone: ChromiumWindow['gone']): ChromiumWindow {
  return {
    notify(name, body) {
      const detail: readonly [string, string] = [name, JSON.stringify(body)];
      const send = page.evaluate(([event, notice]) => void window.dispatchEvent(new CustomEvent(event, { detail: notice })), [
        noticeEvent,
        detail,
      ] as const);
      // A notice for a window that is just closing or reloading has nobody to reach.
      send.catch(() => undefined);
    },
    bringToFront: () => page.bringToFront(),
    close() {
      state.isClosing = true;
      return page.close({ runBeforeUnload: true });
    },
    gone,
  };
}
