import { open as openFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { nodeFileSystem, type FileSystem } from '../../../../electron/services/library/file-system.js';
import { failingDisk, type StepName } from '../../../helpers/faulty-disk.js';
import { filesIn, numbered, open, titleOf, within, withFolder } from '../../../helpers/library-fixture.js';

const anyWrite: readonly StepName[] = ['writeNew', 'rename', 'link', 'remove', 'makeFolder'];

/** Saves while the disk fails, then once more when it is well again. */
async function saveOnFailingDisk(folder: string, fault: Parameters<typeof failingDisk>[0]) {
  const failing = failingDisk(fault);
  const library = await open(folder, { disk: failing.disk });
  await library.add('issue', numbered(6, '旧'));
  const { revision } = await library.getIssue('2023-06');
  const file = join(folder, '期/2023/2023-06.json');
  const before = await readFile(file);
  failing.arm();
  const outcome = await library.saveIssue('2023-06', numbered(6, '新'), revision).then(
    () => 'saved',
    (error: { code: string; message: string }) => error,
  );
  const after = await readFile(file);
  failing.disarm();
  const leftovers = (await filesIn(folder)).filter((name) => name.endsWith('.tmp'));
  const title = titleOf((await library.getIssue('2023-06')).issue);
  await library.saveIssue('2023-06', numbered(6, '再'), (await library.getIssue('2023-06')).revision);
  await library.close();
  return { outcome, isUntouched: before.equals(after), leftovers, title };
}

/** A disk that once fails to bring a folder's names down. */
function failingSync(folders = /./u): FileSystem & { failNext(): void } {
  let isDue = false;
  return {
    ...nodeFileSystem,
    failNext: () => void (isDue = true),
    async syncFolder(folder) {
      if (isDue && folders.test(folder)) {
        isDue = false;
        throw Object.assign(new Error('EIO: injected'), { code: 'EIO' });
      }
      await nodeFileSystem.syncFolder(folder);
    },
  };
}

describe('a save on a disk in trouble', () => {
  it.each([
    ['full', 'ENOSPC', 'disk-full', '磁盘已满'],
    ['over quota', 'EDQUOT', 'disk-full', '磁盘已满'],
    ['read-only', 'EROFS', 'library-read-only', '写入权限'],
    ['without permission', 'EACCES', 'library-read-only', '写入权限'],
    ['busy for good', 'EBUSY', 'disk-busy', '占用'],
    ['broken', 'EIO', 'disk-failed', 'EIO'],
  ])('that is %s says so, leaves the old file and nothing else, and can be repeated', (_, code, expected, words) =>
    withFolder(async (folder) => {
      const { outcome, isUntouched, leftovers, title } = await saveOnFailingDisk(folder, { steps: anyWrite, code });
      expect(outcome).toMatchObject({ code: expected, message: expect.stringContaining(words) as string });
      expect([isUntouched, title, leftovers]).toEqual([true, '旧', []]);
    }),
  );

  it.each([
    ['writeNew', 'ENOSPC'],
    ['rename', 'ENOSPC'],
    ['rename', 'EBUSY'],
    ['rename', 'EPERM'],
  ] as const)('that fails at %s alone with %s leaves no temporary file', (step, code) =>
    withFolder(async (folder) => {
      const { outcome, isUntouched, leftovers } = await saveOnFailingDisk(folder, { steps: [step], code });
      expect(outcome).toMatchObject({ code: expect.stringMatching(/^(disk|library)-/u) as string });
      expect([isUntouched, leftovers]).toEqual([true, []]);
    }),
  );

  it('waits for a program that holds the file for a moment', () =>
    withFolder(async (folder) => {
      const { outcome } = await saveOnFailingDisk(folder, { steps: ['rename'], code: 'EBUSY', path: /\.tmp$/u, times: 3 });
      expect(outcome).toBe('saved');
    }));

  it.each([
    ['loses bytes', (bytes: Uint8Array) => bytes.subarray(0, 100)],
    ['changes bytes', (bytes: Uint8Array) => Buffer.from(bytes).fill(0, 50, 60)],
  ])('that %s without saying so is found out before the old file is touched', (_, spoil) =>
    withFolder(async (folder) => {
      await within(folder, (library) => library.add('issue', numbered(6, '旧')));
      const lying = {
        ...nodeFileSystem,
        writeNew: (path: string, bytes: Uint8Array) =>
          nodeFileSystem.writeNew(path, /2023-06\.json\..*\.tmp$/u.test(path) ? spoil(bytes) : bytes),
      };
      await within(
        folder,
        async (library) => {
          const { revision } = await library.getIssue('2023-06');
          await expect(library.saveIssue('2023-06', numbered(6, '新'), revision)).rejects.toMatchObject({
            code: 'disk-failed',
            message: expect.stringContaining('核对不一致') as string,
          });
          expect(titleOf((await library.getIssue('2023-06')).issue)).toBe('旧');
          expect((await filesIn(folder)).filter((name) => name.endsWith('.tmp') || name.startsWith('损坏'))).toEqual([]);
        },
        { disk: lying },
      );
    }),
  );

  it('that fails in its very last step can be repeated, also with further changes', () =>
    withFolder(async (folder) => {
      const disk = failingSync();
      await within(
        folder,
        async (library) => {
          await library.add('issue', numbered(6, '旧'));
          const { revision } = await library.getIssue('2023-06');
          disk.failNext();
          await expect(library.saveIssue('2023-06', numbered(6, '新'), revision)).rejects.toMatchObject({ code: 'disk-failed' });
          expect((await library.saveIssue('2023-06', numbered(6, '更新'), revision)).key).toBe('2023-06');
          await expect(library.saveIssue('2023-06', numbered(6, '别处'), revision)).rejects.toMatchObject({ code: 'issue-changed' });
        },
        { disk },
      );
    }));

  it('under a new number that fails in its last step leaves the old number alone on disk', () =>
    withFolder(async (folder) => {
      const disk = failingSync(/2023$/u);
      await within(
        folder,
        async (library) => {
          await library.add('issue', numbered(6, '旧'));
          const { revision } = await library.getIssue('2023-06');
          disk.failNext();
          await expect(library.saveIssue('2023-06', numbered(9, '新'), revision)).rejects.toMatchObject({ code: 'disk-failed' });
          expect((await library.list()).issues.map(({ key }) => key)).toEqual(['2023-06']);
          expect((await library.saveIssue('2023-06', numbered(9, '新'), revision)).key).toBe('2023-09');
        },
        { disk },
      );
      await within(folder, async (library) => expect((await library.list()).issues.map(({ key }) => key)).toEqual(['2023-09']));
    }));

  it('keeps generations by copying where the disk has no hard links', () =>
    withFolder(async (folder) => {
      const { outcome } = await saveOnFailingDisk(folder, { steps: ['link'], code: 'EPERM' });
      expect(outcome).toBe('saved');
      expect(await filesIn(folder)).toContain('期/2023/2023-06.json.1');
    }));
});

describe('a change', () => {
  it('is read back before it is renamed into place, and after', () =>
    withFolder(async (folder) => {
      const steps: string[] = [];
      const noting: FileSystem = {
        ...nodeFileSystem,
        readFile: async (path) => (steps.push(`read ${path}`), nodeFileSystem.readFile(path)),
        rename: async (from, to) => (steps.push(`rename ${to}`), nodeFileSystem.rename(from, to)),
      };
      await within(
        folder,
        async (library) => {
          steps.length = 0;
          await library.add('issue', numbered(6));
          const own = steps
            .filter((step) => step.includes('2023-06'))
            .map((step) => step.replace(/ .*2023-06\.json(\..*)?$/u, (_, end) => (end ? ' beside' : '')));
          expect(own.slice(-3)).toEqual(['read beside', 'rename', 'read']);
        },
        { disk: noting },
      );
    }));

  it.each(['writeNew', 'append', 'truncate', 'syncFolder'] as const)('reaches the disk itself: %s flushes the file or folder', (step) =>
    withFolder(async (folder) => {
      const path = join(folder, 'x');
      const file = await openFile(path, 'w');
      const flush = vi.spyOn(Object.getPrototypeOf(file) as typeof file, 'sync');
      await file.close();
      if (step === 'writeNew') await nodeFileSystem.writeNew(`${path}1`, Buffer.from('甲'));
      if (step === 'append') await nodeFileSystem.append(path, Buffer.from('甲'));
      if (step === 'truncate') await nodeFileSystem.truncate(path, 0);
      if (step === 'syncFolder') await nodeFileSystem.syncFolder(folder);
      expect(flush).toHaveBeenCalledTimes(1);
      flush.mockRestore();
    }),
  );

  it('comes after the one before it is wholly done, however many are asked for at once', () =>
    withFolder(async (folder) => {
      let writing = 0;
      let most = 0;
      const counting: FileSystem = {
        ...nodeFileSystem,
        async writeNew(path, bytes) {
          if (!path.endsWith('.tmp')) return nodeFileSystem.writeNew(path, bytes);
          most = Math.max(most, (writing += 1));
          await nodeFileSystem.writeNew(path, bytes);
          writing -= 1;
        },
      };
      await within(
        folder,
        async (library) => {
          await Promise.all([6, 7, 8, 9].map((number) => library.add('issue', numbered(number))));
          expect((await library.list()).issues).toHaveLength(4);
          expect(most).toBe(1);
        },
        { disk: counting },
      );
    }));
});

describe('opening a library on a disk in trouble', () => {
  it('opens it for reading where nothing can be written', () =>
    withFolder(async (folder) => {
      await within(folder, (library) => library.add('issue', numbered(6)));
      const before = await filesIn(folder);
      const failing = failingDisk({ steps: anyWrite, code: 'EROFS' });
      failing.arm();
      const library = await open(folder, { disk: failing.disk });
      expect(library.readOnlyReason).toContain('写入权限');
      expect((await library.list()).issues).toHaveLength(1);
      await expect(library.add('issue', numbered(7))).rejects.toMatchObject({ code: 'library-read-only' });
      await library.close();
      expect(await filesIn(folder)).toEqual(before);
    }));

  it('fails with the reason where no library can be made', () =>
    withFolder(async (folder) => {
      const failing = failingDisk({ steps: anyWrite, code: 'EACCES' });
      failing.arm();
      await expect(open(join(folder, '新'), { disk: failing.disk })).rejects.toMatchObject({ code: 'library-read-only' });
    }));

  it('lists an issue held by another program as a problem and the others as ever, and reads it when it is free', () =>
    withFolder(async (folder) => {
      await within(folder, async (library) => {
        await library.add('issue', numbered(6, '甲'));
        await library.add('issue', numbered(7, '乙'));
      });
      const failing = failingDisk({ steps: ['readFile'], code: 'EBUSY', path: /2023-07\.json|索引/u });
      failing.arm();
      const before = await filesIn(folder);
      await expect(within(folder, async (library) => library.list(), { disk: failing.disk })).rejects.toMatchObject({ code: 'disk-busy' });
      failing.disarm();
      expect(await filesIn(folder)).toEqual(before);
      const held = failingDisk({ steps: ['readFile'], code: 'EBUSY', path: /2023-07\.json/u });
      held.arm();
      await within(
        folder,
        async (library) => {
          await expect(library.getIssue('2023-07')).rejects.toMatchObject({ code: 'disk-busy' });
          expect(titleOf((await library.getIssue('2023-06')).issue)).toBe('甲');
          held.disarm();
          expect(titleOf((await library.getIssue('2023-07')).issue)).toBe('乙');
        },
        { disk: held.disk },
      );
    }));
});
