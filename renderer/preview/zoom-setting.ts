/** How large the pages are shown, and whether two lie side by side: remembered on this machine. */
import { useEffect } from 'react';
import { pagesScale } from '../state/pages-scale.js';
import { changeSetting, setting, useSetting } from '../state/settings.js';
import type { Zoom } from './zoom.js';

export function useZoomSetting(): Zoom {
  return toZoom(useSetting('preview.zoom')[0]);
}

export function storeZoom(zoom: Zoom): void {
  changeSetting('preview.zoom', String(zoom));
}

/** Two pages side by side are seen whole: a zoom chosen for one page gives way to the pane's width. */
export function storeSpread(isSpread: boolean): void {
  changeSetting('preview.spread', isSpread);
  if (isSpread && typeof toZoom(setting('preview.zoom')) === 'number') storeZoom('width');
}

/** Says how large the pages are drawn while they are shown, for the commands that make them larger and smaller. */
export function useToldScale(scale: number): void {
  useEffect(() => pagesScale.setState({ scale }), [scale]);
  useEffect(() => () => pagesScale.setState({ scale: undefined }), []);
}

function toZoom(stored: string): Zoom {
  const percent = Number(stored);
  if (stored === 'page') return 'page';
  return percent >= 10 && percent <= 400 ? percent : 'width';
}
