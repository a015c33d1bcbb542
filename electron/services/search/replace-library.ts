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

  /** Counts alone, from the words held; asked for nothing, the library is read for what will be asked. */
  async function preview(query: FindQuery): Promise<CallResponse<'replace.preview'>> {
    const held = await index.issues();
    const compiled = compileQuery(query);
    if (compiled === undefined) return { total: 0, issues: [] };
    if ('problem' in compiled) return { total: 0, issues: [], problem: compiled.problem };
    const look = createLook(query, compiled.matcher);
    const issues = held.flatMap((each) => {
      const count = look.countIn(each);
      return count === 0 ? [] : [{ key: each.key, state: each.issue.state, revision: each.revision, count }];
    });
    return { total: issues.reduce((sum, { count }) => sum + count, 0), issues };
  }

  async function hits({ query, of, most }: ParsedRequest<'replace.hits'>): Promise<CallResponse<'replace.hits'>> {
    const look = lookFor(query);
    const held = new Map((await index.issues()).map((each) => [each.key, each]));
    return {
      hits: of.map(({ key, revision, from }) => {
        const own = sameAs(held.get(key), { key, revision });
        return look
          .hitsOf(own)
          .slice(from, from + most)
          .map((hit) => toRow(own.issue, hit));
      }),
    };
  }

  async function run({ query, replacement, issues }: ParsedRequest<'replace.run'>): Promise<CallResponse<'replace.run'>> {
    const look = lookFor(query);
    const held = new Map((await index.issues()).map((each) => [each.key, each]));
    const planned = issues.flatMap(({ key, revision, off }) => {
      const own = sameAs(held.get(key), { key, revision });
      const kept = new Set(off);
      const chosen = look.hitsOf(own).filter((hit) => !kept.has(hitId(hit)));
      const value = replaceHits(own.issue, chosen, (hit) => replacementFor(hit, replacement, query.isPattern));
      return value === own.issue ? [] : [{ key, before: own.issue, value, base: revision, count: chosen.length }];
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

  return { preview, hits, run, undo };
}

/** @throws AppError `issue-changed` */
function sameAs(held: HeldIssue | undefined, { key, revision }: { readonly key: string; readonly revision: string }): HeldIssue {
  if (held?.revision === revision) return held;
  throw new AppError('issue-changed', `${key} 在预览之后已改动，一期也没有替换。请重新预览。`);
}

/** @throws AppError `bad-request` with what is wrong with a pattern */
function lookFor(query: FindQuery): Look {
  const compiled = compileQuery(query);
  if (compiled === undefined || 'problem' in compiled) throw new AppError('bad-request', compiled?.problem ?? '没有要查找的字，没有替换。');
  return createLook(query, compiled.matcher);
}

/** Looking for one query in one issue after another. */
interface Look {
  countIn(held: HeldIssue): number;
  hitsOf(held: HeldIssue): readonly Hit[];
}

/** Texts folded beforehand tell at once which may hold the words, and that most issues have none. */
function createLook({ words, isPattern, blindness }: FindQuery, matcher: Matcher): Look {
  const needle = isPattern ? '' : fold(words, allBlind).text;
  // A pattern may meet any text, and so may words that are nothing but blanks.
  const textsOf = (doc: Doc): Doc['texts'] => (needle === '' ? doc.texts : textsWith(doc, needle));
  const isFolded = needle !== '' && Object.values(blindness).every(Boolean);
  const countOf = (doc: Doc): number =>
    isFolded ? occurrences(doc.words, needle) : textsOf(doc).reduce((sum, { text }) => sum + matcher.matches(text).length, 0);
  return {
    countIn: ({ docs }) => docs.reduce((sum, doc) => sum + countOf(doc), 0),
    hitsOf: ({ issue, docs }) => findHits(issue, matcher, new Set(docs.flatMap((doc) => textsOf(doc).map(({ key }) => key)))),
  };
}

/** The texts of a document that hold folded words. */
function textsWith({ words, starts, texts }: Doc, needle: string): Doc['texts'] {
  const found: Doc['texts'][number][] = [];
  for (let at = words.indexOf(needle), next = 0; at >= 0; at = words.indexOf(needle, starts[next] ?? words.length)) {
    while ((starts[next] ?? words.length) <= at) next += 1;
    const text = texts[next - 1];
    if (text !== undefined) found.push(text);
  }
  return found;
}

/** How often words stand in a text, none over another. */
function occurrences(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) count += 1;
  return count;
}

function toRow(issue: Issue, hit: Hit) {
  return {
    id: hitId(hit),
    label: placeLabel(issue, hit.place),
    context: [...hitContext(hit, 14, 36)] as [string, string, string],
  };
}
