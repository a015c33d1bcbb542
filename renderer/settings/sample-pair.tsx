import { useDeferredValue, useLayoutEffect, useMemo, useRef } from 'react';
import type { Issue } from '../../shared/document/issue.js';
import { composeIssue } from '../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../shared/layout/layout-issue.js';
import type { PageStyle } from '../../shared/layout/page-style.js';
import { installPageFonts } from '../preview/page-fonts.js';
import { PageSheet } from '../preview/page-sheet.js';
import { usePaneView } from '../preview/use-pane-view.js';
import { sheetGapPx, zoomScale, type SheetBox } from '../preview/zoom.js';
import { useSampleIssue } from './sample-issue.js';
import { samplePlace } from './sample-place.js';

export interface SamplePairProps {
  readonly section: string;
  readonly before: PageStyle;
  readonly after: PageStyle;
}

/** The page a section is printed on, as it is and as it would be, side by side. */
export function SamplePair({ section, before, after }: SamplePairProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const view = usePaneView(scroller);
  const issue = useSampleIssue(section);
  useLayoutEffect(installPageFonts, []);
  const scale = zoomScale('page', { ...view, heightPx: view.heightPx - captionPx }, before, true);
  const widthPx = (before.paper.widthMm * 96 * scale) / 25.4;
  const heightPx = (before.paper.heightMm * 96 * scale) / 25.4;
  const leftPx = Math.max(sheetGapPx, (view.widthPx - widthPx * 2 - sheetGapPx) / 2);
  const boxAt = (left: number): SheetBox => ({ leftPx: left, topPx: sheetGapPx + captionPx, widthPx, heightPx });
  return (
    <div ref={scroller} className="pv-scroll learnt-pair" aria-label="样张">
      <Sheet caption="现在" issue={issue} section={section} style={before} scale={scale} box={boxAt(leftPx)} />
      <Sheet caption="采用后" issue={issue} section={section} style={after} scale={scale} box={boxAt(leftPx + widthPx + sheetGapPx)} />
    </div>
  );
}

const captionPx = 24;

interface SheetProps {
  readonly caption: string;
  readonly issue: Issue;
  readonly section: string;
  readonly style: PageStyle;
  readonly scale: number;
  readonly box: SheetBox;
}

function Sheet({ caption, issue, section, style, scale, box }: SheetProps) {
  const shown = useDeferredValue(style);
  const pages = useMemo(() => layoutIssue(composeIssue(issue), shown), [issue, shown]);
  const page = pages[samplePlace(section, pages, issue).pageIndex];
  return (
    <>
      <span className="learnt-caption soft num" style={{ left: box.leftPx, top: sheetGapPx / 2, width: box.widthPx }}>
        {caption} · 第 {page?.number ?? 1} 页，共 {pages.length} 页
      </span>
      {page && <PageSheet page={page} style={shown} scale={scale} box={box} isDrawn />}
    </>
  );
}
