import type { BlockPlace } from './block.js';
import type { DrawnFace } from './page-style.js';

/** A number that leads to a footnote, or opens it. */
export interface NoteNumber {
  /** Which of its paragraph's footnotes, from 0. */
  readonly note: number;
  /** How far above the line it stands. */
  readonly raisePt: number;
}

/** A stretch of one line set alike. Its width is the sum of its characters' advances plus `letterSpacingPt` after each. */
export interface PageRun {
  readonly text: string;
  readonly face: DrawnFace;
  readonly bold: boolean;
  readonly sizePt: number;
  /** CSS colour, `#rrggbb`. */
  readonly color: string;
  /** Added after every character: pitch, compression of marks and justification in one number. */
  readonly letterSpacingPt: number;
  /** Horizontal scale of the glyphs, 1 = as drawn. */
  readonly scaleX: number;
  /** It prints a footnote's number, which is no part of its line's text. */
  readonly number?: NoteNumber;
}

/** A cell of a table, counted from 0. */
export interface TableCellPlace {
  readonly row: number;
  readonly column: number;
  /** It says what stands below it. */
  readonly isHeader: boolean;
}

/** A picture as a page shows it. */
export interface PagePicture {
  readonly sha256: string;
  /** What it shows, for those who cannot see it. */
  readonly alt: string;
}

/** One printed line. `text` is what it prints, in reading order, without the numbers of footnotes; positions are from the paper's top left corner. */
export interface PageLine {
  readonly kind: 'line';
  readonly xPt: number;
  /** Top of the line box. */
  readonly topPt: number;
  readonly heightPt: number;
  readonly widthPt: number;
  readonly runs: readonly PageRun[];
  readonly text: string;
  readonly place: BlockPlace;
  /** Offset of the line's first character in the block's own text (lead + text), for caret ↔ line. */
  readonly startOffset: number;
  /** The line before it was broken at a blank, which no line prints. */
  readonly followsBlank?: true;
  /** First line of its block, or of a footnote: where the tag (heading, paragraph) starts. */
  readonly first: boolean;
  /** The picture that fills its box, instead of words. */
  readonly picture?: PagePicture;
  /** Which cell of a table it is in. */
  readonly cell?: TableCellPlace;
  readonly tag: 'h1' | 'h2' | 'h3' | 'p' | 'toc' | 'figure' | 'note' | 'artifact';
  /** Id of the article or brief this line opens; an entry of the contents with the same `place.itemId` leads here. */
  readonly opensItem?: string;
  /** Page numbers, in the contents too, and other furniture, not part of the reading order. */
  readonly furniture: boolean;
}

/** A straight horizontal or vertical rule, or the four sides of a box drawn as rules. */
export interface PageRule {
  readonly kind: 'rule';
  readonly xPt: number;
  readonly topPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly color: string;
  /** Drawn as round dots as high as the rule, this far from one to the next: the leader of the contents. */
  readonly dotPitchPt?: number;
}

export interface Page {
  /** 1 for the cover. */
  readonly number: number;
  readonly lines: readonly PageLine[];
  readonly rules: readonly PageRule[];
}

/** Which line of its page a line is, from 1: lines beside each other count as one, furniture does not count. */
export function lineNumber({ lines }: Page, line: PageLine): number {
  return new Set(lines.filter((each) => !each.furniture && each.topPt <= line.topPt).map(({ topPt }) => topPt)).size;
}
