import type { Issue } from '../../shared/document/issue.js';
import { call } from '../bridge.js';
import { issueSession } from '../state/issue-session.js';
import { refreshLibrary } from '../state/library-store.js';
import { tell } from '../state/messages.js';
import { issueName } from '../state/publication.js';

/** Writes an issue into a new one with the next free number and goes on in that. @throws CallFailure */
export async function saveAsCopy(issue: Issue): Promise<void> {
  const { publication } = issue.masthead;
  const { key } = await call('issue.create', publication === undefined ? {} : { publication });
  const made = await call('issue.get', { key });
  const { supplement: _own, ...masthead } = issue.masthead;
  const { number, date } = made.issue.masthead;
  const copy = { ...issue, masthead: { ...masthead, number, date } };
  const saved = await call('issue.save', { key, issue: copy, baseRevision: made.revision });
  issueSession.getState().close();
  await issueSession.getState().open(saved.key);
  await refreshLibrary();
  tell('success', `修改已另存为${issueName(saved.key)}，原来那一期没有动。`);
}
