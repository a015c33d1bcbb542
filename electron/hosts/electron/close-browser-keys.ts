import type { WebContents } from 'electron';
import { isBrowserKey } from '../../../shared/browser-keys.js';

/** Keeps the browser's own keys from a window: reload, print, find, developer tools. The window's own keys pass. */
export function closeBrowserKeys(contents: WebContents): void {
  contents.on('before-input-event', (event, { type, key, control, alt, shift }) => {
    const press = { key, ctrlKey: control, altKey: alt, shiftKey: shift };
    if (type === 'keyDown' && isBrowserKey(press)) event.preventDefault();
  });
}
