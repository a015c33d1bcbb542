import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeBy } from '../../../../electron/services/bundle/judge-key.js';
import { unsealFile } from '../../../../electron/services/bundle/seal.js';
import { unopened, verifyBundle, type VerifiedBundle } from '../../../../electron/services/bundle/verify-bundle.js';
import { isError, problemTable } from '../../../../shared/bundle/problems.js';
import { bundleCases, goodParts, signedEntries } from '../../../helpers/bundle-cases.js';
import { rawZip } from '../../../helpers/raw-zip.js';
import { sealedCases, type SealedCase } from '../../../helpers/sealed-cases.js';

let folder = '';

beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'bundle-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function look(bytes: Uint8Array, passphrase?: string): Promise<VerifiedBundle> {
  const path = join(folder, '包.zbx');
  writeFileSync(path, bytes);
  if (passphrase === undefined) return verifyBundle(path, { judgeKey: judgeBy([], '') });
  const opened = join(folder, '解开.zbx');
  const found = await unsealFile(path, opened, passphrase, {});
  expect(existsSync(opened)).toBe(found === undefined);
  const verified = found === undefined ? await verifyBundle(opened, { judgeKey: judgeBy([], '') }) : unopened(found);
  rmSync(opened, { force: true });
  return verified;
}

const cases: readonly SealedCase[] = [...bundleCases, ...sealedCases];

describe('the conformance set of bundles', () => {
  it.each(cases)('$name: $codes', async ({ bytes, codes, complete, valid, passphrase }) => {
    const { verdict } = await look(bytes, passphrase);
    const told = valid ? verdict.problems : verdict.problems.filter(isError);
    expect(told.map(({ code }) => code)).toEqual(codes);
    expect([verdict.complete, verdict.valid]).toEqual([complete, valid]);
  });

  it('has a case for every code but those that need a library, a missing file or gigabytes', () => {
    const shown = new Set(cases.flatMap(({ codes }) => codes));
    const others = [
      'not-there',
      'too-many-entries',
      'bundle-too-large',
      'key-changed',
      'key-withdrawn',
      'name-changed',
      'already-imported',
      'basis-missing',
      'number-reused',
      'chain-broken',
      'came-late',
      'packets-missing',
    ];
    expect(
      Object.keys(problemTable)
        .filter((code) => !shown.has(code as never))
        .sort(),
    ).toEqual(others.sort());
  });
});

describe('verifyBundle', () => {
  it('says that a file is not there', async () => {
    const { verdict } = await verifyBundle(join(folder, '没有.zbx'), { judgeKey: judgeBy([], '') });
    expect(verdict.problems.map(({ code }) => code)).toEqual(['not-there']);
  });

  it('refuses more entries than any bundle has before it reads them', async () => {
    const many = Array.from({ length: 20_001 }, (_entry, index) => ({ name: `data/${index}` }));
    expect((await look(rawZip(many))).verdict.problems.map(({ code }) => code)).toEqual(['too-many-entries']);
  });

  it('refuses what would unpack to more than any bundle holds', async () => {
    const huge = Array.from({ length: 257 }, (_entry, index) => ({
      name: `data/${index}`,
      deflate: true,
      declaredBytes: 64 * 1024 * 1024,
    }));
    expect((await look(rawZip(huge))).verdict.problems.map(({ code }) => code)).toContain('bundle-too-large');
  });

  it('names file, place and remedy in Chinese, and no control character of a hostile name', async () => {
    for (const { bytes, passphrase } of cases) {
      for (const { message } of (await look(bytes, passphrase)).verdict.problems) {
        expect(message).toMatch(/^[^{}\p{Cc}\u202e]+。[^{}\p{Cc}\u202e]+。$/u);
      }
    }
  });

  it('stops when it is told to', async () => {
    const path = join(folder, '停.zbx');
    writeFileSync(path, rawZip(signedEntries(goodParts())));
    await expect(verifyBundle(path, { judgeKey: judgeBy([], ''), signal: AbortSignal.abort() })).rejects.toThrow();
  });
});

describe('hostile bytes', () => {
  const whole = rawZip(signedEntries(goodParts()));

  it('never pass when cut at any length', async () => {
    for (let length = 0; length < whole.length; length += 13) {
      const { verdict } = await look(whole.subarray(0, length));
      expect([length, verdict.valid]).toEqual([length, false]);
    }
  });

  it('never change what a valid bundle says when a bit is flipped', async () => {
    const good = await look(whole);
    let refused = 0;
    for (let at = 0; at < whole.length; at += 11) {
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      const { verdict, digest } = await look(flipped);
      if (verdict.valid && verdict.signature !== 'none') expect([at, digest]).toEqual([at, good.digest]);
      if (!verdict.valid) refused += 1;
    }
    expect(refused).toBeGreaterThan(whole.length / 11 / 2);
  });
});
