import { describe, expect, it } from 'vitest';
import { backupsToDrop } from '../../../shared/library/backup-rules.js';
import { stampOf } from '../../../shared/library/library-layout.js';

const hourMs = 3_600_000;
const newest = Date.parse('2026-03-31T18:00:00.000Z');

/** So many stamps, every `hours` hours, the newest first. */
function stamps(count: number, hours: number): readonly string[] {
  return Array.from({ length: count }, (_, position) => stampOf(new Date(newest - position * hours * hourMs)));
}

function kept(all: readonly string[]): readonly string[] {
  const dropped = new Set(backupsToDrop(all));
  return all.filter((stamp) => !dropped.has(stamp));
}

describe('which backups are kept', () => {
  it('are the newest ten, however close', () => {
    const all = stamps(10, 1);
    expect(backupsToDrop(all)).toEqual([]);
    expect(kept(stamps(40, 0.25)).slice(0, 10)).toEqual(stamps(10, 0.25));
  });

  it('are the last of each of thirty days before, and the last of each month before those', () => {
    const all = stamps(4 * 24 * 100, 0.25);
    const found = kept(all);
    const older = found.slice(10);
    expect(new Set(older.map((stamp) => stamp.slice(0, 8))).size).toBe(older.length);
    const months = older.slice(30).map((stamp) => stamp.slice(0, 8));
    expect(months).toEqual(['20260228', '20260131', '20251231']);
    expect(older.slice(0, 30).at(-1)?.slice(0, 8)).toBe('20260302');
  });

  it('are months for good', () => {
    expect(kept(stamps(240, 24 * 30)).length).toBeGreaterThan(200);
  });

  it('says nothing of names that are none of ours', () => {
    expect(backupsToDrop([...stamps(60, 1), '说明'])).not.toContain('说明');
  });
});
