import { describe, expect, it } from 'vitest';
import * as layout from '../../../shared/library/library-layout.js';
import { kindNames, recordKinds, recordPath, versionPath } from '../../../shared/library/records/records.js';
import { trashIdOf, trashPath } from '../../../shared/library/trash.js';

describe('names in a library folder', () => {
  it('are legal on Windows', () => {
    const stamp = '20261122T172034123Z';
    const paths = [
      ...Object.values(layout).filter((value) => typeof value === 'string'),
      ...kindNames.map((kind) => recordKinds[kind].folder),
      recordPath('issue', '2022-Z01'),
      recordPath('submission', 'a-b_c'),
      trashPath(trashIdOf('submission', 'x', new Date(0))),
      versionPath('issue', '2022-10', stamp),
      versionPath('submission', 'x', stamp),
    ];
    expect(paths.length).toBeGreaterThan(15);
    for (const path of paths) expect(path).toMatch(/^[^<>:"\\|?*\p{Cc}]*[^<>:"\\|?*\p{Cc}. ]$/u);
  });

  it('of unfinished writes and generations lead to the file they belong to', () => {
    expect(layout.temporaryTarget('2022-10.json.0123456789ab.tmp')).toBe('2022-10.json');
    expect(layout.temporaryTarget('notes.tmp')).toBeUndefined();
    expect(layout.generationTarget(layout.generationPath('2022-10.json', 2))).toBe('2022-10.json');
    expect(layout.generationTarget('2022-10.json')).toBeUndefined();
  });
});
