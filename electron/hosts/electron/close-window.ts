import { dialog, type BrowserWindow } from 'electron';
import type { SaveWatch } from '../save-watch.js';

/**
 * Holds a closing window until it says that its last words are on disk. Should they not get there, the window itself
 * asks the editor and stays; for a window that no longer answers the host asks. Nothing is thrown away unasked.
 */
export function closeAfterSaving(
  window: BrowserWindow,
  { untilAnswered }: Pick<SaveWatch, 'untilAnswered'>,
  tellClosing: () => void,
): void {
  let isAsking = false;
  const close = async (): Promise<boolean> => {
    for (;;) {
      const answer = untilAnswered();
      tellClosing();
      const outcome = await answer;
      if (outcome !== 'silent') return outcome === 'saved';
      if (await mayLoseWork(window)) return true;
    }
  };
  window.on('close', (event) => {
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    void close().then((mayClose) => {
      isAsking = false;
      if (mayClose && !window.isDestroyed()) window.destroy();
    });
  });
}

async function mayLoseWork(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: '专报编辑台',
    message: '窗口没有回应，不能确定最后的修改是否已经保存。',
    detail: '可以再等一会儿。放弃并退出会丢失还没有保存的修改。',
    buttons: ['再等一会儿', '放弃并退出'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
