import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildChild } from '../../helpers/build-child.js';
import { numbered, titleOf, within } from '../../helpers/library-fixture.js';
import { readTyped, typedKey, type Typed } from '../../helpers/typing-plan.js';

/** Kills in all: a share in npm test, 200 by npm run fuzz; so many at one time. */
const kills = Number(process.env['ZHUANBAO_KILLS'] ?? 10);
const atOnce = 5;
/** What was typed longer ago than this must be there. */
const oldMs = 2000;
let workFolder = '';
let child = '';

beforeAll(async () => {
  workFolder = await mkdtemp(join(tmpdir(), 'zhuanbao-typing-'));
  child = await buildChild('typing-child', workFolder);
});

afterAll(() => rm(workFolder, { recursive: true, force: true }));

interface Life {
  readonly typed: readonly Typed[];
  readonly errors: string;
}

/** Lets the child type and kills it `waitMs` after its first character. */
function typeAndDie(folder: string, waitMs: number): Promise<Life> {
  return new Promise((resolve, reject) => {
    const program = spawn(process.execPath, [child, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    let errors = '';
    program.stdout.setEncoding('utf8').on('data', (data: string) => {
      if (text === '') void delay(waitMs).then(() => program.kill('SIGKILL'));
      text += data;
    });
    program.stderr.setEncoding('utf8').on('data', (data: string) => (errors += data));
    program.on('error', reject);
    program.on('close', () => resolve({ typed: readTyped(text), errors }));
  });
}

/** Characters lost of those typed longer than `oldMs` before the last sign of life. */
async function lostOf(number: number): Promise<number> {
  const folder = join(workFolder, String(number));
  await within(folder, (library) => library.add('issue', numbered(6, '零')));
  const { typed, errors } = await typeAndDie(folder, oldMs + Math.random() * 3000);
  expect(errors).toBe('');
  const endMs = typed.at(-1)?.atMs ?? 0;
  const due = typed.findLast(({ atMs }) => atMs < endMs - oldMs)?.count ?? 0;
  const found = await within(folder, async (library) => {
    expect((await library.list()).problems).toEqual([]);
    return titleOf((await library.getIssue(typedKey)).issue);
  });
  expect(found === '零' || /^字+$/u.test(found)).toBe(true);
  return Math.max(0, due - (found === '零' ? 0 : found.length));
}

describe('a program killed while an editor types', () => {
  it(
    `has on the disk everything older than two seconds (${String(kills)} kills)`,
    async () => {
      const lost: number[] = [];
      for (let begin = 0; begin < kills; begin += atOnce) {
        const numbers = Array.from({ length: Math.min(atOnce, kills - begin) }, (_, position) => begin + position);
        lost.push(...(await Promise.all(numbers.map(lostOf))));
      }
      expect(lost).toEqual(Array.from({ length: kills }, () => 0));
    },
    30_000 + kills * 4000,
  );
});
