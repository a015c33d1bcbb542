import { stages } from '../document/issue-states.js';
import type { IssueState } from '../document/issue.js';
import type { CourseStep } from './course.js';
import { stateLabels } from './state-labels.js';

/** What the text is called with which an issue comes to a state, where that is not the state's own name. */
const called: Readonly<Partial<Record<IssueState, string>>> = { typeset: '初稿', final: '定稿' };
const sentBack = '退改';

/** Names an editor gives versions most: those the way of an issue leaves by itself. */
export const usualNames: readonly string[] = ['初稿', '送审', sentBack, '定稿', '印发'];

/** The name of the version that a step leaves: 初稿, 送审, 定稿, 印发; 退改 where it goes back from 送审 or 签发; before a 更正 its number. */
export function versionNameOf({ from, to, correction }: CourseStep): string {
  if (correction !== undefined) return `更正${String(correction)}之前`;
  if (!isBack(from, to)) return called[to] ?? stateLabels[to];
  return from === 'reviewing' || from === 'final' ? sentBack : stateLabels[to];
}

function isBack(from: IssueState, to: IssueState): boolean {
  const [before, after] = [from, to].map((state) => stages.findIndex((stage) => stage === state));
  return before !== undefined && after !== undefined && after >= 0 && after < before;
}
