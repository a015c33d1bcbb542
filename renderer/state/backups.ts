/** The library's backups as the services last told: where they go, how the last went, what is being done now. */
import { createStore, useStore } from 'zustand';
import type { BackupState } from '../../shared/library/backup-calls.js';
import { usualBackupPlan, type BackupPlan } from '../../shared/library/backup-plan.js';
import { call, CallFailure, onNotice } from '../bridge.js';
import { showView } from './desk.js';
import { tell, tellFailure } from './messages.js';
import { changeSetting } from './settings.js';
import { runShown } from './shown-jobs.js';

const store = createStore<BackupState>(() => usualBackupPlan);

export function useBackups(): BackupState {
  return useStore(store);
}

/** Reads where the backups stand and follows them; a failure of the last one, which nobody may have seen, is told. */
export function followBackups(): () => void {
  call('backup.state', {}).then((state) => {
    show(state);
    if (state.failure) tell('warning', state.failure.message, [{ label: '查看备份', run: showBackups }]);
  }, tellFailure);
  return onNotice('backup.changed', show);
}

/** The settings page, at the backups. */
export function showBackups(): void {
  changeSetting('settings.subject', 'backup');
  showView('settings');
}

export function runBackup(): void {
  void work(() => runShown('备份', 'backup.run', {}));
}

export function rehearseBackup(): void {
  void work(() => runShown('恢复演练', 'backup.rehearse', {}));
}

/** Chooses the folder of backups; undefined: no more are made. */
export function chooseBackupFolder(handle: string | undefined): void {
  void work(() => runShown('备份', 'backup.choose', handle === undefined ? {} : { folder: handle }));
}

export function planBackups(plan: BackupPlan): void {
  void work(() => call('backup.plan', plan));
}

export function restoreBackup(handle: string): void {
  void work(async () => {
    const { path } = await runShown('恢复', 'backup.restore', { folder: handle });
    tell('success', `资料库已恢复到 ${path}，现在的资料库没有动。`);
    return store.getState();
  });
}

async function work(run: () => Promise<BackupState>): Promise<void> {
  try {
    show(await run());
  } catch (failure) {
    if (!(failure instanceof CallFailure) || failure.code !== 'cancelled') tellFailure(failure);
  }
}

function show(state: BackupState): void {
  store.setState(state, true);
}
