/** Which of the three columns the window shows. */
import { useSyncExternalStore } from 'react';
import { createStore, useStore } from 'zustand';
import { changeSetting, setting, useSetting } from './settings.js';

/** Below these widths of the window, in CSS pixels, the preview, then the outline, give way to the sheet in the middle. */
const previewNeedsPx = 1080;
const outlineNeedsPx = 640;

export type PaneName = 'outline' | 'form' | 'preview';

/** In a narrow window preview and sheet take turns; this is the one that has it. */
const narrow = createStore<{ readonly isPreviewInFront: boolean }>(() => ({ isPreviewInFront: false }));

/** What the pane beside the sheet shows: the pages alone, or 版面体检 above them. */
export type SideTab = 'pages' | 'inspection';

const side = createStore<{ readonly tab: SideTab }>(() => ({ tab: 'pages' }));

export function useSideTab(): SideTab {
  return useStore(side, ({ tab }) => tab);
}

export function showSideTab(tab: SideTab): void {
  side.setState({ tab });
}

/** Opens 版面体检 and its pane; asked again while it is in view, back to the pages alone. */
export function toggleInspection(): void {
  if (isPreviewShown() && side.getState().tab === 'inspection') showSideTab('pages');
  else showInspection();
}

export function showInspection(): void {
  showSideTab('inspection');
  if (!isPreviewShown()) togglePreview();
}

function isPreviewShown(): boolean {
  return window.innerWidth < previewNeedsPx ? narrow.getState().isPreviewInFront : !setting('previewFolded', false);
}

/** The panes the editor wants and the window has room for, from left to right. */
export function useShownPanes(): readonly PaneName[] {
  const widthPx = useWindowWidth();
  const [isOutlineFolded] = useSetting('outlineFolded', false);
  const [isPreviewFolded] = useSetting('previewFolded', false);
  const isPreviewInFront = useStore(narrow, (state) => state.isPreviewInFront);
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
  if (window.innerWidth < previewNeedsPx) narrow.setState(({ isPreviewInFront }) => ({ isPreviewInFront: !isPreviewInFront }));
  else changeSetting('previewFolded', !setting('previewFolded', false));
}

export function toggleOutline(): void {
  changeSetting('outlineFolded', !setting('outlineFolded', false));
}

/** Brings the sheet to the front when the editor asked for a place in it. */
export function showSheet(): void {
  narrow.setState({ isPreviewInFront: false });
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

function useWindowWidth(): number {
  return useSyncExternalStore(subscribe, () => window.innerWidth);
}
