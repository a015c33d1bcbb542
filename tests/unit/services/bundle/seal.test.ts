import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { examineSeal } from '../../../../electron/services/bundle/seal-head.js';
import { sealFile, unsealFile } from '../../../../electron/services/bundle/seal.js';
import { verifyBundle } from '../../../../electron/services/bundle/verify-bundle.js';
import { judgeBy } from '../../../../electron/services/bundle/judge-key.js';
import { pieceBytes } from '../../../../shared/bundle/seal-format.js';
import { refusePassphrase } from '../../../../shared/bundle/passphrase.js';
import { flipped, plainBundle, sealed, sealedPassphrase } from '../../../helpers/sealed-cases.js';

let folder = '';
let [plain, shut, opened] = ['', '', ''];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seal-'));
  [plain, shut, opened] = [join(folder, '明'), join(folder, '密'), join(folder, '解')];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const cheap = { logN: 10 } as const;

/** What opening a file says; whatever it says, nothing is left of what was refused. */
async function open(bytes: Uint8Array, passphrase = sealedPassphrase): Promise<string | Buffer> {
  writeFileSync(shut, bytes);
  const found = await unsealFile(shut, opened, passphrase, {});
  const left = readdirSync(folder).includes('解') ? readFileSync(opened) : undefined;
  rmSync(opened, { force: true });
  expect(left === undefined).toBe(found !== undefined);
  return found?.code ?? left ?? '';
}

describe('sealFile', () => {
  it.each([1, pieceBytes - 1, pieceBytes, pieceBytes + 1, 2 * pieceBytes, 2 * pieceBytes + 5])(
    'gives %d bytes back as they were, told by its first bytes and length alone',
    async (length) => {
      const bytes = Buffer.alloc(length, '示例');
      writeFileSync(plain, bytes);
      const told: number[] = [];
      await sealFile(plain, shut, sealedPassphrase, { ...cheap, onProgress: (done) => void told.push(done) });
      expect(told.at(-1)).toBe(length);
      expect(await examineSeal(shut)).toMatchObject({ kind: 'sealed', seal: { head: { bytes: length, logN: 10 } } });
      expect(bytes.equals((await open(readFileSync(shut))) as Buffer)).toBe(true);
    },
  );

  it('is what the specification says, and another thing each time', async () => {
    writeFileSync(plain, plainBundle);
    await sealFile(plain, shut, ` ${sealedPassphrase}`, cheap);
    const first = readFileSync(shut);
    rmSync(shut);
    await sealFile(plain, shut, sealedPassphrase, cheap);
    expect(readFileSync(shut).equals(first)).toBe(false);
    expect(first.includes('示例区')).toBe(false);
    expect((await open(first)) as Buffer).toEqual(plainBundle);
    expect((await open(sealed(plainBundle))) as Buffer).toEqual(plainBundle);
  });

  it('asks scrypt for its full cost unless told otherwise', async () => {
    writeFileSync(plain, '甲');
    await sealFile(plain, shut, sealedPassphrase, {});
    expect(await examineSeal(shut)).toMatchObject({ seal: { head: { logN: 17 } } });
    expect((await open(readFileSync(shut))) as Buffer).toEqual(Buffer.from('甲'));
  });

  it('overwrites nothing, and leaves nothing when it is stopped', async () => {
    writeFileSync(plain, Buffer.alloc(4 * pieceBytes));
    writeFileSync(shut, '别人的');
    await expect(sealFile(plain, shut, sealedPassphrase, cheap)).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readFileSync(shut, 'utf8')).toBe('别人的');
    rmSync(shut);
    const stop = new AbortController();
    const stopped = sealFile(plain, shut, sealedPassphrase, { ...cheap, signal: stop.signal, onProgress: () => stop.abort() });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(readdirSync(folder)).toEqual(['明']);
  });
});

describe('a sealed bundle', () => {
  const whole = sealed(plainBundle);

  it('is told to be cut short at any length, before anybody is asked for a passphrase', async () => {
    for (let length = 1; length < whole.length; length += 7) {
      expect([length, await open(whole.subarray(0, length))]).toEqual([length, 'cut-short']);
      const { verdict } = await verifyBundle(shut, { judgeKey: judgeBy([], '') });
      expect(verdict.problems.map(({ code }) => code)).toEqual(['cut-short']);
    }
  });

  it('never opens when any bit of it is flipped', async () => {
    for (let at = 0; at < whole.length; at += 5) {
      const found = await open(flipped(whole, at, at % 8));
      expect(['not-a-bundle', 'cut-short', 'sealed-changed'], `byte ${at}`).toContain(found);
    }
  });

  it('is told apart from one with another passphrase', async () => {
    expect(await open(whole, '另外的口令')).toBe('passphrase-wrong');
    expect(await open(whole, '')).toBe('passphrase-wrong');
  });

  it('overwrites nothing when it is opened', async () => {
    writeFileSync(shut, whole);
    mkdirSync(opened);
    await expect(unsealFile(shut, opened, sealedPassphrase, {})).rejects.toThrow();
    expect(readdirSync(opened)).toEqual([]);
  });
});

describe('a passphrase', () => {
  it.each([
    ['12345', '口令至少要 6 个字符。'],
    ['  1234   ', '口令至少要 6 个字符。'],
    ['示例区宣讲稿', undefined],
    ['𠮷𠮷𠮷𠮷𠮷', '口令至少要 6 个字符。'],
    ['长'.repeat(201), '口令最多 200 个字符。'],
  ])('%j: %s', (typed, refusal) => expect(refusePassphrase(typed)).toBe(refusal));
});
