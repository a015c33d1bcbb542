import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../shared/document/issue.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { defaultPageStyle } from '../../../shared/layout/page-style.js';
import { readDocx } from '../../../shared/recognize/docx/read-docx.js';
import { readText } from '../../../shared/recognize/read-text.js';
import { recognize } from '../../../shared/recognize/recognize.js';
import type { SourceLine } from '../../../shared/recognize/source-line.js';
import { writeDocx } from '../../../shared/writers/docx/write-docx.js';
import { writeText } from '../../../shared/writers/text/write-text.js';
import { longIssue, sampleIssue, sampleMeta } from '../../helpers/sample-issue.js';
import { hasShared, sharedFile } from '../../helpers/shared-files.js';

function recognizeIssue(lines: readonly SourceLine[]): Issue {
  let count = 0;
  const result = recognize(lines, { nextId: () => `i${(count += 1)}` });
  if (result.kind !== 'issue') throw new Error(`no issue: ${result.notes.join(' ')}`);
  return result.issue;
}

/** An issue without what no text carries: ids, state, marks of guessing. */
function words(issue: Issue): unknown {
  const hidden = new Set(['id', 'state', 'leadInferred', 'coverTitle']);
  return JSON.parse(JSON.stringify(issue, (key, value: unknown) => (hidden.has(key) ? undefined : value)));
}

function throughText(issue: Issue): Issue {
  return recognizeIssue(readText(writeText(composeIssue(issue))));
}

async function throughWord(issue: Issue): Promise<Issue> {
  return recognizeIssue(readDocx(await writeDocx(composeIssue(issue), defaultPageStyle, sampleMeta), '期.docx').lines);
}

describe('an issue written and read back', () => {
  it('is the same after text', () => {
    expect(words(throughText(longIssue))).toEqual(words(longIssue));
  });

  it('is the same after Word', async () => {
    expect(words(await throughWord(longIssue))).toEqual(words(longIssue));
  });

  it('keeps columns, titles, levels and sources of every kind of block after text and Word', async () => {
    const outline = (issue: Issue): unknown => issue.columns.map((column) => column.items.map((item) => [item.title, item.sources, item.paragraphs.at(-1)?.text]));
    expect(outline(throughText(sampleIssue))).toEqual(outline(sampleIssue));
    expect(outline(await throughWord(sampleIssue))).toEqual(outline(sampleIssue));
  });

  it.skipIf(!hasShared).each(['issue-2022-10.txt', 'issue-2022-13.txt'])('is the same after text and Word: %s', async (name) => {
    const issue = recognizeIssue(readText(readFileSync(sharedFile('seeds', name), 'utf8')));
    expect(words(throughText(issue))).toEqual(words(issue));
    expect(words(await throughWord(issue))).toEqual(words(issue));
  });
});
