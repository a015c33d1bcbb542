import type { RedlineFormat } from '../../shared/library/redline-formats.js';
import { exportRedline } from '../history/history-state.js';
import { attempt } from '../library/library-actions.js';
import { closeDialog } from '../state/desk.js';
import { PickFolder } from './pick-folder.js';

export interface RedlineFolderDialogProps {
  readonly canPickFolder: boolean;
  readonly format: RedlineFormat;
  /** Ids of versions, or `now`. */
  readonly before: string;
  readonly after: string;
}

/** A folder for the comparison. */
export function RedlineFolderDialog({ canPickFolder, format, before, after }: RedlineFolderDialogProps) {
  return (
    <PickFolder
      canPickFolder={canPickFolder}
      onTake={({ handle }) => {
        closeDialog();
        attempt(() => exportRedline(before, after, format, handle));
      }}
      onCancel={closeDialog}
    />
  );
}
