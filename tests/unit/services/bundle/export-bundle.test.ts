import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportBundle } from '../../../../electron/services/bundle/export-bundle.js';
import { openIdentity } from '../../../../electron/services/bundle/identity.js';
import { judgeBy } from '../../../../electron/services/bundle/judge-key.js';
import { verifyBundle } from '../../../../electron/services/bundle/verify-bundle.js';
import type { BundleContents } from '../../../../electron/services/bundle/write-bundle.js';

let folder = '';
let stick = '';
const writtenAt = new Date('2026-03-02T01:00:00.000Z');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'export-'));
  stick = join(folder, 'U盘');
  mkdirSync(stick);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function contents(load: () => Promise<Uint8Array> = async () => Buffer.from('正文')): BundleContents {
  return {
    kind: 'settings',
    to: '示例县委宣传部',
    unit: '示例市委宣传部',
    program: '专报编辑台',
    basis: [],
    records: [],
    sources: [{ name: '可读/甲.txt', isCompressible: true, load }],
  };
}

describe('exportBundle', () => {
  it('leaves one whole file, numbered and linked to the one before for the same receiver', async () => {
    const identity = await openIdentity(join(folder, '用户'));
    const first = await exportBundle(join(stick, '一.zbx'), contents(), identity, { writtenAt });
    const second = await exportBundle(join(stick, '二.zbx'), contents(), identity, { writtenAt });
    const other = await exportBundle(join(stick, '三.zbx'), { ...contents(), to: '' }, identity, { writtenAt });
    expect([first, second, other].map(({ manifest }) => manifest.sequence)).toEqual([1, 2, 1]);
    expect([first.manifest.previous, second.manifest.previous]).toEqual([undefined, first.digest]);
    expect(readdirSync(stick).sort()).toEqual(['一.zbx', '三.zbx', '二.zbx'].sort());
    const { verdict } = await verifyBundle(join(stick, '二.zbx'), { judgeKey: judgeBy([], '') });
    expect([verdict.valid, verdict.signature]).toEqual([true, 'unknown']);
  });

  it('keeps its key and its numbers over a restart', async () => {
    const { publicKey } = await openIdentity(join(folder, '用户'));
    await exportBundle(join(stick, '一.zbx'), contents(), await openIdentity(join(folder, '用户')), { writtenAt });
    const again = await openIdentity(join(folder, '用户'));
    expect([again.publicKey, again.next('示例县委宣传部').sequence]).toEqual([publicKey, 2]);
  });

  it('makes no new key when the old one cannot be read', async () => {
    mkdirSync(join(folder, '用户'));
    writeFileSync(join(folder, '用户', '本机身份.json'), '{');
    await expect(openIdentity(join(folder, '用户'))).rejects.toMatchObject({ code: 'library-unreadable' });
    expect(readFileSync(join(folder, '用户', '本机身份.json'), 'utf8')).toBe('{');
  });

  it('overwrites nothing', async () => {
    writeFileSync(join(stick, '一.zbx'), '别人的');
    const identity = await openIdentity(join(folder, '用户'));
    await expect(exportBundle(join(stick, '一.zbx'), contents(), identity, { writtenAt })).rejects.toMatchObject({ code: 'export-exists' });
    expect(readFileSync(join(stick, '一.zbx'), 'utf8')).toBe('别人的');
    expect(identity.next('示例县委宣传部').sequence).toBe(1);
  });

  it('overwrites nothing that appeared meanwhile', async () => {
    const identity = await openIdentity(join(folder, '用户'));
    const meanwhile = contents(async () => {
      writeFileSync(join(stick, '一.zbx'), '别人的');
      return Buffer.from('正文');
    });
    await expect(exportBundle(join(stick, '一.zbx'), meanwhile, identity, { writtenAt })).rejects.toMatchObject({ code: 'export-exists' });
    expect([readdirSync(stick), readFileSync(join(stick, '一.zbx'), 'utf8')]).toEqual([['一.zbx'], '别人的']);
  });

  it('leaves nothing and uses up no number when an entry cannot be read', async () => {
    const identity = await openIdentity(join(folder, '用户'));
    const failing = contents(() => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })));
    await expect(exportBundle(join(stick, '一.zbx'), failing, identity, { writtenAt })).rejects.toMatchObject({ code: 'disk-failed' });
    expect([readdirSync(stick), identity.next('示例县委宣传部').sequence]).toEqual([[], 1]);
  });

  it('leaves nothing when it is cancelled', async () => {
    const identity = await openIdentity(join(folder, '用户'));
    const stop = new AbortController();
    const stopped = contents(async () => {
      stop.abort();
      return Buffer.from('正文');
    });
    await expect(exportBundle(join(stick, '一.zbx'), stopped, identity, { writtenAt, signal: stop.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(readdirSync(stick)).toEqual([]);
  });

  it('says that the stick is gone when its folder is', async () => {
    const identity = await openIdentity(join(folder, '用户'));
    const pulled = contents(async () => {
      rmSync(stick, { recursive: true });
      return Buffer.from('正文');
    });
    await expect(exportBundle(join(stick, '一.zbx'), pulled, identity, { writtenAt })).rejects.toMatchObject({
      code: 'disk-failed',
      message: expect.stringContaining('拔出'),
    });
    expect(existsSync(stick)).toBe(false);
  });

  it('does not call whole what the stick gives back changed', async () => {
    const identity = await openIdentity(join(folder, '用户'));
    const damage = (): void => {
      const part = join(stick, readdirSync(stick)[0] ?? '');
      const bytes = readFileSync(part);
      bytes.write('变', bytes.indexOf('正文'));
      writeFileSync(part, bytes);
    };
    // Damaged while the first of two entries is being compared: a stick that wears out does no better.
    const two = { ...contents(), sources: [{ name: '可读/甲.txt', isCompressible: false, load: async () => Buffer.from('正文') }] };
    const exporting = exportBundle(join(stick, '一.zbx'), two, identity, {
      writtenAt,
      onStep: (step, done, total) => void (step === '正在读回核对' && done < total && damage()),
    });
    await expect(exporting).rejects.toMatchObject({ code: 'export-failed' });
    expect([readdirSync(stick), identity.next('示例县委宣传部').sequence]).toEqual([[], 1]);
  });

  it.skipIf(process.getuid?.() === 0)('says that the stick is protected', async () => {
    const identity = await openIdentity(join(folder, '用户'));
    chmodSync(stick, 0o500);
    await expect(exportBundle(join(stick, '一.zbx'), contents(), identity, { writtenAt })).rejects.toMatchObject({
      code: 'library-read-only',
    });
    chmodSync(stick, 0o700);
  });
});
