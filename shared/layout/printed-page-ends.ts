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
}

/** So many articles in a row that no width of quotes explains: the print was of another style. */
const mostVain = 6;

/**
 * Gives half-width quotes to those articles and briefs, cut by a printed page end that our pages miss, with which more
 * pages of the whole issue end where they did in print. Each item is decided once, in printed order.
 */
export function fitQuotesToPrint(issue: Issue, ends: readonly PrintedPageEnd[], style: PageStyle): FittedToPrint {
  const layouter = createLayouter(style);
  let best: Fit = { issue, met: metEnds(issue, ends, layouter) };
  const halfQuoted: Item[] = [];
  let vain = 0;
  for (const { item } of issueItems(issue)) {
    if (vain === mostVain) break;
    if (!isSuspect(item, ends, best.met)) continue;
    const tried = withHalfQuotes(best.issue, item.id);
    const met = metEnds(tried, ends, layouter);
    if (met.size > best.met.size) {
      best = { issue: tried, met };
      halfQuoted.push(item);
      vain = 0;
    } else vain += 1;
  }
  return { issue: best.issue, halfQuoted };
}

interface Fit {
  readonly issue: Issue;
  readonly met: ReadonlySet<PrintedPageEnd>;
}

/** Whether an item has quotes and a page end our pages miss. */
function isSuspect({ halfQuotes, paragraphs }: Item, ends: readonly PrintedPageEnd[], met: ReadonlySet<PrintedPageEnd>): boolean {
  if (halfQuotes || !paragraphs.some(({ lead = '', text }) => /[“”‘’]/u.test(lead + text))) return false;
  return ends.some((end) => !met.has(end) && paragraphs.some(({ id }) => id === end.paragraphId));
}

function withHalfQuotes(issue: Issue, itemId: string): Issue {
  return {
    ...issue,
    columns: issue.columns.map((column) => ({
      ...column,
      items: column.items.map((item): Item => (item.id === itemId ? { ...item, halfQuotes: true } : item)),
    })),
  };
}

/** The page ends that are page ends of our layout. */
function metEnds(issue: Issue, ends: readonly PrintedPageEnd[], layouter: Layouter): ReadonlySet<PrintedPageEnd> {
  const starts = new Set(
    layouter.layout(composeIssue(issue)).map(({ lines }) => {
      const opening = lines.find(({ furniture }) => !furniture);
      return opening?.place.paragraphId === undefined ? '' : `${opening.place.paragraphId} ${String(opening.startOffset)}`;
    }),
  );
  const shifts = leadLengths(issue);
  return new Set(ends.filter(({ paragraphId, offset }) => starts.has(`${paragraphId} ${String(offset + (shifts.get(paragraphId) ?? 0))}`)));
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
