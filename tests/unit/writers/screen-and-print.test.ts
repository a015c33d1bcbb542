/** The screen stays true: what the preview shows is what PDF and OFD print, dot by dot but for the softness of edges. */
import { afterAll, describe, expect, it } from 'vitest';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { latinFaceNames } from '../../../shared/layout/faces.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import type { Page } from '../../../shared/layout/page.js';
import { defaultPageStyle as style } from '../../../shared/layout/page-style.js';
import { resolvePageStyle } from '../../../shared/layout/page-style-settings.js';
import { writeOfd } from '../../../shared/writers/ofd/write-ofd.js';
import { writePdf } from '../../../shared/writers/pdf/write-pdf.js';
import { article, column, issue, lead, p } from '../../helpers/build-issue.js';
import { bundledShelf } from '../../helpers/font-shelf.js';
import { footnoteIssue } from '../../helpers/footnote-issue.js';
import { furnishedIssue, furnishedPictures } from '../../helpers/furnished-issue.js';
import {
  canDrawPages,
  closeBrowser,
  pagesInOfd,
  pagesInPrint,
  pagesOnScreen,
  strayDots,
  type PagePicture,
} from '../../helpers/page-pictures.js';
import { importPrinted, printedIssueNames } from '../../helpers/printed-issues.js';
import { sampleIssue, sampleMeta } from '../../helpers/sample-issue.js';
import { hasShared } from '../../helpers/shared-files.js';

const print = (pages: readonly Page[]) => pagesInPrint(writePdf(pages, style, sampleMeta, bundledShelf));

/** The same page with one line a point further down, or to the right. */
function moved(page: Page, rightPt: number, downPt: number): Page {
  const lines = page.lines.map((line, index) => (index === 8 ? { ...line, xPt: line.xPt + rightPt, topPt: line.topPt + downPt } : line));
  return { ...page, lines };
}

function strays(left: readonly (PagePicture | undefined)[], right: readonly PagePicture[]): readonly number[] {
  return left.map((each, at) => {
    const other = right[at];
    return each && other ? strayDots(each, other) : Infinity;
  });
}

describe.skipIf(!canDrawPages)('pages on screen and in print', () => {
  afterAll(closeBrowser);

  it('of the sample are the same, and not when one line of a page stands a point away', async () => {
    const pages = layoutIssue(composeIssue(sampleIssue), style);
    const screen = await pagesOnScreen(pages, style);
    expect(screen.map((each) => each.ink.filter((ink) => ink > 200).length > 5_000)).toEqual(pages.map(() => true));
    const [, second] = pages;
    if (!second) throw new Error('no second page');
    const printed = print([...pages, moved(second, 0, 1), moved(second, 1, 0)]);
    expect(strays(screen, printed)).toEqual(pages.map(() => 0));
    const [down = 0, right = 0] = strays([screen[1], screen[1]], printed.slice(pages.length));
    expect([down > 40, right > 40]).toEqual([true, true]);
  }, 120_000);

  it('of tables and pictures are the same in OFD, drawn with its own fonts, and not when one line stands a point away', async () => {
    const pages = layoutIssue(composeIssue(furnishedIssue), style).slice(0, 4);
    const [, second] = pages;
    if (!second) throw new Error('no second page');
    const shown = [...pages, moved(second, 0, 1)];
    const ofd = await pagesInOfd(writeOfd(shown, style, sampleMeta, bundledShelf, furnishedPictures));
    const printed = pagesInPrint(writePdf(pages, style, sampleMeta, bundledShelf, { pictures: furnishedPictures }));
    // Two programs draw: a dot or two where strokes are as thin as a dot.
    expect(Math.max(...strays(ofd.slice(0, pages.length), printed))).toBeLessThan(5);
    expect(strays(ofd.slice(pages.length), printed.slice(1, 2))[0]).toBeGreaterThan(40);
  }, 120_000);

  it('of footnotes are the same', async () => {
    const pages = layoutIssue(composeIssue(footnoteIssue), style).slice(1, 3);
    expect(strays(await pagesOnScreen(pages, style), print(pages))).toEqual(pages.map(() => 0));
  }, 120_000);

  it.each(latinFaceNames)(
    'of Latin in a face of its own are the same, in OFD as well: %s',
    async (face) => {
      const roman = resolvePageStyle({ 'fitting.latinFace': face });
      const words = '示例区用好WiFi 6、5G和“AI+”平台，接入326个站点、1,032路视频，覆盖率97.3%（Wind data），依托Mill与LoRaWAN等项目推进。';
      const text = article('甲县用好WiFi平台', p(lead('Mill项目2026年落地。'), words), p(words));
      const pages = layoutIssue(composeIssue(issue(column('经验交流', text))), roman).slice(1, 2);
      const printed = pagesInPrint(writePdf(pages, roman, sampleMeta, bundledShelf));
      expect(strays(await pagesOnScreen(pages, roman), printed)).toEqual([0]);
      expect(strays(await pagesInOfd(writeOfd(pages, roman, sampleMeta, bundledShelf)), printed)[0]).toBeLessThan(5);
    },
    120_000,
  );

  it.skipIf(!hasShared)(
    'of a printed issue are the same',
    async () => {
      const name = printedIssueNames.find((each) => each.includes('10')) ?? printedIssueNames[0] ?? '';
      const pages = layoutIssue(composeIssue(importPrinted(name)), style);
      expect(pages.length).toBeGreaterThan(8);
      // Of all of them a dot or two where strokes are as thin as a dot.
      const found = strays(await pagesOnScreen(pages, style), print(pages));
      expect(found.reduce((sum, each) => sum + each, 0)).toBeLessThan(3);
    },
    180_000,
  );
});
