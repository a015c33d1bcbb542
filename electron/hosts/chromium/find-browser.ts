import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The parts of the machine the search looks at; tests bring their own. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether the path is a file this user may run. */
  isRunnable(path: string): boolean;
}

/** This machine. */
export const thisMachine: Machine = { platform: process.platform, env: process.env, isRunnable };

/**
 * Path of an installed Chromium, Chrome or Edge; undefined when there is none. `ZHUANBAO_BROWSER` names one outright,
 * and then no other is taken.
 */
export function findBrowser(machine: Machine = thisMachine): string | undefined {
  const named = machine.env['ZHUANBAO_BROWSER'];
  if (named) return machine.isRunnable(named) ? named : undefined;
  return browserPlaces(machine).find((path) => machine.isRunnable(path));
}

/** Every place a browser may be, best first, for the machine's system. */
export function browserPlaces(machine: Machine): readonly string[] {
  if (machine.platform === 'win32') return windowsPlaces(machine.env);
  if (machine.platform === 'darwin') return macPlaces(machine.env);
  return linuxPlaces(machine.env);
}

function windowsPlaces(env: Machine['env']): readonly string[] {
  const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['ProgramW6432'], env['LOCALAPPDATA']];
  const programs = [
    ['Google', 'Chrome', 'Application', 'chrome.exe'],
    ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ['Chromium', 'Application', 'chrome.exe'],
  ];
  const present = [...new Set(roots.filter((root): root is string => root !== undefined && root !== ''))];
  return programs.flatMap((parts) => present.map((root) => [root, ...parts].join('\\')));
}

function macPlaces(env: Machine['env']): readonly string[] {
  const roots = ['/Applications', ...(env['HOME'] ? [`${env['HOME']}/Applications`] : [])];
  const programs = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  return programs.flatMap((name) => roots.map((root) => `${root}/${name}.app/Contents/MacOS/${name}`));
}

function linuxPlaces(env: Machine['env']): readonly string[] {
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    // Browsers of 统信 and 麒麟 desktops, both Chromium underneath.
    'uos-browser-stable',
    'qaxbrowser-safe-stable',
  ];
  const fixed = [
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/opt/apps/org.deepin.browser/files/org.deepin.browser',
    '/snap/bin/chromium',
  ];
  const folders = [...new Set([...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'])].filter((folder) => folder !== '');
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...fixed];
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
