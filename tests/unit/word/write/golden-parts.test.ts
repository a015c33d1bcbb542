import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { defaultPageStyle } from '../../../../shared/layout/page-style.js';
import { readParts } from '../../../../shared/word/write/finish-package.js';
import { writeDocx } from '../../../../shared/word/write/write-docx.js';
import { sampleIssue, sampleMeta } from '../../../helpers/sample-issue.js';
import { parseXml, prettyXml } from '../../../helpers/xml-tree.js';

const goldenFolder = join(import.meta.dirname, '../../../golden/docx');
const parts = readParts(await writeDocx(composeIssue(sampleIssue), defaultPageStyle, sampleMeta));

/** `word/document.xml` as a file name: `word-document.xml`. */
function goldenName(part: string): string {
  return `${part
    .replaceAll(/[[\]]/gu, '')
    .replace(/^_/u, '')
    .replaceAll(/\/_?/gu, '-')
    .replace(/\.rels$/u, '')
    .replace(/\.xml$/u, '')}.xml`;
}

describe('writeDocx of the sample issue', () => {
  it('writes these parts and no others', () => {
    expect(Object.keys(parts)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/document.xml',
      'docProps/app.xml',
      'docProps/core.xml',
      'docProps/custom.xml',
      'word/_rels/document.xml.rels',
      'word/fontTable.xml',
      'word/footer1.xml',
      'word/footer2.xml',
      'word/footer3.xml',
      'word/settings.xml',
      'word/styles.xml',
    ]);
  });

  it.each(Object.entries(parts))('writes %s as the golden has it', async (name, xml) => {
    await expect(prettyXml(parseXml(xml))).toMatchFileSnapshot(
      join(
        goldenFolder,
        goldenName(name.replace('_rels/document.xml.rels', 'relationships.xml').replace('_rels/.rels', 'relationships.xml')),
      ),
    );
  });
});
