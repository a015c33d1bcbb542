import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFName } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../../../shared/document/issue.js';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { latinFaceNames } from '../../../../shared/layout/faces.js';
import { layoutIssue } from '../../../../shared/layout/layout-issue.js';
import { layoutRedline } from '../../../../shared/layout/layout-redline.js';
import type { Page } from '../../../../shared/layout/page.js';
import { defaultPageStyle, type PageStyle } from '../../../../shared/layout/page-style.js';
import { resolvePageStyle } from '../../../../shared/layout/page-style-settings.js';
import { withProofMarks } from '../../../../shared/layout/proof-marks.js';
import { writePdf } from '../../../../shared/writers/pdf/write-pdf.js';
import { article, column, issue, p } from '../../../helpers/build-issue.js';
import { bundledShelf } from '../../../helpers/font-shelf.js';
import { footnoteIssue, longNoteIssue } from '../../../helpers/footnote-issue.js';
import { furnishedIssue, furnishedPictures } from '../../../helpers/furnished-issue.js';
import { pngOf, tinyJpeg } from '../../../helpers/pictures.js';
import { readPdf } from '../../../helpers/read-pdf.js';
import { fillerIssue, sampleIssue, sampleMeta } from '../../../helpers/sample-issue.js';
import { stressIssues } from '../../../helpers/stress-issues.js';
import { tableIssue } from '../../../helpers/table-issue.js';
import { checkPdfFiles, hasVeraPdf, type Verdict } from '../../../helpers/vera-pdf.js';

const numbered: PageStyle = {
  ...defaultPageStyle,
  contents: { ...defaultPageStyle.contents, pageNumbers: true, leader: 'dots' },
  tail: { ...defaultPageStyle.tail, onEvenPage: true },
};

const clear = pngOf({ width: 60, height: 40, type: 6 });
const own = new Map([clear, tinyJpeg].map((bytes) => [createHash('sha256').update(bytes).digest('hex'), bytes]));
/** A picture with clear dots and a JPEG, the one without a word to say what it shows. */
const pictureIssue: Issue = issue(
  column(
    '工作动态',
    article(
      '甲县推动文化惠民',
      p('甲县统筹城乡文化资源。'),
      ...[...own.keys()].map((sha256, at) => ({
        text: at === 0 ? '' : '图1 标志',
        picture: { sha256, type: at === 0 ? ('png' as const) : ('jpeg' as const), width: at === 0 ? 60 : 8, height: at === 0 ? 40 : 8 },
      })),
    ),
  ),
);

const pagesOf = (value: Issue, style: PageStyle = defaultPageStyle): readonly Page[] => layoutIssue(composeIssue(value), style);
const latin = stressIssues['latin'] ?? sampleIssue;
const proof = { stage: 'first', isNumbered: true, dateText: '2023年8月9日' } as const;

/** What was deleted and added between two states of a text. */
const redline = layoutRedline(
  [
    {
      role: 'paragraph',
      kind: 'kept',
      parts: [
        { kind: 'same', text: '近日，' },
        { kind: 'removed', text: '甲县' },
        { kind: 'added', text: '甲区' },
      ],
    },
  ],
  '示例刊 花脸稿',
  defaultPageStyle,
);

const files: Readonly<Record<string, readonly [readonly Page[], PageStyle]>> = {
  'the sample': [pagesOf(sampleIssue), defaultPageStyle],
  'contents with numbers, 版记 on an even page': [pagesOf(sampleIssue, numbered), numbered],
  'a blank page before 版记': [pagesOf(fillerIssue(12), numbered), numbered],
  'a proof': [withProofMarks(pagesOf(sampleIssue), defaultPageStyle, proof), defaultPageStyle],
  'a 花脸稿': [redline, defaultPageStyle],
  tables: [pagesOf(tableIssue), defaultPageStyle],
  'tables and pictures': [pagesOf(furnishedIssue), defaultPageStyle],
  'clear dots and JPEG': [pagesOf(pictureIssue), defaultPageStyle],
  footnotes: [pagesOf(footnoteIssue), defaultPageStyle],
  'footnotes over pages': [pagesOf(longNoteIssue), defaultPageStyle],
  'much Latin': [pagesOf(latin), defaultPageStyle],
  ...Object.fromEntries(
    latinFaceNames.map((name) => {
      const style = resolvePageStyle({ 'fitting.latinFace': name });
      return [`much Latin, its face ${name}`, [pagesOf(latin, style), style]] as const;
    }),
  ),
  'rare characters': [pagesOf(stressIssues['rare'] ?? sampleIssue), defaultPageStyle],
};

const pictures = (sha256: string): Uint8Array | undefined => own.get(sha256) ?? furnishedPictures(sha256);

/** A file like ours that does not say it is tagged. */
async function untagged(bytes: Uint8Array): Promise<Uint8Array> {
  const { pdf } = await readPdf(bytes);
  pdf.catalog.delete(PDFName.of('MarkInfo'));
  return pdf.save();
}

describe.skipIf(!hasVeraPdf)('veraPDF, where its package and a JDK are at hand', () => {
  const verdicts = new Map<string, readonly Verdict[]>();
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhuanbao-vera-'));
    const written = Object.entries(files).map(([name, [pages, style]]) => ({
      name,
      bytes: writePdf(pages, style, sampleMeta, bundledShelf, { pictures }),
    }));
    const all = [...written, { name: 'untagged', bytes: await untagged(written[0]?.bytes ?? new Uint8Array()) }];
    const paths = all.map(({ bytes }, at) => {
      const path = join(folder, `${String(at)}.pdf`);
      writeFileSync(path, bytes);
      return path;
    });
    const found = await checkPdfFiles(paths);
    for (const [at, { name }] of all.entries()) verdicts.set(name, found.get(paths[at] ?? '') ?? []);
    rmSync(folder, { recursive: true });
  }, 600_000);

  it.each(Object.keys(files))('finds PDF/A-2a and PDF/UA-1 kept: %s', (name) => {
    const found = verdicts.get(name) ?? [];
    expect(found.map(({ standard, failed }) => [standard, failed])).toEqual([
      ['PDF/A-2a', []],
      ['PDF/UA-1', []],
    ]);
    expect(Math.min(...found.map(({ checks }) => checks))).toBeGreaterThan(100);
  });

  it('finds a file that is not tagged', () => {
    expect(verdicts.get('untagged')?.map(({ failed }) => failed.length > 0)).toEqual([true, true]);
  });
});
