import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeAuditLine, encodeAuditLine, type AuditEntry } from '../../../../electron/services/library/audit-lines.js';
import { readTrail } from '../../../../electron/services/library/audit-trail.js';
import { nodeFileSystem } from '../../../../electron/services/library/file-system.js';
import type { Library } from '../../../../electron/services/library/library.js';
import { addManuscript, draftArticle, numbered, tickingClock, within, withFolder } from '../../../helpers/library-fixture.js';

const month = '操作记录/2026-03.txt';

/** Three named commits: an issue, another one in its place, and its deletion. */
async function fill(folder: string): Promise<void> {
  await within(folder, async (library) => {
    await library.add('issue', numbered(6), '导入');
    await library.replace('issue', numbered(6, '新'));
    await library.remove('issue', '2023-06');
  });
}

async function told(library: Library): Promise<readonly AuditEntry[]> {
  return library.still(async () => (await readTrail(library.shelf)).entries);
}

const breaksIn = (folder: string): Promise<readonly string[]> =>
  within(folder, async (library) => (await readTrail(library.shelf)).breaks.map(({ file, message }) => `${file} ${message}`), {
    mode: 'read',
  });

/** Changes the lines of the month's file. */
async function edit(folder: string, change: (lines: string[]) => string[]): Promise<void> {
  const path = join(folder, month);
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
  await writeFile(path, `${change(lines).join('\n')}\n`);
}

describe('the audit trail', () => {
  it('tells of every named change as a line anyone can read, and of no typing', () =>
    withFolder(async (folder) => {
      await fill(folder);
      await within(folder, async (library) => {
        await library.add('issue', numbered(7));
        const { revision } = await library.getIssue('2023-07');
        await library.saveIssue('2023-07', numbered(7, '改'), revision);
        const entries = await told(library);
        expect(entries.map(({ number, action }) => `${number} ${action}`)).toEqual(['1 导入', '2 替换', '3 删除', '4 新建']);
        expect(entries[2]?.what).toBe('期 2023-06《宣传信息专报 2023年第6期》');
        expect(entries[0]?.who).not.toBe('');
      });
      const text = await readFile(join(folder, month), 'utf8');
      expect(text.split('\n')[3]).toMatch(
        /^3\t2026-03-02 \d\d:\d\d:\d\d[+-]\d\d:\d\d\t[^\t]+\t删除\t期 2023-06《宣传信息专报 2023年第6期》\t3\t[0-9a-f]{64}$/u,
      );
      expect(await breaksIn(folder)).toEqual([]);
    }));

  it('names who took an issue on, and why; counts the records of a large commit', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        const manuscripts = await Promise.all(['甲', '乙', '丙', '丁'].map((title) => addManuscript(library, draftArticle(title))));
        const puts = manuscripts.map((value) => ({ do: 'put', kind: 'submission', value: { ...value, notes: ['改'] } }) as const);
        await library.commit(puts, '撤销导入', {}, { who: '示例甲', note: '数字有误' });
        const last = (await told(library)).at(-1);
        expect(last).toMatchObject({ who: '示例甲', action: '撤销导入' });
        expect(last?.what).toMatch(/^来稿 \S+《甲》、来稿 \S+《乙》、来稿 \S+《丙》等 4 项；说明：数字有误$/u);
      }),
    ));

  it('goes on over months and restarts, one file each, chained', () =>
    withFolder(async (folder) => {
      await fill(folder);
      const later = { clock: tickingClock('2026-04-15T01:00:00.000Z') };
      await within(folder, (library) => library.note({ action: '导出', what: '甲\t乙\n丙' }), later);
      expect((await readdir(join(folder, '操作记录'))).sort()).toEqual(['2026-03.txt', '2026-04.txt', '末条.json']);
      await within(folder, async (library) => expect((await told(library)).at(-1)).toMatchObject({ number: 4, what: '甲 乙 丙' }), later);
      expect(await breaksIn(folder)).toEqual([]);
      await rm(join(folder, month));
      expect(await breaksIn(folder)).toEqual(['操作记录/2026-04.txt 第 2 行之前缺了第 1 至 3 条。']);
    }));

  it.each<[string, (lines: string[]) => string[], string]>([
    [
      'a changed word',
      (lines) => lines.map((line) => line.replace('\t替换\t', '\t查看\t')),
      '第 3 行（第 2 条）或它的前一行在记下之后被改动过。',
    ],
    ['a line taken out', (lines) => lines.toSpliced(2, 1), '第 3 行之前缺了第 2 条。'],
    ['a cut tail', (lines) => lines.slice(0, 2), '末尾缺了第 2 至 3 条。'],
    ['a foreign line', (lines) => lines.toSpliced(2, 0, '随手记一笔'), '第 3 行已损坏或是外来的，无法识别。'],
    ['two lines changed places', (lines) => [lines[0] ?? '', lines[2] ?? '', lines[1] ?? '', lines[3] ?? ''], '第 2 行之前缺了第 1 条。'],
  ])('sees %s, and where', (_name, change, message) =>
    withFolder(async (folder) => {
      await fill(folder);
      await edit(folder, change);
      expect((await breaksIn(folder))[0]).toBe(`${month} ${message}`);
    }),
  );

  it('sees a last line that was changed together with its hash, goes on from what it was, and is quiet once somebody acknowledged it', () =>
    withFolder(async (folder) => {
      await fill(folder);
      await edit(folder, (lines) => {
        const before = decodeAuditLine(lines.at(-2) ?? '')?.hash ?? '';
        const last = decodeAuditLine(lines.at(-1) ?? '');
        if (last === undefined) throw new Error('the trail has a last line');
        return [...lines.slice(0, -1), encodeAuditLine({ ...last.entry, action: '查看' }, before).line.trimEnd()];
      });
      expect(await breaksIn(folder)).toEqual([`${month} 第 4 行（第 3 条）在记下之后被改动过。`]);
      const [words = ''] = await within(folder, async (library) => (await readTrail(library.shelf)).breaks.map((found) => found.words));
      await within(folder, (library) => library.note({ action: '导出', what: '甲' }));
      expect(await breaksIn(folder)).toEqual([`${month} 第 5 行（第 4 条）或它的前一行在记下之后被改动过。`]);
      await within(folder, (library) => library.note({ action: '核对操作记录', what: words }));
      expect(await breaksIn(folder)).toEqual([]);
    }));

  it('sees a tail that was cut even after new lines followed, and is quiet once somebody acknowledged it', () =>
    withFolder(async (folder) => {
      await fill(folder);
      await edit(folder, (lines) => lines.slice(0, 2));
      const [words = ''] = await within(folder, async (library) => (await readTrail(library.shelf)).breaks.map((found) => found.words));
      await within(folder, (library) => library.note({ action: '导出', what: '甲' }));
      expect(await breaksIn(folder)).toEqual([`${month} 第 3 行之前缺了第 2 至 3 条。`]);
      await within(folder, (library) => library.note({ action: '核对操作记录', what: words }));
      expect(await breaksIn(folder)).toEqual([]);
      await rm(join(folder, '操作记录/末条.json'));
      expect(await breaksIn(folder)).toEqual(['操作记录/末条.json 记着最后一条的文件不见了或已损坏，末尾是否缺少，已无从核对。']);
    }));

  it('writes what a program cut short did not come to write, and takes half a line back', () =>
    withFolder(async (folder) => {
      await fill(folder);
      await edit(folder, (lines) => lines.slice(0, 3));
      await writeFile(join(folder, '操作记录/末条.json'), '');
      await appendFile(join(folder, month), '3\t2026-03');
      await within(folder, async (library) => {
        expect((await told(library)).map(({ number, action }) => `${number} ${action}`)).toEqual(['1 导入', '2 替换', '3 删除']);
      });
      expect(await breaksIn(folder)).toEqual([]);
      // Nothing is told after this opening: it takes the half line back itself.
      await appendFile(join(folder, month), '4\t2026-03');
      expect(await breaksIn(folder)).toHaveLength(1);
      await within(folder, async () => undefined);
      expect(await breaksIn(folder)).toEqual([]);
    }));

  it('looks at the disk again after it failed: a month that was begun all the same is gone on with', () =>
    withFolder(async (folder) => {
      let failures = 1;
      const syncFolder: typeof nodeFileSystem.syncFolder = (path) =>
        path.includes('操作记录') && (failures -= 1) >= 0
          ? Promise.reject(Object.assign(new Error('gone'), { code: 'EIO' }))
          : nodeFileSystem.syncFolder(path);
      await within(
        folder,
        async (library) => {
          await library.add('issue', numbered(8));
          await library.add('issue', numbered(9));
          expect((await told(library)).map(({ what }) => what.slice(0, 9))).toEqual(['期 2023-08', '期 2023-09']);
        },
        { disk: { ...nodeFileSystem, syncFolder } },
      );
    }));

  it('keeps nothing from being saved; what the disk refused is written with the next', () =>
    withFolder(async (folder) => {
      await fill(folder);
      let refuses = true;
      const append: typeof nodeFileSystem.append = (path, bytes) =>
        refuses && path.includes('操作记录')
          ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
          : nodeFileSystem.append(path, bytes);
      await within(
        folder,
        async (library) => {
          await library.add('issue', numbered(8));
          expect((await library.getIssue('2023-08')).issue.masthead.number).toBe(8);
          expect(library.notices().join('')).toContain('操作记录没有写上');
          refuses = false;
          await library.add('issue', numbered(9));
          expect((await told(library)).slice(3).map(({ what }) => what.slice(0, 9))).toEqual(
            ['期 2023-08', '期 2023-09'].map((what) => what.slice(0, 9)),
          );
        },
        { disk: { ...nodeFileSystem, append } },
      );
      expect(await breaksIn(folder)).toEqual([]);
    }));
});
