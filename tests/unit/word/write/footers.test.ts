import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../../shared/document/issue.js';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { defaultPageStyle, type PageStyle } from '../../../../shared/layout/page-style.js';
import { readParts, type DocxParts } from '../../../../shared/word/write/finish-package.js';
import { writeDocx } from '../../../../shared/word/write/write-docx.js';
import { checkDocx } from '../../../helpers/check-docx.js';
import { fillerIssue, sampleIssue, sampleMeta } from '../../../helpers/sample-issue.js';
import { named, parseXml, type XmlElement } from '../../../helpers/xml-tree.js';

const onEvenPage: PageStyle = { ...defaultPageStyle, tail: { ...defaultPageStyle.tail, onEvenPage: true } };
/** Two pages, too full for 版记: an even page for it leaves the third one blank. */
const blankIssue = fillerIssue(12);

/** What a section prints at the foot of its pages, by kind of page, and how it starts. */
interface Section {
  readonly footers: readonly (readonly [kind: string | undefined, text: string, fields: number])[];
  readonly start: string | undefined;
  readonly hasTitlePage: boolean;
  readonly page: readonly unknown[];
}

function sectionsOf(parts: DocxParts): readonly Section[] {
  const targets = new Map(
    named(parseXml(parts['word/_rels/document.xml.rels'] ?? ''), 'Relationship').map(({ attributes }) => [
      attributes['Id'],
      attributes['Target'] ?? '',
    ]),
  );
  return named(parseXml(parts['word/document.xml'] ?? ''), 'w:sectPr').map((section) => ({
    footers: named(section, 'w:footerReference').map(({ attributes }) => {
      const footer = parseXml(parts[`word/${targets.get(attributes['r:id']) ?? ''}`] ?? '');
      return [attributes['w:type'], wordsOf(footer), named(footer, 'w:fldSimple').length] as const;
    }),
    start: named(section, 'w:type')[0]?.attributes['w:val'],
    hasTitlePage: named(section, 'w:titlePg').length > 0,
    page: ['w:pgSz', 'w:pgMar'].map((name) => named(section, name)[0]?.attributes),
  }));
}

function wordsOf(root: XmlElement): string {
  return named(root, 'w:t')
    .map(({ text }) => text)
    .join('');
}

async function write(issue: Issue, style: PageStyle): Promise<Uint8Array> {
  return writeDocx(composeIssue(issue), style, sampleMeta);
}

const numbered: Section['footers'] = [
  ['default', '— 3 —', 1],
  ['first', '', 0],
  ['even', '— 2 —', 1],
];

describe('footers of a Word file', () => {
  it('number all pages but the cover in one section where no page is blank', async () => {
    for (const style of [defaultPageStyle, onEvenPage]) {
      const sections = sectionsOf(readParts(await write(sampleIssue, style)));
      expect(sections).toMatchObject([{ footers: numbered, start: undefined, hasTitlePage: true }]);
    }
  });

  it('hold nothing in a section of its own for the blank page and 版记 after it, on the same paper', async () => {
    const bytes = await write(blankIssue, onEvenPage);
    expect(checkDocx(bytes)).toEqual([]);
    const sections = sectionsOf(readParts(bytes));
    expect(sections).toMatchObject([
      { footers: numbered, hasTitlePage: true },
      {
        footers: [
          ['default', '', 0],
          ['even', '', 0],
        ],
        start: 'nextPage',
        hasTitlePage: false,
      },
    ]);
    expect(sections[1]?.page).toEqual(sections[0]?.page);
  });

  it('change section in the last paragraph of the text, so that no empty line runs over', async () => {
    const [body] = named(parseXml(readParts(await write(blankIssue, onEvenPage))['word/document.xml'] ?? ''), 'w:body');
    const shapes = (body?.children ?? []).map(
      (child) =>
        `${child.name} ${named(child, 'w:pStyle')[0]?.attributes['w:val'] ?? ''}${named(child, 'w:sectPr').length > 0 ? ' ends a section' : ''}`,
    );
    expect(shapes.slice(-5)).toEqual([
      'w:p Source ends a section',
      'w:p TailAnchor',
      'w:tbl Distribution',
      'w:p TailAnchor',
      'w:sectPr  ends a section',
    ]);
  });
});
