import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeEnvelope } from '../../../../electron/services/library/envelope.js';
import { filesIn, numbered, tickingClock, titleOf, within, withFolder } from '../../../helpers/library-fixture.js';

const temporary = '期/2023/2023-06.json.0123456789ab.tmp';
const later = () => ({ clock: tickingClock('2026-03-05T01:00:00.000Z') });

async function withUnfinished(bytes: Uint8Array, run: (folder: string) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    await within(folder, (library) => library.add('issue', numbered(6, '旧')));
    await writeFile(join(folder, temporary), bytes);
    await run(folder);
    expect((await filesIn(folder)).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });
}

const saved = (title: string, savedAt: string) => encodeEnvelope('zhuanbao-issue', numbered(6, title), savedAt).bytes;

describe('a save that was cut short', () => {
  it('but is whole beside its file takes its place, the old state kept, and is told', () =>
    withUnfinished(saved('新', '2026-03-02T02:00:00.000Z'), async (folder) => {
      await within(
        folder,
        async (library) => {
          expect(titleOf((await library.getIssue('2023-06')).issue)).toBe('新');
          expect(library.notices().join('')).toMatch(/^上次保存“2023-06\.json”时程序中断，已找回 \d+月\d+日 \d\d:\d\d 的修改。$/u);
        },
        later(),
      );
      await rm(join(folder, '期/2023/2023-06.json'));
      await within(folder, async (library) => expect(titleOf((await library.getIssue('2023-06')).issue)).toBe('旧'), later());
    }));

  it('half way is set aside whole, the file kept as it was, and told', () => {
    const half = saved('新', '2026-03-02T02:00:00.000Z').subarray(0, 700);
    return withUnfinished(half, async (folder) => {
      await within(
        folder,
        async (library) => {
          expect(titleOf((await library.getIssue('2023-06')).issue)).toBe('旧');
          expect(library.notices().join('')).toContain('没写完的部分已移到“损坏文件”');
        },
        later(),
      );
      const aside = (await filesIn(folder)).filter((file) => file.startsWith('损坏文件/'));
      expect(await readFile(join(folder, aside[0] ?? ''))).toEqual(Buffer.from(half));
    });
  });

  it('and is older than its file does not take its place', () =>
    withUnfinished(saved('更旧', '2020-03-02T02:00:00.000Z'), async (folder) => {
      await within(folder, async (library) => expect(titleOf((await library.getIssue('2023-06')).issue)).toBe('旧'), later());
    }));

  it('before its first byte leaves nothing to tell', () =>
    withUnfinished(Buffer.alloc(0), async (folder) => {
      await within(folder, async (library) => expect(library.notices()).toEqual([]), later());
    }));

  it('is left alone in a library opened for reading', () =>
    withFolder(async (folder) => {
      await within(folder, (library) => library.add('issue', numbered(6, '旧')));
      await writeFile(join(folder, temporary), saved('新', '2026-03-02T02:00:00.000Z'));
      await within(folder, async (library) => expect(titleOf((await library.getIssue('2023-06')).issue)).toBe('旧'), {
        ...later(),
        mode: 'read',
      });
      expect(await filesIn(folder)).toContain(temporary);
    }));
});
