import type { PageOfItem } from '../../layout/contents.js';
import type { Page, PageLine } from '../../layout/page.js';
import { mostLinesWithTail } from '../../layout/set-block.js';
import { footnoteGapPt } from '../../layout/set-footnotes.js';

/** What the writer must know of our pages, because Word would not come to it by itself. */
export interface PageFacts {
  /** 版记 has a page of its own. */
  readonly isTailAlone: boolean;
  /** 版记 is higher than a page and runs on. */
  readonly isTailParted: boolean;
  /** A blank page stands before that page, so that it is an even one; neither is numbered. */
  readonly hasBlankPage: boolean;
  /** Most lines of text that 版记 takes along to its page (`keptWithTail`). */
  readonly linesWithTail: number;
  /**
   * Where 版记 stands in Word on a page that has footnotes, from the paper's top: Word has notes below everything else, so it
   * moves up by their height. Absent where its page has none.
   */
  readonly tailTopPt?: number;
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
    linesWithTail: printed.length % 2 === 1 && opensWithItsParagraph(last) ? mostLinesWithTail.onOddPage : mostLinesWithTail.usual,
    ...tailTop(last),
    pageOfItem: new Map(
      printed.flatMap(({ number, lines }) =>
        lines.flatMap(({ opensItem }) => (opensItem === undefined ? [] : [[opensItem, number] as const])),
      ),
    ),
  };
}

/** Whether the last page holds one paragraph from its first line on, as one that was taken along stands. */
function opensWithItsParagraph(lines: readonly PageLine[]): boolean {
  const text = lines.filter((line) => !isTailLine(line));
  return text[0]?.first === true && text.filter(({ first, place }) => first && place.part !== 'source').length === 1;
}

function tailTop(lines: readonly PageLine[]): Pick<PageFacts, 'tailTopPt'> {
  const [note, tail] = [lines.find(({ tag }) => tag === 'note'), lines.find(isTailLine)];
  return note && tail ? { tailTopPt: note.topPt - footnoteGapPt } : {};
}

function isTailLine({ place }: PageLine): boolean {
  return place.part === 'distribution' || place.part === 'imprint';
}
