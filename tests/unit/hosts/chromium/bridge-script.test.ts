// @vitest-environment window
// Alone: the channel is put on the window for good.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bridgeScript } from '../../../../electron/hosts/chromium/bridge-script.js';
import type { Channel } from '../../../../shared/ipc.js';

const names = { origin: '', binding: '__test', event: 'test-notice' };
const send = vi.fn((..._message: unknown[]) => Promise.resolve('answer'));
const scope = globalThis as unknown as Record<string, unknown>;
const channel = (): Channel => scope['zhuanbao'] as Channel;

function install(origin = location.origin): void {
  scope['__test'] = send;
  bridgeScript({ ...names, origin });
}

describe('bridgeScript', () => {
  beforeEach(() => send.mockClear());

  it('gives a page of another origin nothing, not even the binding', () => {
    install('https://example.invalid');
    expect(['__test' in scope, 'zhuanbao' in scope]).toEqual([false, false]);
  });

  it('puts exactly the channel on the window and takes the binding off', async () => {
    install();
    expect(Object.keys(channel()).sort()).toEqual(['call', 'onNotice', 'send']);
    expect(Object.isFrozen(channel())).toBe(true);
    expect('__test' in scope).toBe(false);
    expect(await channel().call('app.info', '{}')).toBe('answer');
    expect(send).toHaveBeenCalledWith('call', 'app.info', '{}');
  });

  it('sends bytes of files in base64, an empty piece too', async () => {
    await channel().send('u1', new Uint8Array([0, 255, 16]).buffer);
    expect(send).toHaveBeenLastCalledWith('chunk', 'u1', 'AP8Q');
    await channel().send('u1', new ArrayBuffer(0));
    expect(send).toHaveBeenLastCalledWith('chunk', 'u1', '');
  });

  it('hands notices to those who listen, until they stop', () => {
    const listener = vi.fn();
    const stop = channel().onNotice(listener);
    const notice = () => window.dispatchEvent(new CustomEvent('test-notice', { detail: ['library.changed', '{}'] }));
    notice();
    stop();
    notice();
    expect(listener).toHaveBeenCalledExactlyOnceWith('library.changed', '{}');
  });

  it('says that the window closes while words can still be sent', () => {
    const stop = channel().onNotice((name) => void (name === 'app.closing' && channel().call('issue.save', '{"last":1}')));
    window.dispatchEvent(new Event('beforeunload'));
    stop();
    expect(send.mock.calls.map(([kind, name]) => [kind, kind === 'call' ? name : ''])).toEqual([
      ['placed', ''],
      ['call', 'issue.save'],
    ]);
  });

  it('keeps a dropped file from replacing the app', () => {
    const drop = new Event('drop', { cancelable: true });
    window.dispatchEvent(drop);
    expect(drop.defaultPrevented).toBe(true);
  });
});
