import { lazy, Suspense, useEffect } from 'react';
import type { CommandId } from '../shared/commands.js';
import type { AppInfo } from '../shared/ipc.js';
import { ActivityBar } from './frame/activity-bar.js';
import { Dialogs } from './dialogs/dialogs.js';
import { Header } from './frame/header.js';
import { StatusBar } from './frame/status-bar.js';
import { useWindowCommands } from './frame/window-commands.js';
import { useWindowLife } from './frame/window-life.js';
import { SaveTrouble } from './issue/save-trouble.js';
import { DropZone } from './library/drop-zone.js';
import { LibraryView } from './library/library-view.js';
import { desk, useDesk } from './state/desk.js';
import { tell } from './state/messages.js';
import { useShownPanes, useSideTab } from './state/panes.js';
import { useSetting } from './state/settings.js';
import { useCommandKeys } from './ui/command-keys.js';
import { ConfirmDialog, isAsking } from './ui/confirm.js';
import { MenuBar } from './ui/menu-bar.js';
import { Bar, MessageBars } from './ui/message-bars.js';

/** The library paints first; the larger views are read while the window rests. */
const loadIssueView = () => import('./issue/issue-view.js');
const loadSettingsView = () => import('./settings/settings-view.js');
const IssueView = lazy(async () => ({ default: (await loadIssueView()).IssueView }));
const SettingsView = lazy(async () => ({ default: (await loadSettingsView()).SettingsView }));

function useViewsAhead(): void {
  useEffect(() => {
    const idle = requestIdleCallback(() => void Promise.all([loadIssueView(), loadSettingsView()]));
    return () => cancelIdleCallback(idle);
  }, []);
}

/** Dialogs keep the keyboard to themselves; the manual lies beside the work. */
function isBlocked(): boolean {
  const { dialog } = desk.getState();
  return isAsking() || (dialog !== undefined && dialog.kind !== 'manual');
}

/** The whole window. */
export function App({ info }: { readonly info: AppInfo }) {
  const view = useDesk((state) => state.view);
  useWindowLife();
  useViewsAhead();
  useWindowCommands();
  useCommandKeys(isBlocked);
  useEffect(() => {
    for (const notice of info.notices) tell('warning', notice);
  }, [info.notices]);
  return (
    <div className="desk">
      <MenuBar ticked={useTicked()} place={`资料库 ${info.libraryPath}`} />
      <Header />
      <div className="desk-standing">
        {info.readOnly !== undefined && <Bar tone="warning" text={`资料库只能阅读，修改不会保存：${info.readOnly}`} actions={[]} />}
      </div>
      <div className="desk-main">
        <ActivityBar />
        <main className="desk-view">
          <Suspense>
            {view === 'library' ? (
              <LibraryView />
            ) : view === 'settings' ? (
              <SettingsView />
            ) : (
              <IssueView isReadOnly={info.readOnly !== undefined} />
            )}
          </Suspense>
        </main>
      </div>
      <div className="message-area">
        <SaveTrouble />
        <MessageBars />
      </div>
      <StatusBar />
      <DropZone />
      <Dialogs info={info} />
      <ConfirmDialog />
    </div>
  );
}

/** Commands of shown panes and of the current view carry a tick in the menu. */
function useTicked(): ReadonlySet<CommandId> {
  const view = useDesk((state) => state.view);
  const panes = useShownPanes();
  const isInspecting = useSideTab() === 'inspection';
  const [isSpread] = useSetting('preview.spread', false);
  const ticked: CommandId[] = [`view.${view}`];
  if (panes.includes('outline')) ticked.push('view.outline');
  if (panes.includes('preview')) ticked.push('view.preview');
  if (panes.includes('preview') && isInspecting) ticked.push('view.inspection');
  if (panes.includes('preview') && isSpread) ticked.push('view.spread');
  return new Set(ticked);
}
