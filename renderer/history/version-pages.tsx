import { useDeferredValue, useLayoutEffect, useMemo, useRef } from 'react';
import type { Issue } from '../../shared/document/issue.js';
import { composeIssue } from '../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../shared/layout/layout-issue.js';
import { installPageFonts } from '../preview/page-fonts.js';
import { PageSheet } from '../preview/page-sheet.js';
import { usePaneView } from '../preview/use-pane-view.js';
import { isNear, sheetBoxes, sheetGapPx, zoomScale } from '../preview/zoom.js';
import { usePageStyle } from '../state/page-style.js';

/** The pages of an issue that is only looked at. */
export function VersionPages({ issue }: { readonly issue: Issue }) {
  const scroller = useRef<HTMLDivElement>(null);
  const view = usePaneView(scroller);
  const style = usePageStyle();
  const shown = useDeferredValue(issue);
  const pages = useMemo(() => layoutIssue(composeIssue(shown), style), [shown, style]);
  const scale = Math.min(1, zoomScale('width', view, style, false));
  const boxes = sheetBoxes(pages.length, scale, view.widthPx, style, false);
  const last = boxes.at(-1);
  useLayoutEffect(installPageFonts, []);
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
