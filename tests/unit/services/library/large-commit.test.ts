import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../../../electron/services/library/library.js';
import { systemClock } from '../../../../electron/services/system-ports.js';
import { buildChild } from '../../../helpers/build-child.js';
import { failingDisk } from '../../../helpers/faulty-disk.js';
import { filesIn, manySubmissions, within } from '../../../helpers/library-fixture.js';

const kills = 3;
const put = (title: string) => manySubmissions(title).map((value) => ({ do: 'put', kind: 'submission', value }) as const);
let workFolder = '';
let child = '';

beforeAll(async () => {
  workFolder = await mkdtemp(join(tmpdir(), 'zhuanbao-commit-'));
  child = await buildChild('committing-child', workFolder);
});

afterAll(() => rm(workFolder, { recursive: true, force: true }));

interface End {
  readonly signal: NodeJS.Signals | null;
  readonly steps: number;
}

function commitInChild(folder: string, title: string, dieAt = 0): Promise<End> {
  return new Promise((resolve, reject) => {
    const process_ = spawn(process.execPath, [child, folder, title, String(dieAt)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    process_.stdout.setEncoding('utf8').on('data', (data: string) => (text += data));
    process_.on('error', reject);
    process_.on('close', (_code, signal) => resolve({ signal, steps: Number(text) }));
  });
}

/** The one title that all records have; none when there are no records. */
async function titleOfAll(library: Library): Promise<string> {
  const { submissions, trash, problems } = await library.list();
  expect({ trash, problems }).toEqual({ trash: [], problems: [] });
  expect([0, 1000]).toContain(submissions.length);
  const titles = new Set(submissions.map(({ title }) => title));
  expect(titles.size, [...titles].join()).toBeLessThan(2);
  return [...titles][0] ?? '无';
}

/** Kills a commit at a random one of its steps. Comes back with which title is there when the library is opened again. */
async function killAtRandom(folder: string, title: string, steps: number): Promise<{ readonly dieAt: number; readonly found: string }> {
  const dieAt = 1 + Math.floor(Math.random() * steps);
  const { signal } = await commitInChild(folder, title, dieAt);
  expect(signal).toBe('SIGKILL');
  const found = await within(folder, titleOfAll, { clock: systemClock });
  expect((await filesIn(folder)).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  return { dieAt, found };
}

describe('a commit of 1,000 records', () => {
  it('is there wholly or not at all after its process was killed at any moment', async () => {
    const whole = join(workFolder, '全');
    const { steps } = await commitInChild(whole, '零');
    expect(steps).toBeGreaterThan(5000);
    for (let kill = 1; kill <= kills; kill += 1) {
      const { dieAt, found } = await killAtRandom(join(workFolder, String(kill)), '一', steps);
      expect(['无', '一'], `new records, killed at step ${dieAt} of ${steps}`).toContain(found);
    }
    const { dieAt, found } = await killAtRandom(whole, '一', steps);
    expect(['零', '一'], `records replaced, killed at step ${dieAt}`).toContain(found);
  }, 240_000);

  it('that finds the disk full half way is taken back, and can be made again when there is room', () => {
    const failing = failingDisk({ steps: ['writeNew'], code: 'ENOSPC', path: /来稿/u, after: 400 });
    return within(
      join(workFolder, '满'),
      async (library) => {
        failing.arm();
        await expect(library.commit(put('新'), '导入')).rejects.toMatchObject({ code: 'disk-full' });
        expect(await titleOfAll(library)).toBe('无');
        failing.disarm();
        await library.commit(put('新'), '导入');
        expect(await titleOfAll(library)).toBe('新');
      },
      { disk: failing.disk },
    );
  }, 120_000);
});
