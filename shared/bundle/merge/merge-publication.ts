import type { Publication } from '../../document/publication.js';
import { canonicalJson } from '../../library/canonical-json.js';
import { choiceOf, type Answers, type Conflict, type Merged } from './conflict.js';
import { settle, type MergeSides } from './three-way.js';

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

/** What differs between two states of the settings, one Chinese phrase each. */
export function publicationChanges(from: Publication, to: Publication): readonly string[] {
  const [before, after] = [members(from), members(to)];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((name) => canonicalJson([before[name]]) !== canonicalJson([after[name]]))
    .map((name) => `改动${publicationParts[name] ?? name}`);
}

/** Member by member: what one side changed is taken, what both changed is asked. */
export function mergePublication({ base, ours, theirs }: MergeSides<Publication>, answers: Answers): Merged<Publication> {
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
