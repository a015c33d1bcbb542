/** What an editor does with whole issues and submissions; each tells what happened and how to take it back. */
import { call } from '../bridge.js';
import { confirm } from '../ui/confirm.js';
import { showView } from '../state/desk.js';
import { issueSession } from '../state/issue-session.js';
import { refreshLibrary } from '../state/library-store.js';
import { tell, tellFailure } from '../state/messages.js';
import { issueName, publicationSession } from '../state/publication.js';
import { publicationValue, shownPublicationNow } from './publication-filter.js';

/** Runs an action whose failure is told in a bar. */
export function attempt(action: () => Promise<void>): void {
  action().catch(tellFailure);
}

/** Opens an issue and shows it; asks when the one open before cannot be saved. */
export async function openIssue(key: string): Promise<void> {
  const session = issueSession.getState();
  if (session.key !== key) {
    if (!(await session.open(key))) {
      if (!(await mayGiveUp())) return;
      session.close();
      await issueSession.getState().open(key);
    }
  }
  showView('issue');
}

function mayGiveUp(): Promise<boolean> {
  const { key, saveState } = issueSession.getState();
  return confirm({
    title: `${issueName(key ?? '')}还有修改没有保存`,
    text: saveState.kind === 'failed' ? saveState.message : '保存没有成功。',
    danger: '放弃这些修改',
    stay: '留在本期',
  });
}

/** Adds the issue after `from` (without it, after the last one of the publication shown) and opens it. */
export async function startNextIssue(from?: string): Promise<void> {
  await issueSession.getState().flush();
  const { key } = await call('issue.create', from === undefined ? ofShownPublication() : { from });
  await refreshLibrary();
  await openIssue(key);
  issueSession.getState().select({ kind: 'masthead' });
  tell('success', `已新建${issueName(key)}，编发单位、报送范围和承办人员沿用上一期。`);
}

/** The publication a new issue is of: the one the library shows, of all of them that of the open issue. */
function ofShownPublication(): { readonly publication?: string } {
  const shown = shownPublicationNow();
  const id = shown === '' ? issueSession.getState().issue?.masthead.publication : shown;
  return id === undefined || id === publicationValue(undefined) ? {} : { publication: id };
}

export async function duplicateIssue(key: string): Promise<void> {
  await issueSession.getState().flush();
  const copy = await call('issue.duplicate', { key });
  await refreshLibrary();
  tell('success', `已复制为${issueName(copy.key)}。`, [{ label: '打开', run: () => attempt(() => openIssue(copy.key)) }]);
}

/** Moves an issue to 回收站; nothing is lost, so nothing is asked. */
export async function deleteIssue(key: string): Promise<void> {
  const session = issueSession.getState();
  if (session.key === key) {
    await session.flush();
    session.close();
  }
  const { trashId } = await call('issue.delete', { key });
  await refreshLibrary();
  tell('success', `${issueName(key)}已移入回收站。`, [{ label: '撤销', run: () => attempt(() => restore(trashId)) }]);
}

export async function deleteSubmission(id: string, title: string): Promise<void> {
  const { trashId } = await call('submission.delete', { id });
  const session = issueSession.getState();
  if (session.current.kind === 'submission' && session.current.submissionId === id) session.select({ kind: 'masthead' });
  await refreshLibrary();
  tell('success', `来稿“${title}”已移入回收站。`, [{ label: '撤销', run: () => attempt(() => restore(trashId)) }]);
}

export async function restore(trashId: string): Promise<void> {
  const restored = await call('trash.restore', { id: trashId });
  await refreshLibrary();
  if (restored.kind === 'submission') return tell('success', '来稿已恢复。');
  if (restored.kind === 'publication') {
    await publicationSession.getState().load();
    return tell('success', '刊物已恢复。');
  }
  tell('success', `${issueName(restored.key)}已恢复。`, [{ label: '打开', run: () => attempt(() => openIssue(restored.key)) }]);
}
