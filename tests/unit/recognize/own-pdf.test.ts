/** Our own PDF, and others like it, read by the program itself: paragraphs and titles by where their lines stand. */
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../electron/services/recognition/read-pdf.js';
import { plainTitle, type Issue } from '../../../shared/document/issue.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import { defaultPageStyle } from '../../../shared/layout/page-style.js';
import { readPdfPages } from '../../../shared/recognize/pdf-lines.js';
import type { PdfPiece } from '../../../shared/recognize/pdf-piece.js';
import { recognize } from '../../../shared/recognize/recognize.js';
import { writePdf } from '../../../shared/writers/pdf/write-pdf.js';
import { bundledShelf } from '../../helpers/font-shelf.js';
import { officeIssues, officePictures } from '../../helpers/office-issues.js';
import { longIssue, sampleIssue, sampleMeta } from '../../helpers/sample-issue.js';
import { stressIssuesOf } from '../../helpers/stress-issues.js';

/** Titles and paragraphs without blanks. */
function texts(issue: Issue): readonly string[] {
  return issue.columns
    .flatMap(({ items }) =>
      items.flatMap((item) => [
        plainTitle(item.title) + (item.type === 'article' ? (item.subtitle ?? '') : ''),
        ...item.paragraphs.map(({ lead = '', text }) => lead + text),
      ]),
    )
    .map((text) => text.replace(/\s/gu, '').replace(/。$/u, ''));
}

async function readBack(issue: Issue): Promise<readonly string[]> {
  const pages = layoutIssue(composeIssue(issue), defaultPageStyle);
  const { lines } = await readPdf(writePdf(pages, defaultPageStyle, sampleMeta, bundledShelf, { pictures: officePictures }), 'assets');
  let ids = 0;
  const result = recognize(lines, { nextId: () => `i${String((ids += 1))}` });
  if (result.kind !== 'issue') throw new Error('no issue');
  return texts(result.issue);
}

const { titles, quotes, furnished, statistics } = officeIssues(3);
const { longTitles, urls } = stressIssuesOf(3);

it.each(Object.entries({ sample: sampleIssue, long: longIssue, titles, quotes, furnished, statistics, longTitles, urls }))(
  'the issue “%s” comes back title by title and paragraph by paragraph',
  async (_name, issue) => {
    if (!issue) throw new Error('no such issue');
    expect(await readBack(issue)).toEqual(expect.arrayContaining([...texts(issue)]));
  },
  60_000,
);

const size = 16;
const piece = (text: string, x: number, y: number, own = size): PdfPiece => ({
  text,
  x,
  y,
  width: [...text.replace(/ /gu, '')].reduce((sum, each) => sum + (/[!-~]/u.test(each) ? 0.5 : 1), 0) * own,
  size: own,
  isSlanted: false,
});
const page = (...pieces: readonly PdfPiece[]) => ({ height: 842, pieces });
const read = (...pages: readonly ReturnType<typeof page>[]) => readPdfPages(pages).lines.map(({ text }) => text);
const full = '甲区把文化建设作为凝聚人心的抓手走出了一条新的路子来';
const half = full.slice(0, 24);
/** A page full of one paragraph. */
const fullPage = page(
  piece(full.slice(2), 122, 700),
  ...[1, 2, 3, 4].map((row) => piece(full, 90, 700 - row * 28)),
  piece('完。', 90, 560),
);

describe('lines of a PDF', () => {
  it('are paragraphs of their own on a page of short ones, by the measure of a full page', () => {
    const short = page(piece(`${half.slice(0, 22)}。`, 122, 700), piece(`${half}。`, 122, 672), piece('乙镇响应。', 122, 644));
    expect(read(fullPage, short).slice(1)).toEqual([`${half.slice(0, 22)}。`, `${half}。`, '乙镇响应。']);
    // A line further left goes on, whatever stands before it.
    const goesOn = page(piece(`${full.slice(3)}。`, 122, 700), piece('乙镇响应。', 90, 672));
    expect(read(goesOn)).toEqual([`${full.slice(3)}。乙镇响应。`]);
  });

  it('end a paragraph with a stop where no page is full', () => {
    const lines = [`${half}。`, `${half.slice(1)}。`, `${half.slice(2)}。`];
    expect(read(page(...lines.map((text, at) => piece(text, 122, 700 - at * 28))))).toEqual(lines);
    const open = lines.map((text) => text.replace('。', ''));
    expect(read(page(...open.map((text, at) => piece(text, 122, 700 - at * 28))))).toEqual([open.join('')]);
  });

  it('of large type in the middle are one title, however wide they are', () => {
    const title = (text: string, y: number) => piece(text, 90 + (26 * size - text.length * 22) / 2, y, 22);
    const [first, second] = ['关于甲区上半年意识形态领域风险隐患', '排查整改情况的报告'];
    const pages = [
      page(title(first, 760), title(second, 728), piece(full.slice(2), 122, 690), piece(full, 90, 662), piece('完。', 90, 634)),
    ];
    expect(read(...pages)[0]).toBe(`${first}\n${second}`);
  });

  it('go on behind room that the next unparted word needs, and no more', () => {
    const address = '/2031/05/index.html?id=2031';
    const lines = (next: string) =>
      page(...[0, 1, 2].map((row) => piece(full, 90, 700 - row * 28)), piece(full.slice(0, 12), 90, 616), piece(next, 90, 588));
    expect(read(lines(address))).toHaveLength(1);
    expect(read(lines('乙镇'))).toHaveLength(2);
  });

  it('with organ and date are whole, what stands under them is another', () => {
    const dated = page(
      piece('中共甲区委宣传部', 90, 700),
      piece('2031年5月6日', 400, 700),
      piece('领导批示', 90, 676),
      piece(full, 90, 648),
    );
    expect(read(dated).slice(0, 2)).toEqual(['中共甲区委宣传部\u30002031年5月6日', '领导批示']);
  });

  it('drawn wide to be full have no blanks between their characters', () => {
    const wide = [...'“小网格”里的“大文明”走深走实'].join(' ');
    expect(read(page(piece(wide, 90, 700)))).toEqual([wide.replaceAll(' ', '')]);
    expect(read(page(piece('宣 传 信 息', 90, 700)))).toEqual(['宣 传 信 息']);
  });
});
