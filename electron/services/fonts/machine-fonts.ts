import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fontCount, readFontFacts } from '../../../shared/fonts/true-type.js';
import { readingFile } from './file-reader.js';

/** A font of this machine: its file, and which of a collection it is. */
export interface MachineFont {
  readonly path: string;
  readonly index: number;
}

/** Where this system keeps fonts, the user's own ones last. */
export function machineFontFolders(platform = process.platform, environment: NodeJS.ProcessEnv = process.env): readonly string[] {
  const home = homedir();
  if (platform === 'win32')
    return [
      join(environment['WINDIR'] ?? 'C:\\Windows', 'Fonts'),
      join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Microsoft', 'Windows', 'Fonts'),
    ];
  if (platform === 'darwin') return ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library', 'Fonts')];
  return ['/usr/share/fonts', '/usr/local/share/fonts', join(home, '.local', 'share', 'fonts'), join(home, '.fonts')];
}

/**
 * Fonts with TrueType outlines that may be embedded, by every name they have. Of a file only its directory and two small
 * tables are read; what cannot be read is passed over.
 */
export function findMachineFonts(folders: readonly string[]): ReadonlyMap<string, MachineFont> {
  const found = new Map<string, MachineFont>();
  for (const path of folders.flatMap(fontFiles)) {
    for (const [name, font] of namesIn(path)) if (!found.has(name)) found.set(name, font);
  }
  return found;
}

function fontFiles(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter(({ name }) => /\.tt[fc]$/iu.test(name))
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort();
  } catch {
    return [];
  }
}

function namesIn(path: string): readonly (readonly [string, MachineFont])[] {
  try {
    return readingFile(path, (read) =>
      Array.from({ length: fontCount(read) }, (_none, index) => index).flatMap((index) => {
        const { names, hasOutlines, isEmbeddable } = readFontFacts(read, index);
        return hasOutlines && isEmbeddable ? names.map((name) => [name, { path, index }] as const) : [];
      }),
    );
  } catch {
    return [];
  }
}
