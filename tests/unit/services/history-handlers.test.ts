import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createHandles } from '../../../electron/services/handles.js';
import { createHistoryHandlers } from '../../../electron/services/history-handlers.js';
import { readTrail } from '../../../electron/services/library/audit-trail.js';
import { numbered, tickingClock, within, withFolder } from '../../helpers/library-fixture.js';

describe('花脸稿', () => {
  it('is written as a Word file with tracked changes, never over one before, and told to the audit trail', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        await library.add('issue', numbered(6, '旧的题目'));
        await library.replace('issue', numbered(6, '新的题目'));
        const handles = createHandles();
        const calls = createHistoryHandlers(library, handles, tickingClock());
        const [version] = (await calls['history.list']({ key: '2023-06' })).versions;
        const request = { key: '2023-06', before: version?.id ?? '', after: 'now', folder: handles.issue(folder) };
        const { path, handle } = await calls['history.redline'](request);
        expect(handles.resolve(handle)).toBe(path);
        expect(basename(path)).toMatch(/^宣传信息专报2023年第6期 花脸稿（3月2日\d\d\.\d\d至现在）\.docx$/u);
        const document = strFromU8(unzipSync(await readFile(path))['word/document.xml'] ?? new Uint8Array());
        expect(document).toMatch(/<w:del [^>]*w:author="专报编辑台"[^>]*>.*?<w:delText[^>]*>旧<.*?<w:ins [^>]*>.*?新</su);
        expect((await calls['history.redline'](request)).path).toBe(path.replace('.docx', ' 2.docx'));
        const told = (await readTrail(library.shelf)).entries.filter(({ action }) => action === '导出花脸稿');
        expect(told.map(({ what }) => what.endsWith(path))).toEqual([true, false]);
      }),
    ));
});
