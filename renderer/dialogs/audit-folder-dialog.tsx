import { exportAudit } from '../keeping/keeping-state.js';
import { attempt } from '../library/library-actions.js';
import { closeDialog } from '../state/desk.js';
import { PickFolder } from './pick-folder.js';

/** A folder for the text of the shown operations. */
export function AuditFolderDialog({ canPickFolder }: { readonly canPickFolder: boolean }) {
  return (
    <PickFolder
      canPickFolder={canPickFolder}
      onTake={({ handle }) => {
        closeDialog();
        attempt(() => exportAudit(handle));
      }}
      onCancel={closeDialog}
    />
  );
}
