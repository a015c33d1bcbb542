/** What the view of the units lists: in which order, narrowed to what, and how much each sent. */
import type { SubmissionRow } from '../submissions/list-submissions.js';
import { namesOf, type UnitFinder } from './match-unit.js';
import type { Unit, UnitList } from './unit.js';

/** What the list is narrowed to; empty narrows nothing. */
export interface UnitFilter {
  readonly words: string;
  readonly unitClass: string;
}

/** Units by class in the order of the classes, within one as they were entered. */
export function listUnits({ units, classes }: UnitList, { words, unitClass }: UnitFilter): readonly Unit[] {
  const wanted = words.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean);
  const place = (unit: Unit): number => classes.indexOf(unit.unitClass);
  return units
    .filter((unit) => (unitClass === '' || unit.unitClass === unitClass) && holds(unit, wanted))
    .toSorted((left, right) => place(left) - place(right));
}

function holds(unit: Unit, wanted: readonly string[]): boolean {
  const text = [...namesOf(unit), unit.contact ?? '', unit.phone ?? ''].join(' ').normalize('NFKC').toLowerCase();
  return wanted.every((word) => text.includes(word));
}

export interface UnitCount {
  readonly sent: number;
  readonly adopted: number;
}

export const noCount: UnitCount = { sent: 0, adopted: 0 };

/** How many manuscripts each unit sent, and how many of them were printed; by id, and by any name where no id was noted. */
export function countByUnit(rows: readonly SubmissionRow[], finder: UnitFinder): ReadonlyMap<string, UnitCount> {
  const counts = new Map<string, UnitCount>();
  for (const { unitId, unitName, standing } of rows) {
    const id = unitId ?? finder.named(unitName)?.id;
    if (id === undefined) continue;
    const { sent, adopted } = counts.get(id) ?? noCount;
    counts.set(id, { sent: sent + 1, adopted: adopted + (standing === 'adopted' ? 1 : 0) });
  }
  return counts;
}
