import type { BackupState } from '../../shared/library/backup-calls.js';
import { instantLabel } from '../library/issue-label.js';
import { showBackups, useBackups } from '../state/backups.js';

/** A backup this old is said to be so. */
const staleMs = 7 * 24 * 3_600_000;

/** When the last good backup was made; a click leads to the settings. */
export function BackupStatus() {
  const state = useBackups();
  const { text, title, isWanting } = backupWords(state, new Date());
  return (
    <button
      type="button"
      className="status-button status-backup num"
      data-testid="backup-status"
      data-found={isWanting}
      title={title}
      onClick={showBackups}
    >
      {text}
    </button>
  );
}

/** What the status bar says of the backups, and whether the editor should look. */
export function backupWords({ folder, last, failure, running }: BackupState, now: Date) {
  if (running) return { text: `${running.step} ${running.done} / ${running.total}`, title: '', isWanting: false };
  if (folder === undefined) return { text: '没有备份', title: '还没有选备份文件夹', isWanting: true };
  const date = last === undefined ? '' : instantLabel(last.at, now.getFullYear());
  if (failure) return { text: date === '' ? '备份没有完成' : `备份没有完成，最近一份 ${date}`, title: failure.message, isWanting: true };
  if (last === undefined) return { text: '还没有备份好的', title: folder, isWanting: true };
  return { text: `备份 ${date}`, title: folder, isWanting: now.getTime() - Date.parse(last.at) > staleMs };
}
