import { draftSchema, issueSchema, issueVersion } from './issue.js';
import type { Draft, Issue } from './issue.js';
import { parseRecord } from './migrate-record.js';
import type { Migration, Parsed } from './migrate-record.js';
import { normalizeIssue } from './normalize-issue.js';

export type ParsedIssue =
  | { readonly ok: true; readonly issue: Issue }
  | { readonly ok: false; readonly newer: boolean; readonly reason: string };

/** Steps from an older saved shape, by the version they start from. Version 1 is the first. */
const issueMigrations: Readonly<Record<number, Migration>> = {};
const draftMigrations: Readonly<Record<number, Migration>> = {};

/** Reads a saved issue: version → migrate → schema → normalise. The reason is Chinese, names the place, has no 。 */
export function parseIssue(input: unknown): ParsedIssue {
  const parsed = parseRecord<Issue>(input, { schema: issueSchema, version: issueVersion, migrations: issueMigrations });
  return parsed.ok ? { ok: true, issue: normalizeIssue(parsed.value) } : parsed;
}

/** Reads a saved draft: version → migrate → schema. */
export function parseDraft(input: unknown): Parsed<Draft> {
  return parseRecord<Draft>(input, { schema: draftSchema, version: issueVersion, migrations: draftMigrations });
}
