import { describe, expect, it } from 'vitest';
import * as layout from '../../../shared/library/library-layout.js';

describe('names in a library folder', () => {
  it('are legal on Windows', () => {
    const stamp = '20261122T172034123Z';
    const paths = [
      ...Object.values(layout).filter((value) => typeof value === 'string'),
      layout.issuePath('2022-Z01'),
      layout.draftPath('a-b_c'),
      layout.trashPath(layout.trashIdOf('draft', 'x', new Date(0))),
      layout.versionPath('2022-10', stamp),
    ];
    expect(paths.length).toBeGreaterThan(15);
    for (const path of paths) expect(path).toMatch(/^[^<>:"\\|?*\p{Cc}]*[^<>:"\\|?*\p{Cc}. ]$/u);
  });

  it('of the trash say what was deleted when, and let no path through', () => {
    const id = layout.trashIdOf('issue', '2022-Z01', new Date('2026-11-22T17:20:34.123Z'));
    expect(layout.readTrashId(id)).toEqual({ kind: 'issue', key: '2022-Z01', deletedAt: '2026-11-22T17:20:34.123Z' });
    expect(layout.readTrashId(layout.trashIdOf('draft', 'a_b', new Date(0)))).toMatchObject({ kind: 'draft', key: 'a_b' });
    for (const bad of ['', '期_2022-10', '期_../x_20261122T172034123Z', `${id}/..`, '期_2022-10_20269922T172034123Z'])
      expect(layout.readTrashId(bad)).toBeUndefined();
  });

  it('of unfinished writes and generations lead to the file they belong to', () => {
    expect(layout.temporaryTarget('2022-10.json.0123456789ab.tmp')).toBe('2022-10.json');
    expect(layout.temporaryTarget('notes.tmp')).toBeUndefined();
    expect(layout.generationTarget(layout.generationPath('2022-10.json', 2))).toBe('2022-10.json');
    expect(layout.generationTarget('2022-10.json')).toBeUndefined();
  });
});
