/** A window that is about to close saves first, and stays to ask when it cannot. */
import { call, onNotice } from '../bridge.js';
import { openDialog } from '../state/desk.js';
import { flushWindow } from '../state/flush-window.js';
import { saveFailure } from '../state/save-failure.js';

/** Follows the host's word that the window is closing, and holds the window while a save has failed. */
export function followClosing(): () => void {
  const stopNotice = onNotice('app.closing', () => void saveAndAnswer());
  window.addEventListener('beforeunload', holdUnsaved);
  return () => {
    stopNotice();
    window.removeEventListener('beforeunload', holdUnsaved);
  };
}

async function saveAndAnswer(): Promise<void> {
  const saved = await flushWindow();
  if (!saved) openDialog({ kind: 'closing' });
  // A window that is gone by now has nobody to answer.
  await call('window.flushed', { saved }).catch(() => undefined);
}

function holdUnsaved(event: BeforeUnloadEvent): void {
  if (saveFailure() === undefined) return;
  event.preventDefault();
  openDialog({ kind: 'closing' });
}
