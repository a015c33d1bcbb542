// @vitest-environment window
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runJob } from '../../../renderer/bridge.js';
import { MessageBars } from '../../../renderer/frame/message-bars.js';
import { dismiss, messagesNow, tellFailure } from '../../../renderer/state/messages.js';
import { runShown, shownJobsNow } from '../../../renderer/state/shown-jobs.js';

interface Sent {
  readonly name: string;
  readonly body: { readonly job: string; readonly request?: object };
}

let sent: Sent[] = [];
/** Ends the work that is under way. */
let finish: (answer: object) => void = () => undefined;
const listeners = new Set<(name: string, body: string) => void>();
const progress = (job: string, done: number): void =>
  listeners.forEach((listener) => listener('job.progress', JSON.stringify({ job, step: `第${String(done)}步`, done, total: 4 })));
const done = { ok: true, value: { troubles: [] } };
const cancelled = { ok: false, code: 'cancelled', message: '已取消。' };

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  Object.assign(window, {
    zhuanbao: {
      call: (name: string, json: string) => {
        sent.push({ name, body: JSON.parse(json) as Sent['body'] });
        if (name === 'job.cancel') return Promise.resolve('{"ok":true,"value":{}}');
        return new Promise<string>((resolve) => (finish = (answer) => resolve(JSON.stringify(answer))));
      },
      onNotice: (listener: (name: string, body: string) => void) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const names = (): string[] => sent.map(({ name }) => name);

describe('long work asked for by the window', () => {
  it('goes by a name of its own, hears its own progress only, and no more when it is done', async () => {
    const heard: number[] = [];
    const work = runJob('library.check', {}, { onProgress: (told) => heard.push(told.done) });
    const job = sent[0]?.body.job ?? '';
    expect(sent[0]?.body).toEqual({ job, request: {} });
    progress('another', 1);
    progress(job, 2);
    finish(done);
    expect(await work).toEqual({ troubles: [] });
    progress(job, 3);
    expect(heard).toEqual([2]);
    expect(listeners.size).toBe(0);
  });

  it('is cancelled by its name when its signal says so, and not after it is done', async () => {
    const controller = new AbortController();
    const work = runJob('library.check', {}, { signal: controller.signal });
    controller.abort();
    expect(sent[1]).toEqual({ name: 'job.cancel', body: { job: sent[0]?.body.job } });
    finish(cancelled);
    await expect(work).rejects.toMatchObject({ code: 'cancelled' });

    const other = new AbortController();
    const again = runJob('library.check', {}, { signal: other.signal });
    finish(done);
    await again;
    other.abort();
    expect(names().filter((name) => name === 'job.cancel')).toHaveLength(1);
  });

  it('is not begun when it was cancelled before', async () => {
    await expect(runJob('library.check', {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    expect(sent).toEqual([]);
  });
});

describe('the bar of long work', () => {
  it('shows what is being done after a while, and cancels', async () => {
    render(<MessageBars />);
    const work = runShown('检查资料库', 'library.check', {});
    const job = sent[0]?.body.job ?? '';
    progress(job, 1);
    expect(screen.queryByText('检查资料库')).toBeNull();
    act(() => void vi.advanceTimersByTime(1000));
    expect(screen.getByText('检查资料库')).toBeTruthy();
    expect(screen.getByText('第1步')).toBeTruthy();
    act(() => progress(job, 2));
    expect(screen.getByText('第2步')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /取\s?消/u }));
    expect(names()).toContain('job.cancel');
    expect(screen.getByText('正在取消')).toBeTruthy();
    expect((screen.getByRole('button', { name: /取\s?消/u }) as HTMLButtonElement).disabled).toBe(true);
    finish(cancelled);
    await act(() => work.catch(() => undefined));
    expect(screen.queryByText('检查资料库')).toBeNull();
  });

  it('is never seen when the work is done soon', async () => {
    const work = runShown('检查资料库', 'library.check', {});
    finish(done);
    await work;
    vi.advanceTimersByTime(5000);
    expect(shownJobsNow()).toEqual([]);
  });

  it('ends in no error when the editor cancelled', async () => {
    messagesNow().forEach(({ id }) => dismiss(id));
    const work = runShown('检查资料库', 'library.check', {});
    finish(cancelled);
    await work.catch(tellFailure);
    expect(messagesNow()).toMatchObject([{ tone: 'info', text: '已取消。' }]);
  });
});
