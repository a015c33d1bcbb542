import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { isOwnPage, registerAppScheme, secureContents, secureSession } from '../../../../electron/hosts/electron/secure-session.js';
import { contentSecurityPolicy } from '../../../../electron/hosts/serve-files.js';
import { FakeContents, fakeEvent, FakeSession } from './fake-electron.js';

function securedSession(): FakeSession {
  const root = mkdtempSync(join(tmpdir(), 'zhuanbao-session-'));
  const folders = { renderer: join(root, 'renderer'), assets: join(root, 'assets') };
  for (const folder of Object.values(folders)) mkdirSync(folder);
  writeFileSync(join(folders.renderer, 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'secret.txt'), 'secret');
  const session = new FakeSession();
  secureSession(session.asSession(), folders);
  return session;
}

async function get(session: FakeSession, url: string): Promise<Response | undefined> {
  return session.schemes.get('app')?.(new Request(url));
}

describe('the app scheme', () => {
  it('is standard and secure, and cannot get around the policy', () => {
    const registerSchemesAsPrivileged = vi.fn();
    registerAppScheme({ registerSchemesAsPrivileged });
    expect(registerSchemesAsPrivileged).toHaveBeenCalledOnce();
    const [[schemes]] = registerSchemesAsPrivileged.mock.calls as [[{ scheme: string; privileges: Record<string, boolean> }[]]];
    expect(schemes).toHaveLength(1);
    expect(schemes[0]).toMatchObject({ scheme: 'app', privileges: { standard: true, secure: true } });
    expect(schemes[0]?.privileges['bypassCSP']).toBeUndefined();
  });

  it('answers its page with the policy', async () => {
    const response = await get(securedSession(), 'app://zhuanbao/');
    expect(response?.status).toBe(200);
    expect(response?.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(await response?.text()).toBe('<!doctype html>');
  });

  it.each([
    'app://zhuanbao/../secret.txt',
    'app://zhuanbao/%2e%2e/secret.txt',
    'app://zhuanbao/assets/%2e%2e%2fsecret.txt',
    'app://other/index.html',
    'app://zhuanbao.other/',
  ])('finds nothing at %s', async (url) => {
    const response = await get(securedSession(), url);
    expect([response?.status, await response?.text()]).toEqual([404, '']);
  });

  it('is the only scheme answered', () => {
    expect([...securedSession().schemes.keys()]).toEqual(['app']);
  });
});

describe('a secured session', () => {
  it.each(['notifications', 'media', 'geolocation', 'openExternal', 'fullscreen'])('denies the permission %s', (permission) => {
    const session = securedSession();
    const decide = vi.fn();
    session.permissionRequest?.(undefined, permission, decide, { requestingUrl: 'app://zhuanbao/' });
    expect(decide).toHaveBeenCalledExactlyOnceWith(false);
    expect(session.permissionCheck?.(undefined, permission, 'app://zhuanbao/')).toBe(false);
    expect(session.devicePermission?.({})).toBe(false);
  });

  it('gives the clipboard to pages of the app only', () => {
    const session = securedSession();
    const isGiven = (url: string): unknown => session.permissionCheck?.(undefined, 'clipboard-read', url);
    expect([isGiven('app://zhuanbao'), isGiven('app://zhuanbao/'), isGiven('https://example.invalid'), isGiven('app://other')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    const decide = vi.fn();
    session.permissionRequest?.(undefined, 'clipboard-read', decide, { requestingUrl: 'app://zhuanbao/' });
    session.permissionRequest?.(undefined, 'clipboard-read', decide, { requestingUrl: 'https://example.invalid/' });
    expect(decide.mock.calls).toEqual([[true], [false]]);
  });

  it.each([
    ['http://example.invalid/', true],
    ['https://example.invalid/', true],
    ['ws://example.invalid/', true],
    ['wss://example.invalid/', true],
    ['ftp://example.invalid/', true],
    ['file:///etc/passwd', true],
    ['app://other/', true],
    ['blob:https://example.invalid/1', true],
    ['https://zhuanbao/', true],
    ['app://zhuanbao/', false],
    ['app://zhuanbao/assets/fonts/a.ttf', false],
    ['blob:app://zhuanbao/1', false],
    ['data:image/png;base64,AA==', false],
  ])('decides about %s, cancelled: %s', (url, cancel) => {
    const decide = vi.fn();
    securedSession().beforeRequest?.({ url }, decide);
    expect(decide).toHaveBeenCalledExactlyOnceWith({ cancel });
  });

  it('downloads nothing and checks no spelling', () => {
    const session = securedSession();
    const event = fakeEvent();
    session.emit('will-download', event);
    expect([event.defaultPrevented, session.spellChecks]).toEqual([true, false]);
  });
});

describe('secured contents', () => {
  function secured(): FakeContents {
    const contents = new FakeContents();
    secureContents(contents.asContents());
    return contents;
  }

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stay where they are on %s', (name) => {
    const contents = secured();
    const away = ['https://example.invalid/', 'file:///etc/passwd', 'data:text/html,x', 'app://other/'].map((url) => {
      const event = fakeEvent(url);
      contents.emit(name, event);
      return event.defaultPrevented;
    });
    expect(away).toEqual([true, true, true, true]);
  });

  it('may reload their own page', () => {
    const event = fakeEvent('app://zhuanbao/');
    secured().emit('will-navigate', event);
    expect(event.defaultPrevented).toBe(false);
  });

  it('open no windows and take no guests', () => {
    const contents = secured();
    const event = fakeEvent();
    contents.emit('will-attach-webview', event);
    expect([contents.windowOpen?.({ url: 'app://zhuanbao/' }), event.defaultPrevented]).toEqual([{ action: 'deny' }, true]);
  });

  it('choose no Bluetooth device and give WebRTC no way out', () => {
    const contents = secured();
    const choose = vi.fn();
    contents.emit('select-bluetooth-device', fakeEvent(), [], choose);
    expect(choose).toHaveBeenCalledWith('');
    expect(contents.webRtcPolicy).toBe('disable_non_proxied_udp');
  });
});

describe('isOwnPage', () => {
  it.each(['', 'about:blank', 'https://zhuanbao/', 'app:zhuanbao', 'app://zhuanbao@other/', 'app://zhuanbao:1/'])(
    'says no to %j',
    (url) => {
      expect(isOwnPage(url)).toBe(false);
    },
  );
});
