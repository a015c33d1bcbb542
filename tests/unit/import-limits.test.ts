import { expect, it } from 'vitest';
import { packageLimits, readLimits, recognitionLimits } from '../../shared/import-limits.js';

// What a file may cost was decided with offices' machines in mind; it is no figure to be changed in passing.
it('a file is read within 400 MB and 20 seconds, of so many parts and characters', () => {
  expect(recognitionLimits).toEqual({ memoryBytes: 400 * 1024 ** 2, timeMs: 20_000 });
  expect(packageLimits).toMatchObject({ entries: 10_000, furniture: 400 });
  expect(readLimits).toEqual({ lines: 100_000, lineCharacters: 200_000, characters: 5_000_000 });
});
