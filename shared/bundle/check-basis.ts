import { missingBefore } from './check-order.js';
import { recordName, type Exchange, type Received } from './exchange-state.js';
import type { Manifest } from './manifest.js';
import { problem, type Problem } from './problems.js';

type Building = Pick<Manifest, 'basis' | 'records' | 'sequence'>;

/**
 * Whether the states that a bundle builds on have crossed to this library. Without them what it leaves out would be
 * missing; the bundles of its sender that did not come say where to look.
 */
export function checkBasis(
  { basis, records, sequence }: Building,
  lineages: Exchange['lineages'],
  seen: readonly Received[],
): readonly Problem[] {
  const gap = missingBefore(sequence, seen);
  // A revision is of one record, whatever the record's key is here: publications are told apart by other ids elsewhere.
  const crossed = new Set(Object.values(lineages).flat());
  return basis
    .filter(({ revision }) => !crossed.has(revision))
    .map((part) => {
      const { title } = records.find((record) => recordName(record) === recordName(part)) ?? { title: recordName(part) };
      return problem('basis-missing', title, gap === '' ? '' : `（缺少${gap}）`);
    });
}
