import { call } from '../bridge.js';
import { openDialog } from '../state/desk.js';
import { issueSession } from '../state/issue-session.js';
import { attempt } from '../library/library-actions.js';
import { ownSession } from '../state/own-session.js';
import { useSaveFailures } from '../state/save-failure.js';
import { saveAsCopy } from './save-as-copy.js';
import { confirm } from '../ui/confirm.js';
import { Bar } from '../ui/bar.js';

/** Says why the open issue, or a unit's manuscript, is not saved and offers the ways out. */
export function SaveTrouble() {
  const { issue: failure, own } = useSaveFailures();
  if (own) {
    const retry = { label: '再试一次', run: () => void ownSession.getState().flush() };
    return <Bar tone="error" text={`这篇稿件未保存：${own.message}`} actions={[retry]} />;
  }
  if (!failure) return null;
  const retry = { label: '再试一次', run: () => void issueSession.getState().flush() };
  const copy = { label: '另存为副本', run: () => attempt(saveCopyOfWindow) };
  const elsewhere = { label: '把现在的文字存到别处…', run: () => openDialog({ kind: 'write-words' }) };
  const overwrite = { label: '以本窗口的为准', run: () => attempt(async () => void (await issueSession.getState().overwrite())) };
  const reload = { label: '重新载入', run: () => attempt(reloadAfterAsking) };
  const waysOut: Readonly<Record<string, readonly { label: string; run: () => void }[]>> = {
    'issue-changed': [overwrite, copy, reload],
    'issue-exists': [copy],
    'issue-missing': [copy],
  };
  return <Bar tone="error" text={`本期未保存：${failure.message}`} actions={[...(waysOut[failure.code] ?? [retry, copy]), elsewhere]} />;
}

async function saveCopyOfWindow(): Promise<void> {
  const { key, issue } = issueSession.getState();
  if (key === undefined || !issue) return;
  await saveAsCopy(issue);
  await call('words.drop', { key });
}

async function reloadAfterAsking(): Promise<void> {
  const goOn = await confirm({ title: '重新载入', text: '本窗口里还没保存的修改会丢掉。', danger: '丢掉并载入', stay: '不载入' });
  const { key } = issueSession.getState();
  if (!goOn || key === undefined) return;
  await issueSession.getState().reload();
  await call('words.drop', { key });
}
