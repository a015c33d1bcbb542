import { AppError } from '../../../shared/app-error.js';
import {
  joinLineages,
  recordName,
  type Exchange,
  type ImportEntry,
  type Pending,
  type Received,
  type RecordChange,
} from '../../../shared/bundle/exchange-state.js';
import type { Answers } from '../../../shared/bundle/merge/conflict.js';
import { planRecord, resolveRecord, type RecordFacts } from '../../../shared/bundle/plan.js';
import { revisionOf } from '../library/envelope.js';
import type { Library } from '../library/library.js';
import { findState, keepState, putState } from './carried-records.js';
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
 * Takes the selected records into the library, all or none: every state before and after is kept first, then what is
 * to be done is written down, then it is done. Cut short anywhere, `finishPending` does the rest.
 * @throws AppError when it failed; the sentence says whether nothing was changed or it will be finished later
 */
export async function applyImport(library: Library, order: ImportOrder): Promise<ImportEntry> {
  const exchange = await library.getExchange();
  const taken = order.facts.filter((facts) => order.selected.has(recordName(facts)) && !planRecord(facts, order.answers).isIdle);
  const changes: RecordChange[] = [];
  for (const facts of taken) changes.push(await keepStates(library, facts, order.answers));
  const entry: ImportEntry = {
    id: order.id,
    importedAt: order.received.importedAt,
    title: order.title,
    changes,
    lineages: lengthened(exchange, order, changes),
  };
  const isKnown = exchange.received.some(({ digest }) => digest === order.received.digest);
  if (changes.length > 0 || !isKnown) await carryOut(library, { kind: 'import', entry, received: order.received });
  return entry;
}

async function keepStates(library: Library, facts: RecordFacts, answers: Answers): Promise<RecordChange> {
  const { type, key, title, ours, theirs } = facts;
  await keepState(library, theirs.value);
  const after = await keepState(library, resolveRecord(facts, answers));
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

/**
 * Puts an import back, as a whole, however long ago: every record gets the state it had before.
 * @throws AppError `issue-changed` naming the records that were changed since, unless `evenIfChanged`
 */
export async function undoImport(library: Library, id: string, undoneAt: string, evenIfChanged: boolean): Promise<void> {
  const { imports } = await library.getExchange();
  const entry = imports.find((one) => one.id === id && one.undoneAt === undefined);
  if (entry === undefined) throw new AppError('bad-request', '这次导入已经撤销，没有改动。');
  const since: string[] = [];
  for (const { type, key, title, after } of entry.changes) {
    const now = await findState(library, type, key);
    if ((now === undefined ? undefined : revisionOf(now)) !== after) since.push(title);
  }
  if (since.length > 0 && !evenIfChanged)
    throw new AppError('issue-changed', `导入之后又改过：${since.join('、')}。撤销会回到导入之前，这些修改留在历史里。`);
  await carryOut(library, { kind: 'undo', entry: { ...entry, undoneAt } });
}

/** Does what an import or its undoing left undone when the program was cut short. */
export async function finishPending(library: Library): Promise<string | undefined> {
  if (library.readOnlyReason !== undefined) return undefined;
  const { pending } = await library.getExchange();
  if (pending === undefined) return undefined;
  for (const change of pending.entry.changes) await moveTo(library, change, target(pending, change));
  await settle(library, pending);
  return `上次${pending.kind === 'import' ? '导入' : '撤销导入'}“${pending.entry.title}”时中断，已接着做完。`;
}

async function carryOut(library: Library, pending: Pending): Promise<void> {
  await library.saveExchange({ ...(await library.getExchange()), pending });
  const done: RecordChange[] = [];
  try {
    for (const change of pending.entry.changes) {
      done.push(change);
      await moveTo(library, change, target(pending, change));
    }
  } catch (error) {
    throw await takeBack(library, pending, done, error);
  }
  await settle(library, pending);
}

function target({ kind }: Pending, { before, after }: RecordChange): string | undefined {
  return kind === 'import' ? after : before;
}

/** Brings a record to a state that was kept; one that is there already is left alone. */
async function moveTo(library: Library, { type, key, title }: RecordChange, revision: string | undefined): Promise<void> {
  const now = await findState(library, type, key);
  if ((now === undefined ? undefined : revisionOf(now)) === revision) return;
  if (revision === undefined) return putState(library, type, key, undefined);
  const bytes = await library.getAttachment(revision);
  const parsed = bytes === undefined ? undefined : parseRecordEntry(type, bytes);
  if (!parsed?.ok) throw new AppError('disk-failed', `“${title}”要用的内容读不出来，请检查资料库的“附件”文件夹。`);
  await putState(library, type, key, parsed.value);
}

/** After a failure: back to where it began, or, when the disk does not even allow that, to be finished at the next start. */
async function takeBack(library: Library, pending: Pending, done: readonly RecordChange[], error: unknown): Promise<AppError> {
  const reason = error instanceof AppError ? error.message : '程序内部出错。';
  const other: Pending = { ...pending, kind: pending.kind === 'import' ? 'undo' : 'import' };
  try {
    for (const change of done) await moveTo(library, change, target(other, change));
    const { pending: _pending, ...settled } = await library.getExchange();
    await library.saveExchange(settled);
  } catch {
    return new AppError('disk-failed', `没有做完，下次打开资料库时接着做完。${reason}`, { cause: error });
  }
  return new AppError(error instanceof AppError ? error.code : 'internal', `没有导入，资料库和原来一样。${reason}`, { cause: error });
}

async function settle(library: Library, { kind, entry, received }: Pending): Promise<void> {
  const { pending: _pending, ...exchange } = await library.getExchange();
  const lineages = Object.fromEntries(
    Object.entries(entry.lineages).map(([name, { before, after }]) => [name, kind === 'import' ? after : before]),
  );
  const others = exchange.imports.filter(({ id }) => id !== entry.id);
  const isKnown = exchange.received.some(({ digest }) => digest === received?.digest);
  await library.saveExchange({
    ...exchange,
    lineages: { ...exchange.lineages, ...lineages },
    imports: [...others, entry],
    received: received === undefined || isKnown ? exchange.received : [...exchange.received, received],
  });
}
