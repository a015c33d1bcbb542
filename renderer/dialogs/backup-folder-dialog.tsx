import type { Folder } from '../../shared/ipc.js';
import { chooseBackupFolder, restoreBackup } from '../state/backups.js';
import { closeDialog } from '../state/desk.js';
import { PickFolder } from './pick-folder.js';

export interface BackupFolderDialogProps {
  readonly canPickFolder: boolean;
  /** `restore`: the library of the latest backup is written there. */
  readonly goal: 'choose' | 'restore';
}

/** A folder for backups, or for a library restored from one. */
export function BackupFolderDialog({ canPickFolder, goal }: BackupFolderDialogProps) {
  const take = ({ handle }: Folder): void => {
    closeDialog();
    if (goal === 'choose') chooseBackupFolder(handle);
    else restoreBackup(handle);
  };
  return <PickFolder canPickFolder={canPickFolder} onTake={take} onCancel={closeDialog} />;
}
