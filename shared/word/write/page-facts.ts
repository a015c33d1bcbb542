import type { Block, BlockPlace } from '../../layout/block.js';
import type { PageOfItem } from '../../layout/contents.js';
import { layoutIssue } from '../../layout/layout-issue.js';
import type { Page, PageLine } from '../../layout/page.js';
import type { PageStyle } from '../../layout/page-style.js';
import { textArea } from '../../layout/set-block.js';

/** What the writer must know of our pages, because Word would not come to it by itself. */
export interface PageFacts {
  /** 版记 has a page of its own: the last page had no room for it, or it wants an even one. */
  readonly isTailAlone: boolean;
  /** 版记 is higher than a page and runs on. */
  readonly isTailParted: boolean;
  /** A blank page stands before that page, so that it is an even one; neither is numbered. */
  readonly hasBlankPage: boolean;
  /** Paragraphs whose last line our layout sent to the next page to keep the source line company, with its offset. */
  readonly keptLines: ReadonlyMap<string, number>;
  /** The page each article and brief opens on. */
  readonly pageOfItem: PageOfItem;
  /** Blocks that a page ends within, by `placeKey`. */
  readonly parted: ReadonlySet<string>;
  /** Headings that open a page, by `placeKey`, but would fit on the page before without the space they lose by opening one. */
  readonly breaksBefore: ReadonlySet<string>;
  /** Space above the first block of each page, by `placeKey`: Word leaves it out after some breaks, LibreOffice after none. */
  readonly openingSpacePt: ReadonlyMap<string, number>;
  /** Space below a title that opens a page, by `placeKey`: less than its style's where it gave way to a whole title. */
  readonly spaceBelowTitlePt: ReadonlyMap<string, number>;
}

/** One key for one printed block. */
export function placeKey({ part, columnId = '', itemId = '', paragraphId = '' }: BlockPlace): string {
  return [part, columnId, itemId, paragraphId].join('/');
}

/**
 * Reads the facts off our layout. "Keep with next" cannot say them: Word keeps the last line of a paragraph with the
 * next, LibreOffice the whole of it.
 */
export function readPageFacts(blocks: readonly Block[], style: PageStyle): PageFacts {
  const pages = layoutIssue(blocks, style).map((page) => ({ ...page, lines: page.lines.filter(({ furniture }) => !furniture) }));
  const last = pages.at(-1)?.lines ?? [];
  return {
    isTailAlone: pages.length > 1 && last.every(isTailLine),
    isTailParted: pages.filter(({ lines }) => lines.some(isTailLine)).length > 1,
    hasBlankPage: pages.at(-2)?.lines.length === 0,
    keptLines: new Map(pages.flatMap((page, index) => keptLine(pages[index - 1], page, style))),
    pageOfItem: new Map(
      pages.flatMap(({ number, lines }) =>
        lines.flatMap(({ opensItem }) => (opensItem === undefined ? [] : [[opensItem, number] as const])),
      ),
    ),
    parted: new Set(pages.flatMap(({ lines: [opening] }) => (opening === undefined || opening.first ? [] : [placeKey(opening.place)]))),
    breaksBefore: new Set(pages.flatMap((page, index) => breakBefore(pages[index - 1], page, style))),
    openingSpacePt: new Map(pages.slice(1).flatMap((page) => openingSpace(page, style))),
    spaceBelowTitlePt: new Map(pages.flatMap(spaceBelowTitle)),
  };
}

function isTailLine({ place }: PageLine): boolean {
  return place.part === 'distribution' || place.part === 'imprint';
}

function openingSpace({ lines }: Page, style: PageStyle): readonly (readonly [string, number])[] {
  const [opening] = lines;
  return opening?.first ? [[placeKey(opening.place), opening.topPt - textArea(style).topPt]] : [];
}

function spaceBelowTitle({ lines }: Page): readonly (readonly [string, number])[] {
  const [opening] = lines;
  if (opening?.place.part !== 'title') return [];
  const key = placeKey(opening.place);
  const below = lines.findIndex(({ place }) => placeKey(place) !== key);
  const title = lines[below - 1],
    text = lines[below];
  return title && text ? [[key, text.topPt - title.topPt - title.heightPt]] : [];
}

function keptLine(before: Page | undefined, page: Page, style: PageStyle): readonly (readonly [string, number])[] {
  const [opening, following] = page.lines;
  if (!before || opening?.place.paragraphId === undefined || following?.place.part !== 'source') return [];
  return hasRoomFor(opening, before, style) ? [[opening.place.paragraphId, opening.startOffset]] : [];
}

function breakBefore(before: Page | undefined, { lines }: Page, style: PageStyle): readonly string[] {
  const [opening] = lines;
  if (!before || before.lines.length === 0 || !opening?.first || !isHeading(opening)) return [];
  const last = keptTogether(opening, lines);
  return hasRoomFor({ heightPt: last.topPt + last.heightPt - opening.topPt }, before, style) ? [placeKey(opening.place)] : [];
}

/** Last line of what stays with the headings a page opens with: their text's first, and a source line right under it. */
function keptTogether(opening: PageLine, lines: readonly PageLine[]): PageLine {
  const text = lines.findIndex((line) => !isHeading(line));
  const end = text < 0 ? lines.length - 1 : lines[text + 1]?.place.part === 'source' ? text + 1 : text;
  return lines[end] ?? opening;
}

function isHeading({ tag, place }: PageLine): boolean {
  return tag === 'h1' || tag === 'h2' || tag === 'h3' || place.part === 'subtitle';
}

function hasRoomFor({ heightPt }: Pick<PageLine, 'heightPt'>, { lines }: Page, style: PageStyle): boolean {
  const area = textArea(style);
  const bottomPt = Math.max(0, ...lines.map((line) => line.topPt + line.heightPt));
  return bottomPt + heightPt <= area.topPt + area.heightPt + 0.01;
}
