import { exportRedline } from '../history/history-state.js';
import { attempt } from '../library/library-actions.js';
import { closeDialog } from '../state/desk.js';
import { PickFolder } from './pick-folder.js';

export interface RedlineFolderDialogProps {
  readonly canPickFolder: boolean;
  /** Ids of versions, or `now`. */
  readonly before: string;
  readonly after: string;
}

/** A folder for the comparison as a Word file with tracked changes. */
export function RedlineFolderDialog({ canPickFolder, before, after }: RedlineFolderDialogProps) {
  return (
    <PickFolder
      canPickFolder={canPickFolder}
      onTake={({ handle }) => {
        closeDialog();
        attempt(() => exportRedline(before, after, handle));
      }}
      onCancel={closeDialog}
    />
  );
}
