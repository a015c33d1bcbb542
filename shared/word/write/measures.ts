import { mmToPt, type PageStyle } from '../../layout/page-style.js';

/** Points to twentieths of a point, the unit of most lengths in a Word file. */
export function ptToTwips(pt: number): number {
  return Math.round(pt * 20);
}

/** Millimetres to twentieths of a point. */
export function mmToTwips(mm: number): number {
  return ptToTwips(mmToPt(mm));
}

/** Thickness of a rule in eighths of a point, as borders want it; Word takes 2 to 96. */
export function mmToEighths(mm: number): number {
  return Math.min(96, Math.max(2, Math.round(mmToPt(mm) * 8)));
}

/** `#d8000f` as Word wants it: D8000F. */
export function toHex(color: string): string {
  return color.replace('#', '').toUpperCase();
}

/** Sizes of paper and text area, in twips. */
export interface PageBox {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  readonly textWidth: number;
  readonly textHeight: number;
}

/**
 * The page in twips. The text area is rounded first and 订口 and the foot take what is left, so that 156 × 225 mm
 * comes out as exactly 8844 × 12756 with margins 2098, 1474, 1984, 1588.
 */
export function toPageBox(style: PageStyle): PageBox {
  const { paper, marginMm } = style;
  const width = mmToTwips(paper.widthMm);
  const height = mmToTwips(paper.heightMm);
  const top = mmToTwips(marginMm.top);
  const right = mmToTwips(marginMm.right);
  const textWidth = mmToTwips(paper.widthMm - marginMm.left - marginMm.right);
  const textHeight = mmToTwips(paper.heightMm - marginMm.top - marginMm.bottom);
  return { width, height, top, right, bottom: height - top - textHeight, left: width - right - textWidth, textWidth, textHeight };
}
