/** A spreadsheet of units on its way into the list. */
import type { CallResponse } from '../../shared/ipc.js';
import type { UnitList } from '../../shared/units/unit.js';
import { runShown } from '../state/shown-jobs.js';
import { takeUnits, unitsNow } from '../state/units.js';
import { withUpload } from '../upload.js';
import { pickFiles } from '../ui/pick-files.js';

export interface UnitsReport extends Omit<CallResponse<'units.import'>, 'list' | 'revision'> {
  readonly file: string;
  /** The list as it was, for taking the import back. */
  readonly before: UnitList;
  readonly after: UnitList;
}

/** Asks for a spreadsheet and takes it in; undefined when the editor cancels. @throws CallFailure */
export async function importUnits(): Promise<UnitsReport | undefined> {
  const [file] = await pickFiles('.xlsx,.csv', true);
  if (file === undefined) return undefined;
  const before = unitsNow();
  const { list, revision, ...report } = await withUpload(file, (upload) => runShown('导入名录', 'units.import', { upload }));
  takeUnits({ list, revision });
  return { ...report, file: file.name, before, after: unitsNow() };
}
