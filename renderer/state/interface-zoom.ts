/** How large interface and text are drawn, in per cent; the pages beside the text have a size of their own. */
import { changeSetting, setting, settingsStore } from './settings.js';

export const interfaceZooms: readonly number[] = [100, 110, 125, 150, 175, 200];

/** The next larger or smaller step; undefined at the end. */
export function nextInterfaceZoom(percent: number, direction: 1 | -1): number | undefined {
  return direction > 0 ? interfaceZooms.find((step) => step > percent) : interfaceZooms.findLast((step) => step < percent);
}

export function canZoomInterface(direction: 1 | -1): boolean {
  return nextInterfaceZoom(setting('interface.zoom'), direction) !== undefined;
}

export function stepInterfaceZoom(direction: 1 | -1): void {
  const next = nextInterfaceZoom(setting('interface.zoom'), direction);
  if (next !== undefined) changeSetting('interface.zoom', next);
}

export function resetInterfaceZoom(): void {
  changeSetting('interface.zoom', 100);
}

/** Draws the window in the size that was set, now and whenever it changes. */
export function followInterfaceZoom(): void {
  const draw = (): void => {
    const zoom = String(setting('interface.zoom') / 100);
    const { style } = document.documentElement;
    style.zoom = zoom;
    // For style sheets: a browser enlarges vh and vw along with everything else.
    style.setProperty('--zoom', zoom);
  };
  draw();
  settingsStore.subscribe(draw);
}

/** Room the window has for what is drawn in it, in pixels of the enlarged interface. */
export function windowWidthPx(): number {
  return (window.innerWidth * 100) / setting('interface.zoom');
}

export function windowHeightPx(): number {
  return (window.innerHeight * 100) / setting('interface.zoom');
}
