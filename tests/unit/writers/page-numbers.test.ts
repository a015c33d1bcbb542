import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import { defaultPageStyle, mmToPt, type PageStyle } from '../../../shared/layout/page-style.js';
import { textArea, type TextArea } from '../../../shared/layout/set-block.js';
import { writeDocx } from '../../../shared/word/write/write-docx.js';
import { writePdf } from '../../../shared/writers/pdf/write-pdf.js';
import { bundledShelf } from '../../helpers/font-shelf.js';
import { hasLibreOffice, openLibreOffice, type LibreOffice } from '../../helpers/libreoffice.js';
import { hasPdftotext, printedWords, type PrintedWord } from '../../helpers/printed-words.js';
import { fillerIssue, sampleIssue, sampleMeta } from '../../helpers/sample-issue.js';

if (!hasPdftotext) console.warn('no pdftotext here: page numbers of PDF files are not checked');
const blocks = composeIssue(sampleIssue);

function styleOf(pageNumber: Partial<PageStyle['pageNumber']>): PageStyle {
  return { ...defaultPageStyle, pageNumber: { ...defaultPageStyle.pageNumber, ...pageNumber } };
}

const variants: readonly (readonly [string, PageStyle])[] = [
  ['outside, between dashes, not on the cover', styleOf({})],
  ['outside, plain, on the cover', styleOf({ dashes: false, onCover: true })],
  ['in the middle, between dashes, on the cover', styleOf({ form: 'center', onCover: true })],
  ['in the middle, plain, not on the cover', styleOf({ form: 'center', dashes: false })],
];

/** 版记 on an even page, and issues of four pages: 版记 after a blank third page, and alone right after the text. */
const onEvenPage: PageStyle = { ...defaultPageStyle, tail: { ...defaultPageStyle.tail, onEvenPage: true } };
const tailPages = [
  ['on neither a blank page nor that of 版记 after it', composeIssue(fillerIssue(12)), ['2 —2—']],
  ['on the page of 版记 right after the text', blocks, ['2 —2—', '3 —3—', '4 —4—']],
] as const;

/** What stands at the foot of each page: words, left and right edge, rounded to whole points. */
interface Foot {
  readonly page: number;
  readonly text: string;
  readonly leftPt: number;
  readonly rightPt: number;
}

function wantedFeet({ pageNumber, text }: PageStyle): readonly Foot[] {
  const area = textArea(defaultPageStyle);
  return [1, 2, 3]
    .filter((page) => page > 1 || pageNumber.onCover)
    .map((page) => {
      const words = pageNumber.dashes ? `— ${page} —` : String(page);
      const em = text.pageNumber.pitchPt;
      const widthPt = (pageNumber.dashes ? 3.5 : 0.5) * em;
      const leftPt = leftEdge(page, pageNumber.form, widthPt, em, area);
      return { page, text: words.replaceAll(' ', ''), leftPt, rightPt: leftPt + widthPt };
    });
}

function leftEdge(page: number, form: PageStyle['pageNumber']['form'], widthPt: number, em: number, area: TextArea): number {
  if (form === 'center') return area.leftPt + (area.widthPt - widthPt) / 2;
  return page % 2 === 1 ? area.leftPt + area.widthPt - em - widthPt : area.leftPt + em;
}

/** The words printed below the text area, page by page. */
function feet(words: readonly PrintedWord[]): readonly Foot[] {
  const area = textArea(defaultPageStyle);
  const below = words.filter(({ topPt, bottomPt }) => (topPt + bottomPt) / 2 > area.topPt + area.heightPt);
  return [...new Set(below.map(({ page }) => page))].map((page) => {
    const line = below.filter((word) => word.page === page);
    return {
      page,
      text: line
        .map(({ text }) => text)
        .join('')
        .replaceAll(' ', ''),
      leftPt: Math.min(...line.map(({ leftPt }) => leftPt)),
      rightPt: Math.max(...line.map(({ rightPt }) => rightPt)),
    };
  });
}

function numbersOf(found: readonly Foot[]): readonly string[] {
  return found.map(({ page, text }) => `${page} ${text}`);
}

/** Feet that say the same words on the same pages within `tolerancePt` of where they are wanted. */
function expectFeet(found: readonly Foot[], style: PageStyle, tolerancePt: number): void {
  const wanted = wantedFeet(style);
  expect(found.map(({ page, text }) => [page, text])).toEqual(wanted.map(({ page, text }) => [page, text]));
  found.forEach((foot, index) => {
    expect(Math.abs(foot.leftPt - (wanted[index]?.leftPt ?? 0)), `left edge on page ${foot.page}`).toBeLessThan(tolerancePt);
    expect(Math.abs(foot.rightPt - (wanted[index]?.rightPt ?? 0)), `right edge on page ${foot.page}`).toBeLessThan(tolerancePt);
  });
}

describe('page numbers', () => {
  it.each(variants)('stand where the style says in our layout: %s', (_name, style) => {
    const lines = layoutIssue(blocks, style).flatMap(({ number, lines }) =>
      lines.filter(({ furniture }) => furniture).map((line) => ({ number, line })),
    );
    expectFeet(
      lines.map(({ number, line }) => ({
        page: number,
        text: line.text.replaceAll(' ', ''),
        leftPt: line.xPt,
        rightPt: line.xPt + line.widthPt,
      })),
      style,
      2,
    );
    const area = textArea(style);
    for (const { line } of lines) expect(line.topPt + line.heightPt / 2).toBeCloseTo(area.topPt + area.heightPt + mmToPt(7), 3);
  });

  describe.skipIf(!hasPdftotext)('in PDF', () => {
    it.each(variants)('stand where the style says: %s', (_name, style) => {
      const pdf = writePdf(layoutIssue(blocks, style), style, sampleMeta, bundledShelf);
      expectFeet(feet(printedWords(pdf)), style, 2);
    });

    it.each(tailPages)('stand %s', (_name, blocks, numbers) => {
      const pdf = writePdf(layoutIssue(blocks, onEvenPage), onEvenPage, sampleMeta, bundledShelf);
      expect(numbersOf(feet(printedWords(pdf)))).toEqual(numbers);
    });
  });

  describe.skipIf(!hasLibreOffice)('in Word, through LibreOffice', { concurrent: true }, () => {
    let office: LibreOffice | undefined;
    beforeAll(async () => {
      office = await openLibreOffice();
    }, 120_000);
    afterAll(() => office?.close());

    it.each(variants)(
      'stand where the style says: %s',
      async (_name, style) => {
        const pdf = await office?.print(await writeDocx(blocks, style, sampleMeta));
        expectFeet(feet(printedWords(pdf ?? new Uint8Array())), style, 4);
      },
      120_000,
    );

    it.each(tailPages)(
      'stand %s',
      async (_name, blocks, numbers) => {
        const pdf = await office?.print(await writeDocx(blocks, onEvenPage, sampleMeta));
        expect(numbersOf(feet(printedWords(pdf ?? new Uint8Array())))).toEqual(numbers);
      },
      120_000,
    );
  });
});
