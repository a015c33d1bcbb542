import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  draftArticle,
  filesIn,
  numbered,
  tickingClock,
  titleOf,
  within,
  withFolder,
  addManuscript,
} from '../../../helpers/library-fixture.js';

/** Always the same numbers from 0 to 1, so that a failure can be seen again. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const later = () => ({ clock: tickingClock('2026-03-05T01:00:00.000Z') });

/** Issue 6 in states 一 … 三 (the last on disk, two generations beside), issue 7 in one state, a draft, a trashed issue. */
async function fill(folder: string): Promise<void> {
  await within(folder, async (library) => {
    for (const title of ['一', '二', '三']) await library.replace('issue', numbered(6, title));
    await library.add('issue', numbered(7, '旁'));
    await library.add('issue', numbered(8, '弃'));
    await library.remove('issue', '2023-08');
    await addManuscript(library, draftArticle('稿'));
    await library.setSetting('zoom', 1);
    await library.setSetting('zoom', 2);
  });
}

async function spoilt<Value>(
  template: string,
  file: string,
  bytes: Uint8Array | undefined,
  run: (folder: string) => Promise<Value>,
): Promise<Value> {
  return withFolder(async (base) => {
    const folder = join(base, '库');
    await cp(template, folder, { recursive: true, preserveTimestamps: true });
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await (bytes === undefined ? rm(join(folder, file)) : writeFile(join(folder, file), bytes));
    return run(folder);
  });
}

function cut(bytes: Uint8Array, chance: () => number): Uint8Array {
  return bytes.subarray(0, Math.floor(chance() * bytes.length * 0.999));
}

function flip(bytes: Uint8Array, chance: () => number): Uint8Array {
  const copy = Buffer.from(bytes);
  const position = Math.floor(chance() * copy.length);
  copy[position] = (copy[position] ?? 0) ^ (1 << Math.floor(chance() * 8));
  return copy;
}

describe('a damaged file', () => {
  it('of an issue, cut anywhere, gives way to the state before, is set aside whole, and is told with its times', () =>
    withFolder(async (base) => {
      const template = join(base, 'template');
      await fill(template);
      const file = '期/2023/2023-06.json';
      const whole = await readFile(join(template, file));
      const chance = chances(1);
      const spoils: readonly Uint8Array[] = [
        whole.subarray(0, 0),
        whole.subarray(0, whole.length - 2),
        Buffer.alloc(whole.length),
        ...Array.from({ length: 20 }, () => cut(whole, chance)),
      ];
      for (const bytes of spoils) {
        await spoilt(template, file, bytes, async (folder) => {
          await within(
            folder,
            async (library) => {
              expect(titleOf((await library.getIssue('2023-06')).issue)).toBe('二');
              const { issues, problems } = await library.list();
              expect(issues.map(({ titles }) => titles[0])).toEqual(['旁', '二']);
              expect(problems).toEqual([]);
              const [notice, ...others] = library.notices();
              expect(notice).toMatch(
                /^“2023-06\.json”已损坏，已改用 \d+月\d+日 \d\d:\d\d 保存的前一版，此后至 .+ 的修改可能缺失。损坏的文件已移到“损坏文件”。$/u,
              );
              expect(others).toEqual([]);
            },
            later(),
          );
          const aside = (await filesIn(folder)).filter((name) => name.startsWith('损坏文件/'));
          expect(aside).toHaveLength(1);
          expect(await readFile(join(folder, aside[0] ?? ''))).toEqual(Buffer.from(bytes));
          await within(folder, async (library) => expect(library.notices()).toEqual([]), later());
        });
      }
    }));

  it('of an issue in which one character became another is noticed by its checksum', () =>
    withFolder(async (base) => {
      const template = join(base, 'template');
      await fill(template);
      const file = '期/2023/2023-06.json';
      const whole = await readFile(join(template, file), 'utf8');
      await spoilt(template, file, Buffer.from(whole.replace('宣传思想文化', '宣传思想文明')), (folder) =>
        within(
          folder,
          async (library) => {
            expect(titleOf((await library.getIssue('2023-06')).issue)).toBe('二');
            expect(library.notices().join('')).toContain('“2023-06.json”已损坏');
          },
          later(),
        ),
      );
    }));

  it('of an issue that newer software saved is not written over by a replacement', () =>
    withFolder(async (folder) => {
      await within(folder, (library) => library.add('issue', numbered(6)));
      const path = join(folder, '期/2023/2023-06.json');
      const newer = (await readFile(path, 'utf8')).replace('"version": 1', '"version": 9');
      await writeFile(path, newer);
      await within(
        folder,
        async (library) => {
          await expect(library.replace('issue', numbered(6, '新'))).rejects.toMatchObject({ code: 'issue-unreadable' });
          expect((await library.list()).problems).toHaveLength(1);
        },
        later(),
      );
      expect(await readFile(path, 'utf8')).toBe(newer);
    }));

  it('of any kind, cut or with a bit flipped anywhere, never keeps the library from opening nor another file from being read', () =>
    withFolder(async (base) => {
      const template = join(base, 'template');
      await fill(template);
      const chance = chances(2);
      for (const file of await filesIn(template)) {
        const whole = await readFile(join(template, file));
        for (const bytes of [
          cut(whole, chance),
          cut(whole, chance),
          flip(whole, chance),
          flip(whole, chance),
          flip(whole, chance),
          flip(whole, chance),
        ]) {
          await spoilt(template, file, bytes, (folder) =>
            within(
              folder,
              async (library) => {
                const { issues, submissions, trash, problems } = await library.list();
                const said = [...library.notices(), ...problems.map(({ file: name, message }) => name + message)].join('');
                const title = await library.getIssue('2023-06').then(
                  ({ issue }) => titleOf(issue),
                  () => '读不出',
                );
                if (title !== '三') expect(said).toContain('2023-06');
                expect(['三', '二', '读不出']).toContain(title);
                if (!file.includes('2023-06')) expect(title).toBe('三');
                if (!file.includes('2023-07')) expect(issues.map(({ key }) => key)).toContain('2023-07');
                if (!file.startsWith('来稿')) expect(submissions.map((draft) => draft.title)).toEqual(['稿']);
                if (!file.startsWith('回收站')) expect(trash).toHaveLength(1);
                if (library.readOnlyReason === undefined) await library.add('issue', numbered(9, '新'));
              },
              later(),
            ),
          );
        }
      }
    }));

  it('that has vanished is brought back from its generations', () =>
    withFolder(async (base) => {
      const template = join(base, 'template');
      await fill(template);
      await spoilt(template, '期/2023/2023-06.json', undefined, (folder) =>
        within(
          folder,
          async (library) => {
            expect(titleOf((await library.getIssue('2023-06')).issue)).toBe('二');
            expect(library.notices().join('')).toContain('“2023-06.json”不见了');
          },
          later(),
        ),
      );
    }));

  it('is repaired by a copy of its own: further damage to it leaves the generations whole', () =>
    withFolder(async (base) => {
      const template = join(base, 'template');
      await fill(template);
      const file = '期/2023/2023-06.json';
      await spoilt(template, file, Buffer.from('坏'), async (folder) => {
        await within(folder, (library) => library.getIssue('2023-06'), later());
        const inodes = await Promise.all([file, `${file}.1`, `${file}.2`].map(async (name) => (await stat(join(folder, name))).ino));
        expect(new Set(inodes).size).toBe(3);
      });
    }));

  it('without a good generation is set aside, stays named as a problem, and can be imported anew', () =>
    withFolder(async (base) => {
      const template = join(base, 'template');
      await fill(template);
      await spoilt(template, '期/2023/2023-07.json', Buffer.from('坏'), async (folder) => {
        await within(
          folder,
          async (library) => expect(library.notices().join('')).toContain('“2023-07.json”已损坏，没有可用的前一版'),
          later(),
        );
        await within(
          folder,
          async (library) => {
            const [problem, ...others] = (await library.list()).problems;
            expect(problem?.file).toMatch(/^损坏文件\/2023-07\.json\.无前版\./u);
            expect(await filesIn(folder)).toContain(problem?.file);
            expect(others).toEqual([]);
            await expect(library.getIssue('2023-07')).rejects.toMatchObject({ code: 'issue-missing' });
            await library.add('issue', numbered(7, '重来'));
            expect((await library.list()).problems).toEqual([]);
          },
          later(),
        );
        await within(
          folder,
          async (library) => {
            expect((await library.list()).problems).toEqual([]);
            expect(titleOf((await library.getIssue('2023-07')).issue)).toBe('重来');
          },
          later(),
        );
      });
    }));

  it('is read from its generations, but left where it is, in a library opened for reading', () =>
    withFolder(async (base) => {
      const template = join(base, 'template');
      await fill(template);
      await spoilt(template, '期/2023/2023-06.json', Buffer.from('坏'), async (folder) => {
        const before = await filesIn(folder);
        await within(
          folder,
          async (library) => {
            expect(titleOf((await library.getIssue('2023-06')).issue)).toBe('二');
            expect(library.notices().join('')).toContain('已损坏');
          },
          { ...later(), mode: 'read' },
        );
        expect(await filesIn(folder)).toEqual(before);
        expect((await stat(join(folder, '期/2023/2023-06.json'))).size).toBe(3);
      });
    }));
});
