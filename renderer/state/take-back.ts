import type { Issue } from '../../shared/document/issue.js';
import { issueSession } from './issue-session.js';
import { tell } from './messages.js';

/** Undoes the last step if nothing was changed since; else says where undo is. */
export function takeBack(after: Issue | undefined): void {
  const { issue, undo } = issueSession.getState();
  if (issue === after) undo();
  else tell('info', '此后又有修改，请用“编辑 › 撤销”（Ctrl+Z）逐步退回。');
}
