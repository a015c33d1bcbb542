import { describe, expect, it } from 'vitest';
import { readTrashId, trashIdOf, trashPath } from '../../../shared/library/trash.js';

describe('names in the trash', () => {
  it('say what was deleted when, and let no path through', () => {
    const id = trashIdOf('issue', '2022-Z01', new Date('2026-11-22T17:20:34.123Z'));
    expect(trashPath(id)).toBe('回收站/期_2022-Z01_20261122T172034123Z.json');
    expect(readTrashId(id)).toEqual({ kind: 'issue', key: '2022-Z01', deletedAt: '2026-11-22T17:20:34.123Z' });
    expect(readTrashId(trashIdOf('submission', 'a_b', new Date(0)))).toMatchObject({ kind: 'submission', key: 'a_b' });
    for (const bad of ['', '期_2022-10', '期_../x_20261122T172034123Z', `${id}/..`, '期_2022-10_20269922T172034123Z'])
      expect(readTrashId(bad)).toBeUndefined();
  });

  it('of a kind we do not know stand for nothing', () => {
    expect(readTrashId('别处_2022-10_20261122T172034123Z')).toBeUndefined();
  });
});
