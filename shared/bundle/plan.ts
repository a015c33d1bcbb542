import type { Issue } from '../document/issue.js';
import { recordName } from './exchange-state.js';
import type { Answers, Conflict } from './merge/conflict.js';
import { recordTypes, type CarriedValues, type RecordType } from './record-types.js';
import type { Reception } from './sent-form.js';

/** One side's state of a record. */
export interface RecordState<Value> {
  readonly value: Value;
  /** SHA-256 of its canonical JSON. */
  readonly revision: string;
  /** Revisions it follows on, oldest first. */
  readonly lineage: readonly string[];
}

/** Everything that decides what happens to one record of a bundle. */
export interface RecordFacts<Type extends RecordType = RecordType> {
  readonly type: Type;
  readonly key: string;
  readonly title: string;
  /** The publication an issue comes into, where that is not the library's own. */
  readonly into?: string;
  readonly ours?: RecordState<CarriedValues[Type]>;
  readonly theirs: RecordState<CarriedValues[Type]>;
  /** The newest state both follow on, where it is still at hand. */
  readonly base?: CarriedValues[Type];
}

export type RecordStatus = 'new' | 'identical' | 'older' | 'newer' | 'diverged';

/** What would be done with one record, in words. */
export interface PlanStep {
  /** type/key. */
  readonly name: string;
  readonly title: string;
  readonly status: RecordStatus;
  /** What it would do, a whole Chinese sentence. */
  readonly sentence: string;
  /** What would change in our library, a phrase each. */
  readonly changes: readonly string[];
  readonly conflicts: readonly Conflict[];
  /** Whether it is done unless the editor takes it out. */
  readonly isProposed: boolean;
  /** Nothing to choose: our library would not change. */
  readonly isIdle: boolean;
}

const sentences: Readonly<Record<Exclude<RecordStatus, 'new'>, string>> = {
  identical: '与本机相同，不用导入。',
  older: '比本机的旧，本机在这之后又改过；不导入。要退回到这一版可以勾选，现在的留在历史。',
  newer: '比本机的新，替换本机的；现在的留在历史。',
  diverged: '两边都改过，合并；现在的留在历史。',
};

/** What would be done with a record, given the answers so far. */
export function planRecord(facts: RecordFacts, answers: Answers = {}): PlanStep {
  const status = statusOf(facts);
  const { value, conflicts } = status === 'diverged' ? mergeFacts(facts, answers) : { value: facts.theirs.value, conflicts: [] };
  const isIdle = status === 'identical' || (status === 'diverged' && conflicts.length === 0 && isOurs(facts, value));
  return {
    name: recordName(facts),
    title: facts.title,
    status,
    sentence: `${facts.title}：${effectOf(facts, isIdle ? 'identical' : status)}${conflicts.length === 0 ? '' : `有 ${conflicts.length} 处要定。`}`,
    changes: facts.ours === undefined || isIdle ? [] : changesOf(facts, value),
    conflicts,
    isProposed: status === 'new' || status === 'newer' || status === 'diverged',
    isIdle,
  };
}

function effectOf(facts: RecordFacts, status: RecordStatus): string {
  const into = facts.into === undefined ? '' : `，归入刊物《${facts.into}》`;
  return status === 'new' ? `${rowOf(facts).whenNew(facts.theirs.value as Issue)}${into}。` : sentences[status];
}

/** The value the library holds after a record was imported. */
export function resolveRecord(facts: RecordFacts, answers: Answers, reception: Reception): CarriedValues[RecordType] {
  const value = statusOf(facts) === 'diverged' ? mergeFacts(facts, answers).value : facts.theirs.value;
  return rowOf(facts).receive(value as Issue, facts.ours?.value as Issue | undefined, reception);
}

/** How two states of a record stand to each other: by what each follows on, never by a clock. */
export function statusOf(facts: RecordFacts): RecordStatus {
  const { ours, theirs } = facts;
  if (ours === undefined) return 'new';
  if (ours.revision === theirs.revision || isSame(facts, ours.value, theirs.value)) return 'identical';
  if (theirs.lineage.includes(ours.revision)) return 'newer';
  if (ours.lineage.includes(theirs.revision)) return 'older';
  return 'diverged';
}

/** The newest revision that two states both follow on. */
export function commonRevision(
  ours: Pick<RecordState<unknown>, 'revision' | 'lineage'>,
  theirs: Pick<RecordState<unknown>, 'lineage'>,
): string | undefined {
  const known = new Set([...ours.lineage, ours.revision]);
  return theirs.lineage.findLast((revision) => known.has(revision));
}

// The facts of one record hold values of one type throughout: the table's row for it takes them.
type AnyRow = (typeof recordTypes)['issue'];
type AnyFacts = RecordFacts<'issue'>;

function rowOf({ type }: RecordFacts): AnyRow {
  return recordTypes[type] as AnyRow;
}

function isSame(facts: RecordFacts, one: CarriedValues[RecordType], other: CarriedValues[RecordType]): boolean {
  return rowOf(facts).isSame(one as Issue, other as Issue);
}

function mergeFacts(facts: RecordFacts, answers: Answers) {
  const { ours, theirs, base } = facts as AnyFacts;
  const row = rowOf(facts);
  if (ours === undefined) return { value: theirs.value, conflicts: [] };
  const other = base === undefined ? row.align(theirs.value, ours.value) : theirs.value;
  const prefix = `${recordName(facts)}:`;
  const { value, conflicts } = row.merge({ base, ours: ours.value, theirs: other }, answersUnder(prefix, answers));
  return { value, conflicts: conflicts.map((conflict) => ({ ...conflict, id: `${prefix}${conflict.id}` })) };
}

/** The answers that are about one record: two issues of a bundle may both differ in their 版记. */
function answersUnder(prefix: string, answers: Answers): Answers {
  const own = Object.entries(answers).filter(([id]) => id.startsWith(prefix));
  return Object.fromEntries(own.map(([id, choice]) => [id.slice(prefix.length), choice]));
}

function changesOf(facts: RecordFacts, value: CarriedValues[RecordType]): readonly string[] {
  return facts.ours === undefined ? [] : rowOf(facts).changes(facts.ours.value as Issue, value as Issue);
}

function isOurs(facts: RecordFacts, value: CarriedValues[RecordType]): boolean {
  return facts.ours !== undefined && isSame(facts, facts.ours.value, value);
}
