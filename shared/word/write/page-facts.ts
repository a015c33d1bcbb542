import type { PageOfItem } from '../../layout/contents.js';
import type { Page, PageLine } from '../../layout/page.js';

/** What the writer must know of our pages, because Word would not come to it by itself. */
export interface PageFacts {
  /** 版记 has a page of its own. */
  readonly isTailAlone: boolean;
  /** 版记 is higher than a page and runs on. */
  readonly isTailParted: boolean;
  /** A blank page stands before that page, so that it is an even one; neither is numbered. */
  readonly hasBlankPage: boolean;
  /** The page each article and brief opens on. */
  readonly pageOfItem: PageOfItem;
}

/** Reads the facts off the pages of an issue. */
export function readPageFacts(pages: readonly Page[]): PageFacts {
  const printed = pages.map(({ number, lines }) => ({ number, lines: lines.filter(({ furniture }) => !furniture) }));
  const last = printed.at(-1)?.lines ?? [];
  return {
    isTailAlone: printed.length > 1 && last.every(isTailLine),
    isTailParted: printed.filter(({ lines }) => lines.some(isTailLine)).length > 1,
    hasBlankPage: printed.at(-2)?.lines.length === 0,
    pageOfItem: new Map(
      printed.flatMap(({ number, lines }) =>
        lines.flatMap(({ opensItem }) => (opensItem === undefined ? [] : [[opensItem, number] as const])),
      ),
    ),
  };
}

function isTailLine({ place }: PageLine): boolean {
  return place.part === 'distribution' || place.part === 'imprint';
}
