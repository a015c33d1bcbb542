import { join } from 'node:path';
import { AppError } from '../../../shared/app-error.js';
import type { FontShelf } from '../../../shared/fonts/drawing-font.js';
import { readTrueType, type TrueTypeFont } from '../../../shared/fonts/true-type.js';
import { faces } from '../../../shared/layout/faces.js';
import type { DrawnFace } from '../../../shared/layout/page-style.js';
import { fileReader } from './file-reader.js';
import { findMachineFonts, machineFontFolders, type MachineFont } from './machine-fonts.js';

/**
 * The fonts of this machine and of the program. The machine is looked through once, when a document is first drawn; what
 * is needed of a file is read when it is.
 * @param folders where the machine keeps its fonts
 */
export function createFontShelf(assetsFolder: string, folders: readonly string[] = machineFontFolders()): FontShelf {
  let onMachine: ReadonlyMap<string, MachineFont> | undefined;
  return {
    bundled: remembering((file: string) => readBundled(join(assetsFolder, 'fonts', file), file)),
    installed: remembering((face: DrawnFace) => {
      onMachine ??= findMachineFonts(folders);
      const name = faces[face].localNames.find((each) => onMachine?.has(each));
      return readInstalled(name === undefined ? undefined : onMachine.get(name));
    }),
  };
}

function remembering<Key, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, read(key));
    return known.get(key) as Value;
  };
}

function readBundled(path: string, file: string): TrueTypeFont {
  try {
    return readTrueType(fileReader(path));
  } catch (error) {
    throw new AppError('export-failed', `程序自带的字体文件缺失或已损坏：${file}。请重新安装。`, { cause: error });
  }
}

/** A font that turns out to be unreadable is as good as none. */
function readInstalled(font: MachineFont | undefined): TrueTypeFont | undefined {
  if (font === undefined) return undefined;
  try {
    return readTrueType(fileReader(font.path), font.index);
  } catch {
    return undefined;
  }
}
