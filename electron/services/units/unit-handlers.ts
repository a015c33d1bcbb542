import { localDay } from '../../../shared/document/local-day.js';
import { unitsFromRows, unitsToRows } from '../../../shared/units/unit-table.js';
import type { Handlers } from '../call-handlers.js';
import type { AppOptions } from '../app-options.js';
import type { Handles } from '../handles.js';
import { beginStep } from '../jobs.js';
import type { Library } from '../library/library.js';
import type { Uploads } from '../uploads.js';
import { writeUnderFreeName } from '../write-export-file.js';
import { readSheetFile, writeCsv, writeXlsx } from './sheet.js';
import { readUnits, saveUnits } from './units-on-disk.js';

const sheetName = '报送单位名录';

/** Where spreadsheets come from, and where they go. */
export interface UnitFiles {
  readonly handles: Handles;
  readonly uploads: Uploads;
}

/** Calls on the list of units. */
export function createUnitHandlers(library: Library, { handles, uploads }: UnitFiles, { clock, ids }: Pick<AppOptions, 'clock' | 'ids'>) {
  return {
    'units.get': () => readUnits(library),
    'units.save': async ({ list, baseRevision }) => ({ revision: await saveUnits(library, list, baseRevision) }),
    'units.import': async ({ upload }, job) => {
      const rows = await uploads.take(upload, async (file) => {
        await beginStep(job, '正在读表格', 0, 2);
        return readSheetFile(file);
      });
      await beginStep(job, '正在编入名录', 1, 2);
      const before = await readUnits(library);
      const { list, ...report } = unitsFromRows(before.list, rows, () => ids.next(), localDay(clock.now()));
      const isSame = report.added + report.changed === 0;
      const revision = isSame ? before.revision : await saveUnits(library, list, before.revision);
      return { ...report, troubles: [...report.troubles], list: isSame ? before.list : list, revision };
    },
    'units.export': async ({ folder, format }, job) => {
      await beginStep(job, '正在生成表格', 0, 2);
      const rows = unitsToRows((await readUnits(library)).list);
      const bytes = format === 'xlsx' ? await writeXlsx(rows, sheetName) : writeCsv(rows);
      await beginStep(job, '正在写入', 1, 2);
      return { path: await writeUnderFreeName(handles.resolve(folder), `${sheetName} ${localDay(clock.now())}`, format, bytes) };
    },
  } satisfies Partial<Handlers>;
}
