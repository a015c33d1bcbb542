import { compareLines, type LineComparison } from '../helpers/compare-lines.js';
import { hasLibreOffice, openLibreOffice } from '../helpers/libreoffice.js';
import { officeIssues, officePictures } from '../helpers/office-issues.js';
import { importPrinted, printedIssueNames } from '../helpers/printed-issues.js';
import { crowdedIssue, longIssue, sampleIssue } from '../helpers/sample-issue.js';
import { stressIssues, stressIssuesOf } from '../helpers/stress-issues.js';
import type { Figure } from './figure.js';

/** Seeds of issues the layout was not made on. */
const otherSeeds = [1000, 2000, 3000];
/** Seeds of issues as offices fill them; only the first was looked at. */
const officeSeeds = [0, 1];

const how = 'Lines of our pages that LibreOffice ends elsewhere in the Word file, of all lines; none where it is absent';

/** How far the Word file breaks its lines as our layout does, on every issue there is. */
export async function bench(): Promise<readonly Figure[]> {
  if (!hasLibreOffice) return [];
  const printed = Object.fromEntries(printedIssueNames.map((name) => [name, importPrinted(name)]));
  const issues = { ...printed, sample: sampleIssue, long: longIssue, crowded: crowdedIssue, ...stressIssues };
  const office = await openLibreOffice();
  const found: (readonly [string, LineComparison])[] = [];
  for (const [name, issue] of Object.entries(issues)) found.push([name, await compareLines(issue, office)]);
  const filled: LineComparison[] = [];
  for (const seed of officeSeeds)
    for (const issue of Object.values(officeIssues(seed))) filled.push(await compareLines(issue, office, officePictures));
  const others: LineComparison[] = [];
  for (const seed of otherSeeds) for (const issue of Object.values(stressIssuesOf(seed))) others.push(await compareLines(issue, office));
  await office.close();
  const all = sumOf(found.map(([, each]) => each));
  const unseen = sumOf(others);
  const asFilled = sumOf(filled);
  return [
    ...found.map(([name, each]) => ({ name: `Word lines elsewhere: ${name}`, value: missedPercent(each), unit: '%' as const, how })),
    { name: 'Word lines elsewhere: all', value: missedPercent(all), unit: '%', target: 0.5, how: counted(all) },
    { name: 'Word pages that end elsewhere', value: missedPages(all), unit: '%', how: counted(all) },
    { name: "Word lines elsewhere: offices' issues", value: missedPercent(asFilled), unit: '%', target: 0.5, how: counted(asFilled) },
    { name: "Word pages that end elsewhere: offices' issues", value: missedPages(asFilled), unit: '%', how: counted(asFilled) },
    { name: 'Word lines elsewhere: other made issues', value: missedPercent(unseen), unit: '%', target: 0.5, how: counted(unseen) },
    { name: 'Word pages that end elsewhere: other made issues', value: missedPages(unseen), unit: '%', how: counted(unseen) },
  ];
}

function sumOf(all: readonly LineComparison[]): LineComparison {
  const sum = (of: (each: LineComparison) => number): number => all.reduce((total, each) => total + of(each), 0);
  return {
    lines: sum(({ lines }) => lines),
    equalLines: sum(({ equalLines }) => equalLines),
    pages: sum(({ pages }) => pages),
    equalPages: sum(({ equalPages }) => equalPages),
  };
}

function counted({ lines, equalLines, pages, equalPages }: LineComparison): string {
  return `${String(equalLines)} of ${String(lines)} lines, ${String(equalPages)} of ${String(pages)} pages as ours`;
}

function missedPages({ pages, equalPages }: LineComparison): number {
  return (100 * (pages - equalPages)) / pages;
}

function missedPercent({ lines, equalLines }: Pick<LineComparison, 'lines' | 'equalLines'>): number {
  return (100 * (lines - equalLines)) / lines;
}
