/**
 * Opens the library in argv[2] and puts 1,000 records titled argv[3] into it in one commit, dying by SIGKILL at step
 * argv[4] that it takes on the disk from then on. Without dying it tells how many steps that were.
 */
import { nodeFileSystem, type FileSystem } from '../../electron/services/library/file-system.js';
import { openLibrary } from '../../electron/services/library/library.js';
import { randomIds, systemClock } from '../../electron/services/system-ports.js';
import { manySubmissions } from './library-fixture.js';

const [, , folder = '', title = '', dieAt = '0'] = process.argv;
let steps = Number.NEGATIVE_INFINITY;

const disk = Object.fromEntries(
  Object.entries(nodeFileSystem).map(([name, step]) => [
    name,
    (...all: unknown[]) => {
      steps += 1;
      const running = (step as (...given: unknown[]) => Promise<unknown>)(...all);
      // Now and then the step under way is cut short, now and then it is just done.
      if (steps === Number(dieAt)) process.kill(process.pid, 'SIGKILL');
      return running;
    },
  ]),
) as unknown as FileSystem;

const library = await openLibrary({ folder, clock: systemClock, ids: randomIds, disk });
steps = 0;
await library.commit(
  manySubmissions(title).map((value) => ({ do: 'put', kind: 'submission', value }) as const),
  '导入',
);
process.stdout.write(String(steps));
await library.close();
