import { dialog, shell, type BrowserWindow } from 'electron';
import { printFile, systemPrinters } from '../system-files.js';
import type { Desktop } from '../../services/ports.js';

/** The system's own folder dialog, owned by the main window, and its file manager. */
export function createElectronDesktop(window: () => BrowserWindow | undefined): Desktop {
  return {
    canPickFolder: true,
    async pickFolder() {
      const owner = window();
      const options = {
        title: '选择文件夹',
        buttonLabel: '选择',
        properties: ['openDirectory', 'createDirectory'],
      } satisfies Electron.OpenDialogOptions;
      const { canceled, filePaths } = await (owner ? dialog.showOpenDialog(owner, options) : dialog.showOpenDialog(options));
      return canceled ? undefined : filePaths[0];
    },
    reveal(path) {
      shell.showItemInFolder(path);
      return Promise.resolve();
    },
    async open(path) {
      const failure = await shell.openPath(path);
      if (failure !== '') throw new Error(failure);
    },
    printers: () => systemPrinters(),
    print: printFile,
    closeWindow: () => window()?.destroy(),
  };
}
