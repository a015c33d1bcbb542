/**
 * Opens the library in argv[2] for writing once a line comes in, says `opened` or the failure's code, and holds it
 * until its input ends. `standing` is said when it is ready.
 */
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { openLibrary } from '../../electron/services/library/library.js';
import { randomIds, systemClock } from '../../electron/services/system-ports.js';
import { AppError } from '../../shared/app-error.js';

const say = (word: string) => writeSync(1, `${word}\n`);

say('standing');
await once(process.stdin, 'data');
try {
  const library = await openLibrary({ folder: process.argv[2] ?? '', clock: systemClock, ids: randomIds });
  say('opened');
  await once(process.stdin.resume(), 'end');
  await library.close();
} catch (error) {
  say(error instanceof AppError ? error.code : String(error));
}
process.exit();
