import { latinWidths } from './latin-widths-data.js';
import type { DrawnFace, LatinFaceName } from './page-style.js';

/** Advance widths of one face in em. */
export interface FaceWidths {
  /** U+0020 to U+007E in order. */
  readonly ascii: readonly number[];
  /** The same set bold, where that is wider. */
  readonly boldAscii?: readonly number[];
  /** Other characters that are not one em wide, by character. */
  readonly others: Readonly<Record<string, number>>;
}

const halfWidth: FaceWidths = { ascii: Array.from({ length: 95 }, () => 0.5), others: { '\u00a0': 0.5, '°': 0.5 } };

/**
 * Widths of the official faces, whose Latin characters are all half an em wide (仿宋_GB2312, 楷体_GB2312, 黑体, 宋体), and of
 * the faces of Latin.
 */
export const faceWidths: Readonly<Record<DrawnFace, FaceWidths>> = {
  title: halfWidth,
  fangsong: halfWidth,
  kai: halfWidth,
  hei: halfWidth,
  song: halfWidth,
  roman: ownWidths('roman'),
  sans: ownWidths('sans'),
  humanist: ownWidths('humanist'),
  book: ownWidths('book'),
};

function ownWidths(face: LatinFaceName): FaceWidths {
  return { ascii: inEm(latinWidths[face].regular), boldAscii: inEm(latinWidths[face].bold), others: {} };
}

function inEm(thousandths: readonly number[]): readonly number[] {
  return thousandths.map((width) => width / 1000);
}
