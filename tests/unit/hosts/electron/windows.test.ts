import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow, IpcMain } from 'electron';
import type { ClosingAnswer } from '../../../../electron/hosts/save-watch.js';
import { beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('electron', async () => (await import('./fake-electron.js')).fakeElectron);

const { dialogAnswers, FakeContents, fakeEvent, FakeWindow, revealed } = await import('./fake-electron.js');
const { answerCalls } = await import('../../../../electron/hosts/electron/answer-calls.js');
const { closeAfterSaving } = await import('../../../../electron/hosts/electron/close-window.js');
const { createElectronDesktop } = await import('../../../../electron/hosts/electron/electron-desktop.js');
const { openMainWindow } = await import('../../../../electron/hosts/electron/open-main-window.js');
const { mainWindowOptions, onScreen } = await import('../../../../electron/hosts/electron/window-options.js');

beforeEach(() => {
  FakeWindow.made.length = 0;
  dialogAnswers.length = 0;
});

const folder = (): string => mkdtempSync(join(tmpdir(), 'zhuanbao-electron-'));
const openedWindow = () => FakeWindow.made.at(-1) ?? expect.fail('no window was made');

describe('the main window', () => {
  const open = (boundsFile = join(folder(), 'bounds.json')) => {
    openMainWindow({ preload: '/app/preload.cjs', icon: '/app/icon.png', bounds: boundsFile }, () => undefined);
    return openedWindow();
  };

  it('runs in the sandbox, isolated, without Node, guests or spell checking', () => {
    expect(open().options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      preload: '/app/preload.cjs',
    });
  });

  it('has no developer tools in what editors run', () => {
    expect(open().options.webPreferences).toMatchObject({ devTools: false });
    expect(mainWindowOptions({ width: 1, height: 1, maximized: false }, '', '', false).webPreferences).toMatchObject({ devTools: true });
  });

  it('keeps the browser’s keys from it and lets its own pass', () => {
    const { webContents } = open();
    const isStopped = (input: object): boolean => {
      const event = fakeEvent();
      webContents.emit('before-input-event', event, { type: 'keyDown', control: false, alt: false, shift: false, ...input });
      return event.defaultPrevented;
    };
    expect([
      isStopped({ key: 'F12' }),
      isStopped({ key: 'i', control: true, shift: true }),
      isStopped({ key: 'r', control: true }),
    ]).toEqual([true, true, true]);
    expect([isStopped({ key: 's', control: true }), isStopped({ key: 'v', control: true }), isStopped({ key: 'a' })]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('loads the app page and nothing else', () => {
    expect(open().loaded).toEqual(['app://zhuanbao/']);
  });

  it('is shown once it is drawn', () => {
    const window = open();
    expect(window.shown).toBe(false);
    window.emit('ready-to-show');
    expect(window.shown).toBe(true);
  });

  it('comes back where it was left', () => {
    const file = join(folder(), 'bounds.json');
    const window = open(file);
    window.maximized = false;
    window.emit('moved');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ left: 10, top: 20, width: 1200, height: 800, maximized: false });
    expect(open(file).options).toMatchObject({ x: 10, y: 20, width: 1200, height: 800 });
  });

  it('is reloaded when its process dies', () => {
    const window = open();
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(window.webContents.reloads).toBe(1);
  });

  it('does not open on a screen that is gone', () => {
    const areas = [{ x: 0, y: 0, width: 1366, height: 728 }];
    const size = { width: 1200, height: 700, maximized: false };
    expect(onScreen({ left: 3000, top: 10, ...size }, areas)).toEqual(size);
    expect(onScreen({ left: 100, top: 10, ...size }, areas)).toEqual({ left: 100, top: 10, ...size });
  });
});

describe('the call channel', () => {
  function setUp(contents = new FakeContents()) {
    const handled = new Map<string, (...words: unknown[]) => unknown>();
    const ipc = { handle: (name: string, answer: (...words: unknown[]) => unknown) => void handled.set(name, answer) } as unknown as Pick<
      IpcMain,
      'handle'
    >;
    const dispatch = vi.fn(() => Promise.resolve('{"ok":true}'));
    const receive = vi.fn(() => Promise.resolve('{"ok":true}'));
    answerCalls(ipc, () => contents.asContents(), { dispatch, receive });
    const [answer, take] = ['zhuanbao:call', 'zhuanbao:chunk'].map((name) => handled.get(name) ?? expect.fail('no channel'));
    if (!answer || !take) throw new Error('no channel');
    return { contents, handled, dispatch, answer, receive, take };
  }

  it('and the one for bytes of files are the only ones', () => {
    expect([...setUp().handled.keys()]).toEqual(['zhuanbao:call', 'zhuanbao:chunk']);
  });

  it('hands bytes of files over, of the window and of nobody else, and nothing but bytes', async () => {
    const { contents, receive, take } = setUp();
    const own = { sender: contents, senderFrame: contents.mainFrame };
    await expect(take(own, 'u1', new Uint8Array([1, 2]).buffer)).resolves.toBe('{"ok":true}');
    expect(receive).toHaveBeenCalledExactlyOnceWith('u1', new Uint8Array([1, 2]));
    const other = new FakeContents();
    expect(() => take({ sender: other, senderFrame: other.mainFrame }, 'u1', new ArrayBuffer(1))).toThrow('refused');
    for (const chunk of ['ab', [1], undefined, { byteLength: 1 }]) expect(() => take(own, 'u1', chunk)).toThrow('refused');
    expect(() => take(own, 7, new ArrayBuffer(1))).toThrow('refused');
    expect(receive).toHaveBeenCalledOnce();
  });

  it('hands calls of the window to dispatch', async () => {
    const { contents, dispatch, answer } = setUp();
    await expect(answer({ sender: contents, senderFrame: contents.mainFrame }, 'app.info', '{}')).resolves.toBe('{"ok":true}');
    expect(dispatch).toHaveBeenCalledExactlyOnceWith('app.info', '{}');
  });

  it('refuses other windows, inner frames, other pages and frames that are gone', () => {
    const { contents, dispatch, answer } = setUp();
    const other = new FakeContents();
    expect(() => answer({ sender: other, senderFrame: other.mainFrame }, 'app.info', '{}')).toThrow('refused');
    expect(() => answer({ sender: contents, senderFrame: { url: 'app://zhuanbao/' } }, 'app.info', '{}')).toThrow('refused');
    expect(() => answer({ sender: contents, senderFrame: null }, 'app.info', '{}')).toThrow('refused');
    contents.mainFrame.url = 'https://example.invalid/';
    expect(() => answer({ sender: contents, senderFrame: contents.mainFrame }, 'app.info', '{}')).toThrow('refused');
    expect(dispatch).not.toHaveBeenCalled();
  });

  it('refuses anything but strings', () => {
    const { contents, answer } = setUp();
    expect(() => answer({ sender: contents, senderFrame: contents.mainFrame }, 'app.info', {})).toThrow('refused');
    expect(() => answer({ sender: contents, senderFrame: contents.mainFrame }, 7, '{}')).toThrow('refused');
  });
});

describe('a closing window', () => {
  function closing(...outcomes: readonly ClosingAnswer[]) {
    const window = new FakeWindow({});
    const tellClosing = vi.fn();
    const answers = [...outcomes];
    const untilAnswered = vi.fn(() => Promise.resolve(answers.shift() ?? 'saved'));
    closeAfterSaving(window as unknown as BrowserWindow, { untilAnswered }, tellClosing);
    const event = fakeEvent();
    window.emit('close', event);
    return { window, tellClosing, untilAnswered, event };
  }
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  it('stays until it says that its last words are saved', async () => {
    const { window, tellClosing, event } = closing('saved');
    expect([event.defaultPrevented, window.destroyed]).toEqual([true, false]);
    expect(tellClosing).toHaveBeenCalledOnce();
    await settled();
    expect(window.destroyed).toBe(true);
  });

  it('stays when it says that they are not, and asks by itself', async () => {
    const { window } = closing('unsaved', 'saved');
    await settled();
    expect(window.destroyed).toBe(false);
    window.emit('close', fakeEvent());
    await settled();
    expect(window.destroyed).toBe(true);
  });

  it('does not take the silence of a window that hangs for saved', async () => {
    dialogAnswers.push({ response: 0 });
    const { window, tellClosing } = closing('silent', 'unsaved');
    await settled();
    expect([window.destroyed, tellClosing.mock.calls.length]).toEqual([false, 2]);
  });

  it('goes when the editor gives up a window that hangs', async () => {
    dialogAnswers.push({ response: 1 });
    const { window } = closing('silent');
    await settled();
    expect(window.destroyed).toBe(true);
  });

  it('asks only once however often the cross is clicked', async () => {
    const { window, untilAnswered } = closing('saved');
    window.emit('close', fakeEvent());
    await settled();
    expect(untilAnswered).toHaveBeenCalledOnce();
  });
});

describe('the desktop', () => {
  it('picks a folder, or none when the editor cancels', async () => {
    const desktop = createElectronDesktop(() => undefined);
    dialogAnswers.push({ canceled: false, filePaths: ['/home/示例'] }, { canceled: true, filePaths: [] });
    expect([await desktop.pickFolder(), await desktop.pickFolder()]).toEqual(['/home/示例', undefined]);
  });

  it('opens a file with the program for it, or fails', async () => {
    const desktop = createElectronDesktop(() => undefined);
    await desktop.open('/home/示例/a.pdf');
    await expect(desktop.open('/home/示例/a.odd')).rejects.toThrow('no program');
  });

  it('shows a file in the file manager', async () => {
    await createElectronDesktop(() => undefined).reveal('/home/示例/a.docx');
    expect(revealed).toContain('/home/示例/a.docx');
  });
});
