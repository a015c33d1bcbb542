/** Our own PDF through pdftotext: the words an office takes out of it come back as the issue they were printed from. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { plainTitle, type Issue } from '../../../shared/document/issue.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import { defaultPageStyle } from '../../../shared/layout/page-style.js';
import { readText } from '../../../shared/recognize/read-text.js';
import { recognize } from '../../../shared/recognize/recognize.js';
import type { RecognizedIssue } from '../../../shared/recognize/recognized.js';
import { writePdf } from '../../../shared/writers/pdf/write-pdf.js';
import { bundledShelf } from '../../helpers/font-shelf.js';
import { hasPdftotext, pdfText } from '../../helpers/pdf-text.js';
import { article, column, from, issue, noted, p } from '../../helpers/build-issue.js';
import { longNoteIssue } from '../../helpers/footnote-issue.js';
import { importPrinted, printedIssueNames } from '../../helpers/printed-issues.js';
import { officeIssues, officePictures } from '../../helpers/office-issues.js';
import { longIssue, sampleIssue, sampleMeta } from '../../helpers/sample-issue.js';
import { stressIssuesOf } from '../../helpers/stress-issues.js';

const sampleText = fileURLToPath(new URL('../../../assets/sample/宣传信息专报-样例.txt', import.meta.url));

function recognized(text: string): RecognizedIssue {
  let ids = 0;
  const result = recognize(readText(text), { nextId: () => `i${String((ids += 1))}` });
  if (result.kind !== 'issue') throw new Error(`not an issue: ${result.notes.join()}`);
  return result;
}

/** Everything but ids, bold type, and the breaks of titles: a text has neither, and shows those of the layout as lines. */
function words(issue: Issue) {
  return {
    masthead: issue.masthead,
    distribution: issue.distribution,
    imprint: issue.imprint,
    items: issue.columns.flatMap(({ name, items }) =>
      items.map((item) => ({
        column: name,
        title: (plainTitle(item.title) + (item.type === 'article' ? (item.subtitle ?? '') : '')).replace(/\s/gu, ''),
        paragraphs: item.paragraphs.map(({ lead = '', text }) => lead + text),
        sources: item.sources,
      })),
    ),
  };
}

const printed = (issue: Issue): Uint8Array =>
  writePdf(layoutIssue(composeIssue(issue), defaultPageStyle), defaultPageStyle, sampleMeta, bundledShelf, { pictures: officePictures });

/** Titles and paragraphs without blanks; without the hyphens that pdftotext takes for those of a word parted at a line's end. */
const plain = (value: Issue) =>
  words(value).items.map(({ title, paragraphs }) => ({
    title: bare(title),
    paragraphs: paragraphs.map(bare),
  }));
/** A brief's title that ends with a stop loses it to the one that is printed behind every brief's title. */
const bare = (text: string): string =>
  text
    .replace(/\s/gu, '')
    .replace(/(?<=[a-z_])-(?=[a-z])/gu, '')
    .replace(/。$/u, '');

function read(pdf: Uint8Array, ...way: readonly string[]) {
  return plain(recognized(pdfText(pdf, ...way).join('\f')).issue);
}

describe.skipIf(!hasPdftotext)('the words pdftotext takes out of our PDF', () => {
  it('come back paragraph by paragraph, whether it keeps the layout or not', () => {
    const { issue } = recognized(readFileSync(sampleText, 'utf8'));
    const pdf = printed(issue);
    for (const way of [[], ['-layout'], ['-raw']]) {
      const back = recognized(pdfText(pdf, ...way).join('\f'));
      expect(words(back.issue)).toEqual(words(issue));
      expect(back.warnings.filter((warning) => warning.includes('断行'))).toHaveLength(1);
    }
  });

  it('come back so from long articles, whose sentences end at the end of lines', () => {
    const paragraphs = (value: Issue) => words(value).items.map((item) => item.paragraphs.map((text) => text.replace(/\s/gu, '')));
    for (const way of [[], ['-layout'], ['-raw']])
      expect(paragraphs(recognized(pdfText(printed(longIssue), ...way).join('\f')).issue)).toEqual(paragraphs(longIssue));
  });

  it('keep the footnotes of their pages at their place', () => {
    const filler = '甲县统筹城乡文化资源，推动文化惠民走深走实，群众满意度稳步提升。';
    const value = issue(
      column(
        '经验交流',
        from(
          ['甲县委宣传部'],
          article(
            '甲县以数据推动宣讲工作提质增效',
            noted(p(filler.repeat(3)), [7, '资源，指文化资源。'], [19, `由统计部门得出，此处为上半年的结果，${filler.repeat(2)}`]),
            p(filler.repeat(18)),
            noted(p(filler.repeat(6)), [40, '含线上。']),
          ),
        ),
      ),
    );
    const found = (each: Issue) =>
      each.columns.flatMap(({ items }) =>
        items.flatMap(({ paragraphs }) =>
          paragraphs.map(({ lead = '', text, footnotes = [] }) => [(lead + text).replace(/\s/gu, ''), footnotes]),
        ),
      );
    for (const way of [[], ['-layout'], ['-raw']])
      expect(found(recognized(pdfText(printed(value), ...way).join('\f')).issue)).toEqual(found(value));
  });

  it('keep a footnote whole that flows over to the next page', () => {
    const notes = (each: Issue) =>
      each.columns.flatMap(({ items }) => items.flatMap(({ paragraphs }) => paragraphs.map((one) => one.footnotes ?? [])));
    for (const way of [[], ['-layout'], ['-raw']])
      expect(notes(recognized(pdfText(printed(longNoteIssue), ...way).join('\f')).issue)).toEqual(notes(longNoteIssue));
  });

  it('come back from made issues of many shapes: with -layout all paragraphs and titles, else all but few', () => {
    let [all, lost] = [0, 0];
    const { urls, latin, everything, longTitles } = stressIssuesOf(12);
    for (const value of [urls, latin, everything, longTitles]) {
      if (!value) throw new Error('no such issue');
      const pdf = printed(value);
      expect(read(pdf, '-layout')).toEqual(plain(value));
      const texts = (items: ReturnType<typeof plain>) => items.flatMap(({ paragraphs }) => paragraphs);
      for (const way of [[], ['-raw']]) {
        const found = texts(read(pdf, ...way));
        all += texts(plain(value)).length;
        lost += texts(plain(value)).filter((text) => !found.includes(text)).length;
      }
    }
    expect(lost / all).toBeLessThan(0.02);
  }, 60_000);

  it('come back from issues as offices fill them: figures, words of other tongues, titles of all kinds, tables and captions', () => {
    const { statistics, latin, titles, furnished } = officeIssues(3);
    const hyphenless = (value: ReturnType<typeof plain>) =>
      value.map(({ title, paragraphs }) => [title, paragraphs.map((each) => each.replaceAll('-', ''))]);
    for (const value of [statistics, latin, titles, furnished]) {
      if (!value) throw new Error('no such issue');
      const pdf = printed(value);
      expect(read(pdf, '-layout')).toEqual(plain(value));
      // pdftotext takes a hyphen at the end of a line away.
      for (const way of [[], ['-raw']]) expect(hyphenless(read(pdf, ...way))).toEqual(hyphenless(plain(value)));
    }
  }, 60_000);

  it.each(printedIssueNames)('come back from the printed issue %s', (name) => {
    const value = importPrinted(name);
    for (const way of [[], ['-layout'], ['-raw']]) expect(read(printed(value), ...way)).toEqual(plain(value));
  });

  it('keep the date, which it may put behind the contents', () => {
    for (const way of [[], ['-layout'], ['-raw']]) {
      const { issue, guessed } = recognized(pdfText(printed(sampleIssue), ...way).join('\f'));
      expect([guessed, issue.masthead]).toEqual([[], sampleIssue.masthead]);
    }
  });
});
