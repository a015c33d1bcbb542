/** Sizes of the preview: how large a page is drawn and where each sheet lies. Lengths in CSS pixels. */
import type { PageStyle } from '../../shared/layout/page-style.js';

/** A percentage, or a rule that follows the pane's size. */
export type Zoom = 'width' | 'page' | number;

export const zoomSteps: readonly number[] = [50, 67, 75, 85, 100, 125, 150, 200];
export const sheetGapPx = 16;
const pxPerMm = 96 / 25.4;

export interface PaneSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Scale of a page, 1 = life size at 96 dpi; never so small that nothing is left. */
export function zoomScale(zoom: Zoom, pane: PaneSize, style: PageStyle, isSpread: boolean): number {
  if (typeof zoom === 'number') return zoom / 100;
  const across = isSpread ? 2 : 1;
  const roomPx = pane.widthPx - sheetGapPx * (across + 1);
  const byWidth = roomPx / (across * style.paper.widthMm * pxPerMm);
  const byHeight = (pane.heightPx - sheetGapPx * 2) / (style.paper.heightMm * pxPerMm);
  return Math.max(0.1, zoom === 'width' ? byWidth : Math.min(byWidth, byHeight));
}

/** The next larger or smaller step from a scale. */
export function nextZoom(scale: number, direction: 1 | -1): number {
  const percent = Math.round(scale * 100);
  const larger = zoomSteps.find((step) => step > percent);
  const smaller = zoomSteps.findLast((step) => step < percent);
  return direction > 0 ? (larger ?? zoomSteps.at(-1) ?? 100) : (smaller ?? zoomSteps[0] ?? 100);
}

export interface SheetBox {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Where sheets lie. In a spread odd pages are on the right, as bound: the cover stands alone. */
export function sheetBoxes(pageCount: number, scale: number, paneWidthPx: number, style: PageStyle, isSpread: boolean): readonly SheetBox[] {
  const widthPx = style.paper.widthMm * pxPerMm * scale;
  const heightPx = style.paper.heightMm * pxPerMm * scale;
  const rowWidthPx = isSpread ? widthPx * 2 + sheetGapPx : widthPx;
  const leftPx = Math.max(sheetGapPx, (paneWidthPx - rowWidthPx) / 2);
  return Array.from({ length: pageCount }, (_, index) => {
    const row = isSpread ? Math.floor((index + 1) / 2) : index;
    const isRight = isSpread && index % 2 === 0;
    return { leftPx: isRight ? leftPx + widthPx + sheetGapPx : leftPx, topPx: sheetGapPx + row * (heightPx + sheetGapPx), widthPx, heightPx };
  });
}

/** Whether a sheet is in view or within one view's height of it. */
export function isNear(box: SheetBox, scrollTopPx: number, viewHeightPx: number): boolean {
  return box.topPx + box.heightPx > scrollTopPx - viewHeightPx && box.topPx < scrollTopPx + viewHeightPx * 2;
}
