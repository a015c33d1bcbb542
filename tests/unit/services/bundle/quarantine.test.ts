import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../../../electron/services/app.js';
import { clearQuarantine, newPlace, quarantine } from '../../../../electron/services/bundle/quarantine.js';
import { appOptions } from '../../../helpers/open-app.js';

let folder = '';
const kept = (): readonly string[] => readdirSync(join(folder, '隔离区'));

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'quarantine-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program that copies a file off a stick and waits. */
async function startHolder() {
  const program = join(folder, 'holder.mjs');
  const entry = fileURLToPath(new URL('../../../helpers/quarantining-child.ts', import.meta.url));
  const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };
  await build({ entryPoints: [entry], outfile: program, bundle: true, platform: 'node', format: 'esm', banner, logLevel: 'error' });
  const child = spawn(process.execPath, [program, join(folder, '盘.zbx'), folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

describe('the quarantine', () => {
  it('keeps what a running program looks at, and lets go of it once that program was killed', async () => {
    writeFileSync(join(folder, '盘.zbx'), '交换包');
    const child = await startHolder();
    await clearQuarantine(folder);
    expect(kept()).toHaveLength(1);
    const own = await quarantine(join(folder, '盘.zbx'), folder);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await clearQuarantine(folder);
    expect(kept().map((name) => join(folder, '隔离区', name))).toEqual([own.path]);
  });

  it('is cleared when the program starts', async () => {
    const options = appOptions();
    mkdirSync(join(options.userFolder, '隔离区'), { recursive: true });
    const left = join(options.userFolder, '隔离区', '0123456789abcdef.zbx');
    writeFileSync(left, '解开的交换包');
    const app = await createApp(options);
    await expect.poll(() => existsSync(left)).toBe(false);
    await app.close();
  });

  it('takes a process of this number that the machine started later for another', async () => {
    const { path } = await newPlace(folder);
    writeFileSync(path, '甲');
    await clearQuarantine(folder);
    expect(kept()).toHaveLength(1);
    utimesSync(path, 1, 1);
    await clearQuarantine(folder);
    expect(kept()).toEqual([]);
  });

  it('does nothing where nothing is', async () => {
    await clearQuarantine(join(folder, '没有'));
    expect(existsSync(join(folder, '没有'))).toBe(false);
  });
});
