/** A stand-in for the parts of Electron the host touches; it records what it was told. Used with `vi.mock('electron', …)`. */
import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, Session, WebContents } from 'electron';

type Listener = (...words: unknown[]) => unknown;

/** A session that keeps its handlers where a test can call them. */
export class FakeSession extends EventEmitter {
  readonly schemes = new Map<string, (request: Request) => Promise<Response> | Response>();
  permissionRequest: Listener | undefined;
  permissionCheck: Listener | undefined;
  devicePermission: Listener | undefined;
  beforeRequest: Listener | undefined;
  spellChecks = true;

  readonly protocol = {
    handle: (scheme: string, answer: (request: Request) => Promise<Response> | Response) => void this.schemes.set(scheme, answer),
  };
  readonly webRequest = { onBeforeRequest: (listener: Listener) => void (this.beforeRequest = listener) };

  setPermissionRequestHandler(handler: Listener): void {
    this.permissionRequest = handler;
  }

  setPermissionCheckHandler(handler: Listener): void {
    this.permissionCheck = handler;
  }

  setDevicePermissionHandler(handler: Listener): void {
    this.devicePermission = handler;
  }

  setSpellCheckerEnabled(isOn: boolean): void {
    this.spellChecks = isOn;
  }

  asSession(): Session {
    return this as unknown as Session;
  }
}

/** Contents of a window, with the main frame on the app's page. */
export class FakeContents extends EventEmitter {
  windowOpen: Listener | undefined;
  webRtcPolicy = 'default';
  readonly sent: unknown[][] = [];
  reloads = 0;
  mainFrame = { url: 'app://zhuanbao/' };

  setWindowOpenHandler(handler: Listener): void {
    this.windowOpen = handler;
  }

  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }

  send(...words: unknown[]): void {
    this.sent.push(words);
  }

  reload(): void {
    this.reloads += 1;
  }

  asContents(): WebContents {
    return this as unknown as WebContents;
  }
}

/** A window that notes what was done to it. */
export class FakeWindow extends EventEmitter {
  static readonly made: FakeWindow[] = [];
  readonly webContents = new FakeContents();
  readonly loaded: string[] = [];
  destroyed = false;
  shown = false;
  background: string | undefined;
  maximized = false;

  constructor(readonly options: BrowserWindowConstructorOptions) {
    super();
    this.background = options.backgroundColor;
    FakeWindow.made.push(this);
  }

  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    return Promise.resolve();
  }

  show(): void {
    this.shown = true;
  }

  maximize(): void {
    this.maximized = true;
  }

  setBackgroundColor(color: string): void {
    this.background = color;
  }

  isMaximized(): boolean {
    return this.maximized;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  getNormalBounds() {
    return { x: 10, y: 20, width: 1200, height: 800 };
  }

  destroy(): void {
    this.destroyed = true;
    this.emit('closed');
  }
}

/** An event that can be prevented, as Electron hands out. */
export function fakeEvent(url = '') {
  return {
    url,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}

/** What the system shows, and what it was told to show. */
export class FakeTheme extends EventEmitter {
  themeSource = 'system';
  shouldUseDarkColors = false;

  /** The system, or whoever set the source, turns the colours. */
  turn(isDark: boolean): void {
    this.shouldUseDarkColors = isDark;
    this.emit('updated');
  }
}

export const nativeTheme = new FakeTheme();
export const dialogAnswers: unknown[] = [];
export const revealed: string[] = [];

/** A utility process that keeps what it was started with and asked. */
export class FakeUtility extends EventEmitter {
  static readonly started: FakeUtility[] = [];
  readonly asked: unknown[] = [];
  kills = 0;

  constructor(
    readonly program: string,
    readonly options: object,
  ) {
    super();
    FakeUtility.started.push(this);
  }

  postMessage(message: unknown): void {
    this.asked.push(message);
  }

  kill(): boolean {
    this.kills += 1;
    return true;
  }
}

/** The module as `vi.mock('electron', () => fakeElectron)` gives it. */
export const fakeElectron = {
  app: { isPackaged: true },
  BrowserWindow: FakeWindow,
  nativeTheme,
  screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1366, height: 728 } }] },
  dialog: {
    showMessageBox: () => Promise.resolve(dialogAnswers.shift()),
    showOpenDialog: () => Promise.resolve(dialogAnswers.shift()),
  },
  utilityProcess: { fork: (program: string, _words: readonly string[], options: object) => new FakeUtility(program, options) },
  shell: {
    showItemInFolder: (path: string) => void revealed.push(path),
    openPath: (path: string) => Promise.resolve(path.endsWith('.pdf') ? '' : 'no program'),
  },
};
