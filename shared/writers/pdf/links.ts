/** Where links of a PDF lead: entries of the contents to titles, numbers of footnotes to their notes, and those back. */
import type { Page, PageLine } from '../../layout/page.js';
import { array, dictionary, number, text, type PdfFile, type Ref } from './pdf-file.js';
import type { Structure } from './structure.js';

/** A line on a page, by the page's index. */
export interface LinkTarget {
  readonly page: number;
  readonly line: PageLine;
}

export interface LinkTargets {
  /** Where an article or brief opens. */
  itemOf(id: string): LinkTarget | undefined;
  /** For the number of a footnote in the text its note, for that in the note the line of the text. */
  otherEnd(line: PageLine, note: number): LinkTarget | undefined;
}

/** All that links of these pages may lead to. */
export function linkTargets(pages: readonly Page[]): LinkTargets {
  const items = new Map<string, LinkTarget>();
  const numbers = new Map<string, LinkTarget>();
  pages.forEach(({ lines }, page) => {
    for (const line of lines) {
      if (line.opensItem !== undefined) items.set(line.opensItem, { page, line });
      for (const run of line.runs) if (run.number) numbers.set(numberKey(line, run.number.note), { page, line });
    }
  });
  return {
    itemOf: (id) => items.get(id),
    otherEnd: (line, note) => numbers.get(numberKey({ ...line, tag: line.tag === 'note' ? 'p' : 'note' }, note)),
  };
}

function numberKey({ tag, place: { itemId = '', paragraphId = '' } }: Pick<PageLine, 'tag' | 'place'>, note: number): string {
  return `${tag === 'note' ? 'note' : 'text'} ${itemId} ${paragraphId} ${String(note)}`;
}

/** What a link is drawn over, and says to those who cannot see it. */
export interface LinkFrom {
  readonly page: number;
  readonly line: PageLine;
  readonly xPt: number;
  readonly widthPt: number;
  readonly words: string;
}

/** Writes links between lines of pages, each held by the element of the structure that was entered last. */
export function linkWriter(file: PdfFile, structure: Structure, pageRefs: readonly Ref[], heightPt: number) {
  return ({ page, line, xPt, widthPt, words }: LinkFrom, target: LinkTarget): Ref => {
    const link = file.reserve();
    const [bottomPt, topPt] = [heightPt - line.topPt - line.heightPt, heightPt - line.topPt];
    file.set(
      link,
      dictionary({
        Type: '/Annot',
        Subtype: '/Link',
        Rect: array([xPt, bottomPt, xPt + widthPt, topPt].map(number)),
        Border: '[0 0 0]',
        F: 4,
        Contents: text(words),
        Dest: array([pageRefs[target.page] ?? '', '/XYZ', 0, number(heightPt - target.line.topPt), 0]),
        StructParent: structure.addLink(link, page),
      }),
    );
    return link;
  };
}
