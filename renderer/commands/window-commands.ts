/** Commands on the window itself: panes, sizes, help. */
import { chapterNow } from '../frame/chapter.js';
import { openDialog, openManual } from '../state/desk.js';
import {
  isPaneShown,
  isInspectionShown,
  isSentShown,
  toggleInspection,
  toggleOutline,
  togglePreview,
  toggleSent,
  isBesideShown,
  toggleBeside,
} from '../state/panes.js';
import { pagesScale } from '../state/pages-scale.js';
import { storeSpread, storeZoom } from '../preview/zoom-setting.js';
import { nextZoom } from '../preview/zoom.js';
import { setting } from '../state/settings.js';
import { canZoomInterface, resetInterfaceZoom, stepInterfaceZoom } from '../state/interface-zoom.js';
import { focusNextPane } from '../state/pane-focus.js';
import type { CommandBehaviours } from '../ui/command-registry.js';
import { isIssueShown } from './situation.js';

export const windowCommands = {
  'view.palette': { run: () => openDialog({ kind: 'palette' }) },
  'view.outline': { run: toggleOutline, isEnabled: isIssueShown, isTicked: () => isPaneShown('outline') },
  'view.preview': { run: togglePreview, isEnabled: isIssueShown, isTicked: () => isPaneShown('preview') },
  'view.inspection': { run: toggleInspection, isEnabled: isIssueShown, isTicked: isInspectionShown },
  'view.beside': { run: toggleBeside, isEnabled: isIssueShown, isTicked: isBesideShown },
  'view.sent': { run: toggleSent, isEnabled: isIssueShown, isTicked: isSentShown },
  'view.nextPane': { run: focusNextPane },
  'view.zoomIn': { run: () => stepInterfaceZoom(1), isEnabled: () => canZoomInterface(1) },
  'view.zoomOut': { run: () => stepInterfaceZoom(-1), isEnabled: () => canZoomInterface(-1) },
  'view.zoomReset': { run: resetInterfaceZoom, isEnabled: () => canZoomInterface(-1) },
  'view.pagesLarger': { run: () => stepPages(1), isEnabled: arePagesShown },
  'view.pagesSmaller': { run: () => stepPages(-1), isEnabled: arePagesShown },
  'view.fitWidth': { run: () => storeZoom('width'), isEnabled: arePagesShown, isTicked: () => setting('preview.zoom') === 'width' },
  'view.fitPage': { run: () => storeZoom('page'), isEnabled: arePagesShown, isTicked: () => setting('preview.zoom') === 'page' },
  'view.spread': {
    run: () => storeSpread(!setting('preview.spread')),
    isEnabled: arePagesShown,
    isTicked: () => setting('preview.spread'),
  },
  'help.manual': { run: () => openManual(chapterNow()) },
  'help.shortcuts': { run: () => openDialog({ kind: 'shortcuts' }) },
  'help.about': { run: () => openDialog({ kind: 'about' }) },
} satisfies Partial<CommandBehaviours>;

function arePagesShown(): boolean {
  return pagesScale.getState().scale !== undefined;
}

function stepPages(direction: 1 | -1): void {
  const { scale } = pagesScale.getState();
  if (scale !== undefined) storeZoom(nextZoom(scale, direction));
}
