import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { browserFlags, unwantedDefaultFlags } from '../../../../electron/hosts/chromium/browser-flags.js';
import { revealCommand } from '../../../../electron/hosts/chromium/chromium-desktop.js';
import { prepareProfile, profileFolder } from '../../../../electron/hosts/chromium/profile.js';
import { claimWindow } from '../../../../electron/hosts/chromium/single-window.js';
import { defaultLibraryFolder, userDataFolder } from '../../../../electron/services/default-folders.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'zhuanbao-chromium-'));
const bounds = { left: 10, top: 20, width: 1200, height: 800, maximized: false };

describe('browserFlags', () => {
  it('open one app window on the own origin, where it was left', () => {
    expect(browserFlags({ bounds, isRoot: false })).toEqual(
      expect.arrayContaining(['--app=https://zhuanbao.invalid/', '--window-size=1200,800', '--window-position=10,20']),
    );
  });

  it('close the network twice over', () => {
    expect(browserFlags({ bounds, isRoot: false })).toEqual(
      expect.arrayContaining([
        '--host-resolver-rules=MAP * ~NOTFOUND',
        '--proxy-server=http://127.0.0.1:9',
        '--proxy-bypass-list=<-loopback>',
        '--disable-background-networking',
      ]),
    );
  });

  it('give the sandbox up for root only', () => {
    expect(browserFlags({ bounds, isRoot: false })).not.toContain('--no-sandbox');
    expect(browserFlags({ bounds, isRoot: true })).toContain('--no-sandbox');
  });

  it('listen on no port unless a test asks for one', () => {
    const ports = (flags: readonly string[]): readonly string[] => flags.filter((flag) => flag.includes('remote-debugging'));
    expect(ports(browserFlags({ bounds, isRoot: true }))).toEqual([]);
    expect(ports(browserFlags({ bounds, isRoot: true, debugPort: 9000 }))).toEqual(['--remote-debugging-port=9000']);
  });

  it('maximise a window that was left so', () => {
    expect(browserFlags({ bounds: { width: 1200, height: 800, maximized: true }, isRoot: false })).toContain('--start-maximized');
  });

  it('show no automation bar', () => {
    expect(unwantedDefaultFlags).toContain('--enable-automation');
  });
});

describe('the profile', () => {
  it('is one for each library', () => {
    const [first, same, other] = ['/a/资料库', '/a/b/../资料库', '/a/别的'].map((library) => profileFolder('/data', library));
    expect(first).toBe(same);
    expect(first).not.toBe(other);
  });

  it('asks nothing: no permissions, passwords, translation or spelling', () => {
    const profile = folder();
    prepareProfile(profile);
    const preferences = JSON.parse(readFileSync(join(profile, 'Default', 'Preferences'), 'utf8')) as {
      profile: { default_content_setting_values: Record<string, number> };
    };
    expect(preferences).toMatchObject({
      translate: { enabled: false },
      credentials_enable_service: false,
      browser: { enable_spellchecking: false },
      signin: { allowed: false },
    });
    expect(new Set(Object.values(preferences.profile.default_content_setting_values))).toEqual(new Set([2]));
  });

  it('leaves what the browser keeps there alone', () => {
    const profile = folder();
    prepareProfile(profile);
    writeFileSync(join(profile, 'Default', 'Preferences'), '{"kept":1}');
    prepareProfile(profile);
    expect(readFileSync(join(profile, 'Default', 'Preferences'), 'utf8')).toBe('{"kept":1}');
  });
});

describe('claimWindow', () => {
  it('takes over what a process that ended left behind', async () => {
    const profile = folder();
    writeFileSync(join(profile, 'owner'), '4194304999');
    const claim = await claimWindow(profile);
    expect(claim).toBeDefined();
    expect(readFileSync(join(profile, 'owner'), 'utf8')).toBe(String(process.pid));
    claim?.release();
    expect(existsSync(join(profile, 'owner'))).toBe(false);
  });

  it('is refused while a running process answers, which is asked to come to the front', async () => {
    const profile = folder();
    const claim = await claimWindow(profile);
    const toFront = vi.fn();
    claim?.onRequest(toFront);
    // The same files as seen from another process: the owner is a living one that is not this test.
    writeFileSync(join(profile, 'owner'), String(process.ppid));
    expect(await claimWindow(profile)).toBeUndefined();
    expect(toFront).toHaveBeenCalledOnce();
    claim?.release();
  });

  it('is given when the number in the file belongs to a process that knows nothing of it', async () => {
    const profile = folder();
    writeFileSync(join(profile, 'owner'), String(process.ppid));
    const claim = await claimWindow(profile);
    expect(claim).toBeDefined();
    claim?.release();
  });
});

describe('revealCommand', () => {
  it('selects the file where the file manager can, else opens its folder', () => {
    expect(revealCommand('win32', 'D:\\导出\\a.docx')).toEqual(['explorer.exe', ['/select,D:\\导出\\a.docx']]);
    expect(revealCommand('darwin', '/导出/a.docx')).toEqual(['open', ['-R', '/导出/a.docx']]);
    expect(revealCommand('linux', '/导出/a.docx')).toEqual(['xdg-open', ['/导出']]);
  });
});

describe('the folders of a user', () => {
  it('follow the system', () => {
    expect(userDataFolder('linux', { XDG_DATA_HOME: '/数据' })).toBe('/数据/专报编辑台');
    expect(userDataFolder('linux', { XDG_DATA_HOME: 'relative' })).toMatch(/^\/.*\.local\/share\/专报编辑台$/);
    expect(userDataFolder('win32', { APPDATA: '/Roaming' })).toBe(join('/Roaming', '专报编辑台'));
    expect(defaultLibraryFolder('linux', { XDG_DATA_HOME: '/数据' })).toBe('/数据/专报编辑台/资料库');
  });
});
