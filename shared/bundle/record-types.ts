import type { Issue } from '../document/issue.js';
import { itemLabel } from '../document/edit-issue.js';
import { parseRecord, type Parsed } from '../document/migrate-record.js';
import { publicationSchema } from '../document/publication-schema.js';
import type { Publication } from '../document/publication.js';
import { publicationVersion } from '../document/saved-versions.js';
import { canonicalJson } from '../library/canonical-json.js';
import { parseKind } from '../library/records/records.js';
import { alignIds } from './merge/align-ids.js';
import { choiceOf, type Answers, type Conflict, type Merged } from './merge/conflict.js';
import { mergeIssue } from './merge/merge-issue.js';
import { settle } from './merge/three-way.js';

/** Values a bundle can carry, by type. */
export interface CarriedValues {
  readonly issue: Issue;
  readonly publication: Publication;
}
export type RecordType = keyof CarriedValues;

interface Sides<Value> {
  readonly base: Value | undefined;
  readonly ours: Value;
  readonly theirs: Value;
}

/** What importing must know of one type of record. */
interface RecordTypeRow<Value> {
  readonly parse: (input: unknown) => Parsed<Value>;
  /** The other side's value in our ids, where both plainly mean the same. */
  readonly align: (theirs: Value, ours: Value) => Value;
  readonly merge: (sides: Sides<Value>, answers: Answers) => Merged<Value>;
  /** What differs between two states, one Chinese phrase each: 改动《示例区开展宣讲》. */
  readonly changes: (from: Value, to: Value) => readonly string[];
}

/** THE table of types of records in bundles. */
export const recordTypes: { readonly [Type in RecordType]: RecordTypeRow<CarriedValues[Type]> } = {
  issue: { parse: (input) => parseKind('issue', input), align: alignIds, merge: mergeIssue, changes: issueChanges },
  publication: {
    parse: (input) => parseRecord<Publication>(input, { schema: publicationSchema, version: publicationVersion, migrations: {} }),
    align: (theirs) => theirs,
    merge: mergePublication,
    changes: publicationChanges,
  },
};

export function isRecordType(type: string): type is RecordType {
  return Object.hasOwn(recordTypes, type);
}

function issueChanges(from: Issue, to: Issue): readonly string[] {
  const [before, after] = [itemsById(from), itemsById(to)];
  const added = [...after].filter(([id]) => !before.has(id)).map(([, item]) => `增加《${itemLabel(item)}》`);
  const gone = [...before].filter(([id]) => !after.has(id)).map(([, item]) => `删去《${itemLabel(item)}》`);
  const changed = [...after].filter(([id, item]) => before.has(id) && canonicalJson(before.get(id)) !== canonicalJson(item));
  const { columns: _before, ...partsBefore } = from;
  const { columns: _after, ...partsAfter } = to;
  const parts = canonicalJson(partsBefore) === canonicalJson(partsAfter) ? [] : ['改动报头、报送发或版记'];
  const found = [...added, ...gone, ...changed.map(([, item]) => `改动《${itemLabel(item)}》`), ...parts];
  return found.length === 0 ? ['稿件次序不同'] : found;
}

function itemsById({ columns }: Issue) {
  return new Map(columns.flatMap(({ items }) => items.map((item) => [item.id, item] as const)));
}

const publicationParts: Readonly<Record<string, string>> = {
  name: '刊名',
  organ: '编发单位',
  columns: '栏目',
  distribution: '报送发',
  imprint: '版记',
  pageStyle: '版式',
  faceSet: 'Word 字体名',
  newIssueFrom: '新一期取自',
};

function publicationChanges(from: Publication, to: Publication): readonly string[] {
  const [before, after] = [members(from), members(to)];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((name) => canonicalJson([before[name]]) !== canonicalJson([after[name]]))
    .map((name) => `改动${publicationParts[name] ?? name}`);
}

/** Member by member: what one side changed is taken, what both changed is asked. */
function mergePublication({ base, ours, theirs }: Sides<Publication>, answers: Answers): Merged<Publication> {
  const sides = { base: base === undefined ? {} : members(base), ours: members(ours), theirs: members(theirs) };
  const conflicts: Conflict[] = [];
  const value: Record<string, unknown> = {};
  for (const name of [...new Set([...Object.keys(sides.ours), ...Object.keys(sides.theirs)])].sort()) {
    const row = { base: sides.base[name], ours: sides.ours[name], theirs: sides.theirs[name] };
    const outcome = settle(row);
    let taken = outcome.kind === 'settled' ? outcome.value : row.ours;
    if (outcome.kind === 'conflict') {
      const conflict = memberConflict(name, row.ours, row.theirs);
      conflicts.push(conflict);
      taken = choiceOf(conflict, answers) === 'ours' ? row.ours : row.theirs;
    }
    if (taken !== undefined) value[name] = taken;
  }
  // Every member comes from a publication of one of the sides, under its own name.
  return { value: value as unknown as Publication, conflicts };
}

function memberConflict(name: string, ours: unknown, theirs: unknown): Conflict {
  return {
    id: `publication:${name}`,
    label: `${publicationParts[name] ?? name}两边都改过`,
    ...(ours === undefined ? {} : { ours: spell(ours) }),
    ...(theirs === undefined ? {} : { theirs: spell(theirs) }),
    choices: ['ours', 'theirs'],
    proposal: 'ours',
  };
}

/** A setting as it is read: names and values, a line each. */
function spell(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value))
    return value.map((each) => (typeof each === 'object' ? Object.values(each as object).join(' ') : String(each))).join('\n');
  return Object.entries(value)
    .map(([name, each]) => `${name} ${String(each)}`)
    .join('\n');
}

function members(publication: Publication): Readonly<Record<string, unknown>> {
  return { ...publication };
}
