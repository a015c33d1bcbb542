import { readdirSync, statSync } from 'node:fs';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { nodeFileSystem } from '../../electron/services/library/file-system.js';
import { openLibrary } from '../../electron/services/library/library.js';
import { randomIds, systemClock } from '../../electron/services/system-ports.js';
import { issueKey } from '../../shared/document/issue.js';
import type { Figure } from './figure.js';
import { madeIssue } from './made-issue.js';
import { withFolder } from './made-library.js';

/** Eight hours of typing without a pause, saved every two seconds. */
const hours = 8;
const saveEveryMs = 2000;
/** Characters of a passage that is written, and written anew. */
const retypedAfter = 300;

/** A disk that is not flushed: what is measured is what stays, not how long it takes. */
const hasty = {
  ...nodeFileSystem,
  writeNew: (path: string, bytes: Uint8Array) => writeFile(path, bytes, { flag: 'wx' }),
  append: (path: string, bytes: Uint8Array) => appendFile(path, bytes),
  syncFolder: () => Promise.resolve(),
};

/** What a long day of typing leaves behind, in memory and on disk. */
export function bench(): Promise<readonly Figure[]> {
  return withFolder(typingFigures);
}

/** Types three characters a save into an issue of 6,000, the clock going two seconds each. */
async function typingFigures(folder: string): Promise<readonly Figure[]> {
  let elapsedMs = 0;
  const clock = { now: () => new Date(systemClock.now().getTime() + elapsedMs) };
  const library = await openLibrary({ folder, clock, ids: randomIds, disk: hasty });
  let issue = madeIssue(1, 2030, { characters: 6000 });
  const key = issueKey(issue.masthead);
  await library.add('issue', issue);
  let { revision } = await library.getIssue(key);
  const saves = (hours * 3_600_000) / saveEveryMs;
  const save = async (count: number): Promise<void> => {
    elapsedMs += saveEveryMs;
    const written = issue.instruction.length >= retypedAfter ? '' : issue.instruction;
    issue = { ...issue, instruction: `${written}${'文化惠民，学A9。'.slice(count % 7, (count % 7) + 3)}` };
    ({ revision } = await library.saveIssue(key, issue, revision));
  };
  // The first saves fill buffers and compile.
  for (let count = 0; count < 500; count += 1) await save(count);
  const [memoryBefore, bytesBefore] = [usedMb(), megabytesBelow(folder)];
  for (let count = 500; count < saves; count += 1) await save(count);
  const [memory, bytes] = [usedMb() - memoryBefore, megabytesBelow(folder) - bytesBefore];
  await library.close();
  const how = `${saves} saves through the store, two seconds of the clock between them: journal, versions and their thinning as on a real day; measured after garbage is cleared`;
  return [
    { name: `Typing for ${hours} hours, memory of the services grown`, value: memory, unit: 'MB', target: 50, how },
    { name: `Typing for ${hours} hours, folder grown`, value: bytes, unit: 'MB', target: 20, how },
  ];
}

/** Memory in use once garbage is cleared, off the heap too. */
function usedMb(): number {
  setFlagsFromString('--expose_gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

function megabytesBelow(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 1e6;
}
