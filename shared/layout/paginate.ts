import type { BlockPlace } from './block.js';
import { fitNoteRows, footPt, leastNoteRows, noNoteRows, noteRows, type NoteRow } from './page-notes.js';
import { gapBetweenPt, goesOnUnderTitle, keptWithTail, mostLinesWithTail, underTitle, type SetBlock, type SetRow } from './set-block.js';

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
  /** It is a row of this footnote of the block, at the page's foot. */
  readonly note?: number;
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
  /** The lines of the footnotes that have their number in it. */
  readonly notes: readonly NoteRow[];
  /** Of 版记, which stands below the notes of its page. */
  readonly isFoot: boolean;
}

/** Heights below this are rounding, not overflow. */
const tolerancePt = 0.01;

/**
 * Cuts the rows of all blocks into pages: cover first, body from a new page, rows that belong together on one page,
 * the foot block at the foot of the last page, footnotes above it or at the foot of their page. Space between blocks is left
 * out where a page ends.
 */
export function paginate(blocks: readonly PlacedBlock[], paging: Paging): readonly PagePlan[] {
  const plans = paginateWith(mostLinesWithTail.usual, blocks, paging);
  return isFootAloneOnOddPage(plans, blocks) ? paginateWith(mostLinesWithTail.onOddPage, blocks, paging) : plans;
}

function paginateWith(mostLines: number, blocks: readonly PlacedBlock[], paging: Paging): readonly PagePlan[] {
  const pages = fillPages(toFlow(blocks, paging, mostLines), paging.heightPt);
  return placeFoot(pages, blocks, paging).map((plan) => placeNotes(plan, blocks, paging.heightPt));
}

/** Whether 版记 stands on an odd page alone, or with nothing but a source line. */
function isFootAloneOnOddPage(plans: readonly PagePlan[], blocks: readonly PlacedBlock[]): boolean {
  const isNoText = ({ block }: PlannedRow): boolean => blocks[block]?.set.region === 'foot' || blocks[block]?.set.role === 'source';
  return plans.length > 1 && plans.length % 2 === 1 && plans.at(-1)?.every(isNoText) === true;
}

function toFlow(blocks: readonly PlacedBlock[], paging: Paging, mostLines: number): FlowRow[] {
  const rows: FlowRow[] = [];
  let before: SetBlock | undefined;
  let isJoined = false;
  const keptFrom = firstKeptWithTail(blocks, paging, mostLines);
  blocks.forEach(({ set }, block) => {
    const under = underTitle(before, set, paging);
    const isLone = (row: number): boolean => under === 'unparted' && (row === 1 || row === set.rows.length - 1);
    const repeated = repeatedRows(set, block);
    set.rows.forEach(({ heightPt }, row) => {
      const isKept = block > keptFrom || (block === keptFrom && row > 0);
      const keeps = isKept || set.rows[row - 1]?.keepsWithNext === true || (set.keepTogether && row > 0);
      rows.push({
        block,
        row,
        heightPt,
        spaceBeforePt: row > 0 ? 0 : before === undefined ? set.spaceBeforePt : gapBetweenPt(before, set),
        mayBreakBefore:
          !keeps && (row > 0 ? !set.keepWithNext && !isLone(row) : !keepsTogether(before, set) && !(isJoined && goesOnUnderTitle(set))),
        mayPartBefore: row > 0 && set.keepWithNext && !keeps,
        mustBreakBefore: row === 0 && before?.region === 'cover' && set.region !== 'cover',
        repeatedPt: 0,
        notes: noteRows(set, block, row),
        isFoot: set.region === 'foot',
        ...(set.repeats !== undefined && row >= set.repeats.to ? repeated : {}),
      });
    });
    if (set.rows.length === 0) return;
    before = set;
    isJoined = under === 'joined';
  });
  return rows;
}

/** The first of the blocks that 版记 takes along to its page; 版记 itself where it takes none. */
function firstKeptWithTail(blocks: readonly PlacedBlock[], paging: Paging, mostLines: number): number {
  const foot = blocks.findIndex(({ set }) => set.region === 'foot');
  const tail = blocks[foot]?.set;
  if (tail === undefined) return blocks.length;
  const before = blocks.slice(Math.max(0, foot - 2), foot).map(({ set }) => set);
  return foot - keptWithTail(before, tail, paging, mostLines);
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
  let carried = noNoteRows;
  while (from < rows.length || carried.length > 0) {
    // 版记 waits for the last line of the last note.
    const isWaiting = rows[from]?.isFoot === true && footPt(carried) + heightOf(rows, from, rows.length) > heightPt + tolerancePt;
    const next = from === rows.length || (isWaiting && carried.length > 0) ? from : pageEnd(rows, from, heightPt, carried);
    const notes = [...carried, ...rows.slice(from, next).flatMap((row) => row.notes)];
    const [on, over] = fitNoteRows(notes, heightPt + tolerancePt - heightOf(rows, from, next), next === from);
    pages.push([...planPage(rows, from, next), ...planNotes(on)]);
    from = next;
    carried = over;
  }
  return pages;
}

/** Height of the rows of one page, without its notes. */
function heightOf(rows: readonly FlowRow[], from: number, to: number): number {
  const repeatedPt = rows[from]?.repeatedPt ?? 0;
  return rows.slice(from, to).reduce((sum, row, index) => sum + row.heightPt + (index > 0 ? row.spaceBeforePt : 0), repeatedPt);
}

/** The end of the page that starts at `from`: the last allowed break that fits, or any where none is allowed. */
function pageEnd(rows: readonly FlowRow[], from: number, heightPt: number, carried: readonly NoteRow[]): number {
  let bottomPt = rows[from]?.repeatedPt ?? 0,
    allowed = from;
  let notes = carried;
  let index = from;
  for (; index < rows.length; index += 1) {
    const row = rows[index];
    if (row === undefined || (index > from && row.mustBreakBefore)) break;
    if (row.mayBreakBefore) allowed = index;
    bottomPt += row.heightPt + (index > from ? row.spaceBeforePt : 0);
    const neededPt = bottomPt + footPt(row.notes.length === 0 ? notes : [...notes, ...leastNoteRows(row.notes)]);
    if (neededPt > heightPt + tolerancePt) return row.mayPartBefore || allowed === from ? Math.max(index, from + 1) : allowed;
    if (row.notes.length > 0) notes = [...notes, ...row.notes];
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

/** The lines of the notes of one page, from the top of the first; `placeNotes` puts them in their place. */
function planNotes(rows: readonly NoteRow[]): readonly PlannedRow[] {
  let topPt = 0;
  return rows.map(({ block, note, row, heightPt }) => {
    const planned = { block, row, topPt, note };
    topPt += heightPt;
    return planned;
  });
}

/** Puts the notes of a page at its foot, or right above 版记. */
function placeNotes(plan: PagePlan, blocks: readonly PlacedBlock[], heightPt: number): PagePlan {
  const notes = plan.filter(({ note }) => note !== undefined);
  const last = notes.at(-1);
  if (last === undefined) return plan;
  const foot = plan.filter(({ block }) => blocks[block]?.set.region === 'foot');
  const shiftPt = Math.min(heightPt, ...foot.map(({ topPt }) => topPt)) - last.topPt - rowHeight(blocks, last);
  const text = plan.filter((planned) => !notes.includes(planned) && !foot.includes(planned));
  return [...text, ...notes.map((planned) => ({ ...planned, topPt: planned.topPt + shiftPt })), ...foot];
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

function rowHeight(blocks: readonly PlacedBlock[], planned: PlannedRow): number {
  const set = blocks[planned.block]?.set;
  return (set && plannedRow(set, planned)?.heightPt) ?? 0;
}

/** The row of a block, or of one of its footnotes, that a page has. */
export function plannedRow({ rows, footnotes }: SetBlock, { row, note }: Pick<PlannedRow, 'row' | 'note'>): SetRow | undefined {
  return (note === undefined ? rows : footnotes?.[note])?.[row];
}
