import { useDeferredValue, useLayoutEffect, useMemo, useRef } from 'react';
import type { Issue } from '../../shared/document/issue.js';
import { composeIssue } from '../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../shared/layout/layout-issue.js';
import type { IssuePlace } from '../../shared/document/text-place.js';
import { findInPages } from '../../shared/layout/printed-place.js';
import { installPageFonts } from '../preview/page-fonts.js';
import { PageSheet } from '../preview/page-sheet.js';
import { usePaneView } from '../preview/use-pane-view.js';
import { isNear, sheetBoxes, sheetGapPx, zoomScale } from '../preview/zoom.js';
import { usePageStyle } from '../state/page-style.js';

export interface VersionPagesProps {
  readonly issue: Issue;
  /** The page that prints it is shown first. */
  readonly place?: IssuePlace;
}

/** The pages of an issue that is only looked at. */
export function VersionPages({ issue, place }: VersionPagesProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const view = usePaneView(scroller);
  const style = usePageStyle(issue);
  const shown = useDeferredValue(issue);
  const pages = useMemo(() => layoutIssue(composeIssue(shown), style), [shown, style]);
  const scale = Math.min(1, zoomScale('width', view, style, false));
  const boxes = sheetBoxes(pages.length, scale, view.widthPx, style, false);
  const last = boxes.at(-1);
  useLayoutEffect(installPageFonts, []);
  const index = place && findInPages(shown, pages, place)?.pageIndex;
  const topPx = view.widthPx > 0 && index !== undefined ? boxes[index]?.topPx : undefined;
  useLayoutEffect(() => {
    if (topPx !== undefined) scroller.current?.scrollTo({ top: topPx });
  }, [topPx]);
  return (
    <div ref={scroller} className="pv-scroll" tabIndex={0} data-pane-focus aria-label={`共 ${String(pages.length)} 页`}>
      <div className="pv-desk" style={{ height: last ? last.topPx + last.heightPx + sheetGapPx : 0 }}>
        {pages.map((page, index) => {
          const box = boxes[index];
          return (
            box && (
              <PageSheet
                key={page.number}
                page={page}
                style={style}
                scale={scale}
                box={box}
                isDrawn={isNear(box, view.scrollTopPx, view.heightPx)}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
