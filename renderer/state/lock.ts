import { isLockedState } from '../../shared/document/issue-states.js';
import { issueSession, useIssueSession } from './issue-session.js';
import { isReadOnly } from './read-only.js';

/** Whether the open issue cannot be edited: it is printed, or the library can only be read. */
export function useIsLocked(): boolean {
  return useIssueSession(({ issue }) => issue !== undefined && isLockedState(issue.state)) || isReadOnly();
}

export function isLocked(): boolean {
  const { issue } = issueSession.getState();
  return isReadOnly() || (issue !== undefined && isLockedState(issue.state));
}
