import { dirname } from 'node:path';
import type { Desktop } from '../../services/ports.js';
import { openCommand, printFile, startProgram, systemPrinters } from '../system-files.js';

/** Command that shows a file in the system's file manager; Linux file managers take the folder. */
export function revealCommand(platform: NodeJS.Platform, path: string): readonly [string, readonly string[]] {
  if (platform === 'win32') return ['explorer.exe', [`/select,${path}`]];
  if (platform === 'darwin') return ['open', ['-R', path]];
  return ['xdg-open', [dirname(path)]];
}

/** The desktop as a plain process reaches it: no folder dialog of its own, the window brings one. */
export function createChromiumDesktop(closeWindow: () => void): Desktop {
  return {
    canPickFolder: false,
    pickFolder: () => Promise.resolve(undefined),
    reveal: (path) => startProgram(revealCommand(process.platform, path)),
    open: (path) => startProgram(openCommand(process.platform, path)),
    printers: () => systemPrinters(),
    print: printFile,
    closeWindow,
  };
}
