import { useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { composeIssue } from '../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../shared/layout/layout-issue.js';
import { mmToPt, type PageStyle } from '../../shared/layout/page-style.js';
import { installPageFonts } from '../preview/page-fonts.js';
import { PageSheet } from '../preview/page-sheet.js';
import { usePaneView } from '../preview/use-pane-view.js';
import { sheetBoxes, zoomScale, type SheetBox } from '../preview/zoom.js';
import { useIssueSession } from '../state/issue-session.js';
import { useShownPageStyle } from '../state/page-style.js';
import { useSetting } from '../state/settings.js';
import { useSampleIssue } from './sample-issue.js';
import { samplePlace, type SamplePlace } from './sample-place.js';

/** The page a section is printed on, as it will print, while its measures change. */
export function SamplePane({ section }: { readonly section: string }) {
  const scroller = useRef<HTMLDivElement>(null);
  const view = usePaneView(scroller);
  const style = useDeferredValue(useShownPageStyle());
  const issue = useDeferredValue(useSampleIssue(section));
  const pages = useMemo(() => layoutIssue(composeIssue(issue), style), [issue, style]);
  const place = useMemo(() => samplePlace(section, pages, issue), [section, pages, issue]);
  const [shown, show] = useShownPage(section, place.pageIndex, pages.length);
  useLayoutEffect(installPageFonts, []);
  const page = pages[shown];
  const scale = zoomScale('page', view, style, false);
  const [box] = sheetBoxes(1, scale, view.widthPx, style, false);
  const mark = box && shown === place.pageIndex ? markBox(place, box, scale, style) : undefined;
  return (
    <aside className="settings-sample" aria-label="样张" data-pane="settings-sample">
      <div className="pv-toolbar" role="toolbar" aria-label="样张">
        <SampleChoice />
        <span className="pv-pages settings-pages num">
          <button
            type="button"
            className="pv-tool"
            title="上一页"
            aria-label="上一页"
            disabled={shown === 0}
            onClick={() => show(shown - 1)}
          >
            ‹
          </button>
          第 {shown + 1} 页 / 共 {pages.length} 页
          <button
            type="button"
            className="pv-tool"
            title="下一页"
            aria-label="下一页"
            disabled={shown >= pages.length - 1}
            onClick={() => show(shown + 1)}
          >
            ›
          </button>
        </span>
      </div>
      <div ref={scroller} className="pv-scroll">
        {page && box && (
          <div className="pv-desk" style={{ height: box.topPx + box.heightPx }}>
            <PageSheet page={page} style={style} scale={scale} box={box} isDrawn />
            {mark && <div className="pv-mark" style={{ left: mark.leftPx, top: mark.topPx, height: mark.heightPx }} />}
          </div>
        )}
      </div>
    </aside>
  );
}

function SampleChoice() {
  const [wanted, want] = useSetting('settings.sample');
  const hasIssue = useIssueSession(({ issue }) => issue !== undefined);
  const current = wanted === 'issue' && hasIssue ? 'issue' : 'specimen';
  return (
    <span className="choice settings-choice" role="group" aria-label="样张内容">
      <button type="button" aria-pressed={current === 'specimen'} onClick={() => want('specimen')}>
        样张
      </button>
      <button
        type="button"
        aria-pressed={current === 'issue'}
        disabled={!hasIssue}
        title={hasIssue ? undefined : '没有打开的期'}
        onClick={() => want('issue')}
      >
        本期
      </button>
    </span>
  );
}

/** The page of the section, until the editor leafs on; another section takes over again. */
function useShownPage(section: string, pageIndex: number, count: number): readonly [number, (page: number) => void] {
  const [leafed, setLeafed] = useState<{ readonly section: string; readonly page: number } | undefined>();
  const page = leafed?.section === section ? leafed.page : pageIndex;
  return [Math.max(0, Math.min(page, count - 1)), (next) => setLeafed({ section, page: next })];
}

/** The thin red mark in the margin beside the part whose measures are shown. */
function markBox({ topPt, heightPt }: SamplePlace, box: SheetBox, scale: number, style: PageStyle): SheetBox | undefined {
  if (topPt === undefined || heightPt === undefined) return undefined;
  const px = (pt: number): number => ((pt * 96) / 72) * scale;
  return { leftPx: box.leftPx + px(mmToPt(style.marginMm.left)) - 9, topPx: box.topPx + px(topPt), widthPx: 2, heightPx: px(heightPt) };
}
