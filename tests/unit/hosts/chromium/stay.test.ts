import { describe, expect, it, vi } from 'vitest';
import { createStay } from '../../../../electron/hosts/chromium/stay.js';

function setUp() {
  const close = vi.fn(() => Promise.resolve());
  return {
    close,
    stay: createStay(
      () => ({ close }),
      () => undefined,
    ),
  };
}

describe('a window that is gone', () => {
  it('stays gone when it was closed with all words safe', () => {
    const { stay } = setUp();
    stay.windowGone('closed', 0);
    expect(stay.isWanted(true)).toBe(false);
  });

  it('comes back when its page died', () => {
    const { stay } = setUp();
    stay.windowGone('crashed', 0);
    expect(stay.isWanted(true)).toBe(true);
  });

  it('comes back when its last words are in no file', () => {
    const { stay } = setUp();
    stay.windowGone('closed', 0);
    expect(stay.isWanted(false)).toBe(true);
  });

  it('stays gone when its page dies again and again, but not when it does so now and then', () => {
    const often = setUp().stay,
      seldom = setUp().stay;
    for (let time = 1; time <= 5; time += 1) {
      often.windowGone('crashed', time * 1000);
      seldom.windowGone('crashed', time * 100_000);
    }
    expect([often.isWanted(true), seldom.isWanted(true)]).toEqual([false, true]);
  });

  it('stays gone once the editor or the system ended the program', () => {
    const { stay, close } = setUp();
    stay.end();
    stay.windowGone('crashed', 0);
    expect([stay.isWanted(false), close.mock.calls.length]).toEqual([false, 1]);
  });
});
