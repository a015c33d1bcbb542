import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../../../electron/services/app.js';
import { clearQuarantine, newPlace, quarantine, unseal } from '../../../../electron/services/bundle/quarantine.js';
import { limits } from '../../../../shared/bundle/format.js';
import { pieceBytes } from '../../../../shared/bundle/seal-format.js';
import { sealed, sealedPassphrase } from '../../../helpers/sealed-cases.js';
import { appOptions } from '../../../helpers/open-app.js';
import { buildChild } from '../../../helpers/build-child.js';

let folder = '';
const kept = (): readonly string[] => readdirSync(join(folder, '隔离区'));

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'quarantine-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program that copies a file off a stick and waits. */
async function startHolder() {
  const program = await buildChild('quarantining-child', folder);
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

  it('is cleared by whoever puts a bundle there, as the terminal does', async () => {
    mkdirSync(join(folder, '隔离区'));
    writeFileSync(join(folder, '隔离区', '0123456789abcdef.zbx'), '解开的交换包');
    const { path } = await newPlace(folder);
    writeFileSync(path, '甲');
    await newPlace(folder);
    expect(kept().map((name) => join(folder, '隔离区', name))).toEqual([path]);
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

  it('holds nothing of a file that is gone or larger than any bundle, and says so', async () => {
    await expect(quarantine(join(folder, '没有.zbx'), folder)).rejects.toMatchObject({
      code: 'file-broken',
      message: expect.stringContaining('可能已被拔出'),
    });
    const huge = join(folder, '大.zbx');
    writeFileSync(huge, '');
    truncateSync(huge, limits.totalBytes + 1);
    await expect(quarantine(huge, folder)).rejects.toMatchObject({ code: 'file-too-large' });
    expect(kept()).toEqual([]);
  });

  it('keeps the sealed copy while its passphrase is wrong or its opening is stopped, and nothing of the opened one', async () => {
    const stick = join(folder, '盘.zbx');
    writeFileSync(stick, sealed(Buffer.alloc(3 * pieceBytes, '甲')));
    const copy = await quarantine(stick, folder);
    expect(await unseal(copy, folder, '错的口令', {})).toMatchObject({ code: 'passphrase-wrong' });
    const stop = new AbortController();
    const stopped = unseal(copy, folder, sealedPassphrase, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(kept().map((name) => join(folder, '隔离区', name))).toEqual([copy.path]);
    const opened = await unseal(copy, folder, sealedPassphrase, {});
    if ('code' in opened) throw new Error(opened.message);
    expect(kept().map((name) => join(folder, '隔离区', name))).toEqual([opened.path]);
  });

  it('does nothing where nothing is', async () => {
    await clearQuarantine(join(folder, '没有'));
    expect(existsSync(join(folder, '没有'))).toBe(false);
  });
});
