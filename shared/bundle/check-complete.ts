import { isSystemFile } from './entry-names.js';
import { attachmentEntry, attachmentsFolder, manifestEntry, readMeEntry, signatureEntry } from './format.js';
import type { Manifest } from './manifest.js';
import { problem, type Problem } from './problems.js';

/** Whether the container holds exactly what its manifest lists. Sizes are those the container declares. */
export function checkComplete(manifest: Manifest, present: ReadonlyMap<string, { readonly bytes: number }>): readonly Problem[] {
  const listed = new Map(manifest.entries.map((entry) => [entry.name, entry]));
  const found: Problem[] = [];
  for (const { name, bytes } of listed.values()) {
    const entry = present.get(name);
    if (entry === undefined) found.push(problem('entry-missing', name));
    else if (entry.bytes !== bytes) found.push(problem('size-differs', name, `（应为 ${bytes} 字节，实为 ${entry.bytes} 字节）`));
  }
  for (const name of present.keys()) {
    if (!listed.has(name) && !isOwnEntry(name) && !isSystemFile(name)) found.push(problem('entry-unlisted', name));
  }
  const renamed = manifest.entries.filter(
    ({ name, sha256 }) => name.startsWith(`${attachmentsFolder}/`) && name !== attachmentEntry(sha256),
  );
  found.push(...renamed.map(({ name }) => problem('entry-changed', name)));
  if (!countsAgree(manifest)) found.push(problem('counts-disagree'));
  if (!listed.has(readMeEntry)) found.push(problem('read-me-missing', readMeEntry));
  const missing = manifest.records.filter(({ entry }) => !listed.has(entry));
  return [...found, ...missing.map(({ entry }) => problem('entry-missing', entry))];
}

function isOwnEntry(name: string): boolean {
  return name === manifestEntry || name === signatureEntry;
}

function countsAgree({ counts, entries, records }: Manifest): boolean {
  const names = new Set(entries.map(({ name }) => name));
  const attachments = entries.filter(({ name }) => name.startsWith(`${attachmentsFolder}/`)).length;
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const isOnce = names.size === entries.length && !names.has(manifestEntry) && !names.has(signatureEntry);
  return (
    isOnce &&
    counts.entries === entries.length &&
    counts.bytes === bytes &&
    counts.records === records.length &&
    counts.attachments === attachments
  );
}
