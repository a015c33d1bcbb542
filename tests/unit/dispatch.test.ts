import { describe, expect, it } from 'vitest';
import { createDispatch } from '../../electron/dispatch.js';
import type { Handlers } from '../../shared/ipc.js';
import { AppError } from '../../shared/app-error.js';

/** Handlers of which only the given ones may be called. */
function handlers(given: Partial<Handlers>): Handlers {
  const refuse = () => Promise.reject(new Error('this handler is not part of the test'));
  return new Proxy(given, { get: (target, name) => Reflect.get(target, name) ?? refuse }) as Handlers;
}

function setUp(given: Partial<Handlers>) {
  const unexpected: unknown[] = [];
  const dispatch = createDispatch(handlers(given), (_name, error) => unexpected.push(error));
  const call = async (name: string, request: string) => JSON.parse(await dispatch(name, request)) as Record<string, unknown>;
  return { call, unexpected };
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
