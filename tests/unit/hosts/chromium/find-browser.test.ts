import { describe, expect, it } from 'vitest';
import { findBrowser, type Machine } from '../../../../electron/hosts/chromium/find-browser.js';

function machine(platform: NodeJS.Platform, env: Machine['env'], installed: readonly string[]): Machine {
  return { platform, env, isRunnable: (path) => installed.includes(path) };
}

describe('findBrowser', () => {
  it('takes the first browser on the PATH of a Linux machine', () => {
    const linux = machine('linux', { PATH: '/a:/b' }, ['/b/chromium', '/b/google-chrome']);
    expect(findBrowser(linux)).toBe('/b/chromium');
  });

  it('finds Edge on a Windows machine without Chrome', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const windows = machine('win32', { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }, [edge]);
    expect(findBrowser(windows)).toBe(edge);
  });

  it('finds a Chrome installed for one Windows user only', () => {
    const chrome = 'C:\\Users\\a\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe';
    expect(findBrowser(machine('win32', { LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' }, [chrome]))).toBe(chrome);
  });

  it('finds Chrome on macOS', () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findBrowser(machine('darwin', {}, [chrome]))).toBe(chrome);
  });

  it('takes the browser named in ZHUANBAO_BROWSER before any other', () => {
    expect(findBrowser(machine('linux', { PATH: '/b', ZHUANBAO_BROWSER: '/x/mine' }, ['/x/mine', '/b/chromium']))).toBe('/x/mine');
  });

  it('takes no other browser when the named one is not there', () => {
    expect(findBrowser(machine('linux', { PATH: '/b', ZHUANBAO_BROWSER: '/x/mine' }, ['/b/chromium']))).toBeUndefined();
  });

  it('says that there is none', () => {
    expect(findBrowser(machine('linux', { PATH: '/b' }, []))).toBeUndefined();
  });
});
