import { draftSchema, issueSchema } from './issue-schema.js';
import { issueVersion } from './saved-versions.js';
import type { Draft, Issue } from './issue.js';
import { parseRecord } from './migrate-record.js';
import type { Migration, Parsed } from './migrate-record.js';
import { normalizeIssue } from './normalize-issue.js';

export type ParsedIssue =
  | { readonly ok: true; readonly issue: Issue }
  | { readonly ok: false; readonly newer: boolean; readonly reason: string };

/** Steps from an older saved shape, by the version they start from. */
const issueMigrations: Readonly<Record<number, Migration>> = {
  1: (issue) => ({ ...issue, columns: mapList(issue['columns'], withFullQuotes) }),
};
const draftMigrations: Readonly<Record<number, Migration>> = {
  1: (draft) => ({ ...draft, article: isRecord(draft['article']) ? withoutHalfQuotes(draft['article']) : draft['article'] }),
};

type SavedRecord = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is SavedRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Each record of a list changed; anything that is no list, or no record, is left for the schema to refuse. */
function mapList(list: unknown, change: (record: SavedRecord) => SavedRecord): unknown {
  return Array.isArray(list) ? list.map((each: unknown) => (isRecord(each) ? change(each) : each)) : list;
}

function withFullQuotes(column: SavedRecord): SavedRecord {
  return { ...column, items: mapList(column['items'], withoutHalfQuotes) };
}

/** Version 1 could set an item's quotes half as wide. */
function withoutHalfQuotes({ halfQuotes: _half, ...item }: SavedRecord): SavedRecord {
  return item;
}

/** Reads a saved issue: version → migrate → schema → normalise. The reason is Chinese, names the place, has no 。 */
export function parseIssue(input: unknown): ParsedIssue {
  const parsed = parseRecord<Issue>(input, { schema: issueSchema, version: issueVersion, migrations: issueMigrations });
  return parsed.ok ? { ok: true, issue: normalizeIssue(parsed.value) } : parsed;
}

/** Reads a saved draft: version → migrate → schema. */
export function parseDraft(input: unknown): Parsed<Draft> {
  return parseRecord<Draft>(input, { schema: draftSchema, version: issueVersion, migrations: draftMigrations });
}
