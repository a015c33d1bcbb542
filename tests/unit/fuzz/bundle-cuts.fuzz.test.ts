import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, truncateSync, copyFileSync, statSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeBy } from '../../../electron/services/bundle/judge-key.js';
import { verifyBundle } from '../../../electron/services/bundle/verify-bundle.js';
import { systemClock } from '../../../electron/services/system-ports.js';
import { AppError } from '../../../shared/app-error.js';
import { buildChild } from '../../helpers/build-child.js';
import { addManuscripts, exportManuscripts, importManuscripts, stateOf } from '../../helpers/carried-manuscripts.js';
import { within } from '../../helpers/library-fixture.js';
import { numbersFrom } from '../../helpers/mutations.js';

/** `npm run fuzz` makes 200 cuts, a quarter of each sort. */
const cuts = Number(process.env['ZHUANBAO_FUZZ'] ?? 0) >= 1000 ? 50 : 3;
const next = numbersFrom(Number(process.env['ZHUANBAO_FUZZ_SEED'] ?? 1));
let base = '';
let child = '';
/** A bundle of the manuscripts. */
let bundle = '';

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'zhuanbao-cuts-'));
  child = await buildChild('exchanging-child', base);
  await within(join(base, '有', '资料库'), addManuscripts, { clock: systemClock });
  bundle = join(base, '包.zbx');
  await cp(join(base, '有'), join(base, '发'), { recursive: true });
  const exporting = (library: Parameters<typeof stateOf>[0]) => exportManuscripts(library, join(base, '发'), bundle, () => undefined);
  await within(join(base, '发', '资料库'), exporting, { clock: systemClock });
  await within(join(base, '空', '资料库'), async () => undefined, { clock: systemClock });
});
afterAll(() => rm(base, { recursive: true, force: true }));

function run(deed: 'export' | 'import', folder: string, file: string, dieAt = 0) {
  return new Promise<{ readonly signal: NodeJS.Signals | null; readonly steps: number }>((resolve, reject) => {
    const process_ = spawn(process.execPath, [child, deed, folder, file, String(dieAt)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    process_.stdout.setEncoding('utf8').on('data', (data: string) => (text += data));
    process_.on('error', reject);
    process_.on('close', (_code, signal) => resolve({ signal, steps: Number(text) }));
  });
}

const look = (folder: string): Promise<string> => within(join(folder, '资料库'), stateOf, { clock: systemClock });

/** A library as it was, for one try. */
async function fresh(from: string, name: string): Promise<string> {
  const folder = join(base, name);
  await rm(folder, { recursive: true, force: true });
  await cp(join(base, from), folder, { recursive: true });
  return folder;
}

/** Whole files on a stick; what a dead program was still writing is hidden and no bundle. */
function bundlesOn(stick: string): readonly string[] {
  return readdirSync(stick).filter((name) => !name.startsWith('.'));
}

async function isWhole(file: string): Promise<boolean> {
  return (await verifyBundle(file, { judgeKey: judgeBy([], '') })).verdict.valid;
}

/** Number of a bundle that is there. */
async function numberOf(file: string): Promise<number | undefined> {
  return (await verifyBundle(file, { judgeKey: judgeBy([], '') })).manifest?.sequence;
}

describe(`an exchange that is cut (${cuts} times each)`, () => {
  it('imports all or nothing when its process is killed, and can be done again', { timeout: 120_000 + cuts * 20_000 }, async () => {
    const before = await look(await fresh('空', '全'));
    const { steps } = await run('import', join(base, '全'), bundle);
    const after = await look(join(base, '全'));
    expect([steps > 20, after === before]).toEqual([true, false]);
    for (let cut = 0; cut < cuts; cut += 1) {
      const folder = await fresh('空', '试');
      const dieAt = 1 + next(steps);
      expect((await run('import', folder, bundle, dieAt)).signal).toBe('SIGKILL');
      expect([before, after], `killed at step ${dieAt} of ${steps}`).toContain(await look(folder));
      await within(join(folder, '资料库'), (library) => importManuscripts(library, folder, bundle), { clock: systemClock });
      expect(await look(folder)).toBe(after);
    }
  });

  it('exports a whole bundle or none when its process is killed, and can be done again', { timeout: 120_000 + cuts * 20_000 }, async () => {
    const stick = join(base, '盘');
    mkdirSync(stick);
    const { steps } = await run('export', await fresh('有', '试'), join(stick, '全.zbx'));
    const library = await look(join(base, '试'));
    for (let cut = 0; cut < cuts; cut += 1) {
      rmSync(stick, { recursive: true });
      mkdirSync(stick);
      const folder = await fresh('有', '试');
      const dieAt = 1 + next(steps);
      expect((await run('export', folder, join(stick, '甲.zbx'), dieAt)).signal).toBe('SIGKILL');
      for (const name of bundlesOn(stick)) expect(await isWhole(join(stick, name)), `killed at step ${dieAt} of ${steps}`).toBe(true);
      await run('export', folder, join(stick, '乙.zbx'));
      const numbers = await Promise.all(bundlesOn(stick).map((name) => numberOf(join(stick, name))));
      expect(new Set(numbers).size, `numbers ${numbers.join()} after step ${dieAt}`).toBe(numbers.length);
      expect([await isWhole(join(stick, '乙.zbx')), await look(folder)]).toEqual([true, library]);
    }
  });

  it('exports nothing, says so and uses up no number when the stick is pulled out', { timeout: 120_000 + cuts * 20_000 }, async () => {
    const stick = join(base, '拔');
    let steps = 0;
    mkdirSync(stick);
    const counted = (library: Parameters<typeof stateOf>[0]) =>
      exportManuscripts(library, join(base, '试'), join(stick, '甲.zbx'), () => void (steps += 1));
    await within(join(await fresh('有', '试'), '资料库'), counted, { clock: systemClock });
    for (let cut = 0; cut < cuts; cut += 1) {
      const folder = await fresh('有', '试');
      rmSync(stick, { recursive: true, force: true });
      mkdirSync(stick);
      let left = 1 + next(steps - 1);
      const pull = (): void => void ((left -= 1) === 0 && rmSync(stick, { recursive: true }));
      const pulled = (library: Parameters<typeof stateOf>[0]) => exportManuscripts(library, folder, join(stick, '甲.zbx'), pull);
      const failed = await within(join(folder, '资料库'), (library) => pulled(library).catch((error: unknown) => error), {
        clock: systemClock,
      });
      expect(failed).toBeInstanceOf(AppError);
      expect((failed as AppError).message).toContain('没有导出');
      expect(existsSync(stick)).toBe(false);
      expect(await look(folder)).toBe(await look(await fresh('有', '同')));
    }
  });

  it('imports nothing of a bundle that was not copied to its end, and says so', { timeout: 120_000 + cuts * 20_000 }, async () => {
    const before = await look(await fresh('空', '试'));
    const part = join(base, '半.zbx');
    for (let cut = 0; cut < cuts; cut += 1) {
      copyFileSync(bundle, part);
      truncateSync(part, next(statSync(bundle).size));
      const taking = within(join(base, '试', '资料库'), (library) => importManuscripts(library, join(base, '试'), part), {
        clock: systemClock,
      });
      await expect(taking).rejects.toThrow(/文件不完整|文件是空的/u);
    }
    expect(await look(join(base, '试'))).toBe(before);
  });
});
