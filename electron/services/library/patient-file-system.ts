import { isTransient } from './disk-error.js';
import type { FileSystem } from './file-system.js';

/** Waits between tries, in milliseconds; about two seconds in all, as long as virus scanners hold a fresh file. */
const waitsMs = [10, 20, 40, 80, 150, 300, 600, 800] as const;

/**
 * A disk that tries again while another program holds a file. `link` is not repeated: it has a fallback that is
 * cheaper than waiting.
 */
export function patient(disk: FileSystem): FileSystem {
  async function retry<Value>(step: () => Promise<Value>): Promise<Value> {
    for (const waitMs of waitsMs) {
      try {
        return await step();
      } catch (error) {
        if (!isTransient(error)) throw error;
        await disk.wait(waitMs);
      }
    }
    return step();
  }
  return {
    readFile: (path) => retry(() => disk.readFile(path)),
    writeNew: (path, bytes) => retry(() => disk.writeNew(path, bytes)),
    // Not repeated: part of the bytes may be there already, and the journal cuts them off itself.
    append: (path, bytes) => disk.append(path, bytes),
    truncate: (path, size) => retry(() => disk.truncate(path, size)),
    rename: (from, to) => retry(() => disk.rename(from, to)),
    link: (from, to) => disk.link(from, to),
    remove: (path) => retry(() => disk.remove(path)),
    makeFolder: (path) => retry(() => disk.makeFolder(path)),
    list: (folder) => retry(() => disk.list(folder)),
    stat: (path) => retry(() => disk.stat(path)),
    syncFolder: (folder) => retry(() => disk.syncFolder(folder)),
    touch: (path) => retry(() => disk.touch(path)),
    wait: (milliseconds) => disk.wait(milliseconds),
  };
}
