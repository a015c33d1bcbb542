/** Which page of the sample shows a section of the settings, and where on it. */
import { issueItems, type Issue, type Paragraph } from '../../shared/document/issue.js';
import { isTable } from '../../shared/document/table.js';
import { issueNumberText } from '../../shared/document/issue-number-text.js';
import { dateText } from '../../shared/layout/compose-issue.js';
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

/** Sections of the publication that are printed all over the cover. */
const coverSections: ReadonlySet<string> = new Set(['newIssue', 'name', 'columns']);

/** The first place of a section in the pages; the first page of text where it is printed nowhere. */
export function samplePlace(sectionId: string, pages: readonly Page[], issue: Issue): SamplePlace {
  const wanted = wantedLine(sectionId, issue);
  for (const [pageIndex, page] of pages.entries()) {
    const first = wanted ? page.lines.findIndex(wanted) : -1;
    if (wanted && first >= 0) return { pageIndex, ...stretch(page.lines, first, wanted) };
  }
  return { pageIndex: coverSections.has(sectionId) ? 0 : Math.min(1, Math.max(0, pages.length - 1)) };
}

/** From the line at `first` to the last that follows it in the same paragraph or item. */
function stretch(lines: readonly PageLine[], first: number, wanted: Wanted): { readonly topPt: number; readonly heightPt: number } {
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
  const paragraphs = paragraphIds(sectionId, issue);
  if (paragraphs) return ({ place }) => place.part === 'paragraph' && paragraphs.has(place.paragraphId ?? '');
  const own = sectionParts[sectionId];
  if (own) return (line) => !line.furniture && own(line, issue);
  const part = settingSections.find(({ id }) => id === sectionId)?.part;
  return part && ((line) => line.place.part === part && !line.furniture);
}

/** A line of the masthead that prints one of these words. */
function isMasthead({ place, text }: PageLine, ...words: readonly (string | undefined)[]): boolean {
  return place.part === 'masthead' && words.some((word) => word !== undefined && word !== '' && text.includes(word));
}

/** Sections that are about some lines of a part only. */
const sectionParts: Readonly<Record<string, (line: PageLine, issue: Issue) => boolean>> = {
  receivers: ({ place }) => place.part === 'distribution',
  people: ({ place }) => place.part === 'imprint',
  mastheadName: (line, { masthead }) => isMasthead(line, masthead.name),
  mastheadNumber: (line, { masthead }) => isMasthead(line, issueNumberText(masthead)),
  mastheadOrgan: (line, { masthead }) => isMasthead(line, masthead.organ, dateText(masthead.date)),
  mastheadRule: (line, { masthead }) => isMasthead(line, masthead.organ, dateText(masthead.date)),
  mastheadCopy: (line, { masthead }) => isMasthead(line, masthead.copyNumber, masthead.serial),
  mastheadMark: (line, { masthead }) => isMasthead(line, masthead.secrecy),
  instructionText: ({ place, text }, { instruction }) => place.part === 'instruction' && instruction.includes(text),
  instructionLabel: ({ place, text }, { instruction }) => place.part === 'instruction' && !instruction.includes(text),
  contentsHeading: ({ place }) => place.part === 'contents' && place.itemId === undefined,
  contentsEntry: ({ place }) => place.part === 'contents' && place.itemId !== undefined,
};

/** Whether a paragraph is set in the way a section is about. */
const paragraphSections: Readonly<Record<string, (paragraph: Paragraph) => boolean>> = {
  body: ({ level, table }) => level === undefined && table === undefined,
  fitting: ({ level, table }) => level === undefined && table === undefined,
  lead: ({ level, lead }) => level === undefined && lead !== undefined,
  tableCaption: isTable,
  tableHead: isTable,
  tableCell: isTable,
  table: isTable,
  level1: ({ level }) => level === 1,
  level2: ({ level }) => level === 2,
  level3: ({ level }) => level === 3,
  level4: ({ level }) => level === 4,
};

/** Ids of the paragraphs a section of body text is about; undefined for other sections. */
function paragraphIds(sectionId: string, issue: Issue): ReadonlySet<string> | undefined {
  const isWanted = paragraphSections[sectionId];
  return isWanted && new Set(issueItems(issue).flatMap(({ item }) => item.paragraphs.filter(isWanted).map(({ id }) => id)));
}
