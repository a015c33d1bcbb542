import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { AppError } from '../../shared/app-error.js';
import { issueKey, plainTitle, type Issue } from '../../shared/document/issue.js';
import type { ImportReport } from '../../shared/ipc.js';
import { canonicalJson } from '../../shared/library/canonical-json.js';
import { recognize } from '../../shared/recognize/recognize.js';
import { readText } from '../../shared/recognize/read-text.js';
import { readDocx } from '../../shared/word/read/read-docx.js';
import type { LeftAsideText, SourceLine } from '../../shared/recognize/source-line.js';
import { decodeText } from './decode-text.js';
import { newSubmission } from '../../shared/submissions/new-submission.js';
import type { Library } from './library/library.js';
import type { Ids } from './ports.js';
import { sniffFile } from './sniff-file.js';

export type WhenExists = 'leave' | 'replace';

interface ReadFile {
  readonly lines: readonly SourceLine[];
  readonly warnings: readonly string[];
  readonly leftAside: readonly LeftAsideText[];
}

/**
 * Recognises a file and puts what it holds into the library: an issue under its key, or a manuscript among the submissions.
 * The original file is kept as an attachment. Nothing is written when reading or recognising fails.
 * @throws AppError naming the file and the remedy when it cannot be read
 */
export async function importFile(
  library: Library,
  ids: Ids,
  name: string,
  bytes: Uint8Array,
  whenExists: WhenExists,
): Promise<ImportReport> {
  const file = basename(name);
  const source = readSource(file, bytes);
  const recognized = recognize(source.lines, { nextId: () => ids.next() });
  const warnings = [...source.warnings, ...recognized.warnings];
  const shared = { file, leftAside: [...source.leftAside, ...recognized.leftAside], inferredLeads: recognized.inferredLeads };
  if (recognized.kind === 'article') {
    await library.attach(bytes, file);
    const digest = sha256(bytes);
    const article = { ...recognized.article, origin: { file, sha256: digest } };
    const original = { file, sha256: digest, bytes: bytes.length };
    const received = {
      id: ids.next(),
      article,
      arrival: 'file' as const,
      receivedAt: new Date().toISOString(),
      original,
      notes: recognized.notes,
    };
    const submission = newSubmission(received);
    await library.add('submission', submission);
    const title = plainTitle(article.title) || file;
    return {
      ...shared,
      kind: 'article',
      submissionId: submission.id,
      title,
      outcome: 'added',
      warnings: [...warnings, ...recognized.notes],
    };
  }
  const { issue } = recognized;
  const outcome = await storeIssue(library, issue, bytes, file, whenExists);
  const { masthead } = issue;
  const title = `${masthead.name} ${masthead.date.slice(0, 4)}年${masthead.supplement ? '增刊' : ''}第${masthead.number}期`;
  return { ...shared, kind: 'issue', key: issueKey(masthead), title, outcome, warnings };
}

function readSource(file: string, bytes: Uint8Array): ReadFile {
  const kind = sniffFile(file, bytes);
  if (kind === 'docx-zip') return readDocx(bytes, file);
  return { lines: readText(decodeText(bytes, file)), warnings: [], leftAside: [] };
}

async function storeIssue(
  library: Library,
  issue: Issue,
  bytes: Uint8Array,
  file: string,
  whenExists: WhenExists,
): Promise<ImportReport['outcome']> {
  const present = await findIssue(library, issueKey(issue.masthead));
  if (present && sameWords(present, issue)) return 'unchanged';
  if (present && whenExists === 'leave') return 'exists';
  const imported: Issue = { ...issue, origin: await library.attach(bytes, file) };
  if (!present) {
    await library.addIssue(imported);
    return 'added';
  }
  await library.replaceIssue(imported);
  return 'replaced';
}

async function findIssue(library: Library, key: string): Promise<Issue | undefined> {
  try {
    return (await library.getIssue(key)).issue;
  } catch (error) {
    if (error instanceof AppError && error.code === 'issue-missing') return undefined;
    throw error;
  }
}

/** Equal but for ids, which every import makes anew, origins, and the state the editor has set since. */
function sameWords(left: Issue, right: Issue): boolean {
  return canonicalJson(wordsOf(left)) === canonicalJson(wordsOf(right));
}

function wordsOf({ state: _state, ...issue }: Issue): unknown {
  return JSON.parse(JSON.stringify(issue, (key: string, value: unknown) => (key === 'id' || key === 'origin' ? undefined : value)));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
