import { closeSync, openSync, readSync } from 'node:fs';
import type { FontReader } from '../../../shared/fonts/true-type.js';

/** A font's directory lies at its file's start and is read in small pieces: one reading serves them. */
const headLength = 4096;

/** Lets a work read stretches of a file, which is open meanwhile. What lies behind its end comes out short. */
export function readingFile<Result>(path: string, work: (read: FontReader) => Result): Result {
  const file = openSync(path, 'r');
  try {
    const readAt = (offset: number, length: number): Uint8Array => {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, length === 0 ? 0 : readSync(file, bytes, 0, length, offset));
    };
    const head = readAt(0, headLength);
    return work((extents) =>
      extents.map(({ offset, length }) =>
        offset + length <= head.length ? head.subarray(offset, offset + length) : readAt(offset, length),
      ),
    );
  } finally {
    closeSync(file);
  }
}

/** Reads stretches of a file that is opened for each time anew, so that nothing holds it. */
export function fileReader(path: string): FontReader {
  return (extents) => readingFile(path, (read) => read(extents));
}
