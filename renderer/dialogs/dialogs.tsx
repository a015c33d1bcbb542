import type { AppInfo } from '../../shared/ipc.js';
import { useDesk, type Chapter, type Dialog } from '../state/desk.js';
import { useIssueSession } from '../state/issue-session.js';
import { lazy } from 'react';
import { AboutDialog } from './about-dialog.js';
import { AuditFolderDialog } from './audit-folder-dialog.js';
import { BackupFolderDialog } from './backup-folder-dialog.js';
import { BundleFolderDialog } from './bundle-folder-dialog.js';
import { ClosingDialog } from './closing-dialog.js';
import { ExportDialog } from './export-dialog.js';
import { GoToStateDialog } from './go-to-state-dialog.js';
import { ImportDialog } from './import-dialog.js';
import { ItemStagesDialog } from './item-stages-dialog.js';
import { KeptDialog } from './kept-dialog.js';
import { NameVersionDialog } from './name-version-dialog.js';
import { NewPublicationDialog } from './new-publication-dialog.js';
import { PackDialog } from './pack-dialog.js';
import { PassphraseDialog } from './passphrase-dialog.js';
import { PeopleDialog } from './people-dialog.js';
import { PrintDialog } from './print-dialog.js';
import { RedlineFolderDialog } from './redline-folder-dialog.js';
import { ShortcutsDialog } from './shortcuts-dialog.js';
import { TypeInDialog } from './type-in-dialog.js';
import { UnitsExportDialog } from './units-export-dialog.js';
import { WriteWordsDialog } from './write-words-dialog.js';

/** The chapter of the manual on each dialog. */
export const dialogChapters: Readonly<Record<Dialog['kind'], Chapter>> = {
  export: 'export',
  print: 'export',
  pack: 'exchange',
  'bundle-folder': 'exchange',
  passphrase: 'exchange',
  import: 'import',
  'type-in': 'import',
  shortcuts: 'keys',
  about: 'start',
  closing: 'safe',
  'write-words': 'safe',
  'units-export': 'library',
  palette: 'library',
  'name-version': 'history',
  'backup-folder': 'safe',
  'audit-folder': 'safe',
  'redline-folder': 'history',
  'go-to-state': 'history',
  'item-stages': 'history',
  people: 'history',
  kept: 'library',
  'new-publication': 'settings',
};
/** Read while the window rests, so that what is typed right after Ctrl+K is typed into it. */
export const loadPalette = () => import('../palette/palette.js');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));

/** The open dialog, if any. */
export function Dialogs({ info }: { readonly info: AppInfo }) {
  const dialog = useDesk((state) => state.dialog);
  const key = useIssueSession((session) => session.key);
  if (!dialog) return null;
  if (dialog.kind === 'import') return <ImportDialog running={dialog.running} outcomes={dialog.outcomes} />;
  if (dialog.kind === 'about') return <AboutDialog info={info} />;
  if (dialog.kind === 'shortcuts') return <ShortcutsDialog />;
  if (dialog.kind === 'name-version') return <NameVersionDialog version={dialog.version} />;
  if (dialog.kind === 'palette') return <Palette />;
  if (dialog.kind === 'closing') return <ClosingDialog writtenTo={dialog.writtenTo} />;
  if (dialog.kind === 'write-words') return <WriteWordsDialog canPickFolder={info.canPickFolder} isClosing={dialog.isClosing === true} />;
  if (dialog.kind === 'units-export') return <UnitsExportDialog canPickFolder={info.canPickFolder} format={dialog.format} />;
  if (dialog.kind === 'backup-folder') return <BackupFolderDialog canPickFolder={info.canPickFolder} goal={dialog.goal} />;
  if (dialog.kind === 'pack') return <PackDialog canPickFolder={info.canPickFolder} keys={dialog.keys} />;
  if (dialog.kind === 'passphrase') return <PassphraseDialog />;
  if (dialog.kind === 'type-in') return <TypeInDialog />;
  if (dialog.kind === 'redline-folder') return <RedlineFolderDialog canPickFolder={info.canPickFolder} {...dialog} />;
  if (dialog.kind === 'audit-folder') return <AuditFolderDialog canPickFolder={info.canPickFolder} />;
  if (dialog.kind === 'bundle-folder') return <BundleFolderDialog canPickFolder={info.canPickFolder} />;
  if (dialog.kind === 'kept') return <KeptDialog found={dialog.found} place={dialog.place} />;
  if (dialog.kind === 'new-publication') return <NewPublicationDialog />;
  if (dialog.kind === 'people') return <PeopleDialog back={dialog.back} />;
  if (key === undefined) return null;
  if (dialog.kind === 'item-stages') return <ItemStagesDialog />;
  if (dialog.kind === 'go-to-state') return <GoToStateDialog to={dialog.to} issueKey={key} />;
  if (dialog.kind === 'print') return <PrintDialog issueKey={key} />;
  return <ExportDialog issueKey={key} canPickFolder={info.canPickFolder} />;
}
