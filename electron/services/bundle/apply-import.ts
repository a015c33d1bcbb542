import { AppError } from '../../../shared/app-error.js';
import {
  joinLineages,
  recordName,
  type Exchange,
  type ImportEntry,
  type Received,
  type RecordChange,
} from '../../../shared/bundle/exchange-state.js';
import type { Answers } from '../../../shared/bundle/merge/conflict.js';
import { planRecord, resolveRecord, type RecordFacts } from '../../../shared/bundle/plan.js';
import type { Reception } from '../../../shared/bundle/sent-form.js';
import type { Issue } from '../../../shared/document/issue.js';
import { UnitFinder } from '../../../shared/units/match-unit.js';
import { revisionOf } from '../library/envelope.js';
import type { Library } from '../library/library.js';
import { readUnits } from '../units/units-on-disk.js';
import { commitStates, findState, keepState, type Target } from './carried-records.js';
import { parseRecordEntry } from './read-record.js';

export interface ImportOrder {
  readonly facts: readonly RecordFacts[];
  /** Records to be taken, by type/key. */
  readonly selected: ReadonlySet<string>;
  readonly answers: Answers;
  readonly id: string;
  /** What is imported, in Chinese. */
  readonly title: string;
  readonly received: Received;
}

/**
 * Takes the selected records into the library in one commit, all or none: states before and after are kept among the
 * attachments first. Cut short anywhere, the library is as it was, or the commit is finished when it is opened again.
 * @throws AppError when it failed; nothing was changed then
 */
export async function applyImport(library: Library, order: ImportOrder): Promise<ImportEntry> {
  const exchange = await library.getExchange();
  const wanted = withPublications(order);
  const taken = order.facts.filter((facts) => wanted.has(recordName(facts)) && !planRecord(facts, order.answers).isIdle);
  const changes: RecordChange[] = [];
  const targets: Target[] = [];
  const reception = await receptionOf(library, order.received.importedAt);
  for (const facts of taken) {
    const value = resolveRecord(facts, order.answers, reception);
    changes.push(await keepStates(library, facts, value));
    targets.push({ type: facts.type, key: facts.key, value, ...(facts.ours === undefined ? {} : { base: facts.ours.revision }) });
  }
  const { id, title, received } = order;
  const entry: ImportEntry = { id, importedAt: received.importedAt, title, changes, lineages: lengthened(exchange, order, changes) };
  const isKnown = exchange.received.some(({ digest }) => digest === received.digest);
  if (changes.length === 0 && isKnown) return entry;
  const next: Exchange = {
    ...withLineages(exchange, entry, 'after'),
    imports: [...exchange.imports, entry],
    received: isKnown ? exchange.received : [...exchange.received, received],
  };
  try {
    await commitStates(library, targets, '导入', next);
  } catch (error) {
    const reason = error instanceof AppError ? error.message : '程序内部出错。';
    const code = error instanceof AppError ? error.code : 'internal';
    throw new AppError(code, `没有导入，资料库和原来一样。${reason}`, { cause: error });
  }
  return entry;
}

/** The records to be taken, with the new publications that issues among them need. */
function withPublications({ facts, selected }: ImportOrder): ReadonlySet<string> {
  const chosen = facts.filter((one) => one.type === 'issue' && selected.has(recordName(one)));
  const needed = new Set(chosen.map(({ theirs }) => (theirs.value as Issue).masthead.publication));
  const publications = facts.filter(({ type, key, ours }) => type === 'publication' && ours === undefined && needed.has(key));
  return new Set([...selected, ...publications.map(recordName)]);
}

/** Names of units mean what the list of this library says. */
async function receptionOf(library: Library, receivedAt: string): Promise<Reception> {
  const finder = new UnitFinder((await readUnits(library)).list);
  return { receivedAt, unitIdOf: (name) => finder.named(name)?.id };
}

async function keepStates(library: Library, facts: RecordFacts, value: NonNullable<Target['value']>): Promise<RecordChange> {
  const { type, key, title, ours, theirs } = facts;
  await keepState(library, theirs.value);
  const after = await keepState(library, value);
  const before = ours === undefined ? undefined : await keepState(library, ours.value);
  return { type, key, title, after, ...(before === undefined ? {} : { before }) };
}

/**
 * What our states follow on once the import is done: all that theirs does, theirs itself, and what came of it, which
 * the other machine comes to as well when it is answered alike.
 */
function lengthened(exchange: Exchange, { facts, selected }: ImportOrder, changes: readonly RecordChange[]): ImportEntry['lineages'] {
  const results = new Map(changes.map((change) => [recordName(change), change.after]));
  const pairs = facts.flatMap((one) => {
    const name = recordName(one);
    const isSame = one.ours?.revision === one.theirs.revision;
    if (!selected.has(name) && !isSame) return [];
    const before = exchange.lineages[name] ?? [];
    const after = joinLineages(before, one.theirs.lineage, [one.theirs.revision, results.get(name) ?? one.theirs.revision]);
    return [[name, { before: [...before], after: [...after] }] as const];
  });
  return Object.fromEntries(pairs);
}

function withLineages(exchange: Exchange, { lineages }: ImportEntry, side: 'before' | 'after'): Exchange {
  const own = Object.entries(lineages).map(([name, lineage]) => [name, lineage[side]] as const);
  return { ...exchange, lineages: { ...exchange.lineages, ...Object.fromEntries(own) } };
}

/**
 * Puts an import back in one commit, as a whole, however long ago: every record gets the state it had before.
 * @throws AppError `issue-changed` naming the records that were changed since, unless `evenIfChanged`
 */
export async function undoImport(library: Library, id: string, undoneAt: string, evenIfChanged: boolean): Promise<void> {
  const exchange = await library.getExchange();
  const entry = exchange.imports.find((one) => one.id === id && one.undoneAt === undefined);
  if (entry === undefined) throw new AppError('bad-request', '这次导入已经撤销，没有改动。');
  const since: string[] = [];
  const targets: Target[] = [];
  for (const { type, key, title, before, after } of entry.changes) {
    const now = await findState(library, type, key);
    const revision = now === undefined ? undefined : revisionOf(now);
    if (revision !== after) since.push(title);
    if (revision === before) continue;
    targets.push({ type, key, value: before === undefined ? undefined : await keptState(library, type, title, before) });
  }
  if (since.length > 0 && !evenIfChanged)
    throw new AppError('issue-changed', `导入之后又改过：${since.join('、')}。撤销会回到导入之前，这些修改留在历史里。`);
  const imports = exchange.imports.map((one) => (one.id === id ? { ...one, undoneAt } : one));
  await commitStates(library, await keepingNeeded(library, targets), '撤销导入', { ...withLineages(exchange, entry, 'before'), imports });
}

/** A publication that the import made stays while issues that came in since are of it. */
async function keepingNeeded(library: Library, targets: readonly Target[]): Promise<readonly Target[]> {
  const gone = new Set(targets.filter(({ type, value }) => type === 'issue' && value === undefined).map(({ key }) => key));
  const left = (await library.list()).issues.filter(({ key }) => !gone.has(key)).map(({ publicationId }) => publicationId);
  return targets.filter(({ type, key, value }) => type !== 'publication' || value !== undefined || !left.includes(key));
}

async function keptState(library: Library, type: RecordChange['type'], title: string, revision: string) {
  const bytes = await library.getAttachment(revision);
  const parsed = bytes === undefined ? undefined : parseRecordEntry(type, bytes);
  if (!parsed?.ok) throw new AppError('disk-failed', `“${title}”要用的内容读不出来，没有撤销。请检查资料库的“附件”文件夹。`);
  return parsed.value;
}
