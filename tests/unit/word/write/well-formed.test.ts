import { describe, expect, it } from 'vitest';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { defaultPageStyle } from '../../../../shared/layout/page-style.js';
import { readParts, type DocxParts } from '../../../../shared/word/write/finish-package.js';
import { writeDocx } from '../../../../shared/word/write/write-docx.js';
import { issue } from '../../../helpers/build-issue.js';
import { checkDocx, checkParts } from '../../../helpers/check-docx.js';
import { sampleIssue, sampleMeta } from '../../../helpers/sample-issue.js';

async function sampleParts(): Promise<DocxParts> {
  return readParts(await writeDocx(composeIssue(sampleIssue), defaultPageStyle, sampleMeta));
}

function spoil(parts: DocxParts, name: string, from: string | RegExp, to: string): DocxParts {
  const spoiled = (parts[name] ?? '').replace(from, to);
  expect(spoiled).not.toBe(parts[name]);
  return { ...parts, [name]: spoiled };
}

describe('writeDocx', () => {
  it('writes every part by the rules of ECMA-376', async () => {
    expect(checkDocx(await writeDocx(composeIssue(sampleIssue), defaultPageStyle, sampleMeta))).toEqual([]);
  });

  it('writes an issue without articles by the rules', async () => {
    expect(checkDocx(await writeDocx(composeIssue(issue()), defaultPageStyle, sampleMeta))).toEqual([]);
  });

  it('keeps text that XML cannot hold visible', async () => {
    const odd = { ...sampleIssue, instruction: '甲\u{FFFE}乙<&>"丙' };
    const bytes = await writeDocx(composeIssue(odd), defaultPageStyle, sampleMeta);
    expect(checkDocx(bytes)).toEqual([]);
    expect(readParts(bytes)['word/document.xml']).toContain('甲\u{FFFD}乙&lt;&amp;&gt;');
  });
});

describe('checkParts', () => {
  it('finds properties out of order', async () => {
    const parts = spoil(
      await sampleParts(),
      'word/document.xml',
      '<w:pStyle w:val="ColumnHeading"/><w:pageBreakBefore/>',
      '<w:pageBreakBefore/><w:pStyle w:val="ColumnHeading"/>',
    );
    expect(checkParts(parts)).toEqual(['word/document.xml: w:pStyle comes too late in w:pPr']);
  });

  it('finds a missing attribute, a link to nothing and a missing style', async () => {
    const parts = await sampleParts();
    expect(checkParts(spoil(parts, 'word/document.xml', ' w:gutter="0"', ''))).toEqual(['word/document.xml: w:pgMar lacks w:gutter']);
    expect(checkParts(spoil(parts, 'word/document.xml', 'w:anchor="a_a1"', 'w:anchor="a_a9"'))).toEqual([
      'link to a_a9, which is not there',
    ]);
    expect(checkParts(spoil(parts, 'word/document.xml', 'w:val="SourceEnd"', 'w:val="Sauce"'))).toEqual(['no style Sauce']);
  });

  it('finds a part without a content type and a relationship to nothing', async () => {
    const { 'word/footer2.xml': _footer, ...parts } = await sampleParts();
    expect(checkParts(parts)).toEqual([
      'content type of /word/footer2.xml, which is not there',
      'relationship to word/footer2.xml, which is not there',
    ]);
  });
});
