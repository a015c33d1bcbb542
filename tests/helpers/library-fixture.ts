import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article, Issue } from '../../shared/document/issue.js';
import { openLibrary, type Library, type LibraryOptions } from '../../electron/services/library/library.js';
import type { Clock, Ids } from '../../electron/services/ports.js';
import { newSubmission } from '../../shared/submissions/new-submission.js';
import type { Submission } from '../../shared/submissions/submission.js';
import { sampleIssue } from './sample-issue.js';

/** A clock that goes on by one second at every look. */
export function tickingClock(start = '2026-03-02T01:00:00.000Z'): Clock & { forward(ms: number): void } {
  let time = Date.parse(start);
  return {
    now: () => new Date((time += 1000)),
    forward: (ms) => void (time += ms),
  };
}

export function countingIds(): Ids {
  let count = 0;
  return { next: () => `id-${(count += 1)}` };
}

/** The sample issue under another number, with a title to tell states apart. */
export function numbered(number: number, title = '示例', year = 2023): Issue {
  const [first, ...others] = sampleIssue.columns;
  if (first === undefined) throw new Error('the sample has columns');
  const items = first.items.map((item) => ({ ...item, title }));
  return {
    ...sampleIssue,
    masthead: { ...sampleIssue.masthead, number, date: `${year}-08-09` },
    columns: [{ ...first, items }, ...others],
  };
}

export function draftArticle(title: string): Article {
  return { type: 'article', id: 'a1', title, sources: ['示例区委宣传部'], paragraphs: [{ id: 'p1', text: '近日，示例区开展宣讲活动。' }] };
}

/** A manuscript put among the submissions; `notes` are plain Chinese sentences. */
export async function addManuscript(
  library: Library,
  article: Article,
  notes: readonly string[] = [],
  id = `m-${(manuscripts += 1)}`,
): Promise<Submission> {
  const submission = newSubmission({ id, article, arrival: 'file', receivedAt: '2026-03-02T01:00:00.000Z', notes });
  await library.add('submission', submission);
  return submission;
}

let manuscripts = 0;

/** 1,000 manuscripts under always the same ids, all with one title. */
export function manySubmissions(title: string): readonly Submission[] {
  return Array.from({ length: 1000 }, (_, count) =>
    newSubmission({ id: `d${count}`, article: draftArticle(title), arrival: 'file', receivedAt: '2026-03-02T01:00:00.000Z' }),
  );
}

export async function getManuscript(library: Library, id: string): Promise<Submission> {
  return (await library.get('submission', id)).value;
}

export function titleOf(issue: Issue): string {
  return issue.columns[0]?.items[0]?.title ?? '';
}

export async function withFolder<Value>(run: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'zhuanbao-'));
  try {
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function open(folder: string, changes: Partial<LibraryOptions> = {}): Promise<Library> {
  return openLibrary({ folder, clock: tickingClock(), ids: countingIds(), ...changes });
}

/** Opens, runs, closes, even when the run fails. */
export async function within<Value>(
  folder: string,
  run: (library: Library) => Promise<Value>,
  changes: Partial<LibraryOptions> = {},
): Promise<Value> {
  const library = await open(folder, changes);
  try {
    return await run(library);
  } finally {
    await library.close();
  }
}

/** Every file below a folder, relative, with `/`. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true });
  const files: string[] = [];
  for (const entry of entries) if ((await stat(join(folder, entry))).isFile()) files.push(entry.replaceAll('\\', '/'));
  return files.sort();
}
