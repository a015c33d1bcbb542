import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../../../shared/document/issue.js';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../../shared/layout/layout-issue.js';
import { defaultPageStyle, type PageStyle } from '../../../../shared/layout/page-style.js';
import { writeDocx } from '../../../../shared/word/write/write-docx.js';
import { writePdf } from '../../../../shared/writers/pdf/write-pdf.js';
import { article, column, issue, p } from '../../../helpers/build-issue.js';
import { bundledShelf } from '../../../helpers/font-shelf.js';
import { furnishedIssue, furnishedPictures as pictures } from '../../../helpers/furnished-issue.js';
import { hasLibreOffice, openLibreOffice, type LibreOffice } from '../../../helpers/libreoffice.js';
import { printedWords } from '../../../helpers/printed-words.js';
import { sampleIssue, sampleMeta } from '../../../helpers/sample-issue.js';
import { tableIssue } from '../../../helpers/table-issue.js';

/** Middles of lines nearer than this are of one line. */
const sameLinePt = 4;

/** Programs stand the types of a line differently high in it: large ones by this much, at most. */
const mostPt = 4;

const { text } = defaultPageStyle;
/** Space above and below most parts, as some offices have it. */
const spaced: PageStyle = {
  ...defaultPageStyle,
  text: {
    ...text,
    body: { ...text.body, spaceBeforePt: 6, spaceAfterPt: 5 },
    level1: { ...text.level1, spaceBeforePt: 12, spaceAfterPt: 4 },
    level2: { ...text.level2, spaceBeforePt: 3 },
    source: { ...text.source, spaceBeforePt: 8 },
    editorNote: { ...text.editorNote, spaceAfterPt: 7 },
    tableCaption: { ...text.tableCaption, spaceBeforePt: 9 },
  },
};

const filling = (count: number): string => '示例区把服务送到群众身边推动资源在一线集聚'.repeat(9).slice(0, count);

/** Lines full to the edge, and the stop that ends their paragraph beyond it. */
const hanging = issue(
  column('经验交流', article('甲县推动文化惠民', ...[26, 54, 82].map((count) => p(`${filling(count)}。`)), p('另悉。'))),
);

/** Where the lines of each page stand, from the first of them. */
function linesOf(pdf: Uint8Array): readonly (readonly number[])[] {
  const pages: number[][] = [];
  for (const { page, topPt, bottomPt } of printedWords(pdf)) (pages[page - 1] ??= []).push((topPt + bottomPt) / 2);
  return pages.map((middles) => {
    const lines = middles
      .sort((left, right) => left - right)
      .filter((middle, at) => middle - (middles[at - 1] ?? -sameLinePt) >= sameLinePt);
    return lines.map((middle) => middle - (lines[0] ?? 0));
  });
}

describe.skipIf(!hasLibreOffice)('a Word file in LibreOffice', { concurrent: true }, () => {
  let office: LibreOffice | undefined;
  beforeAll(async () => {
    office = await openLibreOffice();
  }, 120_000);
  afterAll(() => office?.close());

  it.each<readonly [string, Issue, PageStyle]>([
    ['the sample', sampleIssue, defaultPageStyle],
    ['the sample in a style with space about its parts', sampleIssue, spaced],
    ['stops at the edge that end their paragraphs', hanging, defaultPageStyle],
    ['tables', tableIssue, defaultPageStyle],
    ['tables with space about them', tableIssue, spaced],
    ['tables and pictures among text', furnishedIssue, defaultPageStyle],
  ])(
    'has every line of a page where ours has it, on the cover too: %s',
    async (_name, value, style) => {
      const blocks = composeIssue(value);
      const pages = layoutIssue(blocks, style);
      const ours = linesOf(writePdf(pages, style, sampleMeta, bundledShelf, { pictures }));
      const theirs = linesOf((await office?.print(await writeDocx(blocks, style, sampleMeta, { pages, pictures }))) ?? new Uint8Array());
      expect(theirs.map(({ length }) => length)).toEqual(ours.map(({ length }) => length));
      const off = ours.map((lines, page) => Math.max(...lines.map((line, at) => Math.abs(line - (theirs[page]?.[at] ?? Infinity)))));
      expect(Math.max(...off)).toBeLessThan(mostPt);
    },
    180_000,
  );
});
