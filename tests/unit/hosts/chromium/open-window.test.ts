import type { Page, Response } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openApp } from '../../../../electron/hosts/chromium/open-window.js';

/** A page that fails as often as there are errors, then answers with the status. */
function pageOf(
  errors: readonly string[],
  { status = 200, isClosed = false } = {},
): Pick<Page, 'goto' | 'isClosed'> & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    goto: (url) => {
      asked.push(url);
      const error = errors[asked.length - 1];
      const answer = { ok: () => status < 300, status: () => status } as Response;
      return error === undefined ? Promise.resolve(answer) : Promise.reject(new Error(error));
    },
    isClosed: () => isClosed,
  };
}

describe('openApp', () => {
  it('asks again when the first request passed by the disk, and logs why', async () => {
    const log: unknown[] = [];
    const page = pageOf(['net::ERR_NAME_NOT_RESOLVED']);
    await openApp(page, (_place, error) => void log.push(error));
    expect(page.asked).toEqual(['https://zhuanbao.invalid/', 'https://zhuanbao.invalid/']);
    expect(log.map(String)).toEqual(['Error: net::ERR_NAME_NOT_RESOLVED']);
  });

  it('gives up after four attempts with the last reason', async () => {
    const page = pageOf(['a', 'b', 'c', 'd', 'e']);
    await expect(openApp(page, () => undefined)).rejects.toThrow('d');
    expect(page.asked).toHaveLength(4);
  });

  it('takes no answer but a good one', async () => {
    await expect(openApp(pageOf([], { status: 404 }), () => undefined)).rejects.toThrow('404');
  });

  it('stops when the window is closed', async () => {
    const page = pageOf(['closed', 'closed'], { isClosed: true });
    await expect(openApp(page, () => undefined)).rejects.toThrow('closed');
    expect(page.asked).toHaveLength(1);
  });
});
