/** What several commands ask before they can be given. */
import { desk } from '../state/desk.js';
import { issueSession } from '../state/issue-session.js';
import { ownSession } from '../state/own-session.js';

export function hasIssue(): boolean {
  return issueSession.getState().key !== undefined;
}

export function hasManuscript(): boolean {
  return ownSession.getState().id !== undefined;
}

/** A unit's manuscripts are in view. */
export function isOwnShown(): boolean {
  return desk.getState().view === 'contributor';
}

export function isIssueShown(): boolean {
  return hasIssue() && desk.getState().view === 'issue';
}
