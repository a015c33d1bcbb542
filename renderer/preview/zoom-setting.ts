/** How large the pages are shown, and whether two lie side by side: remembered on this machine. */
import { changeSetting, setting, useSetting } from '../state/settings.js';
import { useCommand } from '../ui/command-registry.js';
import { nextZoom, type Zoom } from './zoom.js';

export function useZoomSetting(): Zoom {
  return toZoom(useSetting<string>('preview.zoom', 'width')[0]);
}

export function storeZoom(zoom: Zoom): void {
  changeSetting('preview.zoom', String(zoom));
}

/** Two pages side by side are seen whole: a zoom chosen for one page gives way to the pane's width. */
export function storeSpread(isSpread: boolean): void {
  changeSetting('preview.spread', isSpread);
  if (isSpread && typeof toZoom(setting('preview.zoom', 'width')) === 'number') storeZoom('width');
}

/** The commands of the menu, while the pages are shown at this scale. */
export function useZoomCommands(scale: number, isSpread: boolean): void {
  useCommand('view.zoomIn', () => storeZoom(nextZoom(scale, 1)));
  useCommand('view.zoomOut', () => storeZoom(nextZoom(scale, -1)));
  useCommand('view.fitWidth', () => storeZoom('width'));
  useCommand('view.fitPage', () => storeZoom('page'));
  useCommand('view.spread', () => storeSpread(!isSpread));
}

function toZoom(stored: string): Zoom {
  const percent = Number(stored);
  if (stored === 'page') return 'page';
  return percent >= 10 && percent <= 400 ? percent : 'width';
}
