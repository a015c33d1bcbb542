import { keyLabel } from '../../shared/document/issue-key-label.js';
import type { IssueSummary } from '../../shared/library/records/issue-kind.js';
import { stateLabels } from '../../shared/course/state-labels.js';
import { dateLabel } from './issue-label.js';

export interface YearGroup {
  readonly year: string;
  readonly issues: readonly IssueSummary[];
}

/** Whether every word of the filter stands somewhere in the issue's number, date, state or titles. */
export function matchesFilter(issue: IssueSummary, filter: string): boolean {
  const text = [
    issue.publication,
    keyLabel(issue.key),
    issue.key,
    dateLabel(issue.date),
    issue.date,
    stateLabels[issue.state],
    ...issue.titles,
  ].join('\n');
  return filterWords(filter).every((word) => plain(text).includes(word));
}

/** Titles of an issue, those that hold a word of the filter first. */
export function titlesForFilter(issue: IssueSummary, filter: string): readonly string[] {
  const words = filterWords(filter);
  const holds = (title: string): boolean => words.some((word) => plain(title).includes(word));
  return words.length === 0 ? issue.titles : [...issue.titles.filter(holds), ...issue.titles.filter((title) => !holds(title))];
}

/** Issues by year, newest first; within a year the highest number first. */
export function groupByYear(issues: readonly IssueSummary[]): readonly YearGroup[] {
  const years = [...new Set(issues.map(({ key }) => key.slice(0, 4)))].toSorted().toReversed();
  return years.map((year) => ({ year, issues: issues.filter(({ key }) => key.startsWith(year)).toSorted(newestFirst) }));
}

function newestFirst(a: IssueSummary, b: IssueSummary): number {
  return b.date.localeCompare(a.date) || b.number - a.number;
}

function filterWords(filter: string): readonly string[] {
  return plain(filter)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** Text as it is compared: full-width letters and digits like half-width ones, case ignored. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
