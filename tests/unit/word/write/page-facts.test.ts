import { describe, expect, it } from 'vitest';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../../shared/layout/layout-issue.js';
import { defaultPageStyle, type PageStyle } from '../../../../shared/layout/page-style.js';
import { readParts } from '../../../../shared/word/write/finish-package.js';
import { readPageFacts } from '../../../../shared/word/write/page-facts.js';
import { writeDocx } from '../../../../shared/word/write/write-docx.js';
import { fillerIssue, sampleIssue, sampleMeta } from '../../../helpers/sample-issue.js';

const onEvenPage: PageStyle = { ...defaultPageStyle, tail: { ...defaultPageStyle.tail, onEvenPage: true } };

describe('readPageFacts', () => {
  it('tells when 版记 has a page of its own', () => {
    expect(readPageFacts(layoutIssue(composeIssue(sampleIssue), defaultPageStyle)).isTailAlone).toBe(false);
    expect(readPageFacts(layoutIssue(composeIssue(sampleIssue), onEvenPage)).isTailAlone).toBe(true);
  });

  it('tells when a page is left blank before 版记', () => {
    expect(readPageFacts(layoutIssue(composeIssue(sampleIssue), onEvenPage)).hasBlankPage).toBe(false);
    expect(readPageFacts(layoutIssue(composeIssue(fillerIssue(12)), onEvenPage)).hasBlankPage).toBe(true);
  });
});

describe('writeDocx', () => {
  it('opens a page for 版记 that must stand on an even one', async () => {
    const document = readParts(await writeDocx(composeIssue(sampleIssue), onEvenPage, sampleMeta))['word/document.xml'];
    expect(document).toContain('<w:pStyle w:val="TailAnchor"/><w:pageBreakBefore/>');
  });
});
