/**
 * Exports two manuscripts of the library in argv[3] to the file argv[4], or imports that file into it, as argv[2] says,
 * dying by SIGKILL at step argv[5] that it takes on the disk from then on. Without dying it tells how many steps that were.
 */
import { nodeFileSystem, type FileSystem } from '../../electron/services/library/file-system.js';
import { openLibrary, type Library } from '../../electron/services/library/library.js';
import { systemClock } from '../../electron/services/system-ports.js';
import { exportManuscripts, importManuscripts } from './carried-manuscripts.js';

const [, , deed = '', folder = '', file = '', dieAt = '0'] = process.argv;
let steps = Number.NEGATIVE_INFINITY;

function count(): void {
  steps += 1;
  if (steps === Number(dieAt)) process.kill(process.pid, 'SIGKILL');
}

const counted = Object.fromEntries(
  Object.entries(nodeFileSystem).map(([name, step]) => [
    name,
    (...all: unknown[]) => {
      const running = (step as (...given: unknown[]) => Promise<unknown>)(...all);
      // Now and then the step under way is cut short, now and then it is just done.
      count();
      return running;
    },
  ]),
) as unknown as FileSystem;
// In place, so that the steps of this installation's own file, with its numbers, count as well.
const disk = Object.assign(nodeFileSystem, counted);

const library: Library = await openLibrary({ folder: `${folder}/资料库`, clock: systemClock, ids: { next: () => 'id' }, disk });
steps = 0;
if (deed === 'export') await exportManuscripts(library, folder, file, count);
else await importManuscripts(library, folder, file);
process.stdout.write(String(steps));
await library.close();
