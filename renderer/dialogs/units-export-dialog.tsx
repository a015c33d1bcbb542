import type { Folder } from '../../shared/ipc.js';
import { closeDialog } from '../state/desk.js';
import { tell, tellFailure } from '../state/messages.js';
import { runShown } from '../state/shown-jobs.js';
import { PickFolder } from './pick-folder.js';

/** 导出名录: a folder, then the list of units written there. */
export function UnitsExportDialog({ canPickFolder, format }: { readonly canPickFolder: boolean; readonly format: 'xlsx' | 'csv' }) {
  return <PickFolder canPickFolder={canPickFolder} onTake={(folder) => write(folder, format)} onCancel={closeDialog} />;
}

function write({ handle }: Folder, format: 'xlsx' | 'csv'): void {
  runShown('导出名录', 'units.export', { folder: handle, format })
    .then(({ path }) => tell('success', `名录已导出到 ${path}。`), tellFailure)
    .finally(closeDialog);
}
