import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../../shared/document/issue.js';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { defaultPageStyle, type PageStyle } from '../../../../shared/layout/page-style.js';
import { readParts } from '../../../../shared/word/write/finish-package.js';
import { readPageFacts } from '../../../../shared/word/write/page-facts.js';
import { writeDocx } from '../../../../shared/word/write/write-docx.js';
import { checkDocx } from '../../../helpers/check-docx.js';
import { fillerIssue, sampleIssue, sampleMeta } from '../../../helpers/sample-issue.js';

const onEvenPage: PageStyle = { ...defaultPageStyle, tail: { ...defaultPageStyle.tail, onEvenPage: true } };

/** The first filler issue whose last line of text is sent to the next page. */
function keptIssue(): Issue {
  const issues = Array.from({ length: 44 }, (_, lines) => fillerIssue(lines + 1));
  const kept = issues.find((issue) => readPageFacts(composeIssue(issue), defaultPageStyle).keptLines.size > 0);
  if (!kept) throw new Error('no issue keeps a line');
  return kept;
}

describe('readPageFacts', () => {
  it('finds the line that keeps its source line company on the next page', () => {
    const { keptLines } = readPageFacts(composeIssue(keptIssue()), defaultPageStyle);
    expect([...keptLines.values()].every((offset) => offset > 0)).toBe(true);
  });

  it('sends no line on where the style lets source lines open pages', () => {
    const loose = { ...defaultPageStyle, keepSourceWithText: false };
    expect(readPageFacts(composeIssue(keptIssue()), loose).keptLines.size).toBe(0);
  });

  it('tells when 版记 has a page of its own', () => {
    expect(readPageFacts(composeIssue(sampleIssue), defaultPageStyle).isTailAlone).toBe(false);
    expect(readPageFacts(composeIssue(sampleIssue), onEvenPage).isTailAlone).toBe(true);
  });

  it('tells when a page is left blank before 版记', () => {
    expect(readPageFacts(composeIssue(sampleIssue), onEvenPage).hasBlankPage).toBe(false);
    expect(readPageFacts(composeIssue(fillerIssue(12)), onEvenPage).hasBlankPage).toBe(true);
  });
});

describe('writeDocx', () => {
  it('continues the paragraph in a line kept with its source, inside one bookmark', async () => {
    const bytes = await writeDocx(composeIssue(keptIssue()), defaultPageStyle, sampleMeta);
    expect(checkDocx(bytes)).toEqual([]);
    expect(readParts(bytes)['word/document.xml']).toMatch(
      /<w:pStyle w:val="BodyContinued"\/><\/w:pPr>(?:(?!<\/w:p>).)+<w:bookmarkEnd[^>]*\/><\/w:p><w:p><w:pPr><w:pStyle w:val="Source"\/>/u,
    );
  });

  it('opens a page for 版记 that must stand on an even one', async () => {
    const document = readParts(await writeDocx(composeIssue(sampleIssue), onEvenPage, sampleMeta))['word/document.xml'];
    expect(document).toContain('<w:pStyle w:val="TailAnchor"/><w:pageBreakBefore/>');
  });
});
