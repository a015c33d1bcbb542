import { AppError } from '../../../shared/app-error.js';
import { recordName } from '../../../shared/bundle/exchange-state.js';
import { attachmentEntry } from '../../../shared/bundle/format.js';
import type { Issue } from '../../../shared/document/issue.js';
import type { Library } from '../library/library.js';
import type { Renderer } from '../render-issue.js';
import type { Part } from './bundle-part.js';
import { gatherIssues, originsOf } from './gather-issues.js';
import { parseRecordEntry } from './read-record.js';

/**
 * Issues that went out before and were changed since: without the originals the receiver has by then.
 * @throws AppError naming an issue that never went out, or that is as it was
 */
export async function gatherIncrements(library: Library, keys: readonly string[], renderer: Renderer): Promise<readonly Part[]> {
  const { lineages } = await library.getExchange();
  const parts: Part[] = [];
  for (const part of await gatherIssues(library, renderer, keys, true)) {
    const { type, key, title, revision } = part.record;
    const crossed = lineages[recordName(part.record)] ?? [];
    const last = crossed.at(-1);
    if (last === undefined) throw new AppError('bad-request', `“${title}”还没有与别处交换过，不能只导出改动。请导出整期。`);
    if (last === revision) throw new AppError('bad-request', `“${title}”在上次交换之后没有改动，没有导出。`);
    const known = new Set((await originalsOf(library, title, last)).map(attachmentEntry));
    parts.push({ ...part, sources: part.sources.filter(({ name }) => !known.has(name)), basis: { type, key, revision: last } });
  }
  return parts;
}

/** Digests of the originals that a state named; the state was kept when it crossed. */
async function originalsOf(library: Library, title: string, revision: string): Promise<readonly string[]> {
  const bytes = await library.getAttachment(revision);
  const parsed = bytes === undefined ? undefined : parseRecordEntry('issue', bytes);
  if (!parsed?.ok) throw new AppError('disk-failed', `“${title}”上次交换时的内容读不出来，没有导出。请导出整期。`);
  return originsOf(parsed.value as Issue).map(({ sha256 }) => sha256);
}
