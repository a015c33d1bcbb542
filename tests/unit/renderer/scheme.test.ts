// @vitest-environment window
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { followScheme } from '../../../renderer/state/scheme.js';
import { changeSetting, settingsStore } from '../../../renderer/state/settings.js';

const system = Object.assign(new EventTarget(), { matches: false });
const shown = () => document.documentElement.dataset['scheme'];

function turnSystem(isDark: boolean): void {
  system.matches = isDark;
  system.dispatchEvent(new Event('change'));
}

beforeAll(() => {
  Object.assign(window, {
    matchMedia: (query: string) => (query === '(prefers-color-scheme: dark)' ? system : expect.fail(query)),
    zhuanbao: { call: vi.fn(() => Promise.resolve('{"ok":true,"value":{}}')), onNotice: () => () => undefined },
  });
  followScheme();
});

beforeEach(() => {
  settingsStore.setState({ values: {} });
  turnSystem(false);
});

describe('the scheme', () => {
  it('follows the system until something is chosen', () => {
    expect(shown()).toBe('light');
    turnSystem(true);
    expect(shown()).toBe('dark');
  });

  it('stays what was chosen whatever the system does', () => {
    changeSetting('interface.scheme', 'light');
    turnSystem(true);
    expect(shown()).toBe('light');
    changeSetting('interface.scheme', 'dark');
    turnSystem(false);
    expect(shown()).toBe('dark');
  });

  it('is the system’s again when that is chosen', () => {
    changeSetting('interface.scheme', 'dark');
    changeSetting('interface.scheme', 'system');
    expect(shown()).toBe('light');
  });
});
