import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { AppOptions } from '../../../electron/services/app-options.js';
import { createHandles } from '../../../electron/services/handles.js';
import { createHistoryHandlers } from '../../../electron/services/history-handlers.js';
import { readTrail } from '../../../electron/services/library/audit-trail.js';
import type { Library } from '../../../electron/services/library/library.js';
import { createPrintFiles } from '../../../electron/services/print-handlers.js';
import { bundledShelf } from '../../helpers/font-shelf.js';
import { numbered, tickingClock, within, withFolder } from '../../helpers/library-fixture.js';

interface Hands {
  readonly library: Library;
  readonly folder: string;
  readonly calls: ReturnType<typeof createHistoryHandlers>;
  readonly handles: ReturnType<typeof createHandles>;
  readonly compared: { readonly key: string; readonly before: string; readonly after: string };
  /** Files handed to the system's reader. */
  readonly read: string[];
}

/** An issue whose title changed, compared from before to now. */
function withChange(run: (hands: Hands) => Promise<void>): Promise<void> {
  return withFolder((folder) =>
    within(folder, async (library) => {
      await library.add('issue', numbered(6, '旧的题目'));
      await library.replace('issue', numbered(6, '新的题目'));
      const handles = createHandles();
      const read: string[] = [];
      const desktop = { open: async (path: string) => void read.push(path) } as AppOptions['desktop'];
      const options = { clock: tickingClock(), fonts: bundledShelf, desktop };
      const calls = createHistoryHandlers(library, handles, createPrintFiles(folder), options);
      const [version] = (await calls['history.list']({ key: '2023-06' })).versions;
      await run({ library, folder, calls, handles, compared: { key: '2023-06', before: version?.id ?? '', after: 'now' }, read });
    }),
  );
}

const told = async (library: Library, action: string) =>
  (await readTrail(library.shelf)).entries.filter((entry) => entry.action === action).map(({ what }) => what);

/** Words of a PDF without its breaks, where a reader for that is at hand. */
function pdfText(path: string): string | undefined {
  if (!existsSync('/usr/bin/pdftotext')) return undefined;
  return execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).replace(/\s/gu, '');
}

describe('花脸稿', () => {
  it('is written as a Word file with tracked changes, never over one before, and told to the audit trail', () =>
    withChange(async ({ library, folder, calls, handles, compared }) => {
      const request = { ...compared, format: 'docx', folder: handles.issue(folder) } as const;
      const { path, handle } = await calls['history.redline'](request);
      expect(handles.resolve(handle)).toBe(path);
      expect(basename(path)).toMatch(/^宣传信息专报2023年第6期 花脸稿（3月2日\d\d\.\d\d至现在）\.docx$/u);
      const document = strFromU8(unzipSync(await readFile(path))['word/document.xml'] ?? new Uint8Array());
      expect(document).toMatch(/<w:del [^>]*w:author="专报编辑台"[^>]*>.*?<w:delText[^>]*>旧<.*?<w:ins [^>]*>.*?新</su);
      expect((await calls['history.redline'](request)).path).toBe(path.replace('.docx', ' 2.docx'));
      expect((await told(library, '导出花脸稿')).map((what) => what.endsWith(path))).toEqual([true, false]);
    }));

  it('is written as a PDF with the words of both states, and handed to the reader to be printed', () =>
    withChange(async ({ library, folder, calls, handles, compared, read }) => {
      const { path } = await calls['history.redline']({ ...compared, format: 'pdf', folder: handles.issue(folder) });
      expect((await readFile(path)).subarray(0, 5).toString('latin1')).toBe('%PDF-');
      expect(pdfText(path) ?? '旧新的题目').toContain('旧新的题目');
      await calls['history.printRedline'](compared);
      expect(read).toEqual([join(folder, basename(join(read[0] ?? '', '..')), basename(path))]);
      expect(await readFile(read[0] ?? '')).toEqual(await readFile(path));
      expect(await told(library, '打印花脸稿')).toEqual([expect.stringMatching(/第6期》：3月2日\d\d\.\d\d至现在$/u)]);
    }));
});
