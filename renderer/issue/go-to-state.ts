import type { IssueState } from '../../shared/document/issue.js';
import { stateLabels } from '../../shared/course/state-labels.js';
import { call } from '../bridge.js';
import { issueSession } from '../state/issue-session.js';
import { tell } from '../state/messages.js';

/** Takes the open issue to another state, once all its words are on disk. @throws CallFailure */
export async function goToState(to: IssueState, who: string, note: string): Promise<void> {
  if (!(await issueSession.getState().flush())) return;
  const { key, revision: baseRevision } = issueSession.getState();
  if (key === undefined) return;
  const { revision } = await call('course.go', { key, to, who, note, baseRevision });
  issueSession.getState().adoptState(to, revision);
  tell('success', `本期已转为“${stateLabels[to]}”，当时的样子已存为版本。`);
}
