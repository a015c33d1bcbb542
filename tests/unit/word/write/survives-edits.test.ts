import { zipSync, strToU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { defaultPageStyle } from '../../../../shared/layout/page-style.js';
import { textArea } from '../../../../shared/layout/set-block.js';
import { readParts } from '../../../../shared/word/write/finish-package.js';
import { writeDocx } from '../../../../shared/word/write/write-docx.js';
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

interface Paragraph {
  readonly xml: string;
  readonly style: string;
}

/** The body of a Word file as its paragraphs; `edit` gives back those that stay, in their new order. */
function edited(docx: Uint8Array, edit: (paragraphs: readonly Paragraph[]) => readonly Paragraph[]): Uint8Array {
  const parts = readParts(docx);
  const document = parts['word/document.xml'] ?? '';
  const start = document.indexOf('<w:p><w:pPr><w:pStyle w:val="ColumnHeading');
  const end = document.lastIndexOf('<w:tbl>');
  const paragraphs = [...document.slice(start, end).matchAll(/<w:p>.*?<\/w:p>/gsu)].map(([xml]) => ({
    xml,
    style: /w:pStyle w:val="([^"]*)"/u.exec(xml)?.[1] ?? '',
  }));
  const text = edit(paragraphs)
    .map(({ xml }) => xml)
    .join('');
  const changed = { ...parts, 'word/document.xml': document.slice(0, start) + text + document.slice(end) };
  return zipSync(Object.fromEntries(Object.entries(changed).map(([name, xml]) => [name, strToU8(xml)])));
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
};

function withoutBookmarks({ xml, style }: Paragraph): Paragraph {
  return { style, xml: xml.replaceAll(/<w:bookmark(?:Start|End)[^>]*\/>/gu, '') };
}

describe.skipIf(!hasLibreOffice)('a Word file after edits', () => {
  let office: LibreOffice | undefined;
  let docx = new Uint8Array();
  beforeAll(async () => {
    office = await openLibreOffice();
    docx = new Uint8Array(await writeDocx(composeIssue(longIssue), defaultPageStyle, sampleMeta));
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
      const heads = lines.map(({ heightPt }) => heightPt > 25);
      expect(heads.at(-1) ?? false, 'no title alone at a foot').toBe(false);
      heads.forEach((isHead, at) => {
        if (!isHead || at === 0 || heads[at - 1]) return;
        const gapPt = (lines[at]?.topPt ?? 0) - (lines[at - 1]?.topPt ?? 0);
        expect(gapPt, `gap above ${lines[at]?.text ?? ''}`).toBeGreaterThan(lineHeightPt * 1.7);
      });
      const room = footPt - (lines.at(-1)?.bottomPt ?? 0);
      // What goes over together: a gap, a title of two lines, and two lines of the text under it.
      if (index < texts.length - 2) expect(room / lineHeightPt, `page ${index + 2} is full`).toBeLessThan(7);
    });
  }

  it.each(Object.keys(edits))(
    'keeps its gaps, keeps, full pages and 版记: %s',
    async (name) => {
      for (const seed of [0, 1, 2]) check(await pagesOf(edited(docx, (paragraphs) => edits[name]?.(paragraphs, seed) ?? paragraphs)));
    },
    300_000,
  );

  it('and when LibreOffice has saved it', async () => {
    check(await pagesOf((await office?.resave(docx)) ?? new Uint8Array()));
  }, 240_000);
});
