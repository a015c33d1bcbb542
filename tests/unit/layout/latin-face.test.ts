import { beforeAll, describe, expect, it } from 'vitest';
import { drawingFonts } from '../../../shared/fonts/drawing-font.js';
import { latinFaceNames } from '../../../shared/layout/faces.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { advanceEm } from '../../../shared/layout/font-metrics.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import type { PageLine, PageRun } from '../../../shared/layout/page.js';
import { resolvePageStyle } from '../../../shared/layout/page-style-settings.js';
import { baseStylesXml } from '../../../shared/word/write/base-styles.js';
import { wordFonts } from '../../../shared/word/write/font-names.js';
import { paragraphStyleNames } from '../../../shared/word/write/style-names.js';
import { writeDocx } from '../../../shared/word/write/write-docx.js';
import { writeHtml } from '../../../shared/writers/html/write-html.js';
import { writePdf } from '../../../shared/writers/pdf/write-pdf.js';
import { article, column, issue, p } from '../../helpers/build-issue.js';
import { readParts } from '../../../shared/word/write/finish-package.js';
import { bundledShelf } from '../../helpers/font-shelf.js';
import { drawnGlyphs, readPdf, unicodeOf, type ReadPdf } from '../../helpers/read-pdf.js';
import { sampleMeta } from '../../helpers/sample-issue.js';

const style = resolvePageStyle({ 'fitting.latinFace': 'roman', 'pageNumber.onCover': true });
const blocks = composeIssue(
  issue(column('经验交流', article('甲县用好WiFi', { ...p('推广AI应用36项，覆盖“Wind”系统。'), lead: 'Mill项目落地。' }))),
);
const pages = layoutIssue(blocks, style);
const lines = pages.flatMap((page) => page.lines);

function runsOf(part: PageLine['place']['part']): readonly PageRun[] {
  return lines.filter(({ place, furniture }) => place.part === part && !furniture).flatMap(({ runs }) => runs);
}

describe('Latin in a face of its own', () => {
  it('is ASCII alone, in bold as well: 汉字 and Chinese marks keep theirs', () => {
    const roman = runsOf('paragraph').filter(({ face }) => face === 'roman');
    expect(roman.map(({ text }) => text).join('')).toBe('MillAI36Wind');
    expect(roman.some(({ bold }) => bold)).toBe(true);
    expect(
      runsOf('paragraph')
        .filter(({ face }) => face !== 'roman')
        .map(({ text }) => text)
        .join(''),
    ).not.toMatch(/[\x20-\x7e]/u);
    expect(runsOf('title').some(({ face }) => face === 'roman')).toBe(true);
  });

  it('is as wide as its letters', () => {
    expect(['W', 'i', '3'].map((letter) => advanceEm(letter.codePointAt(0) ?? 0, 'roman', false))).toEqual([0.944, 0.278, 0.5]);
    expect(advanceEm(0x57, 'roman', true)).toBe(1);
    expect(['W', 'i', '3'].map((letter) => advanceEm(letter.codePointAt(0) ?? 0, 'sans', false))).toEqual([0.944, 0.222, 0.556]);
    expect(['W', 'i', '3'].map((letter) => advanceEm(letter.codePointAt(0) ?? 0, 'humanist', false))).toEqual([0.89, 0.229, 0.507]);
    expect(advanceEm(0x57, 'fangsong', true)).toBe(0.5);
  });

  it.each(latinFaceNames)('is as wide in the font that draws it, regular and bold: %s', (face) => {
    const draws = drawingFonts(bundledShelf);
    const ascii = Array.from({ length: 95 }, (_, at) => at + 0x20);
    for (const bold of [false, true]) {
      const font = draws(0x57, { face, bold })?.font;
      if (!font) throw new Error('no font draws W');
      const widths = ascii.map((code) => font.advanceOf(font.glyphOf(code)) / font.unitsPerEm);
      expect(widths).toEqual(ascii.map((code) => advanceEm(code, face, bold)));
    }
  });

  it('is not that of page numbers, which are 宋体', () => {
    const number = lines.find(({ furniture }) => furniture);
    expect(number?.runs.map(({ face }) => face)).toEqual(['song']);
  });

  it('is drawn from the bundle on every page, regular and bold', () => {
    const draws = drawingFonts(bundledShelf);
    expect(draws(0x57, { face: 'roman', bold: false })?.font).toBe(bundledShelf.bundled('zhuanbao-roman.ttf'));
    expect(draws(0x57, { face: 'roman', bold: true })?.font).toBe(bundledShelf.bundled('zhuanbao-roman-bold.ttf'));
    const html = writeHtml(pages, style, sampleMeta, { fontBase: 'https://zhuanbao.invalid/' });
    expect(html).toMatch(/class="[^"]*f-roman[^"]*"[^>]*>W/u);
    expect(html).toContain('.page .f-roman{font-family:"zhuanbao-roman"');
    expect(html).toContain('url("https://zhuanbao.invalid/zhuanbao-roman-bold.ttf")');
    expect(writeHtml(pages, style, sampleMeta)).not.toContain('src:;');
  });

  describe('in a PDF', () => {
    let read: ReadPdf;
    beforeAll(async () => {
      read = await readPdf(writePdf(pages, style, sampleMeta, bundledShelf));
    });

    it('stands where the layout has it', () => {
      const drawn = drawnGlyphs(read, 0).map((glyph) => ({ ...glyph, character: unicodeOf(read, glyph.font).get(glyph.glyph) }));
      const [w, i] = ['W', 'i'].map((letter) => drawn.find(({ character }) => character === letter));
      expect((i?.xPt ?? 0) - (w?.xPt ?? 0)).toBeGreaterThan((w?.sizePt ?? 0) * 0.9);
    });
  });

  describe('in a Word file', () => {
    it('is said of every style but that of page numbers, and of no word', async () => {
      const parts = readParts(await writeDocx(blocks, style, sampleMeta));
      const styles = parts['word/styles.xml'] ?? '';
      const fontsOf = (id: string): string | undefined => new RegExp(`w:styleId="${id}".*?<w:rFonts ([^>]*)/>`, 'su').exec(styles)?.[1];
      expect(fontsOf(paragraphStyleNames.body.id)).toMatch(/w:ascii="Times New Roman".*w:eastAsia="仿宋_GB2312".*w:hAnsi="仿宋_GB2312"/u);
      expect(fontsOf(paragraphStyleNames.pageNumber.id)).toContain('w:ascii="宋体"');
      expect(parts['word/document.xml']).not.toContain('Times New Roman');
      expect(parts['word/fontTable.xml']).toContain('<w:font w:name="Times New Roman"><w:altName w:val="Liberation Serif"/>');
      expect(baseStylesXml(wordFonts('windows', 'roman').fangsong, style.fitting)).toContain('w:ascii="Times New Roman" w:eastAsia="仿宋"');
    });
  });
});
