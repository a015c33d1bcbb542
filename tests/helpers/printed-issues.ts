import { readFileSync } from 'node:fs';
import { decodeText } from '../../electron/services/decode-text.js';
import { briefLead, issueItems, type Issue } from '../../shared/document/issue.js';
import { composeIssue } from '../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../shared/layout/layout-issue.js';
import { defaultPageStyle } from '../../shared/layout/page-style.js';
import { readText } from '../../shared/recognize/read-text.js';
import { recognize } from '../../shared/recognize/recognize.js';
import { writeText } from '../../shared/writers/text/write-text.js';
import { hasShared, sharedFile } from './shared-files.js';

export interface PageBreak {
  readonly pageEnds: string;
  readonly nextPageStarts: string;
}

/** Where the pages of the printed issues ended, by issue; none where ../shared is absent. */
export const printedBreaks: Readonly<Record<string, readonly PageBreak[]>> = hasShared
  ? (JSON.parse(readFileSync(sharedFile('golden', 'page-breaks.json'), 'utf8')) as Record<string, readonly PageBreak[]>)
  : {};

export const printedIssueNames = Object.keys(printedBreaks);

/** A printed issue as recognised from its scanned text. */
export function importPrinted(name: string): Issue {
  let count = 0;
  const lines = readText(decodeText(readFileSync(sharedFile('seeds', `${name}.txt`))));
  const result = recognize(lines, { nextId: () => `n${String((count += 1))}` });
  if (result.kind !== 'issue') throw new Error(`${name} is not recognised as an issue`);
  return result.issue;
}

/** A place inside a paragraph where a page ends: UTF-16 offset into lead + text of the first character of the next page. */
interface PrintedPageEnd {
  readonly paragraphId: string;
  readonly offset: number;
}

/** Whether one of the pages, given as text without blanks, ends where a printed page ended. */
export function meets(pages: readonly string[], { pageEnds, nextPageStarts }: PageBreak): boolean {
  return pages.some((page, index) => page.endsWith(pageEnds) && pages[index + 1]?.startsWith(nextPageStarts.slice(0, 4)) === true);
}

/** Where our own pages of an issue end within paragraphs, as a scan of them would show. */
function pageEndsOf(issue: Issue): readonly PrintedPageEnd[] {
  const shifts = new Map(issueItems(issue).map(({ item }) => [item.paragraphs[0]?.id, item.type === 'brief' ? briefLead(item).length : 0]));
  return layoutIssue(composeIssue(issue), defaultPageStyle).flatMap(({ lines }) => {
    const opening = lines.find(({ furniture }) => !furniture);
    const paragraphId = opening?.place.paragraphId;
    if (opening === undefined || paragraphId === undefined || opening.startOffset === 0) return [];
    return [{ paragraphId, offset: opening.startOffset - (shifts.get(paragraphId) ?? 0) }];
  });
}

/** A scan of an issue's pages as text: an empty line cuts the paragraphs that a page end cuts. */
export function scanOf(issue: Issue): string {
  const cuts = new Map(pageEndsOf(issue).map(({ paragraphId, offset }) => [paragraphId, offset]));
  const text = writeText(composeIssue(issue));
  let scan = '',
    from = 0;
  for (const { id, lead = '', text: words } of issueItems(issue).flatMap(({ item }) => item.paragraphs)) {
    const start = text.indexOf(words, from),
      at = (cuts.get(id) ?? Number.NaN) - lead.length;
    if (start < 0 || at <= 0) throw new Error(`no place for a cut in ${words}`);
    const to = start + (at > 0 ? at : words.length);
    scan += text.slice(from, to) + (at > 0 ? '\n\n' : '');
    from = to;
  }
  return scan + text.slice(from);
}
