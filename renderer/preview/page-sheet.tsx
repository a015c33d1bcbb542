/** One true page: the printed HTML inside a shadow root, so that the window's style cannot touch it. */
import { memo, useLayoutEffect, useRef } from 'react';
import type { Page } from '../../shared/layout/page.js';
import type { PageStyle } from '../../shared/layout/page-style.js';
import { pageCss, writePageHtml } from '../../shared/writers/html/write-html.js';
import { fillPictures } from '../state/picture-urls.js';
import { windowFontBase } from './page-fonts.js';
import type { SheetBox } from './zoom.js';

export interface PageSheetProps {
  readonly page: Page;
  readonly style: PageStyle;
  readonly scale: number;
  readonly box: SheetBox;
  /** Far sheets are blank paper: their text is drawn when they come near. */
  readonly isDrawn: boolean;
}

export const PageSheet = memo(function PageSheet({ page, style, scale, box, isDrawn }: PageSheetProps) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [pageSheet(style)];
    root.innerHTML = isDrawn ? writePageHtml(page, style) : '';
    fillPictures(root);
  }, [page, style, isDrawn]);
  return (
    <div
      className="pv-sheet"
      data-page={page.number}
      style={{ left: box.leftPx, top: box.topPx, width: box.widthPx, height: box.heightPx }}
    >
      <div ref={host} className="pv-page" style={{ transform: `scale(${String(scale)})` }} />
    </div>
  );
});

const sheets = new WeakMap<PageStyle, CSSStyleSheet>();

/** One style sheet for all pages of a style. */
function pageSheet(style: PageStyle): CSSStyleSheet {
  const known = sheets.get(style);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(pageCss(style, { fontBase: windowFontBase }));
  sheets.set(style, sheet);
  return sheet;
}
