import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../../../shared/document/issue.js';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../../shared/layout/layout-issue.js';
import { defaultPageStyle, type PageStyle } from '../../../../shared/layout/page-style.js';
import { pagesAsText } from '../../../../shared/layout/pages-as-text.js';
import { writeDocx } from '../../../../shared/word/write/write-docx.js';
import { article, column, from, issue as issueOf, p } from '../../../helpers/build-issue.js';
import { hasLibreOffice, openLibreOffice, type LibreOffice } from '../../../helpers/libreoffice.js';
import { crowdedIssue, fillerIssue, longIssue, sampleIssue, sampleMeta } from '../../../helpers/sample-issue.js';

function ourPages(issue: Issue): readonly string[] {
  return pagesAsText(layoutIssue(composeIssue(issue), defaultPageStyle)).map(({ lines }) => lines.join('').replaceAll(/\s/gu, ''));
}

describe.skipIf(!hasLibreOffice)('a Word file in LibreOffice', { concurrent: true }, () => {
  let office: LibreOffice | undefined;
  beforeAll(async () => {
    office = await openLibreOffice();
  }, 120_000);
  afterAll(() => office?.close());

  async function officePages(issue: Issue): Promise<readonly string[]> {
    return (await office?.readPages(await writeDocx(composeIssue(issue), defaultPageStyle, sampleMeta))) ?? [];
  }

  it('breaks pages where our layout does: every printed part once', async () => {
    expect(await officePages(sampleIssue)).toEqual(ourPages(sampleIssue));
  }, 180_000);

  it('breaks pages where our layout does: many pages of leads, digits, quotes and Latin words', async () => {
    expect(await officePages(longIssue)).toEqual(ourPages(longIssue));
  }, 180_000);

  it('breaks pages where our layout does: wherever a paragraph and its source line fall on the page', async () => {
    const same = async (lines: number) => {
      const issue = fillerIssue(lines);
      expect(await officePages(issue), `${lines} lines`).toEqual(ourPages(issue));
    };
    await Promise.all([14, 15, 16, 17, 18].map(same));
  }, 300_000);

  it('takes the last paragraph along with 版记, where our layout does', async () => {
    const isTaken = async ([lines, sentences]: readonly [number, number]): Promise<boolean> => {
      const last = '甲县组建志愿服务队，开展宣讲活动。'.repeat(sentences);
      const filled = article('甲县推动文化惠民', p('甲县统筹城乡文化资源，'.repeat(Math.ceil((lines * 28) / 11))), p(last));
      const issue = issueOf(column('经验交流', from(['甲县委宣传部'], filled)));
      const ours = ourPages(issue);
      expect(await officePages(issue), `${String(lines)} lines`).toEqual(ours);
      return ours.at(-1)?.startsWith('甲县组建') === true && ours.length === 3;
    };
    const ends = [
      [6, 6],
      [7, 6],
      [9, 6],
      [6, 14],
      [3, 18],
    ] as const;
    // Room for all; six lines, twice; ten, before an odd page; twelve are too many there too.
    expect(await Promise.all(ends.map(isTaken))).toEqual([false, true, true, true, false]);
  }, 300_000);

  it('shows the page numbers of the contents our layout has, and counts them itself', async () => {
    const style: PageStyle = { ...defaultPageStyle, contents: { ...defaultPageStyle.contents, pageNumbers: true, leader: 'dots' } };
    const [cover = ''] = (await office?.readPages(await writeDocx(composeIssue(longIssue), style, sampleMeta))) ?? [];
    const numbers = layoutIssue(composeIssue(longIssue), style).flatMap(({ lines }) =>
      lines.filter(({ place, furniture }) => furniture && place.part === 'contents'),
    );
    expect(cover.match(/(?<=\.{3})\d+/gu)).toEqual(numbers.map(({ text }) => text));
  }, 180_000);

  it('keeps an overfull cover on one page, or runs on where our layout does', async () => {
    const boxed: Issue = { ...sampleIssue, instruction: '请认真研究、抓好落实，并将有关情况及时报送。'.repeat(8) };
    expect(await Promise.all([boxed, crowdedIssue].map(officePages))).toEqual([boxed, crowdedIssue].map(ourPages));
  }, 180_000);

  it('loses no word of a 版记 higher than a page', async () => {
    const receivers = '甲县县委宣传部，乙县县委宣传部，丙区委宣传部，丁区委宣传部，'.repeat(40);
    const issue: Issue = {
      ...sampleIssue,
      distribution: [
        { label: '报', text: '省委宣传部' },
        { label: '发', text: receivers },
      ],
    };
    const pages = await officePages(issue);
    expect(pages.join('')).toBe(ourPages(issue).join(''));
    expect(pages).toHaveLength(ourPages(issue).length);
  }, 180_000);

  it('puts 版记 on an even page where the style asks for one', async () => {
    const style: PageStyle = { ...defaultPageStyle, tail: { ...defaultPageStyle.tail, onEvenPage: true } };
    const pages = (await office?.readPages(await writeDocx(composeIssue(sampleIssue), style, sampleMeta))) ?? [];
    expect(pages).toHaveLength(4);
    expect(pages[3]?.startsWith('报：')).toBe(true);
  }, 180_000);

  it('leaves a page blank before a 版记 of its own page, where that makes the page even', async () => {
    const style: PageStyle = { ...defaultPageStyle, tail: { ...defaultPageStyle.tail, onEvenPage: true } };
    const issue = fillerIssue(12);
    const ours = pagesAsText(layoutIssue(composeIssue(issue), style)).map(({ lines }) => lines.join('').replaceAll(/\s/gu, ''));
    const pages = (await office?.readPages(await writeDocx(composeIssue(issue), style, sampleMeta))) ?? [];
    expect(ours.map((text) => text === '')).toEqual([false, false, true, false]);
    expect(pages).toEqual(ours);
  }, 180_000);
});
