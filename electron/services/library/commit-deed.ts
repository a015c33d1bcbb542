import { issueKey, type Issue } from '../../../shared/document/issue.js';
import { recordKinds, type KindName } from '../../../shared/library/records/records.js';
import type { Deed } from './audit-lines.js';
import type { CommitStep, JournalEntry } from './journal.js';

/** Reason of a commit that the history tells of and the audit trail does not: an editor's typing. */
export const quietReason = '保存';

/** Who did something, and why, where that is known. */
export interface By {
  readonly who?: string | undefined;
  readonly note?: string | undefined;
}

type RecordStep = Exclude<CommitStep, { do: 'paper' }>;

/** Records named in one line of the audit trail; the others are counted. */
const mostNamed = 3;

/** What the audit trail says of a commit; undefined for typing. `titles` of the steps' records, where they are known. */
export function deedOf(
  { seq, at, reason, steps }: JournalEntry,
  { who, note }: By = {},
  titles: readonly (string | undefined)[] = [],
): Deed | undefined {
  if (reason === quietReason) return undefined;
  const named = steps.flatMap((step, index) => (step.do === 'paper' || isMoved(step, steps) ? [] : [{ step, title: titles[index] }]));
  const withoutCourses = named.filter(({ step }) => step.kind !== 'course');
  const shown = withoutCourses.length === 0 ? named : withoutCourses;
  const names = shown.slice(0, mostNamed).map(({ step, title }) => nameOf(step, title));
  const more = shown.length > mostNamed ? `等 ${shown.length} 项` : '';
  const what = [`${names.join('、')}${more}`, ...(note ? [`说明：${note}`] : [])].filter((part) => part !== '').join('；');
  return { at, action: reason, what, commit: seq, ...(who === undefined ? {} : { who }) };
}

/** 期 2022-10《宣传信息专报 2022年第10期》. */
export function recordLabel(kind: KindName, key: string, title?: string): string {
  return `${recordKinds[kind].folder} ${key}${title === undefined || title === '' ? '' : `《${title}》`}`;
}

/** 期 2022-10《…》, of an issue at hand. */
export function issueLabel(issue: Issue): string {
  return recordLabel('issue', issueKey(issue.masthead), recordKinds.issue.titleOf(issue));
}

function nameOf(step: RecordStep, title: string | undefined): string {
  const former = step.do === 'write' && step.from !== undefined ? `（原 ${step.from}）` : '';
  return `${recordLabel(step.kind, step.key, title)}${former}`;
}

/** The file under a key given up goes along with the one under the new key. */
function isMoved(step: RecordStep, steps: readonly CommitStep[]): boolean {
  return step.do === 'move' && steps.some((other) => other.do === 'write' && other.kind === step.kind && other.from === step.key);
}
