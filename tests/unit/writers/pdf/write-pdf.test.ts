import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFName } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { advanceEm } from '../../../../shared/layout/font-metrics.js';
import { layoutIssue } from '../../../../shared/layout/layout-issue.js';
import { defaultPageStyle as style } from '../../../../shared/layout/page-style.js';
import { writePdf } from '../../../../shared/writers/pdf/write-pdf.js';
import { article, column, from, issue, p } from '../../../helpers/build-issue.js';
import { bundledShelf } from '../../../helpers/font-shelf.js';
import { hasPdftotext, pdfText } from '../../../helpers/pdf-text.js';
import { dictionariesOf, drawnGlyphs, listOf, look, numeral, readPdf, unicodeOf, words, type ReadPdf } from '../../../helpers/read-pdf.js';
import { sampleIssue, sampleMeta } from '../../../helpers/sample-issue.js';

const pages = layoutIssue(composeIssue(sampleIssue), style);
const bytes = writePdf(pages, style, sampleMeta, bundledShelf);
let read: ReadPdf;
beforeAll(async () => {
  read = await readPdf(bytes);
});

describe('an issue as PDF', () => {
  it('has one page of exactly A4 for each page laid out', () => {
    expect(read.pdf.getPageCount()).toBe(pages.length);
    for (const page of read.pdf.getPages()) {
      expect(page.getWidth()).toBeCloseTo((210 / 25.4) * 72, 3);
      expect(page.getHeight()).toBeCloseTo((297 / 25.4) * 72, 3);
    }
  });

  it('fills its properties from the issue', () => {
    const { pdf } = read;
    expect([pdf.getTitle(), pdf.getAuthor(), pdf.getSubject(), pdf.getCreator()]).toEqual([
      sampleMeta.title,
      sampleMeta.organ,
      sampleMeta.subject,
      '专报编辑台',
    ]);
    expect(pdf.getKeywords()).toBe(`sha256:${sampleMeta.digest}`);
    expect(pdf.getCreationDate()).toEqual(new Date('2023-08-09T00:00:00Z'));
  });

  it('is the same, byte for byte, for the same issue', () => {
    expect(Buffer.from(writePdf(pages, style, sampleMeta, bundledShelf)).equals(Buffer.from(bytes))).toBe(true);
  });

  it('is smaller than 300 KB', () => {
    expect(bytes.byteLength).toBeLessThan(300_000);
  });

  it.skipIf(spawnSync('qpdf', ['--version']).error !== undefined)('is sound to qpdf', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhuanbao-pdf-'));
    const file = join(folder, 'a.pdf');
    writeFileSync(file, bytes);
    const { status, stdout, stderr } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('No syntax or stream encoding errors found');
  });
});

describe('the glyphs of a PDF', () => {
  it('stand where the layout put them, each once', () => {
    pages.forEach((page, index) => {
      const drawn = drawnGlyphs(read, index);
      const laidOut = page.lines.flatMap((line) => {
        let xPt = line.xPt;
        return line.runs.flatMap((run) =>
          [...run.text].map((character) => {
            const at = { character, xPt, sizePt: run.sizePt, scaleX: run.scaleX };
            xPt += advanceEm(character.codePointAt(0) ?? 0, run.face, run.bold) * run.sizePt * run.scaleX + run.letterSpacingPt;
            return at;
          }),
        );
      });
      expect(drawn.map(({ font, glyph }) => unicodeOf(read, font).get(glyph)).join('')).toBe(
        laidOut.map(({ character }) => character).join(''),
      );
      laidOut.forEach(({ xPt, sizePt, scaleX }, place) => {
        const glyph = drawn[place];
        expect(glyph?.xPt).toBeCloseTo(xPt, 1);
        expect(Math.abs((glyph?.xPt ?? 0) - xPt)).toBeLessThan(0.02);
        expect([glyph?.sizePt, glyph?.scaleX]).toEqual([sizePt, expect.closeTo(scaleX, 5)]);
      });
    });
  });

  it('stand on the baseline the style sheet of the preview gives', () => {
    const [page] = pages;
    const line = page?.lines.find(({ text }) => text.startsWith('请各单位'));
    const glyph = drawnGlyphs(read, 0).find(({ font, glyph }) => unicodeOf(read, font).get(glyph) === '请');
    const heightPt = read.pdf.getPage(0).getHeight();
    // A line box of its own height around an em box whose baseline is 88 % down.
    const expected = (line?.topPt ?? 0) + ((line?.heightPt ?? 0) - 16) / 2 + 0.88 * 16;
    expect(heightPt - (glyph?.yPt ?? 0)).toBeCloseTo(expected, 3);
  });

  it('are made narrower where the layout sets them so', () => {
    const narrow = pages.map((page) => ({
      ...page,
      lines: page.lines.map((line) => ({ ...line, runs: line.runs.map((run) => ({ ...run, scaleX: 0.8 })) })),
    }));
    const content = drawnPageContent(writePdf(narrow, style, sampleMeta, bundledShelf));
    return expect(content).resolves.toMatch(/\b80 Tz\b/u);
  });

  it('are borrowed by the stated order where a face lacks them, and 〓 where none has them', async () => {
    const rare = issue(column('经验交流', from(['甲县'], article('甲县㛃', p('石㛃同志、𠮷野、龘、\u{2a6d6}。')))));
    const some = await readPdf(writePdf(layoutIssue(composeIssue(rare), style), style, sampleMeta, bundledShelf));
    const shown = some.pdf
      .getPages()
      .flatMap((_page, index) => drawnGlyphs(some, index).map(({ font, glyph }) => unicodeOf(some, font).get(glyph) ?? '?'));
    expect(shown.join('')).toContain('石㛃同志');
    const fontOf = (character: string) => fontNames(some).get(fontDrawing(some, character) ?? '');
    expect(fontOf('龘')).toMatch(/Kai|Song/u);
    expect(fontOf('石')).toMatch(/Fangsong/u);
  });
});

function fontNames({ pdf }: ReadPdf): ReadonlyMap<string, string> {
  const fonts = look(pdf.getPage(0).node, 'Resources', 'Font') as PDFDict;
  return new Map(fonts.keys().map((key) => [key.decodeText(), String(look(fonts.lookup(key, PDFDict), 'BaseFont'))]));
}

function fontDrawing(some: ReadPdf, character: string): string | undefined {
  for (let index = 0; index < some.pdf.getPageCount(); index += 1) {
    const found = drawnGlyphs(some, index).find(({ font, glyph }) => unicodeOf(some, font).get(glyph) === character);
    if (found) return found.font;
  }
  return undefined;
}

async function drawnPageContent(pdf: Uint8Array): Promise<string> {
  const some = await readPdf(pdf);
  return drawnGlyphs(some, 0)
    .map(({ scaleX }) => `${String(scaleX * 100)} Tz`)
    .join('\n');
}

describe('the text of a PDF', () => {
  const printed = pages.map(({ lines }) => lines.map(({ text }) => text.trim()).filter((text) => text !== ''));

  it.skipIf(!hasPdftotext)('is read back exactly in reading order, without blanks between digits and 汉字', () => {
    const read = pdfText(bytes, '-raw');
    printed.forEach((lines, index) => {
      // Lines beside each other come in one.
      const page = (read[index] ?? '').replace('000001 编号', '000001\n编号').replace('宣传部 2023', '宣传部\n2023');
      expect(page.split('\n').flatMap((line) => imprintEntries(line))).toEqual(lines);
    });
  });

  it.skipIf(!hasPdftotext)('keeps its lines whole in whatever order a reader takes them', () => {
    for (const way of [[], ['-layout']])
      pdfText(bytes, ...way).forEach((page, index) => {
        for (const line of printed[index] ?? []) expect(page).toContain(line);
      });
  });

  it('embeds TrueType subsets and nothing else', () => {
    expect(new Set(dictionariesOf(read, 'Font').map((font) => String(look(font, 'Subtype'))))).toEqual(
      new Set(['/Type0', '/CIDFontType2']),
    );
    for (const descriptor of dictionariesOf(read, 'FontDescriptor')) {
      expect(String(look(descriptor, 'FontName'))).toMatch(/^\/[A-Z]{6}\+/u);
      expect(look(descriptor, 'FontFile2')).toBeDefined();
    }
  });
});

/** The entries of the imprint stand beside each other, too. */
function imprintEntries(line: string): readonly string[] {
  return line === '' ? [] : line.split(/ (?=审核|编辑|电话|印\d)/u);
}

describe('the outline and the links of a PDF', () => {
  /** Children of a node by its First and the Next of each, with the links back checked. */
  function children(node: PDFDict): readonly PDFDict[] {
    const found: PDFDict[] = [];
    for (let child = look(node, 'First'); child instanceof PDFDict; child = look(child, 'Next')) {
      expect(look(child, 'Parent')).toBe(node);
      expect(look(child, 'Prev')).toBe(found.at(-1));
      found.push(child);
    }
    expect(look(node, 'Last')).toBe(found.at(-1));
    return found;
  }
  const tree = (node: PDFDict): readonly unknown[] => children(node).map((child) => [words(look(child, 'Title')), ...tree(child)]);
  const root = (): PDFDict => read.pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict);

  it('hangs titles under their columns and headings under their articles', () => {
    expect(tree(root())).toEqual([
      ['〔工作动态〕', ['全市宣传思想文化工作座谈会召开']],
      [
        '〔经验交流〕',
        ['甲县“三聚焦三提升”推动网络安全工作开创新局面', ['一、主要做法'], ['（一）抓统筹'], ['1.完善制度'], ['（1）明确责任']],
      ],
      ['〔简 讯〕', ['丙区启动“百人千场”宣讲']],
    ]);
  });

  it('unfolds columns and folds articles', () => {
    const columns = children(root());
    const articles = columns[1] ? children(columns[1]) : [];
    const count = (node: PDFDict | undefined): number => numeral(node && look(node, 'Count'));
    expect([count(root()), count(columns[1]), count(articles[0])]).toEqual([6, 1, -4]);
  });

  it('leads to the height of each entry on its page', () => {
    const [column] = children(root());
    const destination = column && look(column, 'Dest');
    if (!(destination instanceof PDFArray)) throw new TypeError('no destination');
    const line = pages[1]?.lines.find(({ tag }) => tag === 'h1');
    expect(destination.get(0)).toBe(read.pdf.getPage(1).ref);
    expect(numeral(destination.get(3))).toBeCloseTo(read.pdf.getPage(1).getHeight() - (line?.topPt ?? 0), 3);
  });

  it('leads from every line of the contents to the title it names, and says so in words', () => {
    const links = listOf(look(read.pdf.getPage(0).node, 'Annots')) as PDFDict[];
    expect(links.map((link) => words(look(link, 'Contents')))).toEqual([
      '全市宣传思想文化工作座谈会召开',
      '甲县“三聚焦三提升”推动网络安全',
      '工作开创新局面',
      '丙区启动“百人千场”宣讲',
    ]);
    for (const link of links) {
      const destination = look(link, 'Dest');
      const page = destination instanceof PDFArray ? read.pdf.getPages().findIndex(({ ref }) => ref === destination.get(0)) : -1;
      const topPt = read.pdf.getPage(0).getHeight() - numeral(listOf(destination)[3]);
      const opened = pages[page]?.lines.find((line) => Math.abs(line.topPt - topPt) < 0.001 && line.opensItem !== undefined);
      expect(opened?.text.slice(0, 4)).toBe(
        words(look(link, 'Contents')).startsWith('工作') ? '甲县“三' : words(look(link, 'Contents')).slice(0, 4),
      );
    }
  });

  it('has no outline without entries', async () => {
    const empty = await readPdf(writePdf([{ number: 1, lines: [], rules: [] }], style, sampleMeta, bundledShelf));
    expect(empty.pdf.catalog.has(PDFName.of('Outlines'))).toBe(false);
  });
});
