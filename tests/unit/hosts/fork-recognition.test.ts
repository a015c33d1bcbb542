import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forkRecognition } from '../../../electron/hosts/fork-recognition.js';
import { createRecognition } from '../../../electron/services/recognition/recognition.js';
import { AppError } from '../../../shared/app-error.js';
import { readBombs, refusedBombs } from '../../helpers/bombs.js';
import { buildReadingProgram, type ReadingProgram } from '../../helpers/reading-program.js';

const patientMs = 120_000;
let built: ReadingProgram;
let folder: string;
let program: string;
let fileOf: ReadingProgram['fileOf'];

beforeAll(async () => {
  built = await buildReadingProgram();
  ({ folder, program, fileOf } = built);
});
afterAll(() => built.remove());

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
    // Of 600 MB and no more: a program that nobody stops goes on to read the file.
    const hold = `if (require('node:worker_threads').isMainThread === false) { globalThis.held = Array.from({ length: 75 }, () => Buffer.alloc(8 << 20, 1)); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000); }\n`;
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

/** One of each way to hurt; every bomb is read here in `npm run fuzz`. */
const isShare = process.env['ZHUANBAO_FUZZ'] === undefined;
const shared = [
  '谎报一千字节.docx',
  '一百万段.docx',
  '一行二十兆.txt',
  '嵌套过深.docx',
  '样式两万层.docx',
  '页眉指向正文.docx',
  '点线和空白极长.docx',
];
const tried = <Row extends readonly [name: string, ...rest: unknown[]]>(bombs: readonly Row[]) =>
  bombs.filter(([name]) => !isShare || shared.includes(name));

describe('a file made to hurt, within the memory and time an editor’s files have', () => {
  it.each(tried(refusedBombs))('%s is refused for what it is', async (name, says, build) => {
    const refusal: unknown = await built.read(name, build()).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(AppError);
    expect((refusal as AppError).message).toMatch(says);
  });

  it.each(tried(readBombs))('%s is read', async (name, holds, build) => {
    expect(JSON.stringify(await built.read(name, build()))).toContain(holds);
  });
});
