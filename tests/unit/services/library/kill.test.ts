import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary, type Library } from '../../../../electron/services/library/library.js';
import { randomIds, systemClock } from '../../../../electron/services/system-ports.js';
import { buildChild } from '../../../helpers/build-child.js';
import { filesIn, titleOf } from '../../../helpers/library-fixture.js';
import { slotOf, slots, type Report } from '../../../helpers/saving-plan.js';

const killsPerFolder = 105;
let workFolder = '';
let child = '';

beforeAll(async () => {
  workFolder = await mkdtemp(join(tmpdir(), 'zhuanbao-kill-'));
  child = await buildChild('saving-child', workFolder);
});

afterAll(() => rm(workFolder, { recursive: true, force: true }));

interface Life {
  readonly reports: readonly Report[];
  readonly errors: string;
}

/** Starts the child and kills it: `waitMs` after it said `after`. Comes back when it is gone and all it said is read. */
function liveAndDie(folder: string, begin: number, after: Report['kind'], waitMs: number): Promise<Life> {
  return new Promise((resolve, reject) => {
    const process_ = spawn(process.execPath, [child, folder, String(begin)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    let errors = '';
    let isDoomed = false;
    process_.stdout.setEncoding('utf8').on('data', (data: string) => {
      text += data;
      if (isDoomed || !text.includes(`"${after}"`)) return;
      isDoomed = true;
      void delay(waitMs).then(() => process_.kill('SIGKILL'));
    });
    process_.stderr.setEncoding('utf8').on('data', (data: string) => (errors += data));
    process_.on('error', reject);
    process_.on('close', () => resolve({ reports: readReports(text), errors }));
  });
}

/** Whole lines only: the last may be cut by the kill. */
function readReports(text: string): readonly Report[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Report);
}

/** The title of every slot, wherever it is; undefined where there is none. Fails when a slot is there twice. */
async function titlesOnDisk(library: Library): Promise<readonly (string | undefined)[]> {
  for (const { id } of (await library.list()).trash) await library.restore(id);
  const { issues, submissions, problems } = await library.list();
  expect(problems).toEqual([]);
  const titles: (string | undefined)[] = Array.from({ length: slots }, () => undefined);
  for (const { key, number } of issues) {
    expect(titles[slotOf(number)], `slot ${slotOf(number)} is there twice`).toBeUndefined();
    titles[slotOf(number)] = titleOf((await library.getIssue(key)).issue);
  }
  return [...titles, submissions[0]?.title];
}

/** Kills the child again and again on one folder; after each kill the library must hold all that was reported done. */
async function killRepeatedly(
  folder: string,
  seed: number,
): Promise<{ kills: number; begun: number; savesDone: number; told: number; repairs: number }> {
  let state: readonly (string | undefined)[] = Array.from({ length: slots + 1 }, () => undefined);
  const sum = { kills: 0, begun: 0, savesDone: 0, told: 0, repairs: 0 };
  let count = 1;
  for (let kill = 0; kill < killsPerFolder; kill += 1) {
    const after: Report['kind'] = (kill + seed) % 5 === 0 ? 'opening' : (kill + seed) % 5 === 1 ? 'opened' : 'done';
    const { reports, errors } = await liveAndDie(folder, count, after, Math.random() * 40);
    expect(errors).toBe('');
    const expected = [...state];
    let inFlight: Extract<Report, { kind: 'begin' }> | undefined;
    for (const line of reports) {
      if (line.kind === 'begin') {
        inFlight = line;
        count = Math.max(count, line.count + 1);
        sum.begun += 1;
      } else if (line.kind === 'done') {
        expected[line.slot] = line.title;
        inFlight = undefined;
        sum.savesDone += 1;
      }
    }
    const library = await openLibrary({ folder, clock: systemClock, ids: randomIds });
    state = await titlesOnDisk(library);
    const notices = library.notices();
    await library.close();
    for (const [slot, title] of state.entries()) {
      const may = inFlight?.slot === slot ? [expected[slot], String(inFlight.count)] : [expected[slot]];
      expect(may, `slot ${slot} after kill ${kill}`).toContain(title);
    }
    if (reports.some(({ kind }) => kind === 'opened')) expect(notices.join('')).toContain('没有正常退出');
    sum.kills += 1;
    sum.told += notices.length > 0 ? 1 : 0;
    sum.repairs += notices.filter((notice) => notice.includes('程序中断')).length;
  }
  expect((await filesIn(folder)).filter((file) => file.endsWith('.tmp') || file.startsWith('锁/'))).toEqual([]);
  return sum;
}

describe('a library whose writing process is killed', () => {
  it('opens after each of more than 200 kills with every reported save, losing at most the one in flight', async () => {
    const [left, right] = await Promise.all([killRepeatedly(join(workFolder, '甲'), 0), killRepeatedly(join(workFolder, '乙'), 2)]);
    const sums = [left, right];
    const total = (pick: (sum: typeof left) => number) => sums.reduce((all, sum) => all + pick(sum), 0);
    console.log(
      `kills ${total((sum) => sum.kills)}, changes begun ${total((sum) => sum.begun)}, done ${total((sum) => sum.savesDone)}, interrupted saves settled ${total((sum) => sum.repairs)}`,
    );
    expect(total((sum) => sum.kills)).toBeGreaterThanOrEqual(200);
    expect(total((sum) => sum.savesDone)).toBeGreaterThan(120);
    expect(total((sum) => sum.told)).toBeGreaterThan(100);
  }, 240_000);
});
