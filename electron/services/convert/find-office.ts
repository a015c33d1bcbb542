import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The parts of the machine the search looks at; tests bring their own. */
export interface OfficeMachine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether the path is a file this user may run. */
  isRunnable(path: string): boolean;
}

export const thisMachine: OfficeMachine = { platform: process.platform, env: process.env, isRunnable };

/** Path of an installed LibreOffice; undefined when there is none. `ZHUANBAO_SOFFICE` names one outright; empty means none. */
export function findOffice(machine: OfficeMachine = thisMachine): string | undefined {
  const named = machine.env['ZHUANBAO_SOFFICE'];
  if (named !== undefined) return named !== '' && machine.isRunnable(named) ? named : undefined;
  return officePlaces(machine).find((path) => machine.isRunnable(path));
}

function officePlaces({ platform, env }: OfficeMachine): readonly string[] {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['ProgramW6432'], env['PROGRAMFILES(X86)']].filter((root): root is string => Boolean(root));
    // The .com variant waits until the conversion is done; the .exe returns at once.
    return [...new Set(roots)].map((root) => `${root}\\LibreOffice\\program\\soffice.com`);
  }
  if (platform === 'darwin') return ['/Applications/LibreOffice.app/Contents/MacOS/soffice'];
  const folders = [...new Set([...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'])].filter((folder) => folder !== '');
  return [...folders.flatMap((folder) => [join(folder, 'soffice'), join(folder, 'libreoffice')]), '/opt/libreoffice/program/soffice'];
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
