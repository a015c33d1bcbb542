import { describe, expect, it } from 'vitest';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { defaultPageStyle, type PageStyle } from '../../../../shared/layout/page-style.js';
import { readParts } from '../../../../shared/word/write/finish-package.js';
import { writeDocx } from '../../../../shared/word/write/write-docx.js';
import { sampleIssue, sampleMeta } from '../../../helpers/sample-issue.js';
import { checkDocx } from '../../../helpers/check-docx.js';
import { named, parseXml, type XmlElement } from '../../../helpers/xml-tree.js';

function numbered(leader: 'dots' | 'none'): PageStyle {
  return { ...defaultPageStyle, contents: { ...defaultPageStyle.contents, pageNumbers: true, leader } };
}

async function entries(style: PageStyle): Promise<readonly XmlElement[]> {
  const document = parseXml(readParts(await writeDocx(composeIssue(sampleIssue), style, sampleMeta))['word/document.xml'] ?? '');
  return named(document, 'w:p').filter(
    (paragraph) => named(paragraph, 'w:pStyle')[0]?.attributes['w:val']?.startsWith('ContentsEntry') === true,
  );
}

describe('contents of a Word file with page numbers', () => {
  it('refer to the title of each article and show its true page before any field is counted', async () => {
    const fields = (await entries(numbered('dots'))).flatMap((entry) => named(entry, 'w:fldSimple'));
    expect(fields.map(({ attributes }) => attributes['w:instr'])).toEqual([
      ' PAGEREF a_a1 \\h ',
      ' PAGEREF a_a2 \\h ',
      ' PAGEREF a_a3 \\h ',
    ]);
    expect(
      fields.map((field) =>
        named(field, 'w:t')
          .map(({ text }) => text)
          .join(''),
      ),
    ).toEqual(['2', '2', '3']);
  });

  it('end in a right tab on the edge of the measure, dotted or not', async () => {
    for (const [leader, word] of [
      ['dots', 'dot'],
      ['none', 'none'],
    ] as const) {
      const tabs = (await entries(numbered(leader))).flatMap((entry) => named(entry, 'w:tabs').flatMap((stops) => named(stops, 'w:tab')));
      expect(tabs.map(({ attributes }) => attributes)).toEqual(
        [1, 2, 3].map(() => ({ 'w:val': 'right', 'w:pos': '8529', 'w:leader': word })),
      );
    }
  });

  it('break no rule of the format', async () => {
    expect(checkDocx(await writeDocx(composeIssue(sampleIssue), numbered('dots'), sampleMeta))).toEqual([]);
  });

  it('have neither field nor tab by default', async () => {
    const plain = await entries(defaultPageStyle);
    expect(plain.flatMap((entry) => [...named(entry, 'w:fldSimple'), ...named(entry, 'w:tab')])).toEqual([]);
  });
});
