import { foldName, isSystemFile, nameProblem, type EntryFacts } from './entry-names.js';
import { limits } from './format.js';
import { problem, type Problem } from './problems.js';

/** Bytes of a local header before its name. */
const localHeaderBytes = 30;

/** What is wrong with the entries of a container, told by their descriptions alone. */
export function checkContainer(entries: readonly EntryFacts[]): readonly Problem[] {
  return [...entries.flatMap(checkEntry), ...checkSizes(entries), ...checkTwins(entries), ...checkOverlaps(entries)];
}

function checkEntry(entry: EntryFacts): readonly Problem[] {
  const { name } = entry;
  const found: Problem[] = [];
  const wrongName = nameProblem(name);
  if (isSystemFile(name)) found.push(problem('system-file', name));
  else if (wrongName !== undefined) found.push(problem(wrongName, name));
  else if (entry.isGbk) found.push(problem('name-gbk', name));
  if (entry.isSpecial) found.push(problem('entry-special', name));
  if (entry.isEncrypted || !entry.hasKnownMethod) found.push(problem('entry-unreadable', name));
  if (entry.bytes > limits.entryBytes) found.push(problem('entry-too-large', name, sizeDetail(entry.bytes, limits.entryBytes)));
  const isBomb = entry.bytes > limits.ratioFromBytes && entry.bytes > entry.packedBytes * limits.ratio;
  if (isBomb) found.push(problem('ratio-too-high', name));
  return found;
}

function checkSizes(entries: readonly EntryFacts[]): readonly Problem[] {
  const total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  return total > limits.totalBytes ? [problem('bundle-too-large', '', sizeDetail(total, limits.totalBytes))] : [];
}

function checkTwins(entries: readonly EntryFacts[]): readonly Problem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ name }) => {
    const folded = foldName(name);
    if (seen.has(folded)) return [problem('name-twice', name)];
    seen.add(folded);
    return [];
  });
}

/** Entries that share bytes are how a small file unpacks into endless ones without any single ratio showing it. */
function checkOverlaps(entries: readonly EntryFacts[]): readonly Problem[] {
  const inOrder = [...entries].sort((left, right) => left.offset - right.offset);
  let end = 0;
  return inOrder.flatMap(({ name, offset, packedBytes }) => {
    const overlaps = offset < end;
    end = Math.max(end, offset + localHeaderBytes + packedBytes);
    return overlaps ? [problem('entries-overlap', name)] : [];
  });
}

function sizeDetail(bytes: number, limit: number): string {
  return `（${toMegabytes(bytes)} MB，上限 ${toMegabytes(limit)} MB）`;
}

function toMegabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
