import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { forkRecognition } from '../../../electron/hosts/fork-recognition.js';
import { createRecognition } from '../../../electron/services/recognition/recognition.js';

const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'recognition-'));
const program = join(folder, 'recognition.cjs');
const patientMs = 120_000;

beforeAll(async () => {
  const build: unknown = await import(pathToFileURL(join(root, 'build', 'bundle.mjs')).href);
  await (build as { bundleRecognition(root: string, outfile: string): Promise<void> }).bundleRecognition(root, program);
});

function fileOf(name: string, bytes: string | Uint8Array) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return { path, name };
}

describe('the reading program', () => {
  it('reads a file in a process of its own and tells its steps', async () => {
    const steps: string[] = [];
    const recognition = createRecognition(() => forkRecognition(program), patientMs);
    const read = await recognition.recognize(fileOf('甲.txt', '甲县探索“院坝课堂”\n\n近日，甲县开设课堂36场。\n'), {
      onStep: (step) => steps.push(step),
    });
    expect(read).toMatchObject({ kind: 'article', article: { title: '甲县探索“院坝课堂”' }, bytes: 68 });
    expect(steps).toEqual(['正在打开', '正在识别']);
  });

  it('passes refusals on with their code', async () => {
    const recognition = createRecognition(() => forkRecognition(program), patientMs);
    await expect(recognition.recognize(fileOf('图.rar', 'Rar!'))).rejects.toMatchObject({ code: 'file-kind' });
    await expect(recognition.recognize({ path: join(folder, '没有.txt'), name: '没有.txt' })).rejects.toMatchObject({
      code: 'file-broken',
      message: expect.stringMatching(/^没有\.txt：/u) as string,
    });
  });

  it('tells of a program that is not there or dies at once', async () => {
    const gone = createRecognition(() => forkRecognition(join(folder, 'nothing.cjs')), patientMs);
    await expect(gone.recognize(fileOf('乙.txt', '乙'))).rejects.toMatchObject({ code: 'file-broken' });
  });

  it('is stopped in its memory, not by the machine’s', async () => {
    const greedy = join(folder, 'greedy.cjs');
    const hold = `if (require('node:worker_threads').isMainThread === false) { const held = []; for (;;) held.push(Buffer.alloc(8 << 20, 1)); }\n`;
    writeFileSync(greedy, hold + readFileSync(program, 'utf8'));
    const recognition = createRecognition(() => forkRecognition(greedy), patientMs);
    await expect(recognition.recognize(fileOf('丙.txt', '丙'))).rejects.toMatchObject({
      code: 'file-too-large',
      message: expect.stringContaining('内存太多') as string,
    });
  });

  it('is stopped in its heap', async () => {
    const greedy = join(folder, 'heap.cjs');
    const hold = `if (require('node:worker_threads').isMainThread === false) { const held = []; for (;;) held.push(new Array(1000).fill(held.length)); }\n`;
    writeFileSync(greedy, hold + readFileSync(program, 'utf8'));
    const recognition = createRecognition(() => forkRecognition(greedy), patientMs);
    await expect(recognition.recognize(fileOf('丁.txt', '丁'))).rejects.toMatchObject({ code: 'file-too-large' });
  });
});
