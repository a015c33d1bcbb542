/** What several commands ask before they can be given. */
import { desk } from '../state/desk.js';
import { issueSession } from '../state/issue-session.js';

export function hasIssue(): boolean {
  return issueSession.getState().key !== undefined;
}

export function isIssueShown(): boolean {
  return hasIssue() && desk.getState().view === 'issue';
}
