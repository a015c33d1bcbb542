import type { PageLine } from './page.js';
import { mmToPt, type FittingStyle, type PageStyle, type TextStyle } from './page-style.js';
import type { PagePlan } from './paginate.js';
import { textArea } from './set-block.js';
import { indented, setSingleLine } from './set-text.js';

/** Whether the page at `index` is numbered: a page left blank before the page of 版记 is not, nor is that page (GB/T 9704-2012, 7.5). */
export function isNumberedPage(plans: readonly PagePlan[], index: number): boolean {
  const isBlank = (plan: PagePlan | undefined): boolean => plan?.length === 0;
  return !isBlank(plans[index]) && !isBlank(plans[index - 1]);
}

/** The number line of a page (GB/T 9704-2012, 7.5): its dashes stand 7 mm below the text, odd pages right, even left. */
export function pageNumberLine(page: number, style: PageStyle): PageLine | undefined {
  if (page === 1 && !style.pageNumber.onCover) return undefined;
  const area = textArea(style);
  const text: TextStyle = { ...style.text.pageNumber, align: numberAlign(page, style) };
  const words = style.pageNumber.dashes ? `— ${String(page)} —` : String(page);
  const line = setSingleLine([{ text: words, style: text }], text, indented(area, text), ownLatin(style.fitting), {
    tag: 'artifact',
    first: true,
  });
  const { dyPt: _dyPt, place: _place, ...rest } = line;
  const middlePt = area.topPt + area.heightPt + mmToPt(style.pageNumber.gapMm);
  return { ...rest, kind: 'line', furniture: true, topPt: middlePt - text.lineHeightPt / 2, place: { part: 'imprint' } };
}

/** Digits of a page number stay in its own face: 宋体 (GB/T 9704-2012, 7.5), whatever Latin in the text is set in. */
function ownLatin({ latinFace: _latinFace, ...fitting }: FittingStyle): FittingStyle {
  return fitting;
}

function numberAlign(page: number, { pageNumber }: PageStyle): TextStyle['align'] {
  if (pageNumber.form === 'center') return 'center';
  return page % 2 === 1 ? 'right' : 'left';
}
