import { canonicalJson } from '../../library/canonical-json.js';
import type { Outcome } from '../../submissions/receipt-outcomes.js';
import type { Printed, Receipt } from '../../submissions/receipt.js';
import { compare } from './three-way.js';

/** From the answer that says least to the one that says most. */
const strength: readonly Outcome[] = ['refused', 'reserve', 'returned', 'adopted', 'revised'];

/** Two offices answered one submission: every issue that printed it counts, and the answer that says most. */
export function joinReceipts(one: Receipt, other: Receipt): Receipt {
  const [first, second] = [one, other].sort(byStrength);
  if (first === undefined || second === undefined) return one;
  const places = new Set(first.printed.map(placeOf));
  const printed = [...first.printed, ...second.printed.filter((each) => !places.has(placeOf(each)))];
  return { ...first, printed: printed.sort((left, right) => compare(placeOf(left), placeOf(right))) };
}

/** The same order whichever is ours, so that two machines come to the same. */
function byStrength(left: Receipt, right: Receipt): number {
  const rank = strength.indexOf(right.outcome) - strength.indexOf(left.outcome);
  return rank !== 0 ? rank : compare(canonicalJson(left), canonicalJson(right));
}

function placeOf({ issueKey, item }: Printed): string {
  return `${issueKey} ${item.id}`;
}
