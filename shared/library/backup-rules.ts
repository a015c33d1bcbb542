import { instantOfStamp } from './library-layout.js';

/**
 * Which backups are kept: the newest ten, before them the last of each of thirty days, before those the last of each
 * month for good. Days and months are those of UTC, as everywhere in names of files.
 */
const newestKept = 10;
const daysKept = 30;

/** The rule in words, for the editor. */
export const backupRule = `最近 ${newestKept} 份都留着；更早的 ${daysKept} 天每天留最后一份，再早的每月留最后一份。`;

/** Stamps of backups to let go of, given all stamps in any order. Unknown names are never named. */
export function backupsToDrop(stamps: readonly string[]): readonly string[] {
  const known = stamps
    .filter((stamp) => instantOfStamp(stamp) !== undefined)
    .sort()
    .reverse();
  const older = known.slice(newestKept);
  const days = lastOfEach(older, 8).slice(0, daysKept);
  const months = lastOfEach(older, 6);
  const kept = new Set([...known.slice(0, newestKept), ...days, ...months]);
  return known.filter((stamp) => !kept.has(stamp));
}

/** The first, which is the newest, of those that begin with the same characters. */
function lastOfEach(stamps: readonly string[], length: number): readonly string[] {
  const seen = new Map<string, string>();
  for (const stamp of stamps) if (!seen.has(stamp.slice(0, length))) seen.set(stamp.slice(0, length), stamp);
  return [...seen.values()];
}
