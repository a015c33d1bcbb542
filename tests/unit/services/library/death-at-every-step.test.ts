import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Library } from '../../../../electron/services/library/library.js';
import { mortalDisk, type HalfWritten } from '../../../helpers/faulty-disk.js';
import {
  draftArticle,
  filesIn,
  numbered,
  open,
  tickingClock,
  titleOf,
  within,
  withFolder,
  addManuscript,
  getManuscript,
} from '../../../helpers/library-fixture.js';

/** What an editor finds: every issue and draft with its title, and what is in the trash. */
async function contents(library: Library): Promise<readonly string[]> {
  const { issues, submissions, trash, problems } = await library.list();
  const read = await Promise.all(issues.map(async ({ key }) => `${key} ${titleOf((await library.getIssue(key)).issue)}`));
  const others = [
    ...submissions.map(({ title }) => `来稿 ${title}`),
    ...trash.map(({ title }) => `回收站 ${title}`),
    ...problems.map(({ file }) => `问题 ${file}`),
  ];
  return [...read, ...others].sort();
}

interface Change {
  readonly name: string;
  readonly run: (library: Library) => Promise<unknown>;
}

const save = (key: string, number: number, title: string) => async (library: Library) =>
  library.saveIssue(key, numbered(number, title), (await library.getIssue(key)).revision);

const changes: readonly Change[] = [
  { name: 'a save', run: save('2023-06', 6, '新') },
  { name: 'a save under a new number', run: save('2023-06', 9, '新') },
  { name: 'an added issue', run: (library) => library.add('issue', numbered(9, '新')) },
  { name: 'a replacement', run: (library) => library.replace('issue', numbered(6, '新')) },
  { name: 'a deletion', run: (library) => library.remove('issue', '2023-06') },
  { name: 'an added draft', run: (library) => addManuscript(library, draftArticle('新'), []) },
  {
    name: 'a saved draft',
    run: async (library) => library.replace('submission', { ...(await getManuscript(library, 'first')), article: draftArticle('新') }),
  },
  { name: 'a deleted draft', run: (library) => library.remove('submission', 'first') },
  { name: 'a restored issue', run: async (library) => library.restore((await library.list()).trash[0]?.id ?? '') },
];

const reopened = { clock: tickingClock('2026-03-03T01:00:00.000Z') };

async function fill(folder: string): Promise<void> {
  await within(
    folder,
    async (library) => {
      for (const title of ['一', '二', '三', '旧']) await library.replace('issue', numbered(6, title));
      await library.add('issue', numbered(7, '旁'));
      await library.add('issue', numbered(8, '弃'));
      await addManuscript(library, draftArticle('旧稿'), [], 'first');
      await library.remove('issue', '2023-08');
    },
    { ids: { next: () => 'first' } },
  );
}

/** Runs a change that dies at one step; whether it died, whether it reported success, and what is found afterwards. */
async function dieAndReopen(template: string, folder: string, { run }: Change, step: number, writing: HalfWritten) {
  await cp(template, folder, { recursive: true });
  const mortal = mortalDisk();
  const library = await open(folder, { disk: mortal.disk, ids: { next: () => 'second' } });
  mortal.dieAt(step, writing);
  const reported = await run(library).then(
    () => true,
    () => false,
  );
  const died = mortal.isDead();
  if (!died) {
    mortal.dieAt(Number.MAX_SAFE_INTEGER, writing);
    await library.close();
  }
  await rm(join(folder, '锁'), { recursive: true, force: true });
  const found = await within(folder, contents, reopened);
  const again = await within(folder, contents, reopened);
  const leftovers = (await filesIn(folder)).filter((file) => file.endsWith('.tmp') || file.includes('进行中'));
  await rm(folder, { recursive: true, force: true });
  return { died, reported, found, again, leftovers };
}

describe.each(changes)('$name that dies at any step', (change) => {
  it.each(['nothing', 'half', 'whole'] as const)(
    'leaves the state before or after it, never half of it (file being written: %s)',
    (writing) =>
      withFolder(async (base) => {
        const template = join(base, 'template');
        await fill(template);
        const before = await within(template, contents);
        const end = await dieAndReopen(template, join(base, 'end'), change, Number.MAX_SAFE_INTEGER, writing);
        expect([end.died, end.reported]).toEqual([false, true]);
        let deaths = 0;
        for (let step = 1; ; step += 1) {
          const { died, reported, found, again, leftovers } = await dieAndReopen(template, join(base, `at-${step}`), change, step, writing);
          if (!died) break;
          deaths += 1;
          expect([before, end.found], `dead at step ${step}`).toContainEqual(found);
          if (reported) expect(found).toEqual(end.found);
          expect(again).toEqual(found);
          expect(leftovers).toEqual([]);
        }
        expect(deaths).toBeGreaterThan(2);
      }),
  );
});
