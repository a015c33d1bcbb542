/** What moves the pages: the wheel, another size, the cursor. */
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { followScroll, nextZoom, steadyScroll, type SheetBox } from './zoom.js';
import { storeZoom } from './zoom-setting.js';

type Scroller = RefObject<HTMLDivElement | null>;

/** Ctrl and the wheel change the pages' size, not the window's. */
export function useWheelZoom(scroller: Scroller, scale: number): void {
  const latest = useRef(scale);
  useLayoutEffect(() => {
    latest.current = scale;
  }, [scale]);
  useLayoutEffect(() => {
    const element = scroller.current;
    const turn = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      storeZoom(nextZoom(latest.current, event.deltaY < 0 ? 1 : -1));
    };
    element?.addEventListener('wheel', turn, { passive: false });
    return () => element?.removeEventListener('wheel', turn);
  }, [scroller]);
}

/** Keeps what is in the middle of the view there while the pages change their size. */
export function useSteadyZoom(scroller: Scroller, boxes: readonly SheetBox[]): void {
  const shown = useRef({ boxes, topPx: 0, leftPx: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    // Kept from before: smaller pages have already cut the scrolling short.
    const keep = (): void => {
      if (element) shown.current = { ...shown.current, topPx: element.scrollTop, leftPx: element.scrollLeft };
    };
    element?.addEventListener('scroll', keep, { passive: true });
    return () => element?.removeEventListener('scroll', keep);
  }, [scroller]);
  useLayoutEffect(() => {
    const element = scroller.current;
    const { boxes: before, topPx, leftPx } = shown.current;
    shown.current = { ...shown.current, boxes };
    if (!element || before[0]?.widthPx === boxes[0]?.widthPx) return;
    const view = { topPx, leftPx, widthPx: element.clientWidth, heightPx: element.clientHeight };
    const target = steadyScroll(view, before, boxes);
    if (!target) return;
    element.scrollTo({ top: target.topPx, left: target.leftPx });
    shown.current = { boxes, topPx: element.scrollTop, leftPx: element.scrollLeft };
  }, [scroller, boxes]);
}

/**
 * Brings the cursor's line into view when it comes to another; scrolling away by hand is left alone until then.
 * @param line what tells one printed line from another
 */
export function useFollow(scroller: Scroller, mark: SheetBox | undefined, sheet: SheetBox | undefined, line: string | undefined): void {
  const followed = useRef<string>(undefined);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !mark || !sheet || line === followed.current) return;
    followed.current = line;
    const { scrollTop: topPx, scrollLeft: leftPx, clientWidth: widthPx, clientHeight: heightPx } = element;
    const target = followScroll({ topPx, leftPx, widthPx, heightPx }, mark, sheet);
    if (target) element.scrollTo({ top: target.topPx, left: target.leftPx });
  });
}
