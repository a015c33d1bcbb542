import { describe, expect, it, vi } from 'vitest';
import type { Channel } from '../../../../shared/ipc.js';

const exposed = new Map<string, unknown>();
const listeners = new Map<string, (...words: unknown[]) => void>();
const invoke = vi.fn(() => Promise.resolve('{"ok":true}'));

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => void exposed.set(name, value) },
  ipcRenderer: {
    invoke,
    on: (name: string, listener: (...words: unknown[]) => void) => void listeners.set(name, listener),
    off: (name: string) => void listeners.delete(name),
  },
}));

await import('../../../../electron/preload.js');
const channel = exposed.get('zhuanbao') as Channel;

describe('preload', () => {
  it('puts the channel on the window and nothing else', () => {
    expect([...exposed.keys()]).toEqual(['zhuanbao']);
    expect(Object.keys(channel).sort()).toEqual(['call', 'onNotice', 'send']);
  });

  it('sends every call over the one channel, as strings', async () => {
    await channel.call('app.info', '{}');
    expect(invoke).toHaveBeenCalledExactlyOnceWith('zhuanbao:call', 'app.info', '{}');
  });

  it('sends bytes of files over a channel of their own', async () => {
    const chunk = new ArrayBuffer(3);
    await channel.send('u1', chunk);
    expect(invoke).toHaveBeenLastCalledWith('zhuanbao:chunk', 'u1', chunk);
  });

  it('passes notices on without the event, until asked to stop', () => {
    const listener = vi.fn();
    const stop = channel.onNotice(listener);
    listeners.get('zhuanbao:notice')?.({ sender: 'secret' }, 'library.changed', '{}');
    expect(listener).toHaveBeenCalledExactlyOnceWith('library.changed', '{}');
    stop();
    expect(listeners.size).toBe(0);
  });
});
