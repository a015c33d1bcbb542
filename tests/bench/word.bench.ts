import { compareLines, type LineComparison } from '../helpers/compare-lines.js';
import { hasLibreOffice, openLibreOffice } from '../helpers/libreoffice.js';
import { importPrinted, printedIssueNames } from '../helpers/printed-issues.js';
import { crowdedIssue, longIssue, sampleIssue } from '../helpers/sample-issue.js';
import { stressIssues } from '../helpers/stress-issues.js';
import type { Figure } from './figure.js';

const how = 'Lines of our pages that LibreOffice ends elsewhere in the Word file, of all lines; none where it is absent';

/** How far the Word file breaks its lines as our layout does, on every issue there is. */
export async function bench(): Promise<readonly Figure[]> {
  if (!hasLibreOffice) return [];
  const printed = Object.fromEntries(printedIssueNames.map((name) => [name, importPrinted(name)]));
  const issues = { ...printed, sample: sampleIssue, long: longIssue, crowded: crowdedIssue, ...stressIssues };
  const office = await openLibreOffice();
  const found: (readonly [string, LineComparison])[] = [];
  for (const [name, issue] of Object.entries(issues)) found.push([name, await compareLines(issue, office)]);
  await office.close();
  const sum = (of: (each: LineComparison) => number): number => found.reduce((total, [, each]) => total + of(each), 0);
  const all = { lines: sum(({ lines }) => lines), equalLines: sum(({ equalLines }) => equalLines) };
  const pages = sum((each) => each.pages);
  return [
    ...found.map(([name, each]) => ({ name: `Word lines elsewhere: ${name}`, value: missedPercent(each), unit: '%' as const, how })),
    { name: 'Word lines elsewhere: all', value: missedPercent(all), unit: '%', target: 0.5, how },
    { name: 'Word pages that end elsewhere', value: (100 * (pages - sum(({ equalPages }) => equalPages))) / pages, unit: '%', how },
  ];
}

function missedPercent({ lines, equalLines }: Pick<LineComparison, 'lines' | 'equalLines'>): number {
  return (100 * (lines - equalLines)) / lines;
}
