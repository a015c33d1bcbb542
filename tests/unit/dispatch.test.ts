import { describe, expect, it } from 'vitest';
import { createDispatch } from '../../electron/dispatch.js';
import type { Handlers } from '../../electron/services/call-handlers.js';
import { createJobs, type Job } from '../../electron/services/jobs.js';
import { calls, type JobProgress } from '../../shared/ipc.js';
import { AppError } from '../../shared/app-error.js';

/** Handlers of which only the given ones may be called. */
function handlers(given: Partial<Handlers>): Handlers {
  const refuse = () => Promise.reject(new Error('this handler is not part of the test'));
  return new Proxy(given, { get: (target, name) => Reflect.get(target, name) ?? refuse }) as Handlers;
}

function setUp(given: Partial<Handlers>, readOnlyReason?: string) {
  const unexpected: unknown[] = [];
  const told: JobProgress[] = [];
  const jobs = createJobs((_name, body) => void told.push(body as JobProgress));
  const dispatch = createDispatch({ handlers: handlers(given), jobs, readOnlyReason }, (_name, error) => unexpected.push(error));
  const call = async (name: string, request: string) => JSON.parse(await dispatch(name, request)) as Record<string, unknown>;
  return { call, unexpected, jobs, told };
}

describe('dispatch', () => {
  it('hands the parsed request to the handler and its response back', async () => {
    const { call } = setUp({ 'issue.duplicate': ({ key }) => Promise.resolve({ key: key === '2031-02' ? '2031-03' : '2031-04' }) });
    expect(await call('issue.duplicate', '{"key":"2031-02"}')).toEqual({ ok: true, value: { key: '2031-03' } });
  });

  it.each(['nothing', 'constructor', '__proto__', 'toString', 'hasOwnProperty', ''])('refuses the unknown name "%s"', async (name) => {
    const { call, unexpected } = setUp({});
    expect(await call(name, '{}')).toMatchObject({ ok: false, code: 'bad-request' });
    expect(unexpected).toEqual([]);
  });

  it.each(['', '{', 'undefined', 'null', '[]', '7', '{"key":1}', '{"key":"2031-02","more":true}', '{"key":"../2031-02"}'])(
    'refuses the request %j before the handler sees it',
    async (request) => {
      let called = false;
      const { call } = setUp({
        'issue.duplicate': () => {
          called = true;
          return Promise.resolve({ key: '2031-03' });
        },
      });
      expect(await call('issue.duplicate', request)).toMatchObject({ ok: false, code: 'bad-request' });
      expect(called).toBe(false);
    },
  );

  it('carries an AppError across as its code and sentence', async () => {
    const { call, unexpected } = setUp({ 'issue.delete': () => Promise.reject(new AppError('issue-missing', '资料库里没有这一期。')) });
    expect(await call('issue.delete', '{"key":"2031-02"}')).toEqual({ ok: false, code: 'issue-missing', message: '资料库里没有这一期。' });
    expect(unexpected).toEqual([]);
  });

  it('keeps the words of any other error inside and reports it', async () => {
    const secret = new Error('/home/somebody/file');
    const { call, unexpected } = setUp({ 'issue.delete': () => Promise.reject(secret) });
    const result = await call('issue.delete', '{"key":"2031-02"}');
    expect(result).toMatchObject({ ok: false, code: 'internal' });
    expect(JSON.stringify(result)).not.toContain('somebody');
    expect(unexpected).toEqual([secret]);
  });

  it('treats a response that breaks the contract as an internal error', async () => {
    const { call, unexpected } = setUp({ 'issue.delete': () => Promise.resolve({ trashId: 5 } as unknown as { trashId: string }) });
    expect(await call('issue.delete', '{"key":"2031-02"}')).toMatchObject({ ok: false, code: 'internal' });
    expect(unexpected).toHaveLength(1);
  });

  it('answers a handler that throws at once like one that rejects', async () => {
    const { call } = setUp({
      'app.info': () => {
        throw new AppError('library-locked', '资料库正由另一个窗口使用。');
      },
    });
    expect(await call('app.info', '{}')).toMatchObject({ ok: false, code: 'library-locked' });
  });
});

describe('a library that can only be read', () => {
  const reason = '资料库正由另一个窗口使用。';

  it.each(Object.entries(calls))('%s is refused exactly when it would change the library', async (name, row) => {
    const isSaving = row.effect === 'runs' ? row.isSaving : row.effect === 'saves';
    const { call } = setUp({}, reason);
    const refused = { ok: false, code: 'library-read-only', message: reason };
    const answer = await call(name, '{}');
    if (isSaving) expect(answer).toEqual(refused);
    else expect(answer).not.toEqual(refused);
  });
});

describe('long work', () => {
  /** `library.check` as work that tells two steps and then waits until it is told to stop. */
  const untilStopped = (_request: object, { report, signal }: Job): Promise<never> => {
    report('甲', 1, 4);
    report('乙', 2, 4);
    return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
  };
  const request = '{"job":"a","request":{}}';

  it('is handed its parsed request, and answers like any call', async () => {
    const { call } = setUp({ 'library.check': () => Promise.resolve({ troubles: [] }) });
    expect(await call('library.check', request)).toEqual({ ok: true, value: { troubles: [] } });
    expect(await call('library.check', '{}')).toMatchObject({ ok: false, code: 'bad-request' });
    expect(await call('library.check', '{"job":"a","request":{"more":1}}')).toMatchObject({ ok: false, code: 'bad-request' });
  });

  it('tells how far it is under its name, once for every step and percent', async () => {
    const { call, told } = setUp({
      'library.check': (_request, { report }) => {
        for (let done = 0; done <= 1000; done += 1) report('甲', done, 1000);
        report('乙', 1000, 1000);
        return Promise.resolve({ troubles: [] });
      },
    });
    await call('library.check', request);
    expect(told).toHaveLength(102);
    expect(told.at(-1)).toEqual({ job: 'a', step: '乙', done: 1000, total: 1000 });
  });

  it('stops when it is cancelled by its name, not by another', async () => {
    const { call, jobs } = setUp({ 'library.check': untilStopped });
    const answer = call('library.check', request);
    jobs.cancel('b');
    expect(await Promise.race([answer, Promise.resolve('under way')])).toBe('under way');
    jobs.cancel('a');
    expect(await answer).toMatchObject({ ok: false, code: 'cancelled' });
    expect(await call('library.check', '{"job":"a","request":{"more":1}}')).toMatchObject({ code: 'bad-request' });
  });

  it('is not begun twice under one name, and may be begun again once it ended', async () => {
    const { call, jobs } = setUp({ 'library.check': untilStopped });
    const first = call('library.check', request);
    expect(await call('library.check', request)).toMatchObject({ ok: false, code: 'bad-request' });
    jobs.cancel('a');
    await first;
    const again = call('library.check', request);
    jobs.cancel('a');
    expect(await again).toMatchObject({ ok: false, code: 'cancelled' });
  });

  it('is stopped, and waited for, when the services end', async () => {
    let hasEnded = false;
    const { call, jobs } = setUp({
      'library.check': async (asked, job) => {
        await untilStopped(asked, job).catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 5));
        hasEnded = true;
        return { troubles: [] };
      },
    });
    const answer = call('library.check', request);
    await Promise.resolve();
    await jobs.close();
    expect(hasEnded).toBe(true);
    await answer;
  });
});
