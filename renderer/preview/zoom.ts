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
export function sheetBoxes(
  pageCount: number,
  scale: number,
  paneWidthPx: number,
  style: PageStyle,
  isSpread: boolean,
): readonly SheetBox[] {
  const widthPx = style.paper.widthMm * pxPerMm * scale;
  const heightPx = style.paper.heightMm * pxPerMm * scale;
  const rowWidthPx = isSpread ? widthPx * 2 + sheetGapPx : widthPx;
  const leftPx = Math.max(sheetGapPx, (paneWidthPx - rowWidthPx) / 2);
  return Array.from({ length: pageCount }, (_, index) => {
    const row = isSpread ? Math.floor((index + 1) / 2) : index;
    const isRight = isSpread && index % 2 === 0;
    return {
      leftPx: isRight ? leftPx + widthPx + sheetGapPx : leftPx,
      topPx: sheetGapPx + row * (heightPx + sheetGapPx),
      widthPx,
      heightPx,
    };
  });
}

/** The page to show before or after one, or undefined at the ends; a spread is turned as a whole. */
export function turnedPage(page: number, direction: 1 | -1, pageCount: number, isSpread: boolean): number | undefined {
  const turned = isSpread ? Math.max(1, (Math.floor(page / 2) + direction) * 2) : page + direction;
  return turned < 1 || turned > pageCount || (isSpread && Math.floor(page / 2) + direction < 0) ? undefined : turned;
}

/** Whether a sheet is in view or within one view's height of it. */
export function isNear(box: SheetBox, scrollTopPx: number, viewHeightPx: number): boolean {
  return box.topPx + box.heightPx > scrollTopPx - viewHeightPx && box.topPx < scrollTopPx + viewHeightPx * 2;
}

/** What of the pages is in view. */
export interface PagesView extends PaneSize {
  readonly topPx: number;
  readonly leftPx: number;
}

export type ScrollPlace = Pick<PagesView, 'topPx' | 'leftPx'>;

/** Where to scroll so that what was in the middle of the view is there again after sheets changed their size. */
export function steadyScroll(view: PagesView, before: readonly SheetBox[], after: readonly SheetBox[]): ScrollPlace | undefined {
  const middleX = view.leftPx + view.widthPx / 2,
    middleY = view.topPx + view.heightPx / 2;
  const index = nearestSheet(before, middleX, middleY);
  const from = before[index],
    to = after[index];
  if (!from || !to) return undefined;
  return {
    topPx: to.topPx + ((middleY - from.topPx) / from.heightPx) * to.heightPx - view.heightPx / 2,
    leftPx: to.leftPx + ((middleX - from.leftPx) / from.widthPx) * to.widthPx - view.widthPx / 2,
  };
}

function nearestSheet(boxes: readonly SheetBox[], xPx: number, yPx: number): number {
  const distance = ({ leftPx, topPx, widthPx, heightPx }: SheetBox): number =>
    Math.hypot(Math.max(leftPx - xPx, 0, xPx - leftPx - widthPx), Math.max(topPx - yPx, 0, yPx - topPx - heightPx));
  const distances = boxes.map(distance);
  return distances.indexOf(Math.min(...distances));
}

/** Where to scroll so that the cursor's line is in view; undefined when it is. */
export function followScroll(view: PagesView, mark: SheetBox, sheet: SheetBox): ScrollPlace | undefined {
  const isInHeight = mark.topPx >= view.topPx + 8 && mark.topPx + mark.heightPx <= view.topPx + view.heightPx - 8;
  const isInWidth = mark.leftPx >= view.leftPx && mark.leftPx + sheet.widthPx / 4 <= view.leftPx + view.widthPx;
  if (isInHeight && isInWidth) return undefined;
  return {
    topPx: isInHeight ? view.topPx : followTop(mark, sheet, view.heightPx),
    leftPx: isInWidth ? view.leftPx : sheet.leftPx - sheetGapPx,
  };
}

/** From the page's head when the line is in view then; else the line a third from the top. */
function followTop(mark: SheetBox, sheet: SheetBox, viewHeightPx: number): number {
  const headPx = sheet.topPx - sheetGapPx;
  return mark.topPx + mark.heightPx - headPx < viewHeightPx * 0.85 ? headPx : mark.topPx - viewHeightPx / 3;
}
