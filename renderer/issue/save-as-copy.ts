import { call } from '../bridge.js';
import { keyLabel } from '../library/issue-label.js';
import { issueSession } from '../state/issue-session.js';
import { refreshLibrary } from '../state/library-store.js';
import { tell } from '../state/messages.js';

/** Writes the value on screen into a new issue with the next free number and goes on in it. @throws CallFailure */
export async function saveAsCopy(): Promise<void> {
  const { issue } = issueSession.getState();
  if (!issue) return;
  const { key } = await call('issue.create', {});
  const made = await call('issue.get', { key });
  const { supplement: _own, ...masthead } = issue.masthead;
  const { number, date } = made.issue.masthead;
  const copy = { ...issue, masthead: { ...masthead, number, date } };
  const saved = await call('issue.save', { key, issue: copy, baseRevision: made.revision });
  issueSession.getState().close();
  await issueSession.getState().open(saved.key);
  await refreshLibrary();
  tell('success', `修改已另存为${keyLabel(saved.key)}，原来那一期没有动。`);
}
