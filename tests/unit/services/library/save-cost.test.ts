import { describe, expect, it, vi } from 'vitest';
import { createDispatch } from '../../../../electron/dispatch.js';
import { nodeFileSystem, type FileSystem } from '../../../../electron/services/library/file-system.js';
import type { Library } from '../../../../electron/services/library/library.js';
import { issueSchema } from '../../../../shared/document/issue-schema.js';
import type { Handlers } from '../../../../electron/services/call-handlers.js';
import { createJobs } from '../../../../electron/services/jobs.js';
import { numbered, open, tickingClock, withFolder } from '../../../helpers/library-fixture.js';

const work = vi.hoisted(() => ({ hashed: 0 }));

vi.mock(import('../../../../shared/library/canonical-json.js'), async (original) => {
  const { canonicalJson } = await original();
  return { canonicalJson: (value: unknown) => ((work.hashed += 1), canonicalJson(value)) };
});

/** The machine's disk, which notes every step but the lock's. */
function notedDisk(): { readonly disk: FileSystem; readonly steps: string[] } {
  const steps: string[] = [];
  const noted = Object.entries(nodeFileSystem).map(([name, step]) => [
    name,
    (path: string, ...rest: unknown[]) => {
      if (!/锁/u.test(path)) steps.push(`${name} ${nameOf(path)}`);
      return (step as (...all: unknown[]) => unknown)(path, ...rest);
    },
  ]);
  return { disk: Object.fromEntries(noted) as unknown as FileSystem, steps };
}

const nameOf = (path: string): string =>
  (/[^/\\]+$/u.exec(String(path))?.[0] ?? '').replace(/\.[0-9a-f]{12}\.tmp$/u, '.tmp').replace(/^\d{10}\.jsonl$/u, '日志');

interface Cost {
  readonly steps: readonly string[];
  readonly hashed: number;
  readonly parsed: number;
}

/** What the second of two saves that follow each other takes, asked for through the contract as the window does. */
async function costOfSaving(folder: string, records: number): Promise<Cost> {
  const { disk, steps } = notedDisk();
  const library = await open(folder, { disk, clock: tickingClock() });
  for (let number = 1; number <= records; number += 1) await library.add('issue', numbered(number));
  const save = saver(library);
  const revision = await save('一', (await library.getIssue('2023-01')).revision);
  steps.length = 0;
  work.hashed = 0;
  const parsing = vi.spyOn(issueSchema._zod, 'run');
  await save('二', revision);
  const cost = { steps: [...steps], hashed: work.hashed, parsed: parsing.mock.calls.length };
  parsing.mockRestore();
  await library.close();
  return cost;
}

function saver(library: Library): (title: string, baseRevision: string) => Promise<string> {
  const handlers = {
    'issue.save': ({ key, issue, baseRevision }) => library.saveIssue(key, issue, baseRevision),
  } satisfies Partial<Handlers>;
  const dispatch = createDispatch({ handlers: handlers as unknown as Handlers, jobs: createJobs(() => undefined) }, (_name, error) => {
    throw error;
  });
  return async (title, baseRevision) => {
    const answer = await dispatch('issue.save', JSON.stringify({ key: '2023-01', issue: numbered(1, title), baseRevision }));
    return (JSON.parse(answer) as { value: { revision: string } }).value.revision;
  };
}

describe('saving an issue', () => {
  it('parses it once, hashes it once, reads nothing but what it wrote, and writes no list', () =>
    withFolder(async (folder) => {
      const { steps, hashed, parsed } = await costOfSaving(folder, 2);
      expect({ hashed, parsed }).toEqual({ hashed: 1, parsed: 1 });
      const read = steps.filter((step) => step.startsWith('readFile'));
      expect(read).toEqual(['readFile 2023-01.json.tmp', 'readFile 2023-01.json']);
      expect(steps.filter((step) => step.startsWith('writeNew'))).toEqual(['writeNew 2023-01.json.tmp']);
      expect(steps.filter((step) => step.startsWith('append'))).toEqual(['append 日志', 'append 日志']);
      expect(steps.filter((step) => step.startsWith('list'))).toEqual([]);
    }));

  it('takes the same steps in a library of any size', () =>
    withFolder(async (folder) => {
      const few = await costOfSaving(`${folder}/少`, 2);
      expect(await costOfSaving(`${folder}/多`, 40)).toEqual(few);
    }));
});
