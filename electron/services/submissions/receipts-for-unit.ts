import { AppError } from '../../../shared/app-error.js';
import { recordName } from '../../../shared/bundle/exchange-state.js';
import { plainUnitName, UnitFinder } from '../../../shared/units/match-unit.js';
import { recordPart } from '../bundle/bundle-part.js';
import type { Library } from '../library/library.js';
import { readUnits } from '../units/units-on-disk.js';
import { ReceiptWriter } from './receipt-writer.js';

/**
 * Ids of a unit's submissions with something to tell that the unit was not told yet, or everything with `again`.
 * @throws AppError when there is nothing
 */
export async function submissionsToAnswer(library: Library, unit: string, again: boolean): Promise<readonly string[]> {
  const finder = new UnitFinder((await readUnits(library)).list);
  const wanted = finder.named(unit);
  const isTheirs = ({ unitId, unitName }: { readonly unitId?: string | undefined; readonly unitName: string }): boolean =>
    wanted === undefined
      ? plainUnitName(unitName) === plainUnitName(unit)
      : unitId === wanted.id || (unitId === undefined && finder.named(unitName) === wanted);
  const own = (await library.list()).submissions.filter(isTheirs);
  if (own.length === 0) throw new AppError('bad-request', `资料库里没有“${unit}”的来稿，没有导出。请核对单位名称。`);
  const writer = await ReceiptWriter.open(library);
  const { lineages } = await library.getExchange();
  const ids: string[] = [];
  for (const { id } of own) {
    const receipt = await writer.write(id);
    if (receipt === undefined) continue;
    const { record } = recordPart('receipt', '', receipt, []);
    if (again || !(lineages[recordName(record)] ?? []).includes(record.revision)) ids.push(id);
  }
  if (ids.length === 0) throw new AppError('bad-request', `“${unit}”的来稿没有新的结果，没有导出。要重发以前的回执请加 --all。`);
  return ids;
}
