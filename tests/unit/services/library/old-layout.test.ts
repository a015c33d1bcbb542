import { cp, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, tickingClock, titleOf, within, withFolder, getManuscript } from '../../../helpers/library-fixture.js';

const written = join(import.meta.dirname, '../../../fixtures/libraries/layout-1');

/** Runs with a copy of the library that the first layout's program wrote. */
async function withOldLibrary(run: (folder: string) => Promise<void>): Promise<void> {
  await withFolder(async (base) => {
    const folder = join(base, '库');
    await cp(written, folder, { recursive: true });
    await run(folder);
  });
}

const later = { clock: tickingClock('2026-03-05T01:00:00.000Z') };

describe('a library of the first layout', () => {
  it.each(['read', 'write'] as const)('gives all its records, trash, versions and papers (opened to %s)', (mode) =>
    withOldLibrary((folder) =>
      within(
        folder,
        async (library) => {
          const { issues, submissions, trash, problems } = await library.list();
          expect(problems).toEqual([]);
          expect(issues.map(({ key, titles }) => [key, titles[0]])).toEqual([
            ['2023-09', '改号'],
            ['2023-06', '三'],
          ]);
          expect(titleOf((await library.getIssue('2023-06')).issue)).toBe('三');
          expect(submissions.map(({ id, title }) => [id, title])).toEqual([['id-1', '稿']]);
          expect((await getManuscript(library, 'id-1')).notes).toEqual(['没有找到来源单位。']);
          expect(trash.map(({ kind, title }) => [kind, title])).toEqual([
            ['submission', '弃稿'],
            ['issue', '宣传信息专报 2023年第8期'],
          ]);
          expect((await library.getPublication()).organ).toBe('示例市委宣传部');
          expect(await library.getSettings()).toEqual({ zoom: 1 });
          const versions = await library.versionsOf('issue', '2023-06');
          expect(await Promise.all(versions.map(async ({ id }) => titleOf(await library.getVersion('issue', '2023-06', id))))).toEqual([
            '二',
            '一',
          ]);
          const [renumbered] = await library.versionsOf('issue', '2023-09');
          expect(titleOf(await library.getVersion('issue', '2023-09', renumbered?.id ?? ''))).toBe('旁');
        },
        { ...later, mode },
      ),
    ),
  );

  it('is saved into, and its trash restored', () =>
    withOldLibrary(async (folder) => {
      await within(
        folder,
        async (library) => {
          const { issue, revision } = await library.getIssue('2023-06');
          await library.saveIssue('2023-06', { ...issue, instruction: '阅。' }, revision);
          for (const { id } of (await library.list()).trash) await library.restore(id);
        },
        later,
      );
      await within(
        folder,
        async (library) => {
          expect((await library.getIssue('2023-06')).issue.instruction).toBe('阅。');
          const { issues, submissions, trash } = await library.list();
          expect([issues.length, submissions.length, trash.length]).toEqual([3, 2, 0]);
          expect((await library.versionsOf('issue', '2023-06')).length).toBe(3);
        },
        later,
      );
    }));

  it('is brought to the present layout when it is opened to write, a copy of it kept; only looked at, it stays', () =>
    withOldLibrary(async (folder) => {
      const files = await filesIn(folder);
      const bytes = () => Promise.all(files.map((file) => readFile(join(folder, file))));
      const before = await bytes();
      await within(folder, async (library) => expect((await library.list()).issues).toHaveLength(2), { ...later, mode: 'read' });
      expect(await filesIn(folder)).toEqual(files);
      expect(await bytes()).toEqual(before);
      await within(folder, async (library) => expect(library.readOnlyReason).toBeUndefined(), later);
      expect(JSON.parse(await readFile(join(folder, '资料库.json'), 'utf8'))).toMatchObject({ data: { libraryVersion: 2 } });
      const [backup = ''] = await readdir(join(folder, '备份'));
      expect(backup).toMatch(/^升级前-1-/u);
      expect(await filesIn(join(folder, '备份', backup))).toEqual(files);
      await within(folder, async (library) => expect((await library.list()).submissions).toHaveLength(1), later);
      expect(await readdir(join(folder, '备份'))).toEqual([backup]);
    }));
});
