import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('electron', async () => (await import('./fake-electron.js')).fakeElectron);

const { FakeWindow, nativeTheme } = await import('./fake-electron.js');
const { followSchemeSetting } = await import('../../../../electron/hosts/electron/follow-scheme.js');
const { openMainWindow } = await import('../../../../electron/hosts/electron/open-main-window.js');

beforeEach(() => {
  nativeTheme.removeAllListeners();
  Object.assign(nativeTheme, { themeSource: 'system', shouldUseDarkColors: false });
});

function open() {
  const bounds = join(mkdtempSync(join(tmpdir(), 'zhuanbao-scheme-')), 'bounds.json');
  openMainWindow({ preload: '/app/preload.cjs', icon: '/app/icon.png', bounds }, () => undefined);
  return FakeWindow.made.at(-1) ?? expect.fail('no window was made');
}

describe('the ground behind the page', () => {
  it('is what the system shows when the window opens', () => {
    expect(open().background).toBe('#ffffff');
    nativeTheme.shouldUseDarkColors = true;
    expect(open().background).toBe('#1e2024');
  });

  it('turns with the system, until the window is gone', () => {
    const window = open();
    nativeTheme.turn(true);
    expect(window.background).toBe('#1e2024');
    nativeTheme.turn(false);
    expect(window.background).toBe('#ffffff');
    window.destroy();
    nativeTheme.turn(true);
    expect([window.background, nativeTheme.listenerCount('updated')]).toEqual(['#ffffff', 0]);
  });
});

describe('the parts the system draws', () => {
  const dispatched = (answer: object) => followSchemeSetting(() => Promise.resolve(JSON.stringify(answer)));

  it('follow the setting as the window reads it', async () => {
    await dispatched({ ok: true, value: { settings: { 'interface.scheme': 'dark' } } })('settings.get', '{}');
    expect(nativeTheme.themeSource).toBe('dark');
    await dispatched({ ok: true, value: { settings: {} } })('settings.get', '{}');
    expect(nativeTheme.themeSource).toBe('system');
  });

  it('follow it when it is changed, also where it cannot be kept', async () => {
    const dispatch = dispatched({ ok: false, code: 'read-only', message: '资料库只能阅读。' });
    expect(await dispatch('settings.set', '{"name":"interface.scheme","value":"light"}')).toContain('read-only');
    expect(nativeTheme.themeSource).toBe('light');
    await dispatch('settings.set', '{"name":"interface.scheme","value":"pink"}');
    expect(nativeTheme.themeSource).toBe('system');
  });

  it('mind no other call and no failure', async () => {
    nativeTheme.themeSource = 'dark';
    await dispatched({ ok: true, value: {} })('settings.set', '{"name":"view","value":"issue"}');
    await dispatched({ ok: true, value: {} })('settings.set', 'null');
    await dispatched({ ok: false, code: 'internal', message: '' })('settings.get', '{}');
    await dispatched({ ok: true, value: { settings: { 'interface.scheme': 'light' } } })('library.list', '{}');
    expect(nativeTheme.themeSource).toBe('dark');
  });
});
