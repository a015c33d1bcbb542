import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareLines } from '../../../helpers/compare-lines.js';
import { hasLibreOffice, openLibreOffice, type LibreOffice } from '../../../helpers/libreoffice.js';
import { longIssue, sampleIssue } from '../../../helpers/sample-issue.js';
import { stressIssues, withFits } from '../../../helpers/stress-issues.js';

const { longTitles, manyTitles, latin, urls, marks, rare, everything } = stressIssues;
if (!everything) throw new Error('no such issue');
/** A bounded choice; `npm run bench` compares them all. */
const compared = { sample: sampleIssue, long: longIssue, longTitles, manyTitles, latin, urls, marks, rare, fitted: withFits(everything) };

describe.skipIf(!hasLibreOffice)('lines of a Word file in LibreOffice', () => {
  let office: LibreOffice | undefined;
  beforeAll(async () => {
    office = await openLibreOffice();
  }, 120_000);
  afterAll(() => office?.close());

  it.each(Object.entries(compared))(
    'end where ours do, on the same pages: %s',
    async (_name, issue) => {
      if (!office || !issue) throw new Error('nothing to compare');
      const { lines, equalLines, pages, equalPages } = await compareLines(issue, office);
      expect(lines).toBeGreaterThan(30);
      expect(equalLines / lines).toBeGreaterThanOrEqual(0.995);
      expect(equalPages).toBe(pages);
    },
    240_000,
  );
});
