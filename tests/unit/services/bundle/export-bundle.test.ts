import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
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

  it('makes one key for all who ask for the first time at once', async () => {
    const asked = await Promise.all(Array.from({ length: 5 }, () => openIdentity(join(folder, '用户'))));
    const { publicKey } = await openIdentity(join(folder, '用户'));
    expect(new Set(asked.map((identity) => identity.publicKey))).toEqual(new Set([publicKey]));
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

  it('uses its number up before its file can be found: who dies in between leaves a gap, never two of one number', async () => {
    const identity = await openIdentity(join(folder, '用户'));
    const seen: unknown[] = [];
    await exportBundle(join(stick, '一.zbx'), contents(), identity, {
      writtenAt,
      onWhole: async ({ manifest }) => {
        const reopened = await openIdentity(join(folder, '用户'));
        seen.push(manifest.sequence, reopened.next('示例县委宣传部').sequence, existsSync(join(stick, '一.zbx')));
        return () => Promise.resolve();
      },
    });
    expect(seen).toEqual([1, 2, false]);
  });

  it('gives the number back, and what was written down with it, when its file could not get its name', async () => {
    const identity = await openIdentity(join(folder, '用户'));
    await exportBundle(join(stick, '零.zbx'), contents(), identity, { writtenAt });
    let undone = 0;
    const exporting = exportBundle(join(stick, '一.zbx'), contents(), identity, {
      writtenAt,
      onWhole: async () => {
        writeFileSync(join(stick, '一.zbx'), '别人的');
        return async () => void (undone += 1);
      },
    });
    await expect(exporting).rejects.toMatchObject({ code: 'export-exists' });
    const again = await openIdentity(join(folder, '用户'));
    expect([undone, identity.next('示例县委宣传部').sequence, again.next('示例县委宣传部').sequence]).toEqual([1, 2, 2]);
    expect(readFileSync(join(stick, '一.zbx'), 'utf8')).toBe('别人的');
  });

  it('tells what stopped it, not what stopped the taking back, and takes back what it can', async () => {
    const identity = await openIdentity(join(folder, '用户'));
    const exporting = exportBundle(join(stick, '一.zbx'), contents(), identity, {
      writtenAt,
      onWhole: async () => {
        writeFileSync(join(stick, '一.zbx'), '别人的');
        return () => Promise.reject(new Error('the library is gone'));
      },
    });
    await expect(exporting).rejects.toMatchObject({ code: 'export-exists' });
    expect(identity.next('示例县委宣传部').sequence).toBe(1);
  });

  it('uses no number that another export took meanwhile, and forgets none for another receiver', async () => {
    const [one, other] = [await openIdentity(join(folder, '用户')), await openIdentity(join(folder, '用户'))];
    const overtaken = contents(async () => {
      await exportBundle(join(stick, '快.zbx'), contents(), other, { writtenAt });
      await exportBundle(join(stick, '别.zbx'), { ...contents(), to: '' }, other, { writtenAt });
      return Buffer.from('正文');
    });
    await expect(exportBundle(join(stick, '慢.zbx'), overtaken, one, { writtenAt })).rejects.toMatchObject({
      code: 'export-failed',
      message: expect.stringContaining('同时'),
    });
    const { manifest } = await exportBundle(join(stick, '慢.zbx'), contents(), one, { writtenAt });
    const again = await openIdentity(join(folder, '用户'));
    expect([manifest.sequence, again.next('').sequence, readdirSync(stick).sort()]).toEqual([2, 2, ['别.zbx', '快.zbx', '慢.zbx'].sort()]);
  });

  it('goes by the number of the installation where nobody wrote who sends', async () => {
    const identity = await openIdentity(join(folder, '用户'));
    const { manifest } = await exportBundle(join(stick, '一.zbx'), { ...contents(), unit: '' }, identity, { writtenAt });
    expect(manifest.origin.unit).toBe(`没有写单位的电脑（${identity.device}）`);
  });

  it.each([
    ['ENOSPC', 'disk-full', /空间不足（还剩 \d+ MB）/u],
    ['EFBIG', 'disk-full', /FAT 格式，单个文件不能超过 4 GB/u],
    ['EROFS', 'library-read-only', /写保护/u],
    ['EACCES', 'library-read-only', /写保护/u],
    ['ENODEV', 'disk-failed', /拔出/u],
    ['EIO', 'disk-failed', /拔出/u],
    ['ENXIO', 'disk-failed', /拔出/u],
    ['EWHAT', 'disk-failed', /写入失败/u],
  ])('says what %s means and what to do, leaves nothing and uses up no number', async (code, appCode, sentence) => {
    const identity = await openIdentity(join(folder, '用户'));
    const failing = contents(() => Promise.reject(Object.assign(new Error(code), { code })));
    await expect(exportBundle(join(stick, '一.zbx'), failing, identity, { writtenAt })).rejects.toMatchObject({
      code: appCode,
      message: expect.stringMatching(sentence),
    });
    expect([readdirSync(stick), identity.next('示例县委宣传部').sequence]).toEqual([[], 1]);
  });

  it('never lets what is not encrypted touch the stick, and reads back what it encrypted', async () => {
    const identity = await openIdentity(join(folder, '用户'));
    const seal = { passphrase: '青山 白马 Abc123', userFolder: join(folder, '用户') };
    const steps = new Set<string>();
    const exporting = (name: string) =>
      exportBundle(join(stick, name), contents(), identity, {
        writtenAt,
        seal,
        onStep: (step) => {
          steps.add(step);
          for (const file of readdirSync(stick)) expect(readFileSync(join(stick, file)).includes('正文')).toBe(false);
        },
      });
    await exporting('一.zbx');
    expect([...steps]).toEqual(['正在写入', '正在加密', '正在读回解密', '正在读回核对']);
    expect(readdirSync(join(folder, '用户', '隔离区'))).toEqual([]);
    expect(identity.next('示例县委宣传部').sequence).toBe(2);
    const { verdict } = await verifyBundle(join(stick, '一.zbx'), { judgeKey: judgeBy([], '') });
    expect(verdict.problems.map(({ code }) => code)).toEqual(['passphrase-needed']);
    rmSync(join(stick, '一.zbx'));
    // Told after the first piece of several: the stick wears out while it is read back.
    const worn = exportBundle(
      join(stick, '二.zbx'),
      contents(async () => randomBytes(700_000)),
      identity,
      {
        writtenAt,
        seal,
        onStep: (step, done, total) =>
          void (step === '正在读回解密' && done < total && truncateSync(join(stick, readdirSync(stick)[0] ?? ''), 400_000)),
      },
    );
    await expect(worn).rejects.toMatchObject({ code: 'export-failed' });
    expect([readdirSync(stick), readdirSync(join(folder, '用户', '隔离区')), identity.next('示例县委宣传部').sequence]).toEqual([
      [],
      [],
      2,
    ]);
  });

  it.each([
    ['ENOSPC', 'disk-full', '本机磁盘已满'],
    ['EIO', 'disk-failed', '拔出'],
  ])('says where it failed when it is encrypted: %s', async (code, appCode, words) => {
    const identity = await openIdentity(join(folder, '用户'));
    const failing = contents(() => Promise.reject(Object.assign(new Error(code), { code })));
    const seal = { passphrase: '青山 白马 Abc123', userFolder: join(folder, '用户') };
    await expect(exportBundle(join(stick, '一.zbx'), failing, identity, { writtenAt, seal })).rejects.toMatchObject({
      code: appCode,
      message: expect.stringContaining(words),
    });
    expect([readdirSync(stick), readdirSync(join(folder, '用户', '隔离区'))]).toEqual([[], []]);
  });

  it('says that our own disk is full when what was encrypted cannot be opened there again', async () => {
    const identity = await openIdentity(join(folder, '用户'));
    const exporting = exportBundle(join(stick, '一.zbx'), contents(), identity, {
      writtenAt,
      seal: { passphrase: '青山 白马 Abc123', userFolder: join(folder, '用户') },
      onStep: (step) => {
        if (step === '正在读回解密') throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      },
    });
    await expect(exporting).rejects.toMatchObject({ code: 'disk-full', message: expect.stringContaining('本机磁盘已满') });
    expect([readdirSync(stick), readdirSync(join(folder, '用户', '隔离区'))]).toEqual([[], []]);
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
