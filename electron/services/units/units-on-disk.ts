/** The one list of units a library holds: read, and replaced as a whole. */
import { AppError } from '../../../shared/app-error.js';
import { unitListKey } from '../../../shared/units/unit-list.js';
import { emptyUnitList, type UnitList } from '../../../shared/units/unit.js';
import type { Library } from '../library/library.js';

export interface StoredUnits {
  readonly list: UnitList;
  /** Empty while the library holds no list. */
  readonly revision: string;
}

/** The list, or an empty one. @throws AppError issue-unreadable, disk-busy, disk-failed */
export async function readUnits(library: Library): Promise<StoredUnits> {
  try {
    const { value, revision } = await library.get('units', unitListKey);
    return { list: value, revision };
  } catch (error) {
    if (error instanceof AppError && error.code === 'units-missing') return { list: emptyUnitList, revision: '' };
    throw error;
  }
}

/** Saves over the state with `baseRevision`; gives the new revision back. @throws AppError issue-changed, and as `saveIssue` */
export async function saveUnits(library: Library, list: UnitList, baseRevision: string): Promise<string> {
  if (baseRevision === '') return (await library.add('units', list)).revision;
  const { saved } = await library.commit([{ do: 'put', kind: 'units', value: list, base: baseRevision }], '报送单位名录');
  return saved[0]?.revision ?? baseRevision;
}
