import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerFromDisk, contentSecurityPolicy, type ServedFolders } from '../../../electron/hosts/serve-files.js';

let folders: ServedFolders;

beforeAll(() => {
  const root = mkdtempSync(join(tmpdir(), 'zhuanbao-serve-'));
  folders = { renderer: join(root, 'renderer'), assets: join(root, 'assets') };
  mkdirSync(join(folders.renderer, 'bundle'), { recursive: true });
  mkdirSync(join(folders.assets, '字体'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(folders.renderer, 'index.html'), '<!doctype html>');
  writeFileSync(join(folders.renderer, 'bundle', 'index.js'), 'run()');
  writeFileSync(join(folders.renderer, 'program.exe'), 'MZ');
  writeFileSync(join(folders.renderer, '.hidden.txt'), 'hidden');
  writeFileSync(join(folders.assets, '字体', '仿宋.ttf'), 'font');
  symlinkSync(join(root, 'secret.txt'), join(folders.assets, 'link.txt'));
});

const ask = (path: string, method = 'GET') => answerFromDisk(method, `https://zhuanbao.invalid${path}`, folders);
const text = (body: Uint8Array): string => new TextDecoder().decode(body);

describe('answerFromDisk', () => {
  it('answers the root with the window page', async () => {
    const { status, headers, body } = await ask('/');
    expect([status, headers['Content-Type'], text(body)]).toEqual([200, 'text/html; charset=utf-8', '<!doctype html>']);
  });

  it('takes scripts from the renderer and fonts from the assets', async () => {
    expect(await ask('/bundle/index.js')).toMatchObject({ status: 200, headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
    expect(await ask(`/assets/${encodeURIComponent('字体')}/${encodeURIComponent('仿宋')}.ttf?v=1#x`)).toMatchObject({
      status: 200,
      headers: { 'Content-Type': 'font/ttf' },
    });
  });

  it('works alike for the origin of Electron', async () => {
    expect((await answerFromDisk('GET', 'app://zhuanbao/bundle/index.js', folders)).status).toBe(200);
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/%2e%2e%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets//etc/passwd',
    '//secret.txt',
    '/assets/%00.txt',
    '/assets/C:%5Csecret.txt',
    '/assets/link.txt',
    '/.hidden.txt',
    '/assets/....//secret.txt',
    '/%E0%A4%A',
  ])('finds nothing outside its folders: %s', async (path) => {
    const { status, body } = await ask(path);
    expect([status, body.length]).toEqual([404, 0]);
  });

  it('finds no folders, no files of unknown kind and no missing ones', async () => {
    expect(await Promise.all(['/bundle', '/assets/', '/program.exe', '/none.js'].map(async (path) => (await ask(path)).status))).toEqual([
      404, 404, 404, 404,
    ]);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    expect((await ask('/', method)).status).toBe(405);
  });

  it('answers HEAD without a body', async () => {
    expect(await ask('/', 'HEAD')).toMatchObject({ status: 200, body: new Uint8Array() });
  });

  it('puts the policy on every answer, refusals too', async () => {
    for (const path of ['/', '/none.js']) {
      expect((await ask(path)).headers).toMatchObject({
        'Content-Security-Policy': contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
      });
    }
  });

  it('allows no inline script, no eval and no other origin', () => {
    expect(contentSecurityPolicy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(contentSecurityPolicy).not.toMatch(/unsafe-eval|https?:|\*|script-src[^;]*unsafe/);
  });
});
