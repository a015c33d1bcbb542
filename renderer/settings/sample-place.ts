/** Which page of the sample shows a section of the settings, and where on it. */
import { issueItems, type Issue } from '../../shared/document/issue.js';
import type { Page, PageLine } from '../../shared/layout/page.js';
import { settingSections } from '../../shared/layout/page-style-table.js';

export interface SamplePlace {
  /** Index of the page. */
  readonly pageIndex: number;
  /** The stretch of the page that the section is about; absent for what concerns the whole page. */
  readonly topPt?: number;
  readonly heightPt?: number;
}

type Wanted = (line: PageLine) => boolean;

/** The first place of a section in the pages; the first page of text where it is printed nowhere. */
export function samplePlace(sectionId: string, pages: readonly Page[], issue: Issue): SamplePlace {
  const wanted = wantedLine(sectionId, issue);
  if (wanted !== undefined) {
    for (const [pageIndex, page] of pages.entries()) {
      const first = page.lines.findIndex(wanted);
      if (first >= 0) return { pageIndex, ...stretch(page.lines, first, wanted) };
    }
  }
  return { pageIndex: coverSections.has(sectionId) ? 0 : Math.min(1, Math.max(0, pages.length - 1)) };
}

const coverSections: ReadonlySet<string> = new Set(['newIssue', 'name', 'columns']);

/** From the line at `first` to the last one that follows it in the same block. */
function stretch(lines: readonly PageLine[], first: number, wanted: Wanted): Required<Pick<SamplePlace, 'topPt' | 'heightPt'>> {
  const opening = lines[first] as PageLine;
  let last = opening;
  for (const line of lines.slice(first + 1)) {
    if (!wanted(line) || line.place.paragraphId !== opening.place.paragraphId || line.place.itemId !== opening.place.itemId) break;
    last = line;
  }
  return { topPt: opening.topPt, heightPt: last.topPt + last.heightPt - opening.topPt };
}

function wantedLine(sectionId: string, issue: Issue): Wanted | undefined {
  if (sectionId === 'pageNumber' || sectionId === 'numberForm') return (line) => line.furniture;
  const byParagraph = paragraphIds(sectionId, issue);
  if (byParagraph) return (line) => line.place.part === 'paragraph' && byParagraph.has(line.place.paragraphId ?? '');
  const own = sectionParts[sectionId];
  if (own) return (line) => own(line) && !line.furniture;
  const part = settingSections.find(({ id }) => id === sectionId)?.part;
  return part && ((line) => line.place.part === part && !line.furniture);
}

/** Sections that are about some lines of a part only. */
const sectionParts: Readonly<Record<string, Wanted>> = {
  receivers: ({ place }) => place.part === 'distribution',
  people: ({ place }) => place.part === 'imprint',
  contentsEntry: ({ place }) => place.part === 'contents' && place.itemId !== undefined,
  contentsHeading: ({ place }) => place.part === 'contents' && place.itemId === undefined,
};

const levels: Readonly<Record<string, number>> = { level1: 1, level2: 2, level3: 3, level4: 4 };

/** Ids of the paragraphs a section of body text is about; undefined for other sections. */
function paragraphIds(sectionId: string, issue: Issue): ReadonlySet<string> | undefined {
  const level = levels[sectionId];
  const isWanted = level !== undefined ? (own: number | undefined) => own === level
    : sectionId === 'body' || sectionId === 'fitting' ? (own: number | undefined) => own === undefined
      : sectionId === 'lead' ? (own: number | undefined, lead: string | undefined) => own === undefined && (lead ?? '') !== '' : undefined;
  if (!isWanted) return undefined;
  return new Set(issueItems(issue).flatMap(({ item }) => item.paragraphs.filter((paragraph) => isWanted(paragraph.level, paragraph.lead)).map(({ id }) => id)));
}
