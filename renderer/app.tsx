import { Suspense, useEffect, useRef } from 'react';
import { Dialogs, loadPalette } from './dialogs/dialogs.js';
import { ManualDrawer } from './dialogs/manual-drawer.js';
import { BackupStatus } from './frame/backup-status.js';
import { ActivityBar } from './frame/activity-bar.js';
import { ContextMenu } from './frame/context-menu.js';
import { MessageBars } from './frame/message-bars.js';
import { followMessagesHeight } from './frame/messages-height.js';
import { useNativeMenu } from './frame/native-menu.js';
import { views, viewsNow } from './frame/views.js';
import { useWindowLife } from './frame/window-life.js';
import { SaveTrouble } from './issue/save-trouble.js';
import { DropZone } from './library/drop-zone.js';
import type { AppInfo } from '../shared/ipc.js';
import { desk, useDesk } from './state/desk.js';
import { useIssueSession } from './state/issue-session.js';
import { tell } from './state/messages.js';
import { useIsLow } from './state/panes.js';
import { followLostKeyboard } from './state/lost-keyboard.js';
import { giveKeyboard, writingSurface } from './state/writing-surface.js';
import { followPanes } from './state/pane-focus.js';
import { followWheelZoom } from './state/wheel-zoom.js';
import { useCommandKeys, type KeyPorts } from './ui/command-keys.js';
import { ConfirmDialog, isAsking } from './ui/confirm.js';
import { followFieldLimits } from './ui/field-limits.js';
import { MenuBar } from './ui/menu-bar.js';
import { followTextTarget, lookAtTextTarget } from './ui/text-target.js';
import { FocusOnShow } from './frame/focus-on-show.js';
import { Bar } from './ui/bar.js';

function useViewsAhead(): void {
  useEffect(() => {
    const idle = requestIdleCallback(() => void Promise.all([...viewsNow().map((view) => views[view].load?.()), loadPalette()]));
    return () => cancelIdleCallback(idle);
  }, []);
}

/** Dialogs keep the keyboard to themselves. */
function isBlocked(): boolean {
  return isAsking() || desk.getState().dialog !== undefined;
}

function readSelection(): void {
  lookAtTextTarget();
  writingSurface()?.readSelection();
}

const keyPorts: KeyPorts = { isBlocked, readSelection };

/** The whole window. */
export function App({ info }: { readonly info: AppInfo }) {
  const view = useDesk((state) => state.view);
  const issueKey = useIssueSession(({ key }) => key) ?? '';
  const isManualOpen = useDesk(({ manual }) => manual !== undefined);
  const manualOver = useDesk(({ manual }) => manual?.over ?? '');
  const { Header, Body, Status } = views[view];
  useWindowLife();
  useViewsAhead();
  useCommandKeys(keyPorts);
  useNativeMenu(info.host, isBlocked);
  useEffect(followTextTarget, []);
  const messages = useRef<HTMLDivElement>(null);
  useEffect(() => (messages.current ? followMessagesHeight(messages.current) : undefined), []);
  useEffect(followPanes, []);
  useEffect(followLostKeyboard, []);
  useEffect(followWheelZoom, []);
  useEffect(() => followFieldLimits((sentence) => tell('info', sentence)), []);
  useEffect(() => {
    for (const notice of info.notices) tell('warning', notice);
  }, [info.notices]);
  return (
    <div className="desk" data-low={useIsLow()}>
      <MenuBar place={`资料库 ${info.libraryPath}`} giveKeyboard={giveKeyboard} />
      <header className="header">
        <Header />
      </header>
      <div className="desk-standing">
        {info.readOnly !== undefined && <Bar tone="warning" text={`资料库只能阅读，修改不会保存：${info.readOnly}`} actions={[]} />}
      </div>
      <div className="desk-main">
        <ActivityBar />
        <main className="desk-view">
          <Suspense>
            <Body />
            <FocusOnShow isBlocked={isBlocked} key={`${view} ${view === 'issue' ? issueKey : ''}`} />
          </Suspense>
        </main>
      </div>
      <div className="message-area" ref={messages}>
        <SaveTrouble />
        <MessageBars />
      </div>
      <footer className="status-bar" aria-label="状态栏">
        <Status />
        <BackupStatus />
      </footer>
      <DropZone />
      <Suspense>
        <Dialogs info={info} />
      </Suspense>
      {/* Asked for again over a dialog, it is drawn anew: above the dialog, and the first that Escape closes. */}
      {isManualOpen && <ManualDrawer key={manualOver} />}
      <ConfirmDialog />
      <ContextMenu />
    </div>
  );
}
