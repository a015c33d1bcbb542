/** Footnotes in what is written from pages: numbers where the layout has them, notes told as notes. */
import type { PDFDict } from 'pdf-lib';
import { PDFName } from 'pdf-lib';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { advanceEm } from '../../../shared/layout/font-metrics.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import { defaultPageStyle as style } from '../../../shared/layout/page-style.js';
import { baselinePt } from '../../../shared/writers/baseline.js';
import { writeHtml } from '../../../shared/writers/html/write-html.js';
import { writeOfd } from '../../../shared/writers/ofd/write-ofd.js';
import { writePdf } from '../../../shared/writers/pdf/write-pdf.js';
import { writeText } from '../../../shared/writers/text/write-text.js';
import { article, column, from, issue, noted, p } from '../../helpers/build-issue.js';
import { bundledShelf } from '../../helpers/font-shelf.js';
import { footnoteIssue, longNoteIssue } from '../../helpers/footnote-issue.js';
import { drawnGlyphs, listOf, look, readPdf, streamOf, unicodeOf, words, type ReadPdf } from '../../helpers/read-pdf.js';
import { sampleMeta } from '../../helpers/sample-issue.js';

const pages = layoutIssue(composeIssue(footnoteIssue), style);
const items = footnoteIssue.columns.flatMap((column) => column.items);
const notes = items.flatMap(({ paragraphs }) => paragraphs.flatMap(({ footnotes = [] }) => footnotes));

/** Every printed character as the layout has it; `upPt` is what a raised number stands above its line. */
const laidOut = pages.map(({ lines }) =>
  lines.flatMap((line) => {
    let xPt = line.xPt;
    return line.runs.flatMap((run) =>
      [...run.text].map((character) => {
        const at = { character, xPt, yPt: baselinePt(line) - (run.number?.raisePt ?? 0) };
        xPt += advanceEm(character.codePointAt(0) ?? 0, run.face, run.bold) * run.sizePt * run.scaleX + run.letterSpacingPt;
        return at;
      }),
    );
  }),
);

describe('footnotes in a PDF', () => {
  let read: ReadPdf;
  let elements: readonly PDFDict[] = [];
  const kind = (element: PDFDict): string => String(look(element, 'S'));
  beforeAll(async () => {
    read = await readPdf(writePdf(pages, style, sampleMeta, bundledShelf));
    elements = read.dictionaries.filter((each) => look(each, 'Type') === PDFName.of('StructElem'));
  });

  it('have their numbers raised where the layout has them', () => {
    laidOut.forEach((wanted, index) => {
      const drawn = drawnGlyphs(read, index);
      const heightPt = read.pdf.getPage(index).getHeight();
      expect(drawn.map(({ font, glyph }) => unicodeOf(read, font).get(glyph)).join('')).toBe(
        wanted.map(({ character }) => character).join(''),
      );
      const off = drawn.map(({ xPt, yPt }, at) =>
        Math.max(Math.abs(xPt - (wanted[at]?.xPt ?? 0)), Math.abs(heightPt - yPt - (wanted[at]?.yPt ?? 0))),
      );
      expect(Math.max(...off)).toBeLessThan(0.02);
    });
  });

  it('are notes with an identifier each, listed, and one over two pages is one', async () => {
    const own = elements.filter((each) => kind(each) === '/Note');
    expect(own).toHaveLength(notes.length);
    const ids = own.map((each) => words(look(each, 'ID')));
    expect(new Set(ids).size).toBe(notes.length);
    const root = read.dictionaries.find((each) => look(each, 'Type') === PDFName.of('StructTreeRoot'));
    const names = listOf(look(root ?? expect.fail('no tree'), 'IDTree', 'Names'));
    expect(names.filter((_each, index) => index % 2 === 0).map((each) => words(each))).toEqual([...ids].sort());
    const long = layoutIssue(composeIssue(longNoteIssue), style);
    expect(long.filter(({ lines }) => lines.some(({ tag }) => tag === 'note'))).toHaveLength(2);
    const over = (await readPdf(writePdf(long, style, sampleMeta, bundledShelf))).dictionaries.filter((each) => kind(each) === '/Note');
    // Its label, the words beside that, and the lines below on both pages.
    expect(over.map((each) => listOf(look(each, 'K')).length)).toEqual([4]);
  });

  it('part no paragraph that goes on overleaf', () => {
    const paragraphs = items.flatMap((item) => item.paragraphs.filter(({ level }) => level === undefined));
    const running = new Set(
      pages.flatMap(({ lines }) => lines.filter(({ place }) => place.part === 'paragraph').map(({ place }) => place.paragraphId)),
    );
    expect(running.size).toBe(paragraphs.length + 1);
    const imprint = 1;
    const sources = items.filter((item) => item.sources.length > 0).length;
    const cover = pages[0]?.lines.filter(({ tag, first, furniture }) => tag === 'p' && first && !furniture).length ?? 0;
    expect(elements.filter((each) => kind(each) === '/P')).toHaveLength(paragraphs.length + sources + cover + imprint);
  });

  it('are read out where they stand', () => {
    const texts = read.pdf.getPages().flatMap((page) => [
      ...streamOf(page.node.lookup(PDFName.of('Contents')))
        .toString('latin1')
        .matchAll(/ActualText <([0-9A-F]+)>/gu),
    ]);
    const said = texts.map(([, hex = '']) => Buffer.from(hex, 'hex').swap16().toString('utf16le').replace('\uFEFF', ''));
    expect(said.join('')).toContain('聚焦机制建设。①甲县');
    expect(said.join('')).toContain('①机制，指周调度机制。');
  });
});

describe('footnotes elsewhere', () => {
  it('are numbered through an article in a text, at its end, none at the start of a line of the text', () => {
    const made = issue(
      column(
        '经验交流',
        from(['甲县'], article('甲', noted(p('甲县。'), [0, '一。'], [2, '二。']), noted(p('乙镇。'), [2, '三。']))),
        article('乙', noted(p('丙。'), [1, '四。'])),
      ),
    );
    const text = writeText(composeIssue(made), { marks: 'plain' });
    expect(text).toContain(
      [
        '　　甲[注1]县[注2]。',
        '　　乙镇[注3]。',
        '（甲县）',
        '[注1]一。',
        '[注2]二。',
        '[注3]三。',
        '乙',
        '　　丙[注1]。',
        '[注1]四。',
      ].join('\n\n'),
    );
  });

  it('are raised in OFD where the layout has them', () => {
    const files = unzipSync(writeOfd(pages, style, sampleMeta, bundledShelf));
    const raised = Object.entries(files)
      .filter(([name]) => name.endsWith('Content.xml'))
      .map(([, bytes]) => strFromU8(bytes))
      .join('');
    const [, boundary = '', y = ''] =
      /<ofd:TextObject [^>]*Boundary="([^"]*)"(?:(?!<\/ofd:TextObject>).)*Y="([\d.]+)"[^>]*>①</su.exec(raised) ?? [];
    const top = Number(boundary.split(' ')[1]);
    const wanted = laidOut.flat().find(({ character }) => character === '①');
    expect(((top + Number(y)) * 72) / 25.4).toBeCloseTo(wanted?.yPt ?? 0, 1);
  });

  it('are marked in HTML, their numbers no part of the text of a line', () => {
    const html = writeHtml(pages, style, sampleMeta);
    expect(html.split('role="doc-footnote"').length - 1).toBe(notes.length);
    expect(/<span class="number[^>]*style="[^"]*position:relative;top:-5pt" data-number="①"><\/span>/u.test(html)).toBe(true);
    expect(html.split('id="item-a2"')).toHaveLength(2);
    expect(html).toContain('.page .number::before{content:attr(data-number)}');
  });
});
