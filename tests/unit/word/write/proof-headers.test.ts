import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../../shared/layout/layout-issue.js';
import { defaultPageStyle } from '../../../../shared/layout/page-style.js';
import { pagesAsText } from '../../../../shared/layout/pages-as-text.js';
import { readParts } from '../../../../shared/word/write/finish-package.js';
import { writeDocx } from '../../../../shared/word/write/write-docx.js';
import { hasLibreOffice, openLibreOffice, type LibreOffice } from '../../../helpers/libreoffice.js';
import { longIssue, sampleMeta } from '../../../helpers/sample-issue.js';

const blocks = composeIssue(longIssue);
const proof = { stage: 'first', isNumbered: true, dateText: '2023年8月9日' } as const;
const write = () => writeDocx(blocks, defaultPageStyle, sampleMeta, { proof });

describe('a proof in Word', () => {
  it('has its marks in headers of its own style, and the body of a file without them', async () => {
    const parts = readParts(await write());
    const headers = Object.keys(parts).filter((name) => /^word\/header\d+\.xml$/u.test(name));
    expect(headers).toHaveLength(3);
    for (const name of headers) expect(parts[name]).toMatch(/w:pStyle w:val="ProofHead".*一校样　2023年8月9日.*仅供校对　不得印发/su);
    const plain = readParts(await writeDocx(blocks, defaultPageStyle, sampleMeta));
    expect(Object.keys(plain).filter((name) => name.startsWith('word/header'))).toEqual([]);
    const body = (xml = ''): string => xml.replace(/<w:sectPr\b.*?<\/w:sectPr>/gsu, '');
    expect(body(parts['word/document.xml'])).toBe(body(plain['word/document.xml']));
    expect(plain['word/styles.xml']).not.toContain('ProofHead');
  });
});

describe.skipIf(!hasLibreOffice)('a proof in LibreOffice', () => {
  let office: LibreOffice | undefined;
  beforeAll(async () => {
    office = await openLibreOffice();
  }, 120_000);
  afterAll(() => office?.close());

  it('breaks lines and pages as the final print does, with the marks above', async () => {
    const head = '一校样2023年8月9日仅供校对不得印发';
    const pages = (await office?.readPages(await write())) ?? [];
    expect(pages.every((page) => page.startsWith(head))).toBe(true);
    const ours = pagesAsText(layoutIssue(blocks, defaultPageStyle)).map(({ lines }) => lines.join('').replaceAll(/\s/gu, ''));
    expect(pages.map((page) => page.slice(head.length))).toEqual(ours);
  }, 180_000);
});
