import type { AppInfo } from '../../shared/ipc.js';
import { useDesk } from '../state/desk.js';
import { useIssueSession } from '../state/issue-session.js';
import { AboutDialog } from './about-dialog.js';
import { ClosingDialog } from './closing-dialog.js';
import { ExportDialog } from './export-dialog.js';
import { ImportDialog } from './import-dialog.js';
import { ManualDrawer } from './manual-drawer.js';
import { ShortcutsDialog } from './shortcuts-dialog.js';
import { UnitsExportDialog } from './units-export-dialog.js';
import { WriteWordsDialog } from './write-words-dialog.js';

/** The open dialog, if any. */
export function Dialogs({ info }: { readonly info: AppInfo }) {
  const dialog = useDesk((state) => state.dialog);
  const key = useIssueSession((session) => session.key);
  if (!dialog) return null;
  if (dialog.kind === 'import') return <ImportDialog waiting={dialog.waiting} outcomes={dialog.outcomes} />;
  if (dialog.kind === 'about') return <AboutDialog info={info} />;
  if (dialog.kind === 'shortcuts') return <ShortcutsDialog />;
  if (dialog.kind === 'manual') return <ManualDrawer />;
  if (dialog.kind === 'closing') return <ClosingDialog writtenTo={dialog.writtenTo} />;
  if (dialog.kind === 'write-words') return <WriteWordsDialog canPickFolder={info.canPickFolder} isClosing={dialog.isClosing === true} />;
  if (dialog.kind === 'units-export') return <UnitsExportDialog canPickFolder={info.canPickFolder} format={dialog.format} />;
  return key === undefined ? null : <ExportDialog issueKey={key} canPickFolder={info.canPickFolder} />;
}
