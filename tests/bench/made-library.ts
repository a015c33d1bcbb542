import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibrary } from '../../electron/services/library/library.js';
import { randomIds, systemClock } from '../../electron/services/system-ports.js';
import type { Issue } from '../../shared/document/issue.js';

/** Runs with a fresh folder that is removed afterwards. */
export async function withFolder<Value>(run: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'zhuanbao-bench-'));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Makes a library of these issues, as the program itself would write it; it will get no sample issue. */
export async function makeLibrary(folder: string, issues: readonly Issue[]): Promise<void> {
  const library = await openLibrary({ folder, clock: systemClock, ids: randomIds });
  try {
    for (const issue of issues) await library.add('issue', issue);
    await library.setSetting('sampleAdded', true);
  } finally {
    await library.close();
  }
}

/** Mean size of the issue files of a library, in kB. */
export function meanIssueKb(folder: string): number {
  const issues = join(folder, '期');
  const files = existsSync(issues)
    ? readdirSync(issues, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
    : [];
  return files.reduce((sum, name) => sum + statSync(join(issues, name)).size, 0) / files.length / 1000;
}
