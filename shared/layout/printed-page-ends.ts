/**
 * What a scan shows of the print it was made from. It does not show how wide quotes were, but it shows where pages
 * ended, and in an article with half-width quotes its pages end elsewhere.
 */
import { briefLead, issueItems, type Issue, type Item } from '../document/issue.js';
import type { PrintedPageEnd } from '../document/printed-page-end.js';
import { composeIssue } from './compose-issue.js';
import { createLayouter, type Layouter } from './layout-issue.js';
import type { PageStyle } from './page-style.js';

/** An issue set as it was printed, as far as its page ends show. */
export interface FittedToPrint {
  readonly issue: Issue;
  /** Articles and briefs now set with half-width quotes. */
  readonly halfQuoted: readonly Item[];
  /** How many of the page ends fall where they were printed. */
  readonly met: number;
}

/**
 * Gives half-width quotes to those articles and briefs, cut by a printed page end, with which more pages of the whole
 * issue end where they did in print. Each item is decided once, in printed order.
 */
export function fitQuotesToPrint(issue: Issue, ends: readonly PrintedPageEnd[], style: PageStyle): FittedToPrint {
  const layouter = createLayouter(style);
  const cut = new Set(ends.map(({ paragraphId }) => paragraphId));
  let best: FittedToPrint = { issue, halfQuoted: [], met: countMet(issue, ends, layouter) };
  for (const { item } of issueItems(issue)) {
    if (best.met === ends.length) break;
    if (item.halfQuotes === true || !item.paragraphs.some(({ id }) => cut.has(id))) continue;
    const tried = withHalfQuotes(best.issue, item.id);
    const met = countMet(tried, ends, layouter);
    if (met > best.met) best = { issue: tried, halfQuoted: [...best.halfQuoted, item], met };
  }
  return best;
}

function withHalfQuotes(issue: Issue, itemId: string): Issue {
  return {
    ...issue,
    columns: issue.columns.map((column) => ({
      ...column, items: column.items.map((item): Item => (item.id === itemId ? { ...item, halfQuotes: true } : item)),
    })),
  };
}

/** How many of the page ends are page ends of our layout. */
function countMet(issue: Issue, ends: readonly PrintedPageEnd[], layouter: Layouter): number {
  const starts = new Set(layouter.layout(composeIssue(issue)).map(({ lines }) => {
    const opening = lines.find(({ furniture }) => !furniture);
    return opening?.place.paragraphId === undefined ? '' : `${opening.place.paragraphId} ${String(opening.startOffset)}`;
  }));
  const shifts = leadLengths(issue);
  return ends.filter(({ paragraphId, offset }) => starts.has(`${paragraphId} ${String(offset + (shifts.get(paragraphId) ?? 0))}`)).length;
}

/** A brief's title runs in before its first paragraph. */
function leadLengths(issue: Issue): ReadonlyMap<string, number> {
  const shifts = new Map<string, number>();
  for (const { item } of issueItems(issue)) {
    const [first] = item.paragraphs;
    if (item.type === 'brief' && first !== undefined) shifts.set(first.id, briefLead(item).length);
  }
  return shifts;
}
