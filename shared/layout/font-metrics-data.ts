import type { FaceName } from './page-style.js';

/** Advance widths of one face in em. */
export interface FaceWidths {
  /** U+0020 to U+007E in order. */
  readonly ascii: readonly number[];
  /** Other characters that are not one em wide, by character. */
  readonly others: Readonly<Record<string, number>>;
}

const halfWidth: FaceWidths = { ascii: Array.from({ length: 95 }, () => 0.5), others: { '\u00a0': 0.5, '°': 0.5 } };

/** Widths of the official faces, whose Latin characters are all half an em wide (仿宋_GB2312, 楷体_GB2312, 黑体, 宋体). */
export const faceWidths: Readonly<Record<FaceName, FaceWidths>> = {
  title: halfWidth,
  fangsong: halfWidth,
  kai: halfWidth,
  hei: halfWidth,
  song: halfWidth,
};
