/** LibreOffice puts the notes of our Word file on the pages where our layout has them, numbered alike. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../../../shared/document/issue.js';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../../shared/layout/layout-issue.js';
import { defaultPageStyle } from '../../../../shared/layout/page-style.js';
import { writeDocx } from '../../../../shared/word/write/write-docx.js';
import { article, column, issue, noted, p } from '../../../helpers/build-issue.js';
import { footnoteIssue } from '../../../helpers/footnote-issue.js';
import { hasLibreOffice, openLibreOffice, type LibreOffice } from '../../../helpers/libreoffice.js';
import { sampleMeta } from '../../../helpers/sample-issue.js';

const filler = '甲县统筹城乡文化资源，推动文化惠民走深走实，群众满意度稳步提升。';
const words = '由统计部门每半年入户调查一次得出，此处为上半年的结果，样本覆盖全区各镇街，含线上问卷和电话回访。';

/** What each page prints, numbers of notes among it, without blanks; 版记, which Word has above the notes of its page, apart. */
function ourPages(value: Issue): readonly string[] {
  return layoutIssue(composeIssue(value), defaultPageStyle).map(({ lines }) => {
    const own = lines.filter(({ furniture }) => !furniture);
    const isTail = (line: (typeof own)[number]): boolean => line.place.part === 'distribution' || line.place.part === 'imprint';
    const notes = own.filter(({ tag }) => tag === 'note');
    const text = own.filter((line) => !notes.includes(line));
    return [...text.filter((line) => !isTail(line)), ...text.filter(isTail), ...notes]
      .flatMap(({ runs }) => runs.map((run) => run.text))
      .join('')
      .replaceAll(unread, '');
  });
}

/** Blanks, and the commas: pdftotext passes over one that hangs over the edge. */
const unread = /[\s，]/gu;

describe.skipIf(!hasLibreOffice)('a Word file with footnotes in LibreOffice', { concurrent: true }, () => {
  let office: LibreOffice | undefined;
  beforeAll(async () => {
    office = await openLibreOffice();
  }, 120_000);
  afterAll(() => office?.close());

  const officePages = async (value: Issue): Promise<readonly string[]> =>
    ((await office?.readPages(await writeDocx(composeIssue(value), defaultPageStyle, sampleMeta))) ?? []).map((text) =>
      text.replaceAll(unread, ''),
    );

  it('has every note, one that flows over among them, on its page', async () => {
    expect(await officePages(footnoteIssue)).toEqual(ourPages(footnoteIssue));
  }, 120_000);

  it('has a short note on its page wherever on the page its number stands', async () => {
    const same = async (lines: number) => {
      const value = issue(
        column(
          '经验交流',
          article('甲县抓实宣讲', p('甲'.repeat(28 * lines)), noted(p(filler.repeat(3)), [20, words]), p(filler.repeat(20))),
        ),
      );
      expect(await officePages(value), `${String(lines)} lines before`).toEqual(ourPages(value));
    };
    await Promise.all([12, 13, 14, 15, 16, 17].map(same));
  }, 240_000);
});
