import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createHandles } from '../../../../electron/services/handles.js';
import { unwatchedJob, type Job } from '../../../../electron/services/jobs.js';
import { randomIds } from '../../../../electron/services/system-ports.js';
import { readSheet, writeCsv, writeXlsx } from '../../../../electron/services/units/sheet.js';
import { createUnitHandlers } from '../../../../electron/services/units/unit-handlers.js';
import { AppError } from '../../../../shared/app-error.js';
import { createUploads } from '../../../../electron/services/uploads.js';
import { addUnit } from '../../../../shared/units/edit-units.js';
import { emptyUnitList, type Unit, type UnitList } from '../../../../shared/units/unit.js';
import { openTestLibrary } from '../../../helpers/open-test-library.js';

const clock = { now: () => new Date(2026, 10, 24, 9) };
const county: Unit = { id: 'county', name: '示例县委宣传部', aliases: ['示例县'], formerNames: [], unitClass: '区市' };
const list: UnitList = addUnit(emptyUnitList, county);

async function open() {
  const { library } = await openTestLibrary();
  const handles = createHandles();
  const folder = mkdtempSync(join(tmpdir(), 'units-'));
  const uploads = createUploads(randomIds);
  const handlers = createUnitHandlers(library, { handles, uploads }, { clock, ids: randomIds });
  /** A file as the window sends it over. */
  const send = async (name: string, bytes: Uint8Array): Promise<{ readonly upload: string }> => {
    const upload = await uploads.open(name, bytes.length);
    await uploads.write(upload, bytes);
    return { upload };
  };
  return { library, handlers, folder, handle: handles.issue(folder), send };
}

describe('the list of units on disk', () => {
  it('begins empty, and is read back as it was saved', async () => {
    const { handlers } = await open();
    const before = await handlers['units.get']();
    expect(before).toEqual({ list: emptyUnitList, revision: '' });
    const { revision } = await handlers['units.save']({ list, baseRevision: '' });
    expect(await handlers['units.get']()).toEqual({ list, revision });
  });

  it('is not written over by a change of an older state', async () => {
    const { handlers } = await open();
    const { revision } = await handlers['units.save']({ list, baseRevision: '' });
    const renamed = { ...list, units: [{ ...county, name: '示例新区工委宣传部' }] };
    await handlers['units.save']({ list: renamed, baseRevision: revision });
    await expect(handlers['units.save']({ list, baseRevision: revision })).rejects.toMatchObject({ code: 'issue-changed' });
    await expect(handlers['units.save']({ list, baseRevision: '' })).rejects.toMatchObject({ code: 'issue-exists' });
    expect((await handlers['units.get']()).list.units[0]?.name).toBe('示例新区工委宣传部');
  });

  it('keeps the state before as a version', async () => {
    const { handlers, library } = await open();
    const { revision } = await handlers['units.save']({ list, baseRevision: '' });
    await handlers['units.save']({ list: emptyUnitList, baseRevision: revision });
    expect(await library.versionsOf('units', '报送单位')).toHaveLength(1);
  });
});

describe('spreadsheets of units', () => {
  it.each(['xlsx', 'csv'] as const)('go out as .%s and come back the same into an empty library', async (format) => {
    const one = await open();
    await one.handlers['units.save']({ list, baseRevision: '' });
    const { path } = await one.handlers['units.export']({ folder: one.handle, format }, unwatchedJob);
    expect(basename(path)).toBe(`报送单位名录 2026-11-24.${format}`);
    const other = await open();
    const report = await other.handlers['units.import'](await other.send(basename(path), readFileSync(path)), unwatchedJob);
    expect(report).toMatchObject({ added: 1, changed: 0, troubles: [] });
    expect(report.list.units).toEqual([{ ...county, id: report.list.units[0]?.id }]);
    expect(await other.handlers['units.get']()).toEqual({ list: report.list, revision: report.revision });
  });

  it('leave an earlier file alone', async () => {
    const { handlers, handle } = await open();
    const first = await handlers['units.export']({ folder: handle, format: 'csv' }, unwatchedJob);
    const second = await handlers['units.export']({ folder: handle, format: 'csv' }, unwatchedJob);
    expect([first, second].map(({ path }) => basename(path))).toEqual(['报送单位名录 2026-11-24.csv', '报送单位名录 2026-11-24 2.csv']);
  });

  it('tell which rows were not taken, and write nothing when none was', async () => {
    const { handlers, send } = await open();
    const rows = [
      ['单位名称', '起始日期'],
      ['示例区委宣传部', '2026年2月30日'],
      ['', '2026-01-01'],
    ];
    const report = await handlers['units.import'](await send('名单.xlsx', await writeXlsx(rows, '表')), unwatchedJob);
    expect(report.troubles.map(({ row }) => row)).toEqual([2, 3]);
    expect(report).toMatchObject({ added: 0, revision: '' });
    expect((await handlers['units.get']()).revision).toBe('');
  });

  it('are left where they were by work that is cancelled', async () => {
    const { handlers, handle, folder, send } = await open();
    const signal = AbortSignal.abort(new AppError('cancelled', '已取消。'));
    const job: Job = { report: () => undefined, signal };
    const file = await send('名单.csv', writeCsv([['单位名称'], ['示例区委宣传部']]));
    await expect(handlers['units.import'](file, job)).rejects.toMatchObject({ code: 'cancelled' });
    await expect(handlers['units.export']({ folder: handle, format: 'csv' }, job)).rejects.toMatchObject({ code: 'cancelled' });
    await expect(handlers['units.import'](file, unwatchedJob)).rejects.toMatchObject({ code: 'bad-request' });
    expect((await handlers['units.get']()).revision).toBe('');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('of another kind are refused with a sentence', async () => {
    const { handlers, send } = await open();
    const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
    await expect(handlers['units.import'](await send('名单.xls', old), unwatchedJob)).rejects.toMatchObject({
      code: 'file-kind',
    });
    expect(await readSheet('名单.csv', writeCsv([['单位名称'], ['示例区']]))).toContainEqual(['示例区']);
  });
});
