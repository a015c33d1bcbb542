import { PDFDict, PDFName, PDFNumber } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../../shared/layout/layout-issue.js';
import { defaultPageStyle as style } from '../../../../shared/layout/page-style.js';
import { writeHtml } from '../../../../shared/writers/html/write-html.js';
import { writePdf } from '../../../../shared/writers/pdf/write-pdf.js';
import { writeText } from '../../../../shared/writers/text/write-text.js';
import { bundledShelf } from '../../../helpers/font-shelf.js';
import { listOf, look, readPdf, type ReadPdf } from '../../../helpers/read-pdf.js';
import { article, column, issue, table } from '../../../helpers/build-issue.js';
import { sampleMeta } from '../../../helpers/sample-issue.js';
import { tableIssue } from '../../../helpers/table-issue.js';

const pages = layoutIssue(composeIssue(tableIssue), style);
const tables = tableIssue.columns.flatMap(({ items }) => items.flatMap(({ paragraphs }) => paragraphs.filter((each) => each.table)));
const kindOf = (element: PDFDict): string => String(look(element, 'S'));

describe('a table in a PDF', () => {
  let read: ReadPdf;
  let elements: readonly PDFDict[] = [];
  beforeAll(async () => {
    read = await readPdf(writePdf(pages, style, sampleMeta, bundledShelf));
    elements = read.dictionaries.filter((each) => look(each, 'Type') === PDFName.of('StructElem'));
  });
  const childrenOf = (element: PDFDict): readonly PDFDict[] =>
    listOf(look(element, 'K')).filter((kid): kid is PDFDict => kid instanceof PDFDict);

  it('is one table of rows with as many cells each, wherever its pages end', () => {
    const own = elements.filter((each) => kindOf(each) === '/Table');
    expect(own).toHaveLength(tables.length);
    own.forEach((element, index) => {
      const rows = childrenOf(element);
      const texts = (tables[index]?.text.split('\n') ?? []).slice(1).map((row) => row.split('\t').length);
      expect(rows.map(kindOf)).toEqual(texts.map(() => '/TR'));
      expect(rows.map((row) => childrenOf(row).filter((cell) => /^\/T[HD]$/u.test(kindOf(cell))).length)).toEqual(texts);
    });
  });

  it('names what its header cells say, once though they are printed on every page', () => {
    const headers = elements.filter((each) => kindOf(each) === '/TH');
    expect(headers).toHaveLength(3 + 4 + 2);
    for (const header of headers) expect(String(look(look(header, 'A') as PDFDict, 'Scope'))).toBe('/Column');
  });

  it('goes on in its own cell where a row is higher than a page', () => {
    const over = elements.filter(
      (each) =>
        kindOf(each) === '/TD' &&
        listOf(look(each, 'K')).some((kid) => kid instanceof PDFDict) &&
        listOf(look(each, 'K')).some((kid) => kid instanceof PDFNumber),
    );
    expect(over.length).toBeGreaterThan(0);
  });
});

describe('a table elsewhere', () => {
  it('has rows, cells and column headers for readers of the page’s HTML', () => {
    const html = writeHtml(pages, style, sampleMeta);
    const count = (role: string): number => html.split(`role="${role}"`).length - 1;
    expect(count('columnheader')).toBe(3 + 4 + 2);
    expect(html.split('<div').length).toBe(html.split('</div>').length);
    expect(count('row')).toBeGreaterThanOrEqual(4 + 41 + 3 + 2);
  });

  it('stands in columns under one another in a text, in width of Chinese type', () => {
    const blocks = composeIssue(
      issue(
        column(
          '经验交流',
          article(
            '甲县',
            table('表1', [
              ['单位', '场次', '备注'],
              ['东片区A', '1|2', '一\u2028二'],
            ]),
          ),
        ),
      ),
    );
    expect(writeText(blocks, { marks: 'plain' })).toContain('\n\n表1\n单位     场次  备注\n东片区A  1|2   一\n               二\n');
    expect(writeText(blocks)).toContain(
      '\n\n表1\n| 单位    | 场次 | 备注     |\n| ------- | ---- | -------- |\n| 东片区A | 1\\|2 | 一<br>二 |\n',
    );
  });
});
