import { useLayoutEffect, useState, type RefObject } from 'react';

export interface PaneView {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly scrollTopPx: number;
}

/** Size of a scrolling element and how far it is scrolled, in steps of a quarter of its height. */
export function usePaneView(scroller: RefObject<HTMLElement | null>): PaneView {
  const [view, setView] = useState<PaneView>({ widthPx: 480, heightPx: 640, scrollTopPx: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const read = (): void => {
      const stepPx = Math.max(60, element.clientHeight / 4);
      const next = {
        widthPx: element.clientWidth,
        heightPx: element.clientHeight,
        scrollTopPx: Math.round(element.scrollTop / stepPx) * stepPx,
      };
      setView((view) =>
        view.widthPx === next.widthPx && view.heightPx === next.heightPx && view.scrollTopPx === next.scrollTopPx ? view : next,
      );
    };
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    read();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', read);
    };
  }, [scroller]);
  return view;
}
