import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSnapshotDue, versionsToDrop } from '../../../shared/library/history-rules.js';
import { instantOfStamp, stampOf } from '../../../shared/library/library-layout.js';

const at = (iso: string) => new Date(iso);
const everyHour = (count: number) => Array.from({ length: count }, (_, hour) => stampOf(new Date(Date.UTC(2026, 0, 1, hour))));

/** Days are the editor's: here they begin at 16:00 UTC. */
const zone = process.env['TZ'];
beforeAll(() => {
  process.env['TZ'] = 'Asia/Shanghai';
  expect(new Date(2026, 0, 1).toISOString()).toBe('2025-12-31T16:00:00.000Z');
});
afterAll(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('previous versions', () => {
  it('are due at first and then every ten minutes, whatever the clock does', () => {
    expect(isSnapshotDue(undefined, at('2026-01-01T10:00:00Z'))).toBe(true);
    expect(isSnapshotDue(at('2026-01-01T10:00:00Z'), at('2026-01-01T10:09:59Z'))).toBe(false);
    expect(isSnapshotDue(at('2026-01-01T10:00:00Z'), at('2026-01-01T10:10:00Z'))).toBe(true);
    expect(isSnapshotDue(at('2026-01-01T10:00:00Z'), at('2026-01-01T08:00:00Z'))).toBe(true);
  });

  it('are due before the first change of a day, however late the last one was', () => {
    expect(isSnapshotDue(at('2026-01-01T15:58:00Z'), at('2026-01-01T16:01:00Z'))).toBe(true);
    expect(isSnapshotDue(at('2026-01-01T23:58:00Z'), at('2026-01-02T00:01:00Z'))).toBe(false);
  });

  it('are all kept while they are few', () => {
    expect(versionsToDrop(everyHour(20))).toEqual([]);
  });

  it('keep the newest twenty and the last of every day before', () => {
    const stamps = everyHour(24 * 5);
    const dropped = new Set(versionsToDrop(stamps));
    const kept = stamps.filter((stamp) => !dropped.has(stamp));
    expect(kept.slice(-20)).toEqual(stamps.slice(-20));
    expect(kept.slice(0, -20)).toEqual(['20260101T150000000Z', '20260102T150000000Z', '20260103T150000000Z', '20260104T150000000Z']);
  });

  it('are never more than eighty', () => {
    const stamps = everyHour(24 * 365);
    expect(stamps.length - versionsToDrop(stamps).length).toBe(80);
  });

  it('leaves names alone that are no stamps', () => {
    expect(versionsToDrop(['readme', ...everyHour(500)])).not.toContain('readme');
  });
});

describe('stamps', () => {
  it('name an instant to the millisecond and come back as it', () => {
    expect(stampOf(at('2026-11-22T17:20:34.123Z'))).toBe('20261122T172034123Z');
    expect(instantOfStamp('20261122T172034123Z')).toBe('2026-11-22T17:20:34.123Z');
    expect([instantOfStamp('20261322T172034123Z'), instantOfStamp('../x')]).toEqual([undefined, undefined]);
  });
});
