import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import type { Desktop } from '../../services/ports.js';

/** Command that shows a file in the system's file manager; Linux file managers take the folder. */
export function revealCommand(platform: NodeJS.Platform, path: string): readonly [string, readonly string[]] {
  if (platform === 'win32') return ['explorer.exe', [`/select,${path}`]];
  if (platform === 'darwin') return ['open', ['-R', path]];
  return ['xdg-open', [dirname(path)]];
}

/** The desktop as a plain process reaches it: no folder dialog of its own, the window brings one. */
export function createChromiumDesktop(closeWindow: () => void): Desktop {
  return { canPickFolder: false, pickFolder: () => Promise.resolve(undefined), reveal, closeWindow };
}

function reveal(path: string): Promise<void> {
  const [program, words] = revealCommand(process.platform, path);
  const child = spawn(program, words, { detached: true, stdio: 'ignore' });
  child.unref();
  return new Promise((resolve, reject) => {
    child.once('spawn', () => resolve());
    child.once('error', reject);
  });
}
