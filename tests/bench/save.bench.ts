import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openLibrary, type Library } from '../../electron/services/library/library.js';
import { randomIds, systemClock } from '../../electron/services/system-ports.js';
import { issueKey, type Issue } from '../../shared/document/issue.js';
import { percentile, timeMs, type Figure } from './figure.js';
import { librarySizedIssue } from './made-issue.js';
import { makeLibrary, meanIssueKb, withFolder } from './made-library.js';

const sizes = { small: 10, large: 500 };
/** Enough, with the pauses, for the index to be written several times meanwhile. */
const saves = 60;
const pauseMs = 60;

/** How long saving one issue takes, in a small and in a large library by turns, so that both see the same machine. */
export function bench(): Promise<readonly Figure[]> {
  return withFolder(async (folder) => {
    const libraries = {
      small: await openMade(join(folder, 'small'), sizes.small),
      large: await openMade(join(folder, 'large'), sizes.large),
    };
    const times = { small: [] as number[], large: [] as number[] };
    for (let count = 0; count < saves; count += 1) {
      // Whoever comes first after the pause finds a cooler machine.
      const order = count % 2 === 0 ? (['small', 'large'] as const) : (['large', 'small'] as const);
      for (const size of order) times[size].push(await libraries[size].saveNext());
      await delay(pauseMs);
    }
    for (const { library } of Object.values(libraries)) await library.close();
    const how = `saveIssue called to its promise kept: written, fsynced, read back, compared; ${saves} saves of an issue of ${Math.round(libraries.large.kb)} kB, both libraries by turns`;
    const [smallMs, largeMs] = [percentile(times.small, 0.5), percentile(times.large, 0.5)];
    return [
      { name: `Save one issue, library of ${sizes.large}, p50`, value: largeMs, unit: 'ms', target: 50, how },
      { name: `Save one issue, library of ${sizes.large}, p95`, value: percentile(times.large, 0.95), unit: 'ms', how },
      { name: `Save one issue, library of ${sizes.small}, p50`, value: smallMs, unit: 'ms', target: 50, how },
      { name: `Save one issue, library of ${sizes.small}, p95`, value: percentile(times.small, 0.95), unit: 'ms', how },
      {
        name: `Save one issue, ${sizes.large} issues ÷ ${sizes.small} issues`,
        value: largeMs / smallMs,
        unit: '×',
        target: 1.25,
        how: 'of the p50; 1 is independence of the library’s size',
      },
    ];
  });
}

interface OpenMade {
  readonly library: Library;
  readonly kb: number;
  /** Changes one paragraph and saves; how long the save took, in milliseconds. */
  saveNext(): Promise<number>;
}

async function openMade(folder: string, count: number): Promise<OpenMade> {
  await makeLibrary(
    folder,
    Array.from({ length: count }, (_, index) => librarySizedIssue(1 + (index % 25), 2000 + Math.floor(index / 25))),
  );
  const library = await openLibrary({ folder, clock: systemClock, ids: randomIds });
  const key = issueKey(librarySizedIssue(5, 2000).masthead);
  let { issue, revision } = await library.getIssue(key);
  let serial = 0;
  return {
    library,
    kb: meanIssueKb(folder),
    async saveNext() {
      issue = withNote(issue, `第${(serial += 1)}次修改。`);
      return timeMs(async () => {
        ({ revision } = await library.saveIssue(key, issue, revision));
      });
    },
  };
}

function withNote(issue: Issue, instruction: string): Issue {
  return { ...issue, instruction };
}
