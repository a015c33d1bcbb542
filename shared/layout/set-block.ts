import type { BlockPlace } from './block.js';
import type { PageLine, PageRule } from './page.js';
import { mmToPt, type PageStyle } from './page-style.js';

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
}

/** A block in lines with horizontal positions, before pages are made. Knows no place, so that it can be used again. */
export interface SetBlock {
  readonly rows: readonly SetRow[];
  readonly spaceBeforePt: number;
  readonly spaceAfterPt: number;
  /** Stands right under the block before (a subtitle under its title), whatever space that asks for. */
  readonly joinsPrevious: boolean;
  readonly keepWithNext: boolean;
  readonly keepWithPrevious: boolean;
  readonly keepTogether: boolean;
  /** Cover blocks fill the first page, foot blocks stand at the foot of the last. */
  readonly region: 'cover' | 'body' | 'foot';
}

/** Space between two blocks that follow each other: the larger of what they ask for, not the sum. */
export function gapBetweenPt(before: Pick<SetBlock, 'spaceAfterPt'>, block: Pick<SetBlock, 'spaceBeforePt' | 'joinsPrevious'>): number {
  return block.joinsPrevious ? block.spaceBeforePt : Math.max(before.spaceAfterPt, block.spaceBeforePt);
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
