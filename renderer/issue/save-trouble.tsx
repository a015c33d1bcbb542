import { useState } from 'react';
import { issueSession, useIssueSession } from '../state/issue-session.js';
import { attempt } from '../library/library-actions.js';
import type { SaveState } from '../state/save-queue.js';
import { saveAsCopy } from './save-as-copy.js';
import { confirm } from '../ui/confirm.js';
import { Bar } from '../ui/message-bars.js';

/** Says why the open issue is not saved and offers the ways out. */
export function SaveTrouble() {
  const failure = useLastFailure();
  if (!failure) return null;
  const retry = { label: '再试一次', run: () => void issueSession.getState().flush() };
  const copy = { label: '另存为副本', run: () => attempt(saveAsCopy) };
  const overwrite = { label: '以本窗口的为准', run: () => attempt(async () => void (await issueSession.getState().overwrite())) };
  const reload = { label: '重新载入', run: () => attempt(reloadAfterAsking) };
  const waysOut: Readonly<Record<string, readonly { label: string; run: () => void }[]>> = {
    'issue-changed': [overwrite, copy, reload],
    'issue-exists': [copy],
    'issue-missing': [copy],
  };
  return <Bar tone="error" text={`本期未保存：${failure.message}`} actions={waysOut[failure.code] ?? [retry, copy]} />;
}

type Failure = Extract<SaveState, { kind: 'failed' }>;

/** The failure that still stands: further tries do not hide it, only a save or another issue does. */
function useLastFailure(): Failure | undefined {
  const state = useIssueSession(({ saveState }) => saveState);
  const [failure, setFailure] = useState<Failure>();
  const standing = state.kind === 'failed' ? state : state.kind === 'saved' ? undefined : failure;
  if (standing !== failure) setFailure(standing);
  return standing;
}

async function reloadAfterAsking(): Promise<void> {
  const goOn = await confirm({ title: '重新载入', text: '本窗口里还没保存的修改会丢掉。', danger: '丢掉并载入', stay: '不载入' });
  if (goOn) await issueSession.getState().reload();
}
