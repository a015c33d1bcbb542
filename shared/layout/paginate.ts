import type { BlockPlace } from './block.js';
import { gapBetweenPt, goesOnUnderTitle, underTitle, type SetBlock } from './set-block.js';

/** A set block with the place it stands for. */
export interface PlacedBlock {
  readonly set: SetBlock;
  readonly place: BlockPlace;
}

/** Row `row` of block `block` (an index into the placed blocks), its top measured from the top of the text area. */
export interface PlannedRow {
  readonly block: number;
  readonly row: number;
  readonly topPt: number;
  /** A row of the page before that this one opens with again. */
  readonly repeated?: true;
}

/** The rows of one page, from top to foot. */
export type PagePlan = readonly PlannedRow[];

/** What pages are made of. */
export interface Paging {
  readonly heightPt: number;
  /** 版记 only on an even page. */
  readonly tailOnEvenPage: boolean;
  readonly twoLinesUnderTitle: boolean;
}

/** One row in reading order with what decides whether a page may end after it. */
interface FlowRow {
  readonly block: number;
  readonly row: number;
  readonly heightPt: number;
  readonly spaceBeforePt: number;
  readonly mayBreakBefore: boolean;
  /** A block that keeps with the next may part here only where this row itself does not fit: Word's 与下段同页. */
  readonly mayPartBefore: boolean;
  readonly mustBreakBefore: boolean;
  /** Rows of its block that a page which starts with it repeats above. */
  readonly repeats?: readonly PlannedRow[];
  readonly repeatedPt: number;
}

/** Heights below this are rounding, not overflow. */
const tolerancePt = 0.01;

/**
 * Cuts the rows of all blocks into pages: cover first, body from a new page, rows that belong together on one page,
 * the foot block at the foot of the last page. Space between blocks is left out where a page ends.
 */
export function paginate(blocks: readonly PlacedBlock[], paging: Paging): readonly PagePlan[] {
  const pages = fillPages(toFlow(blocks, paging), paging.heightPt);
  return placeFoot(pages, blocks, paging);
}

function toFlow(blocks: readonly PlacedBlock[], paging: Paging): FlowRow[] {
  const rows: FlowRow[] = [];
  let before: SetBlock | undefined;
  let isJoined = false;
  blocks.forEach(({ set }, block) => {
    const under = underTitle(before, set, paging);
    const isLone = (row: number): boolean => under === 'unparted' && (row === 1 || row === set.rows.length - 1);
    const repeated = repeatedRows(set, block);
    set.rows.forEach(({ heightPt }, row) => {
      const keeps = set.rows[row - 1]?.keepsWithNext === true || (set.keepTogether && row > 0);
      rows.push({
        block,
        row,
        heightPt,
        spaceBeforePt: row > 0 ? 0 : before === undefined ? set.spaceBeforePt : gapBetweenPt(before, set),
        mayBreakBefore:
          row > 0 ? !keeps && !set.keepWithNext && !isLone(row) : !keepsTogether(before, set) && !(isJoined && goesOnUnderTitle(set)),
        mayPartBefore: row > 0 && set.keepWithNext && !keeps,
        mustBreakBefore: row === 0 && before?.region === 'cover' && set.region !== 'cover',
        repeatedPt: 0,
        ...(set.repeats !== undefined && row >= set.repeats.to ? repeated : {}),
      });
    });
    if (set.rows.length === 0) return;
    before = set;
    isJoined = under === 'joined';
  });
  return rows;
}

function repeatedRows(set: SetBlock, block: number): Pick<FlowRow, 'repeats' | 'repeatedPt'> {
  if (set.repeats === undefined) return { repeatedPt: 0 };
  const { from, to } = set.repeats;
  let repeatedPt = 0;
  const repeats = set.rows.slice(from, to).map(({ heightPt }, index): PlannedRow => {
    const topPt = repeatedPt;
    repeatedPt += heightPt;
    return { block, row: from + index, topPt, repeated: true };
  });
  return { repeats, repeatedPt };
}

function keepsTogether(before: SetBlock | undefined, set: SetBlock): boolean {
  return before !== undefined && (before.keepWithNext || set.keepWithPrevious);
}

function fillPages(rows: readonly FlowRow[], heightPt: number): readonly PlannedRow[][] {
  const pages: PlannedRow[][] = [];
  let from = 0;
  while (from < rows.length) {
    const next = pageEnd(rows, from, heightPt);
    pages.push(planPage(rows, from, next));
    from = next;
  }
  return pages;
}

/** The end of the page that starts at `from`: the last allowed break that fits, or any where none is allowed. */
function pageEnd(rows: readonly FlowRow[], from: number, heightPt: number): number {
  let bottomPt = rows[from]?.repeatedPt ?? 0,
    allowed = from;
  let index = from;
  for (; index < rows.length; index += 1) {
    const row = rows[index];
    if (row === undefined || (index > from && row.mustBreakBefore)) break;
    if (row.mayBreakBefore) allowed = index;
    bottomPt += row.heightPt + (index > from ? row.spaceBeforePt : 0);
    if (bottomPt > heightPt + tolerancePt) return row.mayPartBefore || allowed === from ? Math.max(index, from + 1) : allowed;
  }
  return index;
}

function planPage(rows: readonly FlowRow[], from: number, to: number): PlannedRow[] {
  const plan: PlannedRow[] = [...(rows[from]?.repeats ?? [])];
  let topPt = rows[from]?.repeatedPt ?? 0;
  for (const { block, row, heightPt, spaceBeforePt } of rows.slice(from, to)) {
    if (plan.length > 0) topPt += spaceBeforePt;
    plan.push({ block, row, topPt });
    topPt += heightPt;
  }
  return plan;
}

/** Moves the foot block down to the foot of the last page, and to an even page where the style asks for one. */
function placeFoot(
  pages: readonly PlannedRow[][],
  blocks: readonly PlacedBlock[],
  { heightPt, tailOnEvenPage }: Paging,
): readonly PagePlan[] {
  const last = pages.at(-1);
  if (last === undefined) return pages;
  const isFoot = ({ block }: PlannedRow): boolean => blocks[block]?.set.region === 'foot';
  const foot = last.filter(isFoot);
  if (foot.length === 0) return pages;
  const bottomPt = Math.max(...foot.map((planned) => planned.topPt + rowHeight(blocks, planned)));
  const lowered = foot.map((planned) => ({ ...planned, topPt: planned.topPt + Math.max(0, heightPt - bottomPt) }));
  const rest = last.filter((planned) => !isFoot(planned));
  const head = pages.slice(0, -1);
  // The page it leaves is what stood above it, or a blank one.
  const movesOn = tailOnEvenPage && pages.length % 2 === 1;
  return movesOn ? [...head, rest, lowered] : [...head, [...rest, ...lowered]];
}

function rowHeight(blocks: readonly PlacedBlock[], { block, row }: PlannedRow): number {
  return blocks[block]?.set.rows[row]?.heightPt ?? 0;
}
