import type { BlockPlace } from './block.js';
import type { PageLine, PageRule } from './page.js';
import { mmToPt, type PageStyle, type TextRole } from './page-style.js';

/** A line within a row; `dyPt` is from the row's top, `place` only where it differs from the block's. */
export interface SetLine extends Omit<PageLine, 'topPt' | 'place' | 'kind'> {
  readonly dyPt: number;
  readonly place?: BlockPlace;
}

/** A rule within a row; `dyPt` is from the row's top. */
export interface SetRule extends Omit<PageRule, 'topPt' | 'kind'> {
  readonly dyPt: number;
}

/** What a page break may not cut: one line of text, or a stretch of the cover. */
export interface SetRow {
  readonly heightPt: number;
  readonly lines: readonly SetLine[];
  readonly rules: readonly SetRule[];
  /** Drawn only where the row before it is not right above, and where nothing of its block is below: edges at page ends. */
  readonly startRules?: readonly SetRule[];
  readonly endRules?: readonly SetRule[];
  /** No page ends after it. */
  readonly keepsWithNext?: true;
}

/** A block in lines with horizontal positions, before pages are made. Knows no place, so that it can be used again. */
export interface SetBlock {
  readonly rows: readonly SetRow[];
  /** Rows that every page which goes on with what follows them opens with again: `from` up to `to`. */
  readonly repeats?: { readonly from: number; readonly to: number };
  /** The lines of its footnotes, which stand at the foot of the page that holds their number. */
  readonly footnotes?: readonly (readonly SetRow[])[];
  readonly spaceBeforePt: number;
  readonly spaceAfterPt: number;
  /** The style of a block of the body; absent for the cover and 版记. */
  readonly role?: TextRole;
  readonly keepWithNext: boolean;
  readonly keepWithPrevious: boolean;
  readonly keepTogether: boolean;
  /** Cover blocks fill the first page, foot blocks stand at the foot of the last. */
  readonly region: 'cover' | 'body' | 'foot';
}

/** What a title, a column's name or a subtitle asks of the text that stands under it. */
const titleRoles: ReadonlySet<TextRole | undefined> = new Set<TextRole>(['columnHeading', 'title', 'subtitle']);

/**
 * How the text under a title is kept to it. `unparted`: neither its first nor its last line stands alone on a page, Word's
 * 孤行控制; `joined`: it is one line, and goes with the next.
 */
export type UnderTitle = 'unparted' | 'joined';

/** How text is kept under what stands before it; undefined where that is no title that keeps with it, or where it keeps itself. */
export function underTitle(
  before: Pick<SetBlock, 'role' | 'keepWithNext'> | undefined,
  { role, region, keepWithNext, rows }: Pick<SetBlock, 'role' | 'region' | 'keepWithNext' | 'rows'>,
  { twoLinesUnderTitle }: Pick<PageStyle, 'twoLinesUnderTitle'>,
): UnderTitle | undefined {
  const isUnderTitle = before?.keepWithNext === true && titleRoles.has(before.role) && region === 'body';
  if (!twoLinesUnderTitle || !isUnderTitle || keepWithNext) return undefined;
  // A picture or table has no lines of text to keep, and Word no style that would.
  if (role === undefined || role === 'tableCell' || titleRoles.has(role)) return undefined;
  return rows.length > 1 ? 'unparted' : 'joined';
}

/** Whether a block goes on with what one line under a title began: a new title does not. */
export function goesOnUnderTitle({ role, region }: Pick<SetBlock, 'role' | 'region'>): boolean {
  return region === 'body' && role !== 'title' && role !== 'columnHeading';
}

/**
 * Most lines of text that go over with 版记: more would leave too much of their page white; some more where it would else stand
 * alone on an odd page, whose back would be bare: half a page.
 */
export const mostLinesWithTail = { usual: 8, onOddPage: 11 } as const;

/**
 * How many of the blocks right before 版记 go with it to its page, so that it stands on none alone: its last paragraph, whole, and
 * the source line under that. None where the paragraph is long, without words or with footnotes, or no text; and none where 版记 is
 * meant for a page of its own, or leaves no room for them on it.
 */
export function keptWithTail(
  before: readonly Pick<SetBlock, 'role' | 'rows' | 'footnotes'>[],
  tail: Pick<SetBlock, 'rows'>,
  { tailOnEvenPage, heightPt }: { readonly tailOnEvenPage: boolean; readonly heightPt: number },
  mostLines: number,
): number {
  const count = before.at(-1)?.role === 'source' ? 2 : 1;
  const [text, ...more] = before.slice(-count);
  if (tailOnEvenPage || text?.role !== 'body' || text.footnotes !== undefined) return 0;
  const rows = [text, ...more].flatMap((block) => block.rows);
  const hasWords = text.rows.some(({ lines }) => lines.some((line) => line.text !== ''));
  const togetherPt = [...rows, ...tail.rows].reduce((sum, row) => sum + row.heightPt, 0);
  return hasWords && rows.length <= mostLines && togetherPt <= heightPt ? count : 0;
}

/** The space below one block that gives way to what follows: a subtitle joins its title, a column's name its first title. */
const givesWayTo: Readonly<Partial<Record<TextRole, TextRole>>> = { title: 'subtitle', columnHeading: 'title' };

/** What a block asks for above and below itself. */
export type BlockSpace = Pick<SetBlock, 'role' | 'spaceBeforePt' | 'spaceAfterPt'>;

/** What keeps its space above beside that below the block before: in a Word file both stand there. */
const addsAbove: ReadonlySet<TextRole | undefined> = new Set<TextRole | undefined>(['columnHeading', 'title', undefined]);

/**
 * Space between two blocks that follow each other: the greater of what the first asks for below and the second above, as in Word
 * and LibreOffice; above titles, columns' names and 版记 both. It belongs to the first, so that it goes where the first ends a page.
 */
export function gapBetweenPt(before: BlockSpace, block: BlockSpace): number {
  const joins = before.role !== undefined && block.role !== undefined && givesWayTo[before.role] === block.role;
  const belowPt = joins ? 0 : before.spaceAfterPt;
  return addsAbove.has(block.role) ? belowPt + block.spaceBeforePt : Math.max(belowPt, block.spaceBeforePt);
}

/** The text area (版心) in points from the paper's top left corner. */
export interface TextArea {
  readonly leftPt: number;
  readonly topPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
}

export function textArea({ paper, marginMm }: PageStyle): TextArea {
  return {
    leftPt: mmToPt(marginMm.left),
    topPt: mmToPt(marginMm.top),
    widthPt: mmToPt(paper.widthMm - marginMm.left - marginMm.right),
    heightPt: mmToPt(paper.heightMm - marginMm.top - marginMm.bottom),
  };
}
