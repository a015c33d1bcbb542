import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
let folder = '';
let program = '';

/** The build's own way, which has no types. */
async function bundler(): Promise<{ bundleRecognition(root: string, outfile: string): Promise<void> }> {
  return (await import(pathToFileURL(join(root, 'build', 'bundle.mjs')).href)) as never;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhuanbao-cli-'));
  program = join(folder, 'dist', 'electron', 'cli.mjs');
  const banner = { js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);" };
  await build({
    entryPoints: [join(root, 'electron/cli.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['playwright-core'],
    banner,
    logLevel: 'error',
  });
  await (await bundler()).bundleRecognition(root, join(folder, 'dist', 'electron', 'recognition.cjs'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ending {
  readonly code: number | null;
  readonly errors: string;
}

/** Runs the program; its output is read to the end, or its reader is gone at once. */
function run(words: readonly string[], isRead: boolean): Promise<Ending> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [program, '--library', join(folder, '资料库'), ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    if (isRead) child.stdout.resume();
    else child.stdout.destroy();
    child.stderr.setEncoding('utf8').on('data', (data: string) => (errors += data));
    child.once('close', (code) => done({ code, errors }));
  });
}

describe('the terminal program', () => {
  it('finishes its work and lets go of the library when the reader of its output has gone', async () => {
    const sample = join(root, 'assets/sample/宣传信息专报-样例.txt');
    expect(await run(['import', sample], false)).toEqual({ code: 0, errors: '' });
    expect(await readdir(join(folder, '资料库', '锁'))).toEqual([]);
    expect(await run(['list'], true)).toEqual({ code: 0, errors: '' });
  });

  it('ends with 2 for wrong usage and 1 for a failure, each with a sentence and a code', async () => {
    expect(await run(['nonsense'], true)).toEqual({ code: 2, errors: '没有“nonsense”这个命令。用 --help 查看用法。 [usage]\n' });
    const missing = await run(['show', '2001-01'], true);
    expect(missing.code).toBe(1);
    expect(missing.errors).toContain('[issue-missing]');
  });
});
