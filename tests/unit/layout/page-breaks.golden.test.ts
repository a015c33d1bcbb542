import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueMeta } from '../../../electron/services/issue-meta.js';
import type { Issue } from '../../../shared/document/issue.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import { defaultPageStyle, type PageStyle } from '../../../shared/layout/page-style.js';
import { pagesAsText } from '../../../shared/layout/pages-as-text.js';
import { writeDocx } from '../../../shared/word/write/write-docx.js';
import { writePdf } from '../../../shared/writers/pdf/write-pdf.js';
import { bundledShelf } from '../../helpers/font-shelf.js';
import { hasLibreOffice, openLibreOffice, type LibreOffice } from '../../helpers/libreoffice.js';
import { hasPdftotext, pdfPages } from '../../helpers/pdf-text.js';
import { importPrinted, meets, printedBreaks, printedIssueNames } from '../../helpers/printed-issues.js';
import { hasShared } from '../../helpers/shared-files.js';

/**
 * Page ends that our rules do not meet, by issue and order.
 * - Issue 10, 5 and 6, and issue 13, 4 and 5, stand in or behind two articles of one unit whose lines hold 1 to 4 em more than 28 em,
 *   which no rule of marks explains: presumably “ ” of a Latin font, half as wide. A scan does not show them, so they are not guessed.
 * - Issue 13, 3: the print parts a title over two pages, or leaves no room below it. Ours keeps titles whole.
 */
const known: Readonly<Record<string, readonly number[]>> = { 'issue-2022-10': [5, 6], 'issue-2022-13': [3, 4, 5] };

/**
 * The print leaves the last line of a paragraph of three under a title alone on the next page, which Word can only allow together
 * with one line alone under the title. So that is off here; with it (the default) two more page ends of issue 13 are missed.
 */
const style: PageStyle = { ...defaultPageStyle, twoLinesUnderTitle: false };
const missedByDefault = { 'issue-2022-10': [5, 6], 'issue-2022-13': [1, 2, 3, 4, 5] };

function screenLines(issue: Issue, of: PageStyle): readonly (readonly string[])[] {
  return pagesAsText(layoutIssue(composeIssue(issue), of)).map(({ lines }) => lines.map((line) => line.replace(/\s/gu, '')));
}

function screenPages(issue: Issue, of: PageStyle = style): readonly string[] {
  return screenLines(issue, of).map((lines) => lines.join(''));
}

/** Orders of the page ends that the pages miss. */
function misses(name: string, pages: readonly string[]): readonly number[] {
  return (printedBreaks[name] ?? []).flatMap((pageBreak, index) => (meets(pages, pageBreak) ? [] : [index]));
}

describe.skipIf(!hasShared)('page ends of the printed issues', () => {
  let office: LibreOffice | undefined;
  beforeAll(async () => {
    if (hasLibreOffice) office = await openLibreOffice();
  }, 120_000);
  afterAll(() => office?.close());

  it('are 13, of which the rules alone meet 8', () => {
    const breaks = Object.values(printedBreaks).flat().length;
    const missed = printedIssueNames.flatMap((name) => misses(name, screenPages(importPrinted(name)))).length;
    expect([breaks, breaks - missed]).toEqual([13, 8]);
  });

  it('are missed by two more where two lines at least stand under a title', () => {
    const missed = printedIssueNames.map((name) => [name, misses(name, screenPages(importPrinted(name), defaultPageStyle))]);
    expect(Object.fromEntries(missed)).toEqual(missedByDefault);
  });

  describe.each(printedIssueNames)('%s', (name) => {
    it('on screen fall where they were printed', () => {
      expect(misses(name, screenPages(importPrinted(name)))).toEqual(known[name] ?? []);
    });

    it.skipIf(!hasPdftotext)('in PDF fall where they were printed', () => {
      const issue = importPrinted(name);
      const pages = pdfPages(writePdf(layoutIssue(composeIssue(issue), style), style, issueMeta(issue), bundledShelf));
      expect(pages).toEqual(screenPages(issue));
      expect(misses(name, pages)).toEqual(known[name] ?? []);
    });

    it.skipIf(!hasLibreOffice)(
      'in Word fall where they were printed',
      async () => {
        const issue = importPrinted(name);
        const pages = (await office?.readPages(await writeDocx(composeIssue(issue), style, issueMeta(issue)))) ?? [];
        expect(pages).toEqual(screenPages(issue));
        expect(misses(name, pages)).toEqual(known[name] ?? []);
      },
      180_000,
    );

    it('part no title', () => {
      const pages = layoutIssue(composeIssue(importPrinted(name)), style);
      expect(pages.filter(({ lines: [opening] }) => opening?.place.part === 'title' && !opening.first)).toEqual([]);
    });
  });
});
