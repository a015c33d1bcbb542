/** The printed pages beside the text: they follow the cursor, and a press on a line takes the cursor there. */
import { useCallback, useLayoutEffect, useMemo, useRef, type RefObject } from 'react';
import type { Issue } from '../../shared/document/issue.js';
import type { Place } from '../../shared/layout/block.js';
import { mmToPt, type PageStyle } from '../../shared/layout/page-style.js';
import type { Caret } from '../state/selection.js';
import { changeSetting, useSetting } from '../state/settings.js';
import { useSideTab } from '../state/panes.js';
import { usePages } from '../state/use-pages.js';
import { caretAt, findPart, findPrintedLine, nthOfLine, printedPlace, type CaretLine } from './caret-place.js';
import { installPageFonts } from './page-fonts.js';
import { PageSheet } from './page-sheet.js';
import { pickCharacter } from './pick-line.js';
import { InspectionList } from './inspection-list.js';
import { PreviewToolbar } from './preview-toolbar.js';
import { usePaneView } from './use-pane-view.js';
import { isNear, nextZoom, sheetBoxes, sheetGapPx, zoomScale, type SheetBox, type Zoom } from './zoom.js';

export interface PreviewPaneProps {
  readonly issue: Issue;
  readonly style: PageStyle;
  readonly caret: Caret | undefined;
  /** The part whose form is open, followed while there is no cursor. */
  readonly part?: Place | undefined;
  onPick(caret: Caret): void;
  /** A press on a part that is no article: 报头, 目录 heading, 报送发 … */
  onPickPart?(place: Place): void;
}

export function PreviewPane({ issue, style, caret, part, onPick, onPickPart }: PreviewPaneProps) {
  const pages = usePages(issue, style);
  const zoom = useZoomSetting();
  const [isSpread] = useSetting<boolean>('preview.spread', false);
  const scroller = useRef<HTMLDivElement>(null);
  const view = usePaneView(scroller);
  const scale = zoomScale(zoom, view, style, isSpread);
  const boxes = useMemo(() => sheetBoxes(pages.length, scale, view.widthPx, style, isSpread), [pages.length, scale, view.widthPx, style, isSpread]);
  const caretLine = useMemo(() => {
    const place = caret && printedPlace(issue, caret);
    return place ? findPrintedLine(pages, place) : part && findPart(pages, part);
  }, [issue, caret, part, pages]);
  const mark = caretLine && markBox(caretLine, boxes, scale, style);
  useLayoutEffect(installPageFonts, []);
  useWheelZoom(scroller, scale);
  useFollow(scroller, mark, caretLine && boxes[caretLine.pageIndex], caret);
  const pick = (event: React.MouseEvent): void => {
    const picked = pickCharacter(event.nativeEvent, pages);
    if (!picked) return;
    const { line, offset } = picked;
    const target = caretAt(issue, line.place, nthOfLine(pages, line), offset);
    if (target) onPick(target);
    else onPickPart?.(line.place);
  };
  const showPage = useCallback((number: number) => scrollToSheet(scroller, boxes[number - 1]), [boxes]);
  const shown = boxes.findIndex((box) => box.topPx + box.heightPx > view.scrollTopPx + view.heightPx / 3);
  const last = boxes.at(-1);
  return (
    <section className="pv" aria-label="版面">
      <PreviewToolbar zoom={zoom} scale={scale} isSpread={isSpread} page={shown + 1} pageCount={pages.length} onZoom={storeZoom} onSpread={storeSpread} onPage={showPage} />
      {useSideTab() === 'inspection' && <InspectionList style={style} onPick={onPick} onPickPart={onPickPart} />}
      <div ref={scroller} className="pv-scroll" tabIndex={0} aria-label={`共 ${String(pages.length)} 页`} onClick={pick}>
        <div className="pv-desk" style={last ? { height: last.topPx + last.heightPx + sheetGapPx, minWidth: Math.max(...boxes.map((box) => box.leftPx + box.widthPx)) + sheetGapPx } : undefined}>
          {pages.map((page, index) => {
            const box = boxes[index];
            return box && <PageSheet key={page.number} page={page} style={style} scale={scale} box={box} isDrawn={isNear(box, view.scrollTopPx, view.heightPx)} />;
          })}
          {mark && <div className="pv-mark" style={{ left: mark.leftPx, top: mark.topPx, height: mark.heightPx }} />}
        </div>
      </div>
    </section>
  );
}

function useZoomSetting(): Zoom {
  const [stored] = useSetting<string>('preview.zoom', 'width');
  const percent = Number(stored);
  if (stored === 'page') return 'page';
  return percent >= 10 && percent <= 400 ? percent : 'width';
}

function storeZoom(zoom: Zoom): void {
  changeSetting('preview.zoom', String(zoom));
}

function storeSpread(isSpread: boolean): void {
  changeSetting('preview.spread', isSpread);
}

/** Ctrl and the wheel change the pages' size, not the window's. */
function useWheelZoom(scroller: RefObject<HTMLDivElement | null>, scale: number): void {
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

/** The thin red mark in the margin beside the cursor's line. */
function markBox({ pageIndex, line }: CaretLine, boxes: readonly SheetBox[], scale: number, style: PageStyle): SheetBox | undefined {
  const box = boxes[pageIndex];
  if (!box) return undefined;
  const px = (pt: number): number => ((pt * 96) / 72) * scale;
  return { leftPx: box.leftPx + px(mmToPt(style.marginMm.left)) - 9, topPx: box.topPx + px(line.topPt), widthPx: 2, heightPx: px(line.heightPt) };
}

/** Brings the cursor's line into view when the cursor moves; scrolling away by hand is left alone until then. */
function useFollow(scroller: RefObject<HTMLDivElement | null>, mark: SheetBox | undefined, sheet: SheetBox | undefined, caret: Caret | undefined): void {
  const followed = useRef('');
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !mark) return;
    const key = `${caret?.itemId ?? ''} ${String(Math.round(mark.topPx))} ${String(Math.round(mark.heightPx))}`;
    if (key === followed.current) return;
    followed.current = key;
    const { scrollTop, clientHeight } = element;
    const isInView = mark.topPx >= scrollTop + 8 && mark.topPx + mark.heightPx <= scrollTop + clientHeight - 8;
    if (!isInView) element.scrollTo({ top: followTop(mark, sheet, clientHeight) });
  });
}

/** From the page's head when the line is in view then; else the line a third from the top. */
function followTop(mark: SheetBox, sheet: SheetBox | undefined, viewHeightPx: number): number {
  const headPx = (sheet?.topPx ?? 0) - sheetGapPx;
  return sheet && mark.topPx + mark.heightPx - headPx < viewHeightPx * 0.85 ? headPx : mark.topPx - viewHeightPx / 3;
}

function scrollToSheet(scroller: RefObject<HTMLDivElement | null>, box: SheetBox | undefined): void {
  if (box) scroller.current?.scrollTo({ top: box.topPx - sheetGapPx });
}
