/** Which of the three columns the window shows. */
import { useSyncExternalStore } from 'react';
import { createStore, useStore } from 'zustand';
import { windowHeightPx, windowWidthPx } from './interface-zoom.js';
import { changeSetting, setting, settingsStore, useSetting } from './settings.js';

/** Below these widths of the window, in CSS pixels, the preview, then the outline, give way to the sheet in the middle. */
const previewNeedsPx = 1180;
const outlineNeedsPx = 640;

export type PaneName = 'outline' | 'form' | 'preview';

/** In a narrow window preview and sheet take turns; this is the one that has it. */
export const narrowStore = createStore<{ readonly isPreviewInFront: boolean }>(() => ({ isPreviewInFront: false }));

/** What the pane beside the sheet shows: the pages alone, 版面体检 above them, what was sent beside what it became, or another article. */
export type SideTab = 'pages' | 'inspection' | 'sent' | 'beside';

export const sideStore = createStore<{ readonly tab: SideTab }>(() => ({ tab: 'pages' }));

export function useSideTab(): SideTab {
  return useStore(sideStore, ({ tab }) => tab);
}

export function showSideTab(tab: SideTab): void {
  sideStore.setState({ tab });
}

/** Opens 版面体检 and its pane; asked again while it is in view, back to what was there before. */
export function toggleInspection(): void {
  if (isInspectionShown()) putAway();
  else showInspection();
}

export function showInspection(): void {
  bringUp('inspection');
}

/** Opens 对照来稿 and its pane; asked again while it is in view, back to what was there before. */
export function toggleSent(): void {
  if (isSentShown()) putAway();
  else bringUp('sent');
}

/** Opens 并排 and its pane; asked again while it is in view, back to what was there before. */
export function toggleBeside(): void {
  if (isBesideShown()) putAway();
  else bringUp('beside');
}

export function isBesideShown(): boolean {
  return isPaneShown('preview') && sideStore.getState().tab === 'beside';
}

/** Back to the pages; where they take turns with the sheet, back to the sheet, which was in front before. */
function putAway(): void {
  showSideTab('pages');
  showSheet();
}

function bringUp(tab: SideTab): void {
  showSideTab(tab);
  if (!isPaneShown('preview')) togglePreview();
}

/** Whether a pane is in view, for the tick in the menu. */
export function isPaneShown(pane: PaneName): boolean {
  return shownPanes({
    widthPx: windowWidthPx(),
    isOutlineFolded: setting('outlineFolded'),
    isPreviewFolded: setting('previewFolded'),
    ...narrowStore.getState(),
  }).includes(pane);
}

export function isInspectionShown(): boolean {
  return isPaneShown('preview') && sideStore.getState().tab === 'inspection';
}

export function isSentShown(): boolean {
  return isPaneShown('preview') && sideStore.getState().tab === 'sent';
}

/** The panes the editor wants and the window has room for, from left to right. */
export function useShownPanes(): readonly PaneName[] {
  const widthPx = useWindowWidth();
  const [isOutlineFolded] = useSetting('outlineFolded');
  const [isPreviewFolded] = useSetting('previewFolded');
  const isPreviewInFront = useStore(narrowStore, (state) => state.isPreviewInFront);
  return shownPanes({ widthPx, isOutlineFolded, isPreviewFolded, isPreviewInFront });
}

export interface PaneWishes {
  readonly widthPx: number;
  readonly isOutlineFolded: boolean;
  readonly isPreviewFolded: boolean;
  readonly isPreviewInFront: boolean;
}

export function shownPanes({ widthPx, isOutlineFolded, isPreviewFolded, isPreviewInFront }: PaneWishes): readonly PaneName[] {
  const outline: readonly PaneName[] = isOutlineFolded || widthPx < outlineNeedsPx ? [] : ['outline'];
  if (widthPx < previewNeedsPx) return [...outline, isPreviewInFront ? 'preview' : 'form'];
  return isPreviewFolded ? [...outline, 'form'] : [...outline, 'form', 'preview'];
}

/** Folds or unfolds the preview; where there is no room for both, it changes places with the sheet. */
export function togglePreview(): void {
  if (windowWidthPx() < previewNeedsPx) narrowStore.setState(({ isPreviewInFront }) => ({ isPreviewInFront: !isPreviewInFront }));
  else changeSetting('previewFolded', !setting('previewFolded'));
}

export function toggleOutline(): void {
  changeSetting('outlineFolded', !setting('outlineFolded'));
}

/** Brings the sheet to the front when the editor asked for a place in it. */
export function showSheet(): void {
  narrowStore.setState({ isPreviewInFront: false });
}

function subscribe(listener: () => void): () => void {
  const stop = settingsStore.subscribe(listener);
  window.addEventListener('resize', listener);
  return () => {
    stop();
    window.removeEventListener('resize', listener);
  };
}

function useWindowWidth(): number {
  return useSyncExternalStore(subscribe, windowWidthPx);
}

/** Below this height of the window menus and header share a row and the text stands closer, so that twenty lines are left. */
const lowPx = 660;

export function useIsLow(): boolean {
  return useSyncExternalStore(subscribe, () => windowHeightPx() < lowPx);
}
