import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import type { WindowBounds } from '../window-bounds.js';

/** What every window of the app runs under: an ordinary page in the sandbox, with no way to Node. */
export const securePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  disableDialogs: false,
  spellcheck: false,
} as const satisfies WebPreferences;

/**
 * Options of the main window. @param preload absolute path of the bundled preload @param icon absolute path of a PNG
 * @param isPackaged what editors run has no developer tools
 */
export function mainWindowOptions(
  bounds: WindowBounds,
  preload: string,
  icon: string,
  isPackaged: boolean,
): BrowserWindowConstructorOptions {
  const { left, top, width, height } = bounds;
  return {
    title: '专报编辑台',
    width,
    height,
    ...(left === undefined || top === undefined ? {} : { x: left, y: top }),
    minWidth: 1024,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    icon,
    webPreferences: { ...securePreferences, preload, devTools: !isPackaged },
  };
}

/** Drops a remembered place that is on no screen any more. */
export function onScreen(bounds: WindowBounds, areas: readonly Electron.Rectangle[]): WindowBounds {
  const { left, top, ...size } = bounds;
  if (left === undefined || top === undefined) return bounds;
  const isSeen = areas.some(
    ({ x, y, width, height }) => left + size.width > x + 80 && left < x + width - 80 && top >= y - 8 && top < y + height - 40,
  );
  return isSeen ? bounds : size;
}
