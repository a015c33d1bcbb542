import { createHash } from 'node:crypto';

/** What is to be remembered of something done. */
export interface Deed {
  /** ISO instant; now when absent. */
  readonly at?: string;
  /** Whoever is at this machine when absent. */
  readonly who?: string | undefined;
  readonly action: string;
  readonly what: string;
  readonly commit?: number;
}

/** One line of the audit trail: who did what, when, to what. */
export interface AuditEntry {
  /** Counted from 1 over all months. */
  readonly number: number;
  /** ISO instant with the zone of the machine, to the second. */
  readonly at: string;
  readonly who: string;
  /** What was done, in a word or two: 印发, 导出. */
  readonly action: string;
  /** To what, in the editor's words; may be empty. */
  readonly what: string;
  /** Number of its commit in the journal; none for what changes no record. */
  readonly commit?: number;
}

/** Where the chain stands after an entry. */
export interface AuditEnd {
  readonly number: number;
  readonly hash: string;
  /** Number of the last commit told of; 0 when none was. */
  readonly commit: number;
}

export const auditStart: AuditEnd = { number: 0, hash: '0'.repeat(64), commit: 0 };

/** First line of every month, for who opens the file with another program. */
export const auditHeading =
  '# 操作记录：编号、时间、何人、做了什么、对什么、保存序号、校验码。每行的校验码由上一行的校验码和本行文字算出，请勿改动。\n';

/** The line of an entry after `before`, and its hash: SHA-256 of the hash before, a line break and the text. */
export function encodeAuditLine(entry: AuditEntry, before: string): { readonly line: string; readonly hash: string } {
  const { number, at, who, action, what, commit } = entry;
  const text = [number, at.replace('T', ' '), who, action, what, commit ?? '-']
    .map((part) => String(part).replace(/\s+/gu, ' '))
    .join('\t');
  const hash = chained(before, text);
  return { line: `${text}\t${hash}\n`, hash };
}

/** A line as read: its entry, what its hash says, and what the hash would be after another one. */
export interface AuditLine {
  readonly entry: AuditEntry;
  readonly hash: string;
  readonly hashAfter: (before: string) => string;
}

/** Reads a line without its line break; undefined for what is none. */
export function decodeAuditLine(line: string): AuditLine | undefined {
  const [, text = '', hash = ''] = /^(.*)\t([0-9a-f]{64})$/u.exec(line) ?? [];
  const [number, at = '', who = '', action = '', what = '', commit = ''] = text.split('\t');
  if (!/^\d+$/u.test(number ?? '') || Number.isNaN(Date.parse(at.replace(' ', 'T')))) return undefined;
  const entry = {
    number: Number(number),
    at: at.replace(' ', 'T'),
    who,
    action,
    what,
    ...(/^\d+$/u.test(commit) && { commit: Number(commit) }),
  };
  return { entry, hash, hashAfter: (before) => chained(before, text) };
}

/** An instant in the machine's own time: `2026-11-29T22:01:41+08:00`. */
export function localInstant(instant: Date): string {
  const offset = -instant.getTimezoneOffset();
  const two = (value: number): string => String(Math.floor(Math.abs(value))).padStart(2, '0');
  const local = new Date(instant.getTime() + offset * 60_000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}

function chained(before: string, text: string): string {
  return createHash('sha256').update(`${before}\n${text}`, 'utf8').digest('hex');
}
