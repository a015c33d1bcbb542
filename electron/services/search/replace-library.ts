import { AppError } from '../../../shared/app-error.js';
import { placeLabel } from '../../../shared/document/text-place.js';
import type { Issue } from '../../../shared/document/issue.js';
import { findHits, hitContext, hitId, replaceHits, type Hit } from '../../../shared/find/find-hits.js';
import { fold } from '../../../shared/find/fold.js';
import { compileQuery, replacementFor, type FindQuery, type Matcher } from '../../../shared/find/matcher.js';
import type { CallResponse, ParsedRequest } from '../../../shared/ipc.js';
import type { Doc } from '../../../shared/search/docs.js';
import { allBlind } from '../../../shared/search/terms.js';
import type { Library } from '../library/library.js';
import type { HeldIssue, SearchIndex } from './search-index.js';

/** Hits that cross to the window with their contexts, in all; the others are counted. */
const mostHits = 3000;
/** Replacements that can be taken back. */
const mostUndos = 10;

interface Done {
  readonly before: Issue;
  /** Checksum of what the replacement wrote. */
  readonly after: string;
}

/** Other words in many issues: shown first, then done as one commit, which keeps a version of each. */
export function createLibraryReplacer(library: Library, index: SearchIndex) {
  const undos = new Map<string, readonly Done[]>();
  let serial = 0;

  async function preview(query: FindQuery): Promise<CallResponse<'replace.preview'>> {
    const compiled = compileQuery(query);
    if (compiled === undefined) return { total: 0, issues: [] };
    if ('problem' in compiled) return { total: 0, issues: [], problem: compiled.problem };
    let left = mostHits;
    const issues = (await index.issues()).flatMap((held) => {
      const hits = hitsOf(held, query, compiled.matcher);
      if (hits.length === 0) return [];
      const shown = hits.slice(0, left);
      left -= shown.length;
      return [
        {
          key: held.key,
          state: held.issue.state,
          revision: held.revision,
          count: hits.length,
          hits: shown.map((hit) => toRow(held.issue, hit)),
        },
      ];
    });
    return { total: issues.reduce((sum, { count }) => sum + count, 0), issues };
  }

  async function run({ query, replacement, issues }: ParsedRequest<'replace.run'>): Promise<CallResponse<'replace.run'>> {
    const compiled = compileQuery(query);
    if (compiled === undefined || 'problem' in compiled)
      throw new AppError('bad-request', compiled?.problem ?? '没有要查找的字，没有替换。');
    const held = new Map((await index.issues()).map((each) => [each.key, each]));
    const planned = issues.flatMap(({ key, revision, off }) => {
      const own = held.get(key);
      if (own?.revision !== revision) throw new AppError('issue-changed', `${key} 在预览之后已改动，一期也没有替换。请重新预览。`);
      const kept = new Set(off);
      const hits = hitsOf(own, query, compiled.matcher).filter((hit) => !kept.has(hitId(hit)));
      const value = replaceHits(own.issue, hits, (hit) => replacementFor(hit, replacement, query.isPattern));
      return value === own.issue ? [] : [{ key, before: own.issue, value, base: revision, count: hits.length }];
    });
    if (planned.length === 0) return { undoId: '', changed: [] };
    const { saved } = await library.commit(
      planned.map(({ value, base }) => ({ do: 'put', kind: 'issue', value, base })),
      '全库替换',
    );
    const undoId = `replace-${String((serial += 1))}`;
    undos.set(
      undoId,
      planned.map(({ before }, at) => ({ before, after: saved[at]?.revision ?? '' })),
    );
    const [oldest] = undos.keys();
    if (undos.size > mostUndos && oldest !== undefined) undos.delete(oldest);
    return { undoId, changed: planned.map(({ key, count }) => ({ key, count })) };
  }

  async function undo(undoId: string): Promise<CallResponse<'replace.undo'>> {
    const done = undos.get(undoId);
    if (done === undefined) throw new AppError('bad-request', '这次替换已不能撤销；可以在历史里逐期恢复。');
    await library.commit(
      done.map(({ before, after }) => ({ do: 'put', kind: 'issue', value: before, base: after })),
      '撤销全库替换',
    );
    undos.delete(undoId);
    return {};
  }

  return { preview, run, undo };
}

/** Hits of an issue; texts folded beforehand tell at once which may hold the words, and that most issues have none. */
function hitsOf({ issue, docs }: HeldIssue, { words, isPattern }: FindQuery, matcher: Matcher): readonly Hit[] {
  const needle = isPattern ? '' : fold(words, allBlind).text;
  // A pattern may meet any text, and so may words that are nothing but blanks.
  if (needle === '') return findHits(issue, matcher, undefined);
  const keys = new Set(docs.flatMap((doc) => keysWith(doc, needle)));
  return keys.size === 0 ? [] : findHits(issue, matcher, keys);
}

/** Keys of the texts of a document that hold folded words. */
function keysWith({ words, starts, texts }: Doc, needle: string): readonly string[] {
  const keys: string[] = [];
  for (let at = words.indexOf(needle), text = 0; at >= 0; at = words.indexOf(needle, starts[text] ?? words.length)) {
    while ((starts[text] ?? words.length) <= at) text += 1;
    const key = texts[text - 1]?.key;
    if (key !== undefined) keys.push(key);
  }
  return keys;
}

function toRow(issue: Issue, hit: Hit) {
  return {
    id: hitId(hit),
    place: hit.place,
    label: placeLabel(issue, hit.place),
    context: [...hitContext(hit, 14, 36)] as [string, string, string],
  };
}
