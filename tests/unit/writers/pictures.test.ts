/** Pictures of an article on the page and in every file that is made of it. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { PDFDict, PDFName, PDFRawStream } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { recognizeBytes } from '../../../electron/services/recognition/read-file.js';
import type { Issue, Paragraph } from '../../../shared/document/issue.js';
import { normalizeIssue } from '../../../shared/document/normalize-issue.js';
import { normalizePicture, type Picture } from '../../../shared/document/picture.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import { defaultPageStyle as style } from '../../../shared/layout/page-style.js';
import { textArea } from '../../../shared/layout/set-block.js';
import { writeDocx } from '../../../shared/word/write/write-docx.js';
import { writeHtml } from '../../../shared/writers/html/write-html.js';
import { writePdf } from '../../../shared/writers/pdf/write-pdf.js';
import { writeText } from '../../../shared/writers/text/write-text.js';
import { article, column, from, issue, p } from '../../helpers/build-issue.js';
import { bundledShelf } from '../../helpers/font-shelf.js';
import { validateFile, validatorProgram } from '../../helpers/ooxml-validator.js';
import { pngOf, tinyJpeg } from '../../helpers/pictures.js';
import { readPdf } from '../../helpers/read-pdf.js';
import { sampleMeta } from '../../helpers/sample-issue.js';

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const wide = pngOf({ width: 800, height: 400 });
const clear = pngOf({ width: 60, height: 40, type: 6 });
const files = new Map([wide, clear, tinyJpeg].map((bytes) => [sha(bytes), bytes]));
const pictures = (sha256: string) => files.get(sha256);

const pictureOf = (bytes: Uint8Array, width: number, height: number, more: Partial<Picture> = {}): Picture => ({
  sha256: sha(bytes),
  type: bytes === tinyJpeg ? 'jpeg' : 'png',
  width,
  height,
  ...more,
});
const shown = (picture: Picture, text = ''): { text: string; picture: Picture } => ({ text, picture });

const filler = '甲县统筹城乡文化资源，组建志愿服务队，把服务送到群众身边。'.repeat(6);
const whole: Issue = issue(
  column(
    '经验交流',
    from(
      ['甲县委宣传部'],
      article(
        '甲县推动文化惠民',
        p('甲县统筹城乡文化资源。'),
        shown(pictureOf(wide, 800, 400, { alt: '书房外景', share: 50 }), '图1 书房外景'),
        p('组建志愿服务队。'),
        shown(pictureOf(clear, 60, 40)),
        shown(pictureOf(tinyJpeg, 8, 8, { share: 10 }), '图2 标志'),
        p('活动将持续到年底。'),
      ),
    ),
  ),
);
const area = textArea(style);

describe('a picture on the page', () => {
  const lines = layoutIssue(composeIssue(whole), style).flatMap((page) => page.lines);
  const boxes = lines.filter((line) => line.picture);

  it('stands in the middle of the measure at its share of it, or by its dots, its shape kept', () => {
    for (const [at, wanted] of [area.widthPt / 2, 45, area.widthPt / 10].entries()) expect(boxes[at]?.widthPt).toBeCloseTo(wanted, 6);
    for (const [at, ratio] of [2, 1.5, 1].entries()) {
      const box = boxes[at];
      expect((box?.widthPt ?? 0) / (box?.heightPt ?? 1)).toBeCloseTo(ratio, 6);
      expect((box?.xPt ?? 0) + (box?.widthPt ?? 0) / 2).toBeCloseTo(area.leftPt + area.widthPt / 2, 6);
    }
  });

  it('has its caption right below it, and says what it shows', () => {
    const [first] = boxes;
    const caption = lines.find(({ text }) => text === '图1 书房外景');
    expect(caption?.topPt).toBeCloseTo((first?.topPt ?? 0) + (first?.heightPt ?? 0), 6);
    expect(boxes.map(({ picture }) => picture?.alt)).toEqual(['书房外景', '图片', '图2 标志']);
  });

  it('is never parted from its caption by a page, wherever it falls', () => {
    for (let count = 1; count < 24; count += 1) {
      const own = issue(
        column(
          '经验交流',
          article('甲县推动文化惠民', ...Array.from({ length: count }, () => p(filler)), shown(pictureOf(wide, 800, 400), '图1 书房')),
        ),
      );
      const pages = layoutIssue(composeIssue(own), style);
      const at = pages.findIndex((page) => page.lines.some((line) => line.picture));
      expect(pages[at]?.lines.some(({ text }) => text === '图1 书房')).toBe(true);
      for (const { lines: each } of pages)
        for (const line of each)
          if (!line.furniture) expect(line.topPt + line.heightPt).toBeLessThanOrEqual(area.topPt + area.heightPt + 0.1);
    }
  });

  it('is set smaller where it would be higher than a page', () => {
    const tall = issue(column('经验交流', article('甲县推动文化惠民', shown(pictureOf(wide, 100, 900, { share: 100 }), '图1 高塔'))));
    const box = layoutIssue(composeIssue(tall), style)
      .flatMap((page) => page.lines)
      .find((line) => line.picture);
    expect((box?.heightPt ?? 0) / (box?.widthPt ?? 1)).toBeCloseTo(9, 6);
    expect(box?.heightPt).toBeLessThan(area.heightPt);
    expect(box?.heightPt).toBeGreaterThan(area.heightPt - 60);
  });
});

describe('the normal form of a picture', () => {
  it('has a caption and nothing of other paragraphs', () => {
    const odd: Paragraph = {
      id: 'p9',
      lead: '图1',
      leadInferred: true,
      text: ' 书房',
      level: 2,
      marks: [{ from: 0, to: 2, kind: 'bold' }],
      picture: pictureOf(wide, 8, 4),
    };
    const [first] = whole.columns;
    const normal = normalizeIssue({
      ...whole,
      columns: [{ ...first!, items: first!.items.map((item) => ({ ...item, paragraphs: [odd] })) }],
    });
    expect(normal.columns[0]?.items[0]?.paragraphs).toEqual([{ id: 'p9', text: '图1 书房', picture: odd.picture }]);
    expect(normalizePicture({ id: 'p9', text: '图1', fit: 'tight', picture: odd.picture! })).toEqual({
      id: 'p9',
      text: '图1',
      picture: odd.picture,
    });
    expect(normalizeIssue(whole)).toBe(whole);
  });
});

describe('an issue with pictures', () => {
  it('comes back from Word the same, its pictures byte for byte', async () => {
    const bytes = await writeDocx(composeIssue(whole), style, sampleMeta, { pictures });
    expect(
      Object.entries(unzipSync(bytes))
        .flatMap(([name, data]) => (name.startsWith('word/media/') ? [sha(data)] : []))
        .sort(),
    ).toEqual([...files.keys()].sort());
    let ids = 0;
    const back = await recognizeBytes('期.docx', bytes, { next: () => `i${(ids += 1)}` });
    if (back.kind !== 'issue') throw new Error(back.notes.join());
    const read = back.issue.columns[0]?.items[0]?.paragraphs.map(({ text, picture }) => ({ text, picture }));
    const written = whole.columns[0]?.items[0]?.paragraphs.map(({ text, picture }) => ({ text, picture }));
    expect(read).toEqual(written);
    expect(back.leftAside.filter(({ text }) => text.startsWith('图片'))).toEqual([]);
    expect(Buffer.from(await writeDocx(composeIssue(whole), style, sampleMeta, { pictures })).equals(Buffer.from(bytes))).toBe(true);
  });

  it.skipIf(validatorProgram === undefined)('is valid Open XML', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhuanbao-pictures-'));
    const file = join(folder, 'a.docx');
    writeFileSync(file, await writeDocx(composeIssue(whole), style, sampleMeta, { pictures }));
    const found = await validateFile(file, { officeVersion: 'Office2019' });
    rmSync(folder, { recursive: true });
    expect(found.errors).toEqual([]);
  });

  it('shows them in PDF as tagged figures with words for those who cannot see them', async () => {
    const { pdf } = await readPdf(writePdf(layoutIssue(composeIssue(whole), style), style, sampleMeta, bundledShelf, { pictures }));
    const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
    const images = objects.flatMap((object) =>
      object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image') ? [object] : [],
    );
    const sizes = images.map(({ dict }) => ['Width', 'Height', 'ColorSpace', 'Filter'].map((key) => String(dict.get(PDFName.of(key)))));
    expect(sizes).toEqual([
      ['800', '400', '/DeviceRGB', '/FlateDecode'],
      ['60', '40', '/DeviceGray', '/FlateDecode'],
      ['60', '40', '/DeviceRGB', '/FlateDecode'],
      ['8', '8', '/DeviceGray', '/DCTDecode'],
    ]);
    expect(images.filter(({ dict }) => dict.has(PDFName.of('SMask')))).toHaveLength(1);
    expect(Buffer.from(images.at(-1)?.contents ?? []).equals(Buffer.from(tinyJpeg))).toBe(true);
    const figures = objects.flatMap((object) =>
      object instanceof PDFDict && object.get(PDFName.of('S')) === PDFName.of('Figure') ? [object] : [],
    );
    expect(figures.map((figure) => String(figure.get(PDFName.of('Alt'))))).toHaveLength(3);
    for (const figure of figures) expect(String(figure.get(PDFName.of('A')))).toContain('/BBox');
  });

  it('is written as words in text, and whole as a page of its own', () => {
    const text = writeText(composeIssue(whole));
    expect(text).toContain('　　〔图：图1 书房外景〕');
    expect(text).toContain('　　〔图：图片〕');
    const html = writeHtml(layoutIssue(composeIssue(whole), style), style, sampleMeta, {
      pictureUrl: (each) => `data:image/png;base64,${each}`,
    });
    expect(html.match(/<img /gu)).toHaveLength(3);
    expect(html).toContain(`src="data:image/png;base64,${sha(wide)}" alt="书房外景"`);
  });

  it('names a picture whose bytes are missing instead of failing', async () => {
    const bytes = await writeDocx(composeIssue(whole), style, sampleMeta);
    expect(new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])).toContain('〔图：书房外景〕');
    expect(writePdf(layoutIssue(composeIssue(whole), style), style, sampleMeta, bundledShelf).length).toBeGreaterThan(1000);
  });
});
