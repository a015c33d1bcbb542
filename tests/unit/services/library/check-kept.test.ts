import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem, type FileSystem } from '../../../../electron/services/library/file-system.js';
import { AppError } from '../../../../shared/app-error.js';
import { addManuscript, draftArticle, filesIn, numbered, open, within, withFolder } from '../../../helpers/library-fixture.js';

/** Two issues and a manuscript with a version each, and two attachments. */
async function fill(folder: string): Promise<void> {
  await within(folder, async (library) => {
    for (const title of ['一', '二']) await library.replace('issue', numbered(6, title));
    for (const title of ['一', '二']) await library.replace('issue', numbered(7, title));
    const { id } = await addManuscript(library, draftArticle('稿'), [], 'm-1');
    await library.keepVersion('submission', id, '');
    for (const name of ['甲', '乙']) await library.attach(Buffer.from(name), `${name}.txt`);
  });
}

async function flip(path: string): Promise<void> {
  const bytes = await readFile(path);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 4;
  await writeFile(path, bytes);
}

describe('the check of what is kept aside', () => {
  it('tells how far it is, and stops when it is cancelled', () =>
    withFolder(async (folder) => {
      await fill(folder);
      await within(folder, async (library) => {
        const controller = new AbortController();
        const told: [number, number][] = [];
        const report = (_step: string, done: number, total: number): void => {
          told.push([done, total]);
          if (done === 1) controller.abort(new AppError('cancelled', '已取消。'));
        };
        await expect(library.check({ report, signal: controller.signal })).rejects.toMatchObject({ code: 'cancelled' });
        expect(told.map(([done]) => done)).toEqual([0, 1]);
        expect(told[0]?.[1]).toBeGreaterThan(2);
      });
    }));

  it('finds nothing in a whole library', () =>
    withFolder(async (folder) => {
      await fill(folder);
      await within(folder, async (library) => expect(await library.check()).toEqual([]));
    }));

  it('names every damaged version and attachment, lists them as problems, and leaves them where they are', () =>
    withFolder(async (folder) => {
      await fill(folder);
      const [ofIssue = ''] = await readdir(join(folder, '历史/2023-06'));
      const [ofManuscript = ''] = await readdir(join(folder, '历史/来稿_m-1'));
      const [attachment = ''] = await readdir(join(folder, '附件'));
      const damaged = [`历史/2023-06/${ofIssue}`, `历史/来稿_m-1/${ofManuscript}`, `附件/${attachment}`].sort();
      for (const file of damaged.slice(0, 2)) await flip(join(folder, file));
      await appendFile(join(folder, damaged[2] ?? ''), '多');
      const before = await filesIn(folder);
      await within(
        folder,
        async (library) => {
          expect((await library.list()).problems).toEqual([]);
          const troubles = await library.check();
          expect(troubles.map(({ file }) => file).sort()).toEqual(damaged);
          expect(troubles.find(({ file }) => file.includes('2023-06'))?.message).toMatch(
            /^这一期（2023-06）在 \d+月\d+日 \d\d:\d\d 留下的历史版本已损坏/u,
          );
          expect(troubles.find(({ file }) => file.startsWith('附件'))?.message).toContain('重新导入');
          expect((await library.list()).problems.map(({ file }) => file).sort()).toEqual(damaged);
        },
        { mode: 'read' },
      );
      expect(await filesIn(folder)).toEqual(before);
    }));

  it('reads versions of the first layout, which are plain files', () =>
    withFolder(async (folder) => {
      await fill(folder);
      const [name = ''] = await readdir(join(folder, '历史/2023-06'));
      await writeFile(join(folder, '历史/2023-06/20230101T000000000Z.json'), '{"format":"zhuanbao-issue"}');
      await within(folder, async (library) =>
        expect((await library.check()).map(({ file }) => file)).toEqual(['历史/2023-06/20230101T000000000Z.json']),
      );
      expect(name).toMatch(/\.gz$/u);
    }));

  it('holds up no other call, and ends when the library is closed', () =>
    withFolder(async (folder) => {
      await fill(folder);
      const looked: string[] = [];
      const disk: FileSystem = {
        ...nodeFileSystem,
        readFile: async (path) => {
          if (/历史|附件/u.test(path)) {
            looked.push(path);
            expect((await library.getIssue('2023-06')).issue.masthead.number).toBe(6);
            await library.close();
          }
          return nodeFileSystem.readFile(path);
        },
      };
      const library = await open(folder, { disk });
      await library.check();
      expect(looked).toHaveLength(1);
    }));
});
