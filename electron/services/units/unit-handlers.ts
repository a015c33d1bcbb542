import { join } from 'node:path';
import { AppError } from '../../../shared/app-error.js';
import { unitsFromRows, unitsToRows } from '../../../shared/units/unit-table.js';
import type { Handlers } from '../call-handlers.js';
import type { AppOptions } from '../app-options.js';
import type { Handles } from '../handles.js';
import { beginStep } from '../jobs.js';
import type { Library } from '../library/library.js';
import type { Uploads } from '../uploads.js';
import { writeExportFile } from '../write-export-file.js';
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

/** `名录.xlsx`, else `名录 2.xlsx` …: nothing that is there is written over. */
async function writeUnderFreeName(folder: string, name: string, ending: string, bytes: Uint8Array): Promise<string> {
  for (let count = 1; ; count += 1) {
    const path = join(folder, `${name}${count === 1 ? '' : ` ${count}`}.${ending}`);
    try {
      await writeExportFile(path, bytes, false);
      return path;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'export-exists' || count === 99) throw error;
    }
  }
}

/** `2026-11-24` by the clock of this machine. */
function localDay(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
