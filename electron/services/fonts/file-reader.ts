import { closeSync, openSync, readSync } from 'node:fs';
import type { FontReader } from '../../../shared/fonts/true-type.js';

/** Lets a work read stretches of a file, which is open meanwhile. What lies behind its end comes out short. */
export function readingFile<Result>(path: string, work: (read: FontReader) => Result): Result {
  const file = openSync(path, 'r');
  try {
    return work((extents) =>
      extents.map(({ offset, length }) => {
        const bytes = new Uint8Array(length);
        return bytes.subarray(0, length === 0 ? 0 : readSync(file, bytes, 0, length, offset));
      }),
    );
  } finally {
    closeSync(file);
  }
}

/** Reads stretches of a file that is opened for each time anew, so that nothing holds it. */
export function fileReader(path: string): FontReader {
  return (extents) => readingFile(path, (read) => read(extents));
}
