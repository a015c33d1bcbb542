import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { defaultPageStyle } from '../../../../shared/layout/page-style.js';
import { textArea } from '../../../../shared/layout/set-block.js';
import { writeDocx } from '../../../../shared/word/write/write-docx.js';
import { furnishedIssue, furnishedPictures } from '../../../helpers/furnished-issue.js';
import { hasLibreOffice, openLibreOffice, type LibreOffice } from '../../../helpers/libreoffice.js';
import { printedWords } from '../../../helpers/printed-words.js';
import { longIssue, sampleMeta } from '../../../helpers/sample-issue.js';

const lineHeightPt = defaultPageStyle.text.body.lineHeightPt;

const area = textArea(defaultPageStyle);
const footPt = area.topPt + area.heightPt;

/** One line as LibreOffice prints it. */
interface PdfLine {
  readonly text: string;
  readonly topPt: number;
  readonly bottomPt: number;
  /** Height of its words: titles are higher than text. */
  readonly heightPt: number;
}

/** The lines in the text area of each page, from top to foot. */
function pdfLines(pdf: Uint8Array): readonly (readonly PdfLine[])[] {
  const pages = new Map<number, Map<number, PdfLine>>();
  for (const { page, text, topPt, bottomPt } of printedWords(pdf)) {
    const middle = Math.round((topPt + bottomPt) / 4);
    if ((topPt + bottomPt) / 2 > footPt) continue;
    const lines = pages.get(page) ?? new Map<number, PdfLine>();
    const before = lines.get(middle);
    lines.set(middle, { text: (before?.text ?? '') + text, topPt, bottomPt, heightPt: bottomPt - topPt });
    pages.set(page, lines);
  }
  return [...pages.values()].map((lines) => [...lines.values()].sort((left, right) => left.topPt - right.topPt));
}

/** A paragraph or a table of the body; of a table the style is that of its first cell. */
interface Paragraph {
  readonly xml: string;
  readonly style: string;
}

/** The body of a Word file as its paragraphs and tables; `edit` gives back those that stay, in their new order. */
function edited(docx: Uint8Array, edit: (paragraphs: readonly Paragraph[]) => readonly Paragraph[]): Uint8Array {
  const parts = unzipSync(docx);
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const start = document.indexOf('<w:p><w:pPr><w:pStyle w:val="ColumnHeading');
  const end = document.lastIndexOf('<w:tbl>');
  const paragraphs = [...document.slice(start, end).matchAll(/<w:tbl>.*?<\/w:tbl>|<w:p>.*?<\/w:p>/gsu)].map(([xml]) => ({
    xml,
    style: /w:pStyle w:val="([^"]*)"/u.exec(xml)?.[1] ?? '',
  }));
  const text = edit(paragraphs)
    .map(({ xml }) => xml)
    .join('');
  return zipSync({ ...parts, 'word/document.xml': strToU8(document.slice(0, start) + text + document.slice(end)) });
}

const isTitle = ({ style }: Paragraph): boolean => style.startsWith('ArticleTitle');
const isBody = ({ style }: Paragraph): boolean => style.startsWith('Body');

/** Every edit a leader makes; `seed` says which paragraphs it meets. */
const edits: Readonly<Record<string, (paragraphs: readonly Paragraph[], seed: number) => readonly Paragraph[]>> = {
  'sentences deleted': (paragraphs, seed) =>
    paragraphs.map((each, index) =>
      isBody(each) && index % 3 === seed ? { ...each, xml: each.xml.replace(/(<w:t[^>]*>[^<。]{10,}?)，[^<。]*/u, '$1') } : each,
    ),
  'paragraphs deleted': (paragraphs, seed) => paragraphs.filter((each, index) => !(isBody(each) && index % 4 === seed)),
  'paragraphs added': (paragraphs, seed) =>
    paragraphs.flatMap((each, index) => (each.style === 'Body' && index % 3 === seed ? [each, withoutBookmarks(each)] : [each])),
  'an article moved': (paragraphs, seed) => {
    const titles = paragraphs.flatMap((each, index) => (isTitle(each) ? [index] : []));
    const [from = 0, to = 0] = [titles[seed + 1], titles[seed + 2]];
    const first = titles[0] ?? 0;
    return [...paragraphs.slice(0, first), ...paragraphs.slice(from, to), ...paragraphs.slice(first, from), ...paragraphs.slice(to)];
  },
  'an article deleted': (paragraphs, seed) => {
    const titles = paragraphs.flatMap((each, index) => (isTitle(each) ? [index] : []));
    return [...paragraphs.slice(0, titles[seed]), ...paragraphs.slice(titles[seed + 1])];
  },
};

function withoutBookmarks({ xml, style }: Paragraph): Paragraph {
  return { style, xml: xml.replaceAll(/<w:bookmark(?:Start|End)[^>]*\/>/gu, '') };
}

/** Height of a picture of the furnished issue: half of three fifths of the measure. */
const picturePt = area.widthPt * 0.3;

/** What is left at a page's foot may hold no more than what goes over together: a gap, a title of two lines and two lines under it. */
const mostLinesFree = 7;

describe.skipIf(!hasLibreOffice)('a Word file after edits', () => {
  let office: LibreOffice | undefined;
  beforeAll(async () => {
    office = await openLibreOffice();
  }, 120_000);
  afterAll(() => office?.close());

  /** Pages of body lines, from the second on, by height; 版记 is told by its words. */
  async function pagesOf(file: Uint8Array): Promise<readonly (readonly PdfLine[])[]> {
    return pdfLines((await office?.print(file)) ?? new Uint8Array()).slice(1);
  }

  function check(pages: readonly (readonly PdfLine[])[]): void {
    const last = pages.at(-1) ?? [];
    const tail = last.findIndex(({ text }) => text.startsWith('报：'));
    expect(tail, '版记 on the last page').toBeGreaterThanOrEqual(0);
    expect(last.at(-1)?.bottomPt ?? 0, '版记 at its foot').toBeGreaterThan(footPt - 12);
    expect(
      pages
        .slice(0, -1)
        .flat()
        .some(({ text }) => text.startsWith('报：')),
    ).toBe(false);
    const texts = [...pages.slice(0, -1), last.slice(0, tail)];
    texts.forEach((lines, index) => {
      checkTitles(lines);
      checkCaptions(lines);
      const freePt = footPt - (lines.at(-1)?.bottomPt ?? 0);
      // A picture opens the next page: it went over whole.
      const isBeforePicture = (texts[index + 1]?.[0]?.topPt ?? 0) > area.topPt + picturePt;
      const mostPt = mostLinesFree * lineHeightPt + (isBeforePicture ? picturePt : 0);
      if (index < texts.length - 2) expect(freePt, `page ${String(index + 2)} is full`).toBeLessThan(mostPt);
    });
  }

  function checkTitles(lines: readonly PdfLine[]): void {
    const heads = lines.map(({ heightPt }) => heightPt > 25);
    expect(heads.at(-1) ?? false, 'no title alone at a foot').toBe(false);
    heads.forEach((isHead, at) => {
      if (!isHead || at === 0 || heads[at - 1]) return;
      const gapPt = (lines[at]?.topPt ?? 0) - (lines[at - 1]?.topPt ?? 0);
      expect(gapPt, `gap above ${lines[at]?.text ?? ''}`).toBeGreaterThan(lineHeightPt * 1.7);
    });
  }

  /** A table's caption stands over its header, a picture's under the picture, and text keeps off both. */
  function checkCaptions(lines: readonly PdfLine[]): void {
    lines.forEach(({ text, topPt, bottomPt }, at) => {
      const [before, after] = [lines[at - 1], lines[at + 1]];
      if (/^表\d/u.test(text)) expect(after?.text, `header under ${text}`).toBe('单位场次');
      if (!/^图\d/u.test(text)) return;
      expect(topPt - (before?.bottomPt ?? area.topPt), `room for the picture over ${text}`).toBeGreaterThan(picturePt - 2);
      if (after) expect(after.topPt - bottomPt, `gap below ${text}`).toBeGreaterThan(lineHeightPt / 4);
    });
  }

  describe.each([
    ['of text', longIssue, 0],
    ['with tables and pictures', furnishedIssue, 5],
  ] as const)('an issue %s', (_name, value, furnished) => {
    let docx = new Uint8Array();
    beforeAll(async () => {
      docx = new Uint8Array(await writeDocx(composeIssue(value), defaultPageStyle, sampleMeta, { pictures: furnishedPictures }));
    });

    it.concurrent.each(Object.keys(edits))(
      'keeps its gaps, keeps, full pages and 版记: %s',
      async (name) => {
        const files = [0, 1, 2].map((seed) => edited(docx, (paragraphs) => edits[name]?.(paragraphs, seed) ?? paragraphs));
        for (const pages of await Promise.all(files.map(pagesOf))) {
          check(pages);
          const kept = name === 'an article deleted' ? Math.max(0, furnished - 1) : furnished;
          for (const sign of [/^表\d/u, /^图\d/u]) expect(pages.flat().filter(({ text }) => sign.test(text))).toHaveLength(kept);
        }
      },
      300_000,
    );

    it('and when LibreOffice has saved it, as it was or with an article moved', async () => {
      const moved = edited(docx, (paragraphs) => edits['an article moved']?.(paragraphs, 1) ?? paragraphs);
      const pagesAgain = async (file: Uint8Array) => pagesOf((await office?.resave(file)) ?? new Uint8Array());
      for (const pages of await Promise.all([docx, moved].map(pagesAgain))) check(pages);
    }, 240_000);
  });
});
