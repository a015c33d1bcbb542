import { readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrateLibrary } from '../../../../electron/services/library/migrate-library.js';
import { filesIn, numbered, within, withFolder } from '../../../helpers/library-fixture.js';

const now = new Date('2026-03-02T01:00:00.000Z');

describe('bringing a library to a newer layout', () => {
  it('copies the whole library first and runs the steps in order', () =>
    withFolder(async (folder) => {
      await within(folder, (library) => library.add('issue', numbered(6)));
      const before = await filesIn(folder);
      const reached: number[] = [];
      await migrateLibrary(
        folder,
        now,
        1,
        3,
        {
          1: (at) => rename(join(at, '设置.json'), join(at, '选项.json')).catch(() => writeFile(join(at, '选项.json'), '{}')),
          2: (at) => writeFile(join(at, '新.json'), '{}'),
        },
        async (version) => void reached.push(version),
      );
      expect(reached).toEqual([2, 3]);
      const backup = join(folder, '备份', '升级前-1-20260302T010000000Z');
      expect(await filesIn(backup)).toEqual(before);
      expect(await readFile(join(backup, '期/2023/2023-06.json'))).toEqual(await readFile(join(folder, '期/2023/2023-06.json')));
      expect(await readdir(folder)).toEqual(expect.arrayContaining(['选项.json', '新.json']) as string[]);
    }));

  it('changes nothing when a step is missing', () =>
    withFolder(async (folder) => {
      await within(folder, (library) => library.add('issue', numbered(6)));
      const before = await filesIn(folder);
      await expect(migrateLibrary(folder, now, 1, 3, { 1: async () => undefined }, async () => undefined)).rejects.toMatchObject({
        code: 'library-unreadable',
      });
      expect(await filesIn(folder)).toEqual(before);
    }));
});
