import { localDay } from '../document/local-day.js';
import { instantOfStamp } from './library-layout.js';

/** A version is kept before the first change of a session, of a day, and then when the last one is this old, in milliseconds. */
export const snapshotEveryMs = 10 * 60 * 1000;

/** The newest versions are all kept; of older ones, the last of each of the editor's days; never more than `most` in all. */
const newestKept = 20;
const most = 80;

/** Whether a previous version is due, from when this session last kept one of the issue (undefined: not yet). */
export function isSnapshotDue(lastKept: Date | undefined, now: Date): boolean {
  return lastKept === undefined || localDay(lastKept) !== localDay(now) || Math.abs(now.getTime() - lastKept.getTime()) >= snapshotEveryMs;
}

/** The stamps of versions to let go of, given all stamps of one issue in any order. Unknown names are never named. */
export function versionsToDrop(stamps: readonly string[]): readonly string[] {
  const known = stamps
    .flatMap((stamp) => {
      const instant = instantOfStamp(stamp);
      return instant === undefined ? [] : [{ stamp, day: localDay(new Date(instant)) }];
    })
    .sort((left, right) => (left.stamp < right.stamp ? 1 : -1));
  const kept = known.filter(({ day }, position) => position < newestKept || known[position - 1]?.day !== day);
  const keptSet = new Set(kept.slice(0, most));
  return known.filter((each) => !keptSet.has(each)).map(({ stamp }) => stamp);
}
