import { closeSync, openSync, readSync } from 'node:fs';
import type { FontReader } from '../../../shared/fonts/true-type.js';

/** Reads stretches of a file, which is open only meanwhile. What lies behind its end comes out short. */
export function fileReader(path: string): FontReader {
  return (extents) => {
    const file = openSync(path, 'r');
    try {
      return extents.map(({ offset, length }) => {
        const bytes = new Uint8Array(length);
        return bytes.subarray(0, length === 0 ? 0 : readSync(file, bytes, 0, length, offset));
      });
    } finally {
      closeSync(file);
    }
  };
}
