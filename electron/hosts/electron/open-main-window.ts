import { app, BrowserWindow, screen } from 'electron';
import type { HostLog } from '../host-log.js';
import { electronOrigin } from '../serve-files.js';
import { closeBrowserKeys } from './close-browser-keys.js';
import { readBounds, writeBounds } from '../window-bounds.js';
import { followSchemeColor, windowColor } from './follow-scheme.js';
import { mainWindowOptions, onScreen } from './window-options.js';

export interface MainWindowFiles {
  readonly preload: string;
  readonly icon: string;
  /** Where size and place are remembered. */
  readonly bounds: string;
}

const pageUrl = `${electronOrigin}/`;

/** Opens the main window where the editor left it and shows it once it is drawn. */
export function openMainWindow(files: MainWindowFiles, log: HostLog): BrowserWindow {
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const bounds = onScreen(readBounds(files.bounds), areas);
  const window = new BrowserWindow({
    ...mainWindowOptions(bounds, files.preload, files.icon, app.isPackaged),
    backgroundColor: windowColor(),
  });
  if (bounds.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  rememberBounds(window, files.bounds);
  followSchemeColor(window);
  closeBrowserKeys(window.webContents);
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log('window', reason);
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload();
  });
  window.loadURL(pageUrl).catch((error: unknown) => log('window', error));
  return window;
}

function rememberBounds(window: BrowserWindow, file: string): void {
  const remember = (): void => {
    const { x, y, width, height } = window.getNormalBounds();
    writeBounds(file, { left: x, top: y, width, height, maximized: window.isMaximized() });
  };
  for (const name of ['resized', 'moved', 'maximize', 'unmaximize', 'close'] as const) window.on(name as 'close', remember);
}
