/** The printed pages beside the text: they follow the cursor, and a press on a line takes the cursor there. */
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Issue } from '../../shared/document/issue.js';
import type { BlockPlace } from '../../shared/layout/block.js';
import { mmToPt, type PageStyle } from '../../shared/layout/page-style.js';
import type { TextPlace } from '../../shared/document/text-place.js';
import { useSetting } from '../state/settings.js';
import { useSideTab } from '../state/panes.js';
import { usePages } from '../state/use-pages.js';
import { textPlaceAt, findPart, findPrintedLine, nthOfLine, printedPlace, type PrintedLine } from '../../shared/layout/printed-place.js';
import { installPageFonts } from './page-fonts.js';
import { PageSheet } from './page-sheet.js';
import { pickCharacter } from './pick-line.js';
import { InspectionList } from './inspection-list.js';
import { PreviewToolbar } from './preview-toolbar.js';
import { usePaneView } from './use-pane-view.js';
import { useFollow, useSteadyZoom, useWheelZoom } from './scroll-pages.js';
import { isNear, sheetBoxes, sheetGapPx, zoomScale, type PaneSize, type SheetBox } from './zoom.js';
import { storeSpread, storeZoom, useToldScale, useZoomSetting } from './zoom-setting.js';

export interface PreviewPaneProps {
  readonly issue: Issue;
  readonly style: PageStyle;
  readonly caret: TextPlace | undefined;
  /** The part whose form is open, followed while there is no cursor. */
  readonly part?: BlockPlace | undefined;
  onPick(caret: TextPlace): void;
  /** A press on a part that is no article: 报头, 目录 heading, 报送发 … */
  onPickPart?(place: BlockPlace): void;
}

export function PreviewPane({ issue, style, caret, part, onPick, onPickPart }: PreviewPaneProps) {
  const pages = usePages(issue, style);
  const zoom = useZoomSetting();
  const [isSpread] = useSetting('preview.spread');
  const scroller = useRef<HTMLDivElement>(null);
  const view = usePaneView(scroller);
  const scale = zoomScale(zoom, view, style, isSpread);
  const boxes = useMemo(
    () => sheetBoxes(pages.length, scale, view.widthPx, style, isSpread),
    [pages.length, scale, view.widthPx, style, isSpread],
  );
  const [pointed, point] = useState<BlockPlace>();
  const caretLine = useMemo(() => {
    const place = caret && printedPlace(issue, caret);
    return place ? findPrintedLine(pages, place) : part && findPart(pages, isWithin(pointed, part) ? pointed : part);
  }, [issue, caret, part, pointed, pages]);
  const mark = caretLine && markBox(caretLine, boxes, scale, style);
  useLayoutEffect(installPageFonts, []);
  useToldScale(scale);
  useWheelZoom(scroller, scale);
  useSteadyZoom(scroller, boxes);
  useFollow(
    scroller,
    mark,
    caretLine && boxes[caretLine.pageIndex],
    caretLine && `${caret?.itemId ?? ''} ${String(caretLine.pageIndex)} ${String(Math.round(caretLine.line.topPt))}`,
  );
  const pick = (event: React.MouseEvent): void => {
    const picked = pickCharacter(event.nativeEvent, pages);
    if (!picked) return;
    const { line, offset } = picked;
    const target = textPlaceAt(issue, line.place, nthOfLine(pages, line), offset);
    if (target) onPick(target);
    else pickPart(line.place);
  };
  /** Opens the form of a part; the mark stands at the very line that was meant. */
  const pickPart = (place: BlockPlace): void => {
    point(place);
    onPickPart?.(place);
  };
  const showPage = useCallback(
    (number: number) => {
      const box = boxes[number - 1];
      if (box) scroller.current?.scrollTo({ top: box.topPx - sheetGapPx, left: box.leftPx - sheetGapPx });
    },
    [boxes],
  );
  const shown = boxes.findIndex((box) => box.topPx + box.heightPx > view.scrollTopPx + view.heightPx / 3);
  return (
    <section className="pv" aria-label="版面">
      <PreviewToolbar
        zoom={zoom}
        scale={scale}
        isSpread={isSpread}
        page={shown + 1}
        pageCount={pages.length}
        onZoom={storeZoom}
        onSpread={storeSpread}
        onPage={showPage}
      />
      {useSideTab() === 'inspection' && <InspectionList style={style} onPick={onPick} onPickPart={pickPart} />}
      <div ref={scroller} className="pv-scroll" data-pane-focus tabIndex={0} aria-label={`共 ${String(pages.length)} 页`} onClick={pick}>
        <div className="pv-desk" style={deskSize(boxes, view)}>
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
          {mark && <div className="pv-mark" style={{ left: mark.leftPx, top: mark.topPx, height: mark.heightPx }} />}
        </div>
      </div>
    </section>
  );
}

function isWithin(place: BlockPlace | undefined, part: BlockPlace): place is BlockPlace {
  return place?.part === part.part && (part.columnId === undefined || place.columnId === part.columnId);
}

/** Room for all sheets, and below so much that the last one, too, can be brought to the top. */
function deskSize(boxes: readonly SheetBox[], { heightPx }: PaneSize): { readonly height: number; readonly minWidth: number } | undefined {
  const last = boxes.at(-1);
  if (!last) return undefined;
  const widthPx = Math.max(...boxes.map((box) => box.leftPx + box.widthPx));
  return { height: last.topPx + Math.max(last.heightPx + sheetGapPx, heightPx - sheetGapPx), minWidth: widthPx + sheetGapPx };
}

/** The thin red mark in the margin beside the cursor's line. */
function markBox({ pageIndex, line }: PrintedLine, boxes: readonly SheetBox[], scale: number, style: PageStyle): SheetBox | undefined {
  const box = boxes[pageIndex];
  if (!box) return undefined;
  const px = (pt: number): number => ((pt * 96) / 72) * scale;
  return {
    leftPx: box.leftPx + px(mmToPt(style.marginMm.left)) - 9,
    topPx: box.topPx + px(line.topPt),
    widthPx: 2,
    heightPx: px(line.heightPt),
  };
}
