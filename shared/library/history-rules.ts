import { instantOfStamp } from './library-layout.js';

/** A version is kept before the first change of a session and then when the last one is this old, in milliseconds. */
export const snapshotEveryMs = 10 * 60 * 1000;

/** The newest versions are all kept; of older ones, the last of each day (UTC); never more than `most` in all. */
const newestKept = 20;
const most = 80;

/** Whether a previous version is due, from when this session last kept one of the issue (undefined: not yet). */
export function isSnapshotDue(lastKept: Date | undefined, now: Date): boolean {
  return lastKept === undefined || Math.abs(now.getTime() - lastKept.getTime()) >= snapshotEveryMs;
}

/** The stamps of versions to let go of, given all stamps of one issue in any order. Unknown names are never named. */
export function versionsToDrop(stamps: readonly string[]): readonly string[] {
  const known = stamps
    .filter((stamp) => instantOfStamp(stamp) !== undefined)
    .sort()
    .reverse();
  const days = new Set<string>();
  const kept = known.filter((stamp, position) => {
    const day = stamp.slice(0, 8);
    const isFirstOfDay = !days.has(day);
    days.add(day);
    return position < newestKept || isFirstOfDay;
  });
  const keptSet = new Set(kept.slice(0, most));
  return known.filter((stamp) => !keptSet.has(stamp));
}
