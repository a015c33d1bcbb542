import { dialog, type BrowserWindow } from 'electron';
import type { SaveWatch } from '../save-watch.js';

/**
 * Holds a closing window until its last words are on disk. Should they not get there, the editor is asked; nothing is
 * thrown away unasked.
 */
export function closeAfterSaving(window: BrowserWindow, { untilSaved }: Pick<SaveWatch, 'untilSaved'>, tellClosing: () => void): void {
  let isAsking = false;
  window.on('close', (event) => {
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    tellClosing();
    void untilSaved()
      .then((outcome) => (outcome === 'saved' ? true : mayLoseWork(window)))
      .then((mayClose) => {
        isAsking = false;
        if (mayClose) window.destroy();
      });
  });
}

async function mayLoseWork(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: '专报编辑台',
    message: '最后的修改没有存到磁盘。',
    detail: '返回后可查看原因并重新保存；仍然关闭会丢失这些修改。',
    buttons: ['返回', '仍然关闭'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
