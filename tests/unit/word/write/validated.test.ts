import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile, validatorProgram } from '../../../helpers/ooxml-validator.js';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../../shared/document/issue.js';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { defaultPageStyle, type PageStyle } from '../../../../shared/layout/page-style.js';
import { writeDocx, type DocxOptions } from '../../../../shared/word/write/write-docx.js';
import { footnoteIssue } from '../../../helpers/footnote-issue.js';
import { fillerIssue, longIssue, sampleIssue, sampleMeta } from '../../../helpers/sample-issue.js';
import { tableIssue } from '../../../helpers/table-issue.js';
import { stressIssues } from '../../../helpers/stress-issues.js';

const numbered: PageStyle = {
  ...defaultPageStyle,
  contents: { ...defaultPageStyle.contents, pageNumbers: true, leader: 'dots' },
  tail: { ...defaultPageStyle.tail, onEvenPage: true },
  fitting: { ...defaultPageStyle.fitting, hangingMarks: false, closingOpeningEm: 0.5 },
  keepSourceWithText: true,
};

const files: readonly (readonly [string, Issue, PageStyle, DocxOptions])[] = [
  ...Object.entries({ sample: sampleIssue, long: longIssue, tables: tableIssue, footnotes: footnoteIssue, ...stressIssues }).map(
    ([name, issue]) => [name, issue, defaultPageStyle, {}] as const,
  ),
  ['sample with other measures', sampleIssue, numbered, {}],
  ['blank page before 版记', fillerIssue(12), numbered, {}],
  ['a proof', longIssue, defaultPageStyle, { proof: { stage: 'first', isNumbered: true, dateText: '2023年8月9日' } }],
];

describe.skipIf(validatorProgram === undefined)('the Open XML SDK validator', () => {
  it.each(files)(
    'finds nothing wrong with a Word file: %s',
    async (_name, issue, style, options) => {
      const folder = await mkdtemp(join(tmpdir(), 'zhuanbao-validate-'));
      const file = join(folder, 'issue.docx');
      await writeFile(file, await writeDocx(composeIssue(issue), style, sampleMeta, options));
      const { ok, errors } = await validateFile(file, { officeVersion: 'Office2019' });
      await rm(folder, { recursive: true });
      expect(errors).toEqual([]);
      expect(ok).toBe(true);
    },
    120_000,
  );
});
