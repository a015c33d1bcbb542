import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../../../shared/document/issue.js';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../../shared/layout/layout-issue.js';
import { defaultPageStyle } from '../../../../shared/layout/page-style.js';
import { writeDocx } from '../../../../shared/word/write/write-docx.js';
import { article, column, issue, p, table } from '../../../helpers/build-issue.js';
import { hasLibreOffice, openLibreOffice, type LibreOffice } from '../../../helpers/libreoffice.js';
import { sampleMeta } from '../../../helpers/sample-issue.js';
import { tableIssue } from '../../../helpers/table-issue.js';

/** A table that opens at any height of the page and ends at any. */
const rowsOf = (count: number): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, index) => [`第${String(index + 1)}行`, '甲县统筹城乡文化资源，'.repeat(1 + (index % 5))]);
const shifted = issue(
  column(
    '经验交流',
    ...[3, 5, 8, 13, 21].map((count) =>
      article(
        '甲县推动宣讲',
        p('甲县统筹城乡文化资源，'.repeat(count * 3)),
        table(`表${String(count)} 进展`, [['序号', '做法'], ...rowsOf(count)]),
      ),
    ),
  ),
);

/** Short words that open rows, captions and headers, on the pages they stand on. */
const signs = /第\d+行|表\d+进展|示例\d+区|问题整改|单位场次/gu;

describe.skipIf(!hasLibreOffice)('tables of a Word file in LibreOffice', { concurrent: true }, () => {
  let office: LibreOffice | undefined;
  beforeAll(async () => {
    office = await openLibreOffice();
  }, 120_000);
  afterAll(() => office?.close());

  it.each<readonly [string, Issue]>([
    ['as offices print them', tableIssue],
    ['at every height', shifted],
  ])(
    'break between the rows where ours do, with their headers again: %s',
    async (_name, value) => {
      const ours = layoutIssue(composeIssue(value), defaultPageStyle).map(({ lines }) => {
        const rows = new Map<number, string>();
        for (const line of lines) rows.set(Math.round(line.topPt), (rows.get(Math.round(line.topPt)) ?? '') + line.text);
        return [...rows.values()].join('').replaceAll(/\s/gu, '');
      });
      const theirs = (await office?.readPages(await writeDocx(composeIssue(value), defaultPageStyle, sampleMeta))) ?? [];
      const found = (text: string): readonly string[] => [...text.matchAll(signs)].map(([sign]) => sign).sort();
      expect(theirs.map(found)).toEqual(ours.map(found));
      expect(ours.flatMap(found).length).toBeGreaterThan(40);
    },
    240_000,
  );

  it('end every line of a cell where ours do, marks at its edge too', async () => {
    const pages = layoutIssue(composeIssue(tableIssue), defaultPageStyle);
    const theirs = (await office?.readLines(await writeDocx(composeIssue(tableIssue), defaultPageStyle, sampleMeta))) ?? [];
    pages.forEach(({ lines }, page) => {
      const cells = lines.filter(({ cell }) => cell && cell.column > 0).map(({ text }) => text.replaceAll(/\s/gu, ''));
      expect(cells.filter((text) => !theirs[page]?.some((line) => line.includes(text)))).toEqual([]);
    });
  }, 120_000);
});
