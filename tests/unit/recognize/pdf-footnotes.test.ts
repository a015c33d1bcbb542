/** Footnotes of a PDF come back to the words they hang on; small type that is no note stays where it is. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../electron/services/recognition/read-pdf.js';
import type { Issue } from '../../../shared/document/issue.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import { defaultPageStyle as style } from '../../../shared/layout/page-style.js';
import type { PageLine } from '../../../shared/recognize/pdf-piece.js';
import { hangPdfNotes } from '../../../shared/recognize/pdf-notes.js';
import { writePdf } from '../../../shared/writers/pdf/write-pdf.js';
import { bundledShelf } from '../../helpers/font-shelf.js';
import { footnoteIssue, longNoteIssue } from '../../helpers/footnote-issue.js';
import { sampleMeta } from '../../helpers/sample-issue.js';

const assets = fileURLToPath(new URL('../../../assets', import.meta.url));

async function notesThroughPdf(issue: Issue): Promise<readonly string[]> {
  const { lines } = await readPdf(writePdf(layoutIssue(composeIssue(issue), style), style, sampleMeta, bundledShelf), assets);
  return lines.flatMap(({ text, footnotes = [] }) => footnotes.map((note) => `${text.slice(0, note.at).slice(-6)}｜${note.text}`));
}

const notesOf = (issue: Issue): readonly string[] =>
  issue.columns.flatMap(({ items }) =>
    items.flatMap((item) =>
      item.paragraphs.flatMap(({ lead = '', text, footnotes = [] }) =>
        footnotes.map((note) => `${(lead + text).slice(0, note.at).slice(-6)}｜${note.text}`),
      ),
    ),
  );

const line = (text: string, size: number, place: number): PageLine => ({
  text,
  size,
  place,
  left: 80,
  right: 500,
  y: place * 800,
  cells: [],
});

describe('the footnotes of a PDF', () => {
  it('of ours come back where they stood, one over two pages whole', async () => {
    expect(await notesThroughPdf(footnoteIssue)).toEqual(notesOf(footnoteIssue));
    expect(await notesThroughPdf(longNoteIssue)).toEqual(notesOf(longNoteIssue));
  }, 60_000);

  it('go on only in small type, at the foot, after a note without a stop', () => {
    const [, second] = hangPdfNotes(
      [
        [line('甲县①开展活动', 16, 0.8), line('①注文没有', 10, 0.1)],
        [line('小字说明', 10, 0.9), line('乙镇响应', 16, 0.8), line('说完。', 10, 0.1), line('大字', 16, 0.05)],
      ],
      16,
    );
    expect(second?.map(({ text }) => text)).toEqual(['小字说明', '乙镇响应', '大字']);
    const [first, other] = hangPdfNotes(
      [
        [line('甲县①开展活动', 16, 0.8), line('①注文。', 10, 0.1)],
        [line('乙镇', 16, 0.8), line('小字。', 10, 0.1)],
      ],
      16,
    );
    expect(first).toEqual([{ ...line('甲县开展活动', 16, 0.8), footnotes: [{ at: 2, text: '注文。', reason: '脚注，没有收入正文' }] }]);
    expect(other?.map(({ text }) => text)).toEqual(['乙镇', '小字。']);
  });

  it('are none where the text has no such sign, or the type is no smaller', () => {
    const pages = [[line('甲县开展活动', 16, 0.8), line('①第一项', 10, 0.3), line('①甲县②乙县', 16, 0.2), line('②第二项', 14, 0.1)]];
    expect(hangPdfNotes(pages, 16)).toEqual(pages);
  });
});
