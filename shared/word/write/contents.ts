import { LeaderType, Paragraph, SimpleField, Tab, TabStopType, type ParagraphChild, type TabStopDefinition } from 'docx';
import type { BlockOf } from '../../layout/block.js';
import { contentsStyle, type PageOfItem } from '../../layout/contents.js';
import type { PageStyle } from '../../layout/page-style.js';
import { bookmarkName } from './bookmark-name.js';
import { headlineRuns, linkedHeadline } from './headline.js';
import { ptToTwips, toPageBox } from './measures.js';
import { textRun } from './runs.js';
import { lastEntryStyleName, paragraphStyleNames, type StyleName } from './style-names.js';

type Entry = BlockOf<'contents'>['groups'][number]['entries'][number];

/**
 * 目录: column names and titles, broken for the cover; each title leads to its article. Where the style wants page numbers
 * they are fields that Word counts anew, with our own count as what they show until then. All space between stands below
 * entries: of space below one paragraph and above the next, Word takes the greater, we both.
 */
export function contentsElements(block: BlockOf<'contents'>, style: PageStyle, pages: PageOfItem): readonly Paragraph[] {
  const { spaceBeforePt } = style.text.contentsHeading;
  return block.groups.flatMap((group, index) => [
    new Paragraph({
      style: paragraphStyleNames.contentsHeading.id,
      ...(index === 0 ? { spacing: { before: ptToTwips(spaceBeforePt) } } : {}),
      children: [...headlineRuns(group.heading, 'contentsHeading', style)],
    }),
    ...group.entries.map((entry, at) => {
      const endsColumn = at === group.entries.length - 1 && index < block.groups.length - 1;
      return entryLine(entry, endsColumn ? lastEntryStyleName : paragraphStyleNames.contentsEntry, style, pages);
    }),
  ]);
}

function entryLine(entry: Entry, { id }: StyleName, style: PageStyle, pages: PageOfItem): Paragraph {
  const anchor = bookmarkName('article', entry.itemId);
  const page = style.contents.pageNumbers ? pages.get(entry.itemId) : undefined;
  const title = linkedHeadline(entry.title, 'contentsEntry', contentsStyle(style), anchor);
  return new Paragraph({
    style: id,
    ...(page === undefined ? {} : { tabStops: [numberTab(style)] }),
    keepLines: true,
    children: [...title, ...(page === undefined ? [] : pageNumber(anchor, page))],
  });
}

/** The number's right edge: that of the entry's own measure, counted from the left margin. */
function numberTab(style: PageStyle): TabStopDefinition {
  const { rightIndentEm, pitchPt } = style.text.contentsEntry;
  return {
    type: TabStopType.RIGHT,
    position: toPageBox(style).textWidth - ptToTwips(rightIndentEm * pitchPt),
    leader: style.contents.leader === 'dots' ? LeaderType.DOT : LeaderType.NONE,
  };
}

function pageNumber(anchor: string, page: number): readonly ParagraphChild[] {
  return [textRun('', { children: [new Tab()] }), new SimpleField(` PAGEREF ${anchor} \\h `, String(page))];
}
