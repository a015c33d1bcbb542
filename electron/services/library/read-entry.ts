import { z } from 'zod';
import { AppError } from '../../../shared/app-error.js';
import { issueKey, plainTitle, type Draft, type Issue } from '../../../shared/document/issue.js';
import { parseDraft, parseIssue } from '../../../shared/document/migrate-issue.js';
import {
  draftSummarySchema,
  issueSummarySchema,
  trashEntrySchema,
  type DraftSummary,
  type IssueSummary,
  type TrashEntry,
} from '../../../shared/library/entry-schema.js';
import { fileName, readTrashId } from '../../../shared/library/library-layout.js';
import { summarizeDraft, summarizeIssue } from '../../../shared/library/summarize.js';
import type { FileFormat } from './envelope.js';
import type { Place } from './places.js';
import type { Shelf } from './shelf.js';
import { StoredFile } from './stored-file.js';

/** What a list shows of one file. */
export const entrySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('issue'), summary: issueSummarySchema }),
  z.strictObject({ kind: z.literal('draft'), summary: draftSummarySchema }),
  z.strictObject({ kind: z.literal('trash'), summary: trashEntrySchema }),
]);
export type Entry =
  | { readonly kind: 'issue'; readonly summary: IssueSummary }
  | { readonly kind: 'draft'; readonly summary: DraftSummary }
  | { readonly kind: 'trash'; readonly summary: TrashEntry };

/** A document read from disk with its checksum and the ISO instant of its save. */
export interface Stored<Value> {
  readonly value: Value;
  readonly revision: string;
  readonly savedAt: string;
}

/** Reads a file and decides its shape. @throws AppError of `missing`, or issue-unreadable saying what to do */
async function readValue<Value>(
  shelf: Shelf,
  path: string,
  format: FileFormat,
  missing: () => AppError,
  parse: (data: unknown) => Outcome<Value>,
): Promise<Stored<Value>> {
  const found = await new StoredFile(shelf, path, format).read();
  if (found.kind === 'missing') throw missing();
  if (found.kind === 'lost')
    throw shelf.canWrite ? missing() : new AppError('issue-unreadable', `“${fileName(path)}”已损坏，没有可用的前一版。`);
  if (found.kind === 'newer') throw unreadable(path, '由更新版本的软件保存');
  const parsed = parse(found.data);
  if (!parsed.ok) throw unreadable(path, parsed.reason);
  return { value: parsed.value, revision: found.revision, savedAt: found.savedAt };
}

type Outcome<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: string };

function unreadable(path: string, reason: string): AppError {
  return new AppError('issue-unreadable', `“${fileName(path)}”无法读取：${reason}。文件没有改动，请用保存它的软件版本打开，或从备份恢复。`);
}

/** An issue's file; `key` is the one it must have, if it must. @throws AppError issue-missing, issue-unreadable or what the disk reports */
export function readIssue(shelf: Shelf, path: string, key: string | undefined): Promise<Stored<Issue>> {
  const missing = () => new AppError('issue-missing', key === undefined ? '没有这个历史版本。' : `资料库里没有 ${key} 这一期。`);
  return readValue(shelf, path, 'zhuanbao-issue', missing, (data) => {
    const parsed = parseIssue(data);
    if (!parsed.ok) return parsed;
    const own = issueKey(parsed.issue.masthead);
    return key === undefined || own === key ? { ok: true, value: parsed.issue } : { ok: false, reason: `文件名与内容的期号（${own}）不符` };
  });
}

/** @throws AppError draft-missing, issue-unreadable or what the disk reports */
export function readDraft(shelf: Shelf, path: string, id: string): Promise<Stored<Draft>> {
  const missing = () => new AppError('draft-missing', '这篇备用稿已不在资料库中。');
  return readValue(shelf, path, 'zhuanbao-draft', missing, (data) => {
    const parsed = parseDraft(data);
    if (!parsed.ok) return parsed;
    return parsed.value.id === id ? parsed : { ok: false, reason: '文件名与内容的编号不符' };
  });
}

/** What the lists show of a file. @throws AppError saying in Chinese why it cannot be shown */
export async function readEntry(shelf: Shelf, place: Place): Promise<Entry> {
  if (place.kind === 'issue') {
    const { value, savedAt } = await readIssue(shelf, place.path, place.id);
    return { kind: 'issue', summary: summarizeIssue(value, savedAt) };
  }
  if (place.kind === 'draft') {
    const { value, savedAt } = await readDraft(shelf, place.path, place.id);
    return { kind: 'draft', summary: summarizeDraft(value, savedAt) };
  }
  return readTrashEntry(shelf, place);
}

async function readTrashEntry(shelf: Shelf, { id, path }: Place): Promise<Entry> {
  const name = readTrashId(id);
  if (name === undefined) throw unreadable(path, '文件名无法识别');
  const { kind, key, deletedAt } = name;
  const title =
    kind === 'issue'
      ? issueTitle((await readIssue(shelf, path, key)).value)
      : plainTitle((await readDraft(shelf, path, key)).value.article.title);
  return { kind: 'trash', summary: { id, kind, title, deletedAt } };
}

function issueTitle({ masthead }: Issue): string {
  return `${masthead.name} ${masthead.date.slice(0, 4)}年${masthead.supplement ? '增刊' : ''}第${masthead.number}期`;
}
