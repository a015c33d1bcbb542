/**
 * The one table of views: a view is a `show.…` row in `shared/commands.ts` (its label and key) and a row here. Activity
 * bar, header, status bar, F6 and the command that shows it come from the two.
 */
import {
  DatabaseOutlined,
  EditOutlined,
  FileTextOutlined,
  HistoryOutlined,
  InboxOutlined,
  SafetyCertificateOutlined,
  SearchOutlined,
  SettingOutlined,
  SwapOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import { isCommandOf, type CommandId } from '../../shared/commands.js';
import { ContributorHeader, ContributorStatus } from '../contributor/contributor-header.js';
import { ExchangeHeader, ExchangeStatus } from '../exchange/exchange-header.js';
import { HistoryHeader, HistoryStatus } from '../history/history-header.js';
import { InboxHeader, InboxStatus } from '../inbox/inbox-header.js';
import { KeepingHeader, KeepingStatus } from '../keeping/keeping-header.js';
import { LibraryView } from '../library/library-view.js';
import { UnitsHeader, UnitsStatus } from '../units/units-header.js';
import { SearchHeader, SearchStatus } from '../search/search-header.js';
import { SettingsHeader } from '../settings/settings-header.js';
import { desk, showView, type Chapter, type View } from '../state/desk.js';
import { purposeNow, usePurpose } from '../state/contributor.js';
import { issueSession } from '../state/issue-session.js';
import { focusLastPane } from '../state/pane-focus.js';
import type { CommandBehaviour } from '../ui/command-registry.js';
import { late } from '../ui/late.js';
import { IssueHeader, LibraryHeader } from './header.js';
import { IssueStatus, LibraryStatus, SettingsStatus } from './status-bar.js';

export interface ViewRow {
  readonly Icon: ComponentType<{ readonly 'aria-hidden'?: boolean }>;
  /** What fills the window. */
  readonly Body: ComponentType;
  /** Reads the body of a large view ahead of its first use, while the window rests. */
  readonly load?: () => Promise<unknown>;
  readonly Header: ComponentType;
  readonly Status: ComponentType;
  /** The chapter of the manual on it, which F1 opens. */
  readonly chapter: Chapter | (() => Chapter);
  /** Stands at the foot of the activity bar. */
  readonly isAtFoot?: boolean;
  /** Whether there is something to show; there always is when absent. */
  canShow?(): boolean;
}

/** The library paints first; the larger views are read while the window rests. */
export const views: Readonly<Record<View, ViewRow>> = {
  contributor: {
    Icon: EditOutlined,
    ...late(async () => (await import('../contributor/contributor-view.js')).ContributorView),
    Header: ContributorHeader,
    Status: ContributorStatus,
    chapter: 'contributor',
  },
  issue: {
    Icon: FileTextOutlined,
    ...late(async () => (await import('../issue/issue-view.js')).IssueView),
    Header: IssueHeader,
    Status: IssueStatus,
    chapter: issueChapter,
    canShow: () => issueSession.getState().key !== undefined,
  },
  library: { Icon: DatabaseOutlined, Body: LibraryView, Header: LibraryHeader, Status: LibraryStatus, chapter: 'library' },
  inbox: {
    Icon: InboxOutlined,
    ...late(async () => (await import('../inbox/inbox-view.js')).InboxView),
    Header: InboxHeader,
    Status: InboxStatus,
    chapter: 'library',
  },
  exchange: {
    Icon: SwapOutlined,
    ...late(async () => (await import('../exchange/exchange-view.js')).ExchangeView),
    Header: ExchangeHeader,
    Status: ExchangeStatus,
    chapter: 'exchange',
  },
  units: {
    Icon: TeamOutlined,
    ...late(async () => (await import('../units/units-view.js')).UnitsView),
    Header: UnitsHeader,
    Status: UnitsStatus,
    chapter: 'library',
  },
  history: {
    Icon: HistoryOutlined,
    ...late(async () => (await import('../history/history-view.js')).HistoryView),
    Header: HistoryHeader,
    Status: HistoryStatus,
    chapter: 'history',
    canShow: () => issueSession.getState().key !== undefined,
  },
  search: {
    Icon: SearchOutlined,
    ...late(async () => (await import('../search/search-view.js')).SearchView),
    Header: SearchHeader,
    Status: SearchStatus,
    chapter: 'library',
  },
  keeping: {
    Icon: SafetyCertificateOutlined,
    ...late(async () => (await import('../keeping/keeping-view.js')).KeepingView),
    Header: KeepingHeader,
    Status: KeepingStatus,
    chapter: 'safe',
  },
  settings: {
    Icon: SettingOutlined,
    ...late(async () => (await import('../settings/settings-view.js')).SettingsView),
    Header: SettingsHeader,
    Status: SettingsStatus,
    chapter: 'settings',
    isAtFoot: true,
  },
};

/** By where the editor works: in the pages beside the text, in an article, or in another part of the issue. */
function issueChapter(): Chapter {
  if (document.activeElement?.closest('[data-pane="preview"]')) return 'pages';
  const { kind } = issueSession.getState().current;
  return kind === 'item' ? 'article' : kind === 'submission' ? 'library' : 'structure';
}

const viewNames = Object.keys(views) as readonly View[];

/** The views of this installation. */
export function viewsNow(): readonly View[] {
  return viewNames.filter((view) => isCommandOf(purposeNow(), showCommand(view)));
}

export function useViews(): readonly View[] {
  const purpose = usePurpose();
  return viewNames.filter((view) => isCommandOf(purpose, showCommand(view)));
}

/** The command that shows a view. */
export function showCommand(view: View): CommandId & `show.${View}` {
  return `show.${view}`;
}

export const showCommands = Object.fromEntries(viewNames.map((view) => [showCommand(view), showBehaviour(view)])) as Readonly<
  Record<`show.${View}`, CommandBehaviour>
>;

function showBehaviour(view: View): CommandBehaviour {
  return {
    run: () => (desk.getState().view === view ? focusLastPane() : showView(view)),
    isEnabled: () => views[view].canShow?.() ?? true,
    isTicked: () => desk.getState().view === view,
  };
}
