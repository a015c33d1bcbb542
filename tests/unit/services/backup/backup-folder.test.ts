import { cp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Backups } from '../../../../electron/services/backup/backups.js';
import { readTrail } from '../../../../electron/services/library/audit-trail.js';
import type { Library } from '../../../../electron/services/library/library.js';
import { failingDisk, mortalDisk, type HalfWritten } from '../../../helpers/faulty-disk.js';
import {
  addManuscript,
  countingIds,
  draftArticle,
  filesIn,
  numbered,
  open,
  tickingClock,
  titleOf,
  within,
  withFolder,
} from '../../../helpers/library-fixture.js';

interface Scheduled {
  readonly action: () => void;
  readonly delayMs: number;
}

/** The backups of a library, with what they scheduled last. */
function backupsOf(library: Library) {
  const scheduled: Scheduled[] = [];
  const backups = new Backups(library, {
    clock: tickingClock(),
    ids: countingIds(),
    schedule: (action, delayMs) => {
      scheduled.push({ action, delayMs });
      return () => undefined;
    },
    notify: () => undefined,
  });
  return { backups, scheduled };
}

async function fill(library: Library): Promise<void> {
  await library.add('issue', numbered(6, '旧'));
  await library.replace('issue', numbered(6, '新'));
  await addManuscript(library, draftArticle('来稿'), [], 'first');
  await library.attach(Buffer.from('原文件'), '一.txt');
  await library.add('issue', numbered(7, '删'));
  await library.remove('issue', '2023-07');
}

const isContent = (name: string): boolean => name.includes('内容/');
const lists = async (folder: string): Promise<readonly string[]> => (await filesIn(folder)).filter((name) => name.includes('清单/'));

/** A filled library, its folder of backups beside it. */
function withBackups(
  run: (at: { readonly library: Library; readonly backups: Backups; readonly folder: string; readonly stick: string }) => Promise<void>,
): Promise<void> {
  return withFolder((root) =>
    within(join(root, '资料库'), async (library) => {
      await fill(library);
      const { backups } = backupsOf(library);
      await backups.choose(join(root, '移动硬盘'));
      await run({ library, backups, folder: join(root, '资料库'), stick: join(root, '移动硬盘') });
    }),
  );
}

/** Every file of a library that a backup holds, with its text. */
async function contents(folder: string): Promise<Readonly<Record<string, string>>> {
  const left = /^(?:锁\/|索引\.json|备份记录\.json)|\.json\.\d$/u;
  const files = (await filesIn(folder)).filter((name) => !left.test(name));
  return Object.fromEntries(await Promise.all(files.map(async (name) => [name, (await readFile(join(folder, name))).toString('base64')])));
}

const later = { clock: tickingClock('2026-03-03T01:00:00.000Z') };

describe('a backup', () => {
  it('holds the library as it is, and is written out as it was', () =>
    withBackups(async ({ backups, folder, stick }) => {
      expect((await backups.state()).last?.files).toBe(9);
      const whole = await contents(folder);
      const path = await backups.restore(stick);
      expect(await contents(path)).toEqual(whole);
      await within(path, async (restored) => expect(titleOf((await restored.getIssue('2023-06')).issue)).toBe('新'));
    }));

  it('takes only what changed, and nothing new where nothing did', () =>
    withBackups(async ({ library, backups, stick }) => {
      const first = (await filesIn(stick)).filter(isContent);
      await backups.run();
      expect((await filesIn(stick)).filter(isContent)).toEqual(first);
      expect(await lists(stick)).toHaveLength(1);
      await library.replace('issue', numbered(6, '再新'));
      const { last } = await backups.run();
      // The record, its version, the journal, the audit trail and its last entry.
      expect(last?.added).toBe(5);
      expect(await lists(stick)).toHaveLength(2);
    }));

  it('does not read again what has not changed', () =>
    withFolder(async (root) => {
      const reading = failingDisk({ steps: ['readFile'], code: 'EIO', path: /资料库\/(?:期|来稿|历史|附件|回收站|日志)\// });
      await within(join(root, '资料库'), fill);
      await within(
        join(root, '资料库'),
        async (library) => {
          const { backups } = backupsOf(library);
          await backups.choose(join(root, '移动硬盘'));
          reading.arm();
          const { last, failure } = await backups.run();
          reading.disarm();
          expect({ added: last?.added, failure }).toEqual({ added: 0, failure: undefined });
        },
        { disk: reading.disk },
      );
    }));

  it('keeps what it had of a file that the disk will not give any more, and says so', () =>
    withFolder(async (root) => {
      const reading = failingDisk({ steps: ['readFile'], code: 'EIO', path: /资料库\/期\// });
      await within(
        join(root, '资料库'),
        async (library) => {
          await fill(library);
          const { backups } = backupsOf(library);
          await backups.choose(join(root, '移动硬盘'));
          const record = join(root, '资料库/期/2023/2023-06.json');
          await writeFile(record, `${await readFile(record, 'utf8')} `);
          reading.arm();
          const { failure } = await backups.run();
          reading.disarm();
          expect(failure?.message).toContain('期/2023/2023-06.json');
          const path = await backups.restore(root);
          await within(path, async (restored) => expect(titleOf((await restored.getIssue('2023-06')).issue)).toBe('新'));
        },
        { disk: reading.disk },
      );
    }));

  it('goes nowhere inside the library, nor into the backups of another', () =>
    withBackups(async ({ backups, folder, stick }) => {
      await expect(backups.choose(join(folder, '附件'))).rejects.toMatchObject({ code: 'bad-request' });
      await within(
        join(stick, '另一个库'),
        async (other) => {
          await expect(backupsOf(other).backups.choose(stick)).rejects.toMatchObject({ code: 'backup-missing' });
        },
        later,
      );
      expect((await backups.state()).folder).toBe(join(stick, '专报资料库备份'));
    }));

  it('tells the audit trail of its folder once that is chosen, not of one that was refused', () =>
    withBackups(async ({ library, backups, folder, stick }) => {
      const told = async () =>
        (await readTrail(library.shelf)).entries.filter(({ action }) => action === '备份文件夹').map(({ what }) => what);
      await expect(backups.choose(join(folder, '附件'))).rejects.toMatchObject({ code: 'bad-request' });
      expect(await told()).toEqual([stick]);
      await backups.choose(undefined);
      expect(await told()).toEqual([stick, '不再备份']);
    }));

  it('is made when closing, if anything changed and the plan asks for it', () =>
    withBackups(async ({ library, backups, stick }) => {
      await backups.close();
      expect(await lists(stick)).toHaveLength(1);
      const next = backupsOf(library).backups;
      await next.setPlan({ atClose: false, everyHours: 0 });
      await library.replace('issue', numbered(6, '三'));
      await next.close();
      expect(await lists(stick)).toHaveLength(1);
      const last = backupsOf(library).backups;
      await last.setPlan({ atClose: true, everyHours: 0 });
      await last.close();
      expect(await lists(stick)).toHaveLength(2);
    }));

  it('is made by the plan, and what the plan asks for is remembered', () =>
    withBackups(async ({ library, stick }) => {
      const { backups, scheduled } = backupsOf(library);
      await backups.setPlan({ atClose: false, everyHours: 2 });
      expect(scheduled.at(-1)?.delayMs).toBeGreaterThan(1.9 * 3_600_000);
      await library.replace('issue', numbered(6, '三'));
      const before = (await backups.state()).last?.at;
      scheduled.at(-1)?.action();
      await expect.poll(async () => (await backups.state()).last?.at).not.toBe(before);
      expect(await lists(stick)).toHaveLength(2);
      expect(await backupsOf(library).backups.state()).toMatchObject({ everyHours: 2, atClose: false });
    }));
});

describe('old backups', () => {
  /** So many backups, each of another title; comes back with how many contents there were after each. */
  async function many({ library, backups, stick }: { library: Library; backups: Backups; stick: string }, count: number) {
    const contentsAfter: number[] = [];
    for (let each = 0; each < count; each += 1) {
      await library.replace('issue', numbered(6, `第${each}次`));
      await backups.run();
      contentsAfter.push((await filesIn(stick)).filter(isContent).length);
    }
    return contentsAfter;
  }

  it('go by the rule, with the contents that no other backup names', () =>
    withBackups(async (at) => {
      const after = await many(at, 13);
      expect(await lists(at.stick)).toHaveLength(11);
      const steps = after.map((count, position) => count - (after[position - 1] ?? 0));
      // Ten runs add to what is there; from then on as much goes as comes, but for versions, which every backup has.
      expect(Math.min(...steps.slice(1, 10))).toBeGreaterThan(Math.max(...steps.slice(11)));
      expect((await at.backups.rehearse()).rehearsal?.isGood).toBe(true);
    }));

  it('leave all contents where a list of a backup cannot be read', () =>
    withBackups(async (at) => {
      await many(at, 10);
      await writeFile(join(at.stick, (await lists(at.stick)).at(-2) ?? ''), 'x');
      const before = (await filesIn(at.stick)).filter(isContent);
      await many(at, 3);
      const after = new Set(await filesIn(at.stick));
      expect(before.filter((name) => !after.has(name))).toEqual([]);
    }));
});

describe('a backup cut short', () => {
  it.each<[HalfWritten, number]>([
    ['nothing', 1],
    ['half', 2],
    ['whole', 3],
  ])('at any step leaves the one before as it was (file being written: %s, every third step from %i)', (writing, offset) =>
    withFolder(async (root) => {
      const live = join(root, '资料库');
      await within(live, async (library) => {
        await fill(library);
        await backupsOf(library).backups.choose(join(root, '好'));
        await library.replace('issue', numbered(6, '后来'));
      });
      for (let step = offset; ; step += 3) {
        const at = join(root, `第${step}步`);
        await cp(live, join(at, '资料库'), { recursive: true, preserveTimestamps: true });
        await cp(join(root, '好'), join(at, '盘'), { recursive: true });
        const mortal = mortalDisk();
        const library = await open(join(at, '资料库'), { disk: mortal.disk });
        const { backups } = backupsOf(library);
        await backups.choose(join(at, '盘'));
        await library.replace('issue', numbered(6, '最后'));
        mortal.dieAt(step, writing);
        await backups.run().catch(() => undefined);
        const hasDied = mortal.isDead();
        if (hasDied) await expectWhole(at);
        if (!hasDied) return void (await library.close());
      }
    }),
  );
});

/** After the process died: the newest backup is whole, and the next one is made. */
async function expectWhole(at: string): Promise<void> {
  await rm(join(at, '资料库', '锁'), { recursive: true, force: true });
  await within(join(at, '资料库'), async (library) => {
    const { backups } = backupsOf(library);
    const path = await backups.restore(at);
    await within(path, async (restored) => {
      expect((await restored.list()).problems).toEqual([]);
      expect(['后来', '最后']).toContain(titleOf((await restored.getIssue('2023-06')).issue));
    });
    expect((await backups.run()).failure).toBeUndefined();
    expect((await backups.rehearse()).rehearsal?.isGood).toBe(true);
  });
  await rm(at, { recursive: true, force: true });
}

describe('a backup that cannot be made', () => {
  it.each([
    ['ENOSPC', 'disk-full', '已满'],
    ['EROFS', 'backup-failed', '不让写入'],
    ['EIO', 'backup-failed', '移动硬盘已拔出'],
  ])('says why and what to do (%s)', (code, expected, words) =>
    withFolder(async (root) => {
      const disk = failingDisk({ steps: ['writeNew'], code, path: /移动硬盘/ });
      await within(
        join(root, '资料库'),
        async (library) => {
          await fill(library);
          const { backups } = backupsOf(library);
          await backups.choose(join(root, '移动硬盘'));
          await library.replace('issue', numbered(6, '三'));
          disk.arm();
          const failure = await backups.run().catch((error: unknown) => error);
          expect(failure).toMatchObject({ code: expected });
          expect(String(failure)).toContain(words);
          expect((await backups.state()).failure?.message).toContain('以前的备份没有动');
          disk.disarm();
          expect((await backups.run()).failure).toBeUndefined();
        },
        { disk: disk.disk },
      );
    }),
  );

  it('for want of its folder makes no other in its place', () =>
    withBackups(async ({ library, backups, stick }) => {
      await rm(stick, { recursive: true });
      await library.replace('issue', numbered(6, '三'));
      await expect(backups.run()).rejects.toMatchObject({ code: 'backup-missing' });
      expect(await lists(join(stick, '..'))).toEqual([]);
      expect((await backups.state()).last).toBeDefined();
    }));
});

describe('恢复演练', () => {
  it('rebuilds the library, compares it, reports, and clears it away', () =>
    withBackups(async ({ library, backups, folder }) => {
      await library.replace('issue', numbered(6, '后来'));
      const { rehearsal } = await backups.rehearse();
      expect(rehearsal).toMatchObject({ isGood: true });
      expect(rehearsal?.report).toMatch(/1 期、1 篇来稿、1 个历史版本，共 \d+ 个文件，逐个核对无误。.*4 个是备份以后改过/u);
      expect((await filesIn(join(folder, '..'))).filter((name) => name.includes('恢复演练'))).toEqual([]);
    }));

  it('tells of damage in the backup, which the next backup heals', () =>
    withBackups(async ({ backups, stick }) => {
      for (const name of (await filesIn(stick)).filter(isContent).slice(0, 40)) {
        const bytes = await readFile(join(stick, name));
        if (bytes.length > 1500) await writeFile(join(stick, name), bytes.subarray(0, -9));
      }
      expect((await backups.rehearse()).rehearsal).toMatchObject({ isGood: false, report: expect.stringContaining('已损坏') });
      await backups.run();
      expect((await backups.rehearse()).rehearsal?.isGood).toBe(true);
    }));

  it('tells of a live file that is no longer what was backed up though nobody changed it', () =>
    withBackups(async ({ backups, folder }) => {
      const path = join(folder, '附件', (await filesIn(join(folder, '附件')))[0] ?? '');
      await utimes(path, 1_700_000_000, 1_700_000_000);
      await backups.run();
      await writeFile(path, '原文伴');
      await utimes(path, 1_700_000_000, 1_700_000_000);
      const { rehearsal } = await backups.rehearse();
      expect(rehearsal?.report).toContain('附件/');
      expect(rehearsal?.isGood).toBe(false);
    }));
});
