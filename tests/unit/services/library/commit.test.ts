import { appendFile, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newSubmission } from '../../../../shared/submissions/new-submission.js';
import type { Submission } from '../../../../shared/submissions/submission.js';
import { applyPatch, invertPatch } from '../../../../shared/library/json-patch.js';
import type { Change, RecordChange } from '../../../../electron/services/library/commit-plan.js';
import type { Library } from '../../../../electron/services/library/library.js';
import { failingDisk, mortalDisk } from '../../../helpers/faulty-disk.js';
import { draftArticle, filesIn, numbered, open, tickingClock, titleOf, within, withFolder } from '../../../helpers/library-fixture.js';

const sent = (id: string, title = id): Submission =>
  newSubmission({ id, article: draftArticle(title), arrival: 'file', receivedAt: '2026-03-02T01:00:00.000Z' });
const put = (value: Submission): Change => ({ do: 'put', kind: 'submission', value });
const later = { clock: tickingClock('2026-03-05T01:00:00.000Z') };

/** Titles of everything an editor finds. */
async function contents(library: Library): Promise<readonly string[]> {
  const { issues, submissions, trash, problems } = await library.list();
  expect(problems).toEqual([]);
  return [
    ...issues.map(({ key, titles }) => `${key} ${titles[0]}`),
    ...submissions.map(({ id, title }) => `${id} ${title}`),
    ...trash.map(({ title }) => `弃 ${title}`),
  ].sort();
}

async function fill(folder: string): Promise<void> {
  await within(folder, async (library) => {
    await library.add('issue', numbered(6, '旧'));
    await library.commit([put(sent('a')), put(sent('b'))], '导入');
  });
}

const mixed: readonly Change[] = [
  { do: 'put', kind: 'issue', value: numbered(6, '新') },
  { do: 'put', kind: 'issue', value: numbered(7, '新') },
  put(sent('a', '甲')),
  { do: 'remove', kind: 'submission', key: 'b' },
];

describe('a commit', () => {
  it('puts and removes records of several kinds, and tells those who watch what changed', () =>
    withFolder(async (folder) => {
      await fill(folder);
      await within(folder, async (library) => {
        const told: (readonly RecordChange[])[] = [];
        const { revision } = await library.getIssue('2023-06');
        library.watch((changes) => told.push(changes));
        const { trashIds } = await library.commit(mixed, '收稿');
        expect(await contents(library)).toEqual(['2023-06 新', '2023-07 新', 'a 甲', '弃 b']);
        expect(told).toHaveLength(1);
        expect(told[0]?.map(({ kind, key, before, after }) => [kind, key, before !== undefined, after !== undefined])).toEqual([
          ['issue', '2023-06', true, true],
          ['issue', '2023-07', false, true],
          ['submission', 'a', true, true],
          ['submission', 'b', true, false],
        ]);
        expect(told[0]?.[0]).toMatchObject({ before: revision, after: (await library.getIssue('2023-06')).revision });
        await library.restore(trashIds[0] ?? '');
        expect(titleOf(await library.getVersion('issue', '2023-06', (await library.versionsOf('issue', '2023-06'))[0]?.id ?? ''))).toBe(
          '旧',
        );
      });
    }));

  it.each([
    [
      'a state that is not the base',
      [put(sent('a', '甲')), { do: 'put', kind: 'issue', value: numbered(6, '新'), base: '0' }],
      'issue-changed',
    ],
    ['a record that is not there', [put(sent('a', '甲')), { do: 'remove', kind: 'submission', key: 'x' }], 'submission-missing'],
    ['a value of no shape', [put(sent('a', '甲')), put({ ...sent('c'), notes: 7 } as unknown as Submission)], 'bad-request'],
    ['a record named twice', [put(sent('c')), put(sent('c', '丙'))], 'bad-request'],
  ] as const)('with %s changes nothing', (_, changes, code) =>
    withFolder(async (folder) => {
      await fill(folder);
      await within(folder, async (library) => {
        await expect(library.commit(changes as readonly Change[], '收稿')).rejects.toMatchObject({ code });
        expect(await contents(library)).toEqual(['2023-06 旧', 'a a', 'b b']);
      });
    }),
  );

  it.each(['nothing', 'half', 'whole'] as const)('that dies at any step is done wholly or not at all (file being written: %s)', (writing) =>
    withFolder(async (base) => {
      const template = join(base, 'template');
      await fill(template);
      let deaths = 0;
      for (let step = 1; ; step += 1) {
        const folder = join(base, `at-${step}`);
        await cp(template, folder, { recursive: true });
        const mortal = mortalDisk();
        const library = await open(folder, { disk: mortal.disk });
        mortal.dieAt(step, writing);
        const reported = await library.commit(mixed, '收稿').then(
          () => true,
          () => false,
        );
        if (!mortal.isDead()) {
          mortal.dieAt(Number.MAX_SAFE_INTEGER, writing);
          await library.close();
          break;
        }
        deaths += 1;
        await rm(join(folder, '锁'), { recursive: true, force: true });
        const found = await within(folder, contents, later);
        const after = ['2023-06 新', '2023-07 新', 'a 甲', '弃 b'];
        expect(reported ? [after] : [['2023-06 旧', 'a a', 'b b'], after], `dead at step ${step}`).toContainEqual(found);
        expect((await filesIn(folder)).filter((file) => file.endsWith('.tmp'))).toEqual([]);
      }
      expect(deaths).toBeGreaterThan(20);
    }),
  );

  it.each(['writeNew', 'rename', 'append'] as const)('that the disk refuses half way (%s) is taken back at once', (step) =>
    withFolder(async (folder) => {
      await fill(folder);
      for (const path of [/2023-06/u, /2023-07/u, /来稿.a\.json/u, /来稿.b\.json/u, /日志/u]) {
        const failing = failingDisk({ steps: [step], code: 'ENOSPC', path, times: 1 });
        await within(
          folder,
          async (library) => {
            failing.arm();
            const failed = await library.commit(mixed, '收稿').then(
              () => false,
              () => true,
            );
            failing.disarm();
            if (failed) expect(await contents(library)).toEqual(['2023-06 旧', 'a a', 'b b']);
            if (!failed) await library.close();
          },
          { disk: failing.disk },
        );
        const found = await within(folder, contents, later);
        if (!found.includes('a 甲')) expect(found).toEqual(['2023-06 旧', 'a a', 'b b']);
        else break;
      }
    }),
  );
});

describe('a commit cut short by a disk that goes away', () => {
  it('is taken back before the next one, once the disk is there again', () =>
    withFolder(async (folder) => {
      let cut = 0;
      for (let after = 0; ; after += 3) {
        const place = join(folder, String(after));
        await fill(place);
        const gone = failingDisk({
          steps: ['writeNew', 'append', 'truncate', 'rename', 'link', 'remove', 'makeFolder'],
          code: 'EIO',
          after,
        });
        const isDone = await within(
          place,
          async (library) => {
            gone.arm();
            const done = await library.commit(mixed, '收稿').then(
              () => true,
              () => false,
            );
            gone.disarm();
            if (done) return true;
            await library.commit([put(sent('c', '丙'))], '收稿');
            expect(await contents(library), `gone after ${String(after)} steps`).toEqual(['2023-06 旧', 'a a', 'b b', 'c 丙']);
            return false;
          },
          { disk: gone.disk },
        );
        if (isDone) break;
        cut += 1;
        expect(await within(place, contents, later)).toEqual(['2023-06 旧', 'a a', 'b b', 'c 丙']);
      }
      expect(cut).toBeGreaterThan(5);
    }));
});

describe('the journal', () => {
  it('tells of every change of a record, newest first, with patches that lead back', () =>
    withFolder(async (folder) => {
      await within(folder, async (library) => {
        await library.add('issue', numbered(6, '一'));
        for (const title of ['二', '三'])
          await library.saveIssue('2023-06', numbered(6, title), (await library.getIssue('2023-06')).revision);
        await library.add('issue', numbered(7, '旁'));
      });
      await within(folder, async (library) => {
        const entries = await library.changesOf('issue', '2023-06');
        expect(entries.map(({ reason }) => reason)).toEqual(['保存', '保存', '新建']);
        let value: unknown = (await library.getIssue('2023-06')).issue;
        const titles = entries.map(({ steps: [step] }) => {
          if (step?.do === 'write' && step.patch !== undefined) value = applyPatch(value, invertPatch(step.patch));
          return titleOf(value as ReturnType<typeof numbered>);
        });
        expect(titles).toEqual(['二', '一', '一']);
      });
    }));

  it('that ends in half a line, or holds a damaged one, keeps nothing from being opened, read or saved', () =>
    withFolder(async (folder) => {
      await fill(folder);
      const [name = ''] = await readdir(join(folder, '日志'));
      const journal = join(folder, '日志', name);
      await appendFile(journal, 'abc {"seq":');
      await within(folder, (library) => library.commit([put(sent('c'))], '收稿'));
      const bytes = await readFile(journal);
      bytes[80] = (bytes[80] ?? 0) ^ 1;
      await writeFile(journal, bytes);
      await within(folder, async (library) => {
        expect(await contents(library)).toEqual(['2023-06 旧', 'a a', 'b b', 'c c']);
        expect((await library.changesOf('submission', 'c')).map(({ reason }) => reason)).toEqual(['收稿']);
        expect(await library.changesOf('issue', '2023-06')).toEqual([]);
      });
    }));
});

describe('versions of a record', () => {
  it('can be named, and named ones outlive any number of others', () =>
    withFolder(async (folder) => {
      const clock = tickingClock();
      await within(
        folder,
        async (library) => {
          await library.add('issue', numbered(6, '零'));
          const id = await library.keepVersion('issue', '2023-06', '送审稿');
          for (let count = 1; count <= 90; count += 1) {
            clock.forward(24 * 3600 * 1000);
            await library.replace('issue', numbered(6, String(count)));
          }
          const versions = await library.versionsOf('issue', '2023-06');
          expect(versions).toHaveLength(81);
          expect(versions.at(-1)).toMatchObject({ id, name: '送审稿' });
          expect(titleOf(await library.getVersion('issue', '2023-06', id))).toBe('零');
          await library.nameVersion('issue', '2023-06', id, '');
          expect((await library.versionsOf('issue', '2023-06')).at(-1)).not.toHaveProperty('name');
          await expect(library.nameVersion('issue', '2023-06', '20200101T000000000Z', '甲')).rejects.toMatchObject({
            code: 'issue-missing',
          });
          await expect(library.getVersion('issue', '2023-06', '../x')).rejects.toMatchObject({ code: 'issue-missing' });
        },
        { clock },
      );
    }));
});
