import { AppError } from '../../../shared/app-error.js';
import { recordName } from '../../../shared/bundle/exchange-state.js';
import { joinUses } from '../../../shared/submissions/list-submissions.js';
import type { Standing } from '../../../shared/submissions/submission-labels.js';
import { plainUnitName, UnitFinder } from '../../../shared/units/match-unit.js';
import { recordPart } from '../bundle/bundle-part.js';
import type { Library } from '../library/library.js';
import { readUnits } from '../units/units-on-disk.js';
import { ReceiptWriter } from './receipt-writer.js';

/** A unit with those of its submissions that there is something to tell of. */
export interface UnitToAnswer {
  readonly unit: string;
  readonly ids: readonly string[];
}

/** Units with results they were not told yet, in the order of their latest submissions; with `again`, all that have results. */
export async function unitsToAnswer(library: Library, again = false): Promise<readonly UnitToAnswer[]> {
  const { list } = await readUnits(library);
  const [finder, byId] = [new UnitFinder(list), new Map(list.units.map((unit) => [unit.id, unit]))];
  const writer = await ReceiptWriter.open(library);
  const { lineages } = await library.getExchange();
  const found = new Map<string, string[]>();
  const { issues, submissions } = await library.list();
  const rows = joinUses(
    submissions,
    issues.flatMap(({ uses }) => uses),
  );
  for (const { id, unitId, unitName } of rows.filter(({ standing }) => !isWaiting(standing))) {
    const receipt = await writer.write(id);
    if (receipt === undefined) continue;
    const { record } = recordPart('receipt', '', receipt, []);
    if (!again && (lineages[recordName(record)] ?? []).includes(record.revision)) continue;
    const unit = (byId.get(unitId ?? '') ?? finder.named(unitName))?.name ?? unitName;
    found.set(unit, [...(found.get(unit) ?? []), id]);
  }
  return [...found].map(([unit, ids]) => ({ unit, ids }));
}

/** Nothing can be told of it yet: it need not be read. */
function isWaiting(standing: Standing): boolean {
  return standing === 'new' || standing === 'shortlisted' || standing === 'placed';
}

/**
 * A unit under the name it is listed by, whichever of its names is given, with its submissions that there is something to
 * tell of and the unit was not told yet, or all of them with `again`.
 * @throws AppError when there is nothing
 */
export async function unitToAnswer(library: Library, unit: string, again: boolean): Promise<UnitToAnswer> {
  const finder = new UnitFinder((await readUnits(library)).list);
  const name = finder.named(unit)?.name ?? unit;
  const answers = await unitsToAnswer(library, again);
  const own = answers.find((each) => plainUnitName(each.unit) === plainUnitName(name));
  if (own !== undefined) return own;
  throw new AppError(
    'bad-request',
    again
      ? `“${unit}”的来稿都还没有结果，没有导出。请核对单位名称。`
      : `“${unit}”的来稿没有新的结果，没有导出。要重发以前的回执请加 --all；或请核对单位名称。`,
  );
}
