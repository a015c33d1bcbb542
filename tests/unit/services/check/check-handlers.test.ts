import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createCheckHandlers } from '../../../../electron/services/check/check-handlers.js';
import { createHandles } from '../../../../electron/services/handles.js';
import { numbered, tickingClock, within, withFolder } from '../../../helpers/library-fixture.js';

describe('the audit trail in the window', () => {
  it('comes newest first, and the entries asked for are written as a text that spreadsheets read', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        await library.add('issue', numbered(6), '导入');
        await library.note({ action: '导出', what: '甲', who: '示例人' });
        await library.remove('issue', '2023-06');
        const handles = createHandles();
        const calls = createCheckHandlers(library, handles, { clock: tickingClock('2026-04-05T06:07:08.000Z') });
        const { entries, breaks } = await calls['audit.list']();
        expect([entries.map(({ action }) => action), breaks]).toEqual([['删除', '导出', '导入'], []]);
        const { name, handle } = await calls['audit.export']({ folder: handles.issue(folder), numbers: [2, 1] });
        expect(handles.resolve(handle)).toBe(name);
        expect(name).toMatch(/操作记录-20260405T\d+\.txt$/u);
        const [heading, first, second, ...rest] = (await readFile(name, 'utf8')).split('\r\n');
        expect(heading).toBe('\uFEFF编号\t时间\t何人\t做了什么\t对什么');
        expect(first).toMatch(/^1\t2026-03-02 \d\d:\d\d:\d\d\t.+\t导入\t期 2023-06/u);
        expect(second).toMatch(/^2\t2026-03-02 \d\d:\d\d:\d\d\t示例人\t导出\t甲$/u);
        expect(rest).toEqual(['']);
      }),
    ));
});
