import { readFile } from 'node:fs/promises';
import type { Recognition } from '../../electron/services/ports.js';
import { learnStyleIn } from '../../electron/services/recognition/learn-style.js';
import { recognizeBytes } from '../../electron/services/recognition/read-file.js';
import { randomIds } from '../../electron/services/system-ports.js';

/** Recognition in the test's own process, for tests about what comes of a file. */
export const recognizeHere: Recognition = {
  recognize: async ({ path, name, reading }) => recognizeBytes(name, await readFile(path), randomIds, reading),
  learnStyle: async ({ path, name }) => learnStyleIn(name, await readFile(path), randomIds),
};
