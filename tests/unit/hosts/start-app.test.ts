import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Handlers } from '../../../electron/services/call-handlers.js';
import { createJobs } from '../../../electron/services/jobs.js';
import { openHostLog } from '../../../electron/hosts/host-log.js';
import { startApp } from '../../../electron/hosts/start-app.js';
import { firstBounds, readBounds, writeBounds } from '../../../electron/hosts/window-bounds.js';
import { randomIds } from '../../../electron/services/system-ports.js';
import { createUploads } from '../../../electron/services/uploads.js';
import { AppError } from '../../../shared/app-error.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'zhuanbao-host-'));

describe('startApp', () => {
  it('lets calls wait until the services are there', async () => {
    const handlers = { 'issue.duplicate': () => Promise.resolve({ key: '2031-03' }) } as unknown as Handlers;
    const close = vi.fn(() => Promise.resolve());
    const app = startApp(
      () =>
        new Promise((resolve) =>
          setTimeout(
            () =>
              resolve({
                handlers,
                jobs: createJobs(() => undefined),
                uploads: createUploads(randomIds),
                readOnlyReason: undefined,
                close,
                hasSafeWords: () => true,
              }),
            30,
          ),
        ),
      () => undefined,
    );
    expect(JSON.parse(await app.dispatch('issue.duplicate', '{"key":"2031-02"}'))).toEqual({ ok: true, value: { key: '2031-03' } });
    await app.close();
    expect(close).toHaveBeenCalledOnce();
  });

  it('answers every call with the reason when the library cannot be opened', async () => {
    const app = startApp(
      () => Promise.reject(new AppError('library-newer', '资料库由更新的版本写成。')),
      () => undefined,
    );
    const reason = { ok: false, code: 'library-newer', message: '资料库由更新的版本写成。' };
    for (const name of ['app.info', 'library.list']) expect(JSON.parse(await app.dispatch(name, '{}'))).toEqual(reason);
    expect(JSON.parse(await app.receive('u', new Uint8Array(1)))).toEqual(reason);
    await app.close();
  });

  it('keeps the words of an unforeseen failure for the log', async () => {
    const log = vi.fn();
    const app = startApp(() => Promise.reject(new Error('EIO /home/somebody')), log);
    expect(await app.dispatch('app.info', '{}')).not.toContain('somebody');
    expect(log).toHaveBeenCalledWith('start', expect.objectContaining({ message: 'EIO /home/somebody' }));
  });
});

describe('openHostLog', () => {
  const now = () => new Date('2031-05-06T07:08:09Z');

  it('writes time, place and error', () => {
    const path = join(folder(), '日志', '运行.log');
    openHostLog(path, now)('issue.save', new Error('broken'));
    expect(readFileSync(path, 'utf8')).toMatch(/^2031-05-06T07:08:09\.000Z issue\.save: Error: broken\n/);
  });

  it('starts over when it has grown large and keeps the older file', () => {
    const path = join(folder(), 'run.log');
    writeFileSync(path, 'x'.repeat(600 * 1024));
    openHostLog(path, now)('window', 'gone');
    expect(statSync(path).size).toBeLessThan(200);
    expect(existsSync(`${path}.1`)).toBe(true);
  });
});

describe('window bounds', () => {
  it('come back as they were written', () => {
    const path = join(folder(), 'a', 'bounds.json');
    const bounds = { left: -10, top: 20, width: 1400, height: 900, maximized: false };
    writeBounds(path, bounds);
    expect(readBounds(path)).toEqual(bounds);
  });

  it.each(['', '{', '{"width":5,"height":5,"maximized":false}', '{"width":1e9,"height":800,"maximized":true}', '[]'])(
    'are the first ones when the file says %j',
    (text) => {
      const path = join(folder(), 'bounds.json');
      writeFileSync(path, text);
      expect(readBounds(path)).toEqual(firstBounds);
    },
  );
});
