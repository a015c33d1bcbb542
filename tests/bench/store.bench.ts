import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openLibrary, type Library } from '../../electron/services/library/library.js';
import { randomIds, systemClock } from '../../electron/services/system-ports.js';
import { issueKey, type Issue } from '../../shared/document/issue.js';
import { timeMs, type Figure } from './figure.js';
import { librarySizedIssue } from './made-issue.js';
import { withFolder } from './made-library.js';

const years = 20;
const issuesAYear = 24;
const versionsAnIssue = 50;
const records = 1000;

/** What the store promises: room for twenty years, a large transaction, a save within two seconds of the last key. */
export async function bench(): Promise<readonly Figure[]> {
  return [...(await withFolder(measureYear)), ...(await withFolder(measureTransaction))];
}

/** One year's issues, each saved into 50 versions through the real store, its size taken twenty times. */
async function measureYear(folder: string): Promise<readonly Figure[]> {
  let elapsedMs = 0;
  const clock = { now: () => new Date(systemClock.now().getTime() + elapsedMs) };
  const library = await openLibrary({ folder, clock, ids: randomIds });
  let slowestMs = 0;
  for (let number = 1; number <= issuesAYear; number += 1) {
    let issue = librarySizedIssue(number, 2022);
    await library.add('issue', issue);
    let { revision } = await library.getIssue(issueKey(issue.masthead));
    for (let version = 0; version < versionsAnIssue; version += 1) {
      elapsedMs += 11 * 60 * 1000;
      issue = { ...issue, instruction: `第${version}次修改。` };
      slowestMs = Math.max(slowestMs, await timeMs(async () => void ({ revision } = await saveAt(library, issue, revision))));
    }
  }
  await library.close();
  const how = `${issuesAYear} issues of ${versionsAnIssue} versions each saved through the store, journal and generations included`;
  return [
    {
      name: `Library after ${years} years`,
      value: (bytesBelow(folder) / 1e6) * years,
      unit: 'MB',
      target: 500,
      how: `${how}; one year × ${years}`,
    },
    { name: 'Slowest of these saves, a version kept', value: slowestMs, unit: 'ms', target: 2000, how },
  ];
}

function saveAt(library: Library, issue: Issue, revision: string): Promise<{ readonly revision: string }> {
  return library.saveIssue(issueKey(issue.masthead), issue, revision);
}

async function measureTransaction(folder: string): Promise<readonly Figure[]> {
  const library = await openLibrary({ folder, clock: systemClock, ids: randomIds });
  const changes = Array.from({ length: records }, (_, count) => {
    const value = librarySizedIssue(1 + (count % 50), 2000 + Math.floor(count / 50));
    return { do: 'put', kind: 'issue', value } as const;
  });
  const value = await timeMs(() => library.commit(changes, '测量'));
  await library.close();
  return [{ name: `Commit of ${records} issues`, value, unit: 'ms', how: 'journal, files, each flushed and read back' }];
}

function bytesBelow(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const seen = new Set<number>();
  return names.reduce((sum, name) => {
    const { ino, size } = statSync(join(folder, name));
    if (seen.has(ino)) return sum;
    seen.add(ino);
    return sum + size;
  }, 0);
}
