import { homedir } from 'node:os';
import { join } from 'node:path';

const appName = '专报编辑台';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder of one user's data: %APPDATA% on Windows, Application Support on macOS, XDG_DATA_HOME (else
 * ~/.local/share) elsewhere. Relative values of XDG_DATA_HOME are ignored, as the XDG base directory text asks.
 */
export function userDataFolder(platform: NodeJS.Platform = process.platform, environment: Environment = process.env): string {
  return join(dataHome(platform, environment), appName);
}

/** Where the library is kept unless the editor says otherwise. */
export function defaultLibraryFolder(platform: NodeJS.Platform = process.platform, environment: Environment = process.env): string {
  return join(userDataFolder(platform, environment), '资料库');
}

function dataHome(platform: NodeJS.Platform, environment: Environment): string {
  const home = homedir();
  if (platform === 'win32') return environment['APPDATA'] ?? join(home, 'AppData', 'Roaming');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  const configured = environment['XDG_DATA_HOME'];
  return configured?.startsWith('/') ? configured : join(home, '.local', 'share');
}

/** The folder the program itself lies in; bundles and sources are both two folders below it. */
const programFolder = join(import.meta.dirname, '..', '..');

/** Fonts, manual, sample issue and licences. */
export function assetsFolder(): string {
  return join(programFolder, 'assets');
}

/** The program that reads files, which lies beside the one that runs. */
export function recognitionProgram(): string {
  return join(programFolder, 'dist', 'electron', 'recognition.cjs');
}

/** The built window. */
export function rendererFolder(): string {
  return join(programFolder, 'dist', 'renderer');
}
