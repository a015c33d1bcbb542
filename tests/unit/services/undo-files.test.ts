import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createUndoHandlers } from '../../../electron/services/undo-files.js';
import { within, withFolder } from '../../helpers/library-fixture.js';

const kept = { key: '2023-06', revision: 'r1', steps: '{"past":[],"future":[]}' };

describe('undo steps on disk', () => {
  it('are there for the state they were kept with, and for no other', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        const undo = createUndoHandlers(library);
        await undo['undo.keep'](kept);
        expect(await undo['undo.get'](kept)).toEqual({ steps: kept.steps });
        expect(await undo['undo.get']({ ...kept, revision: 'r2' })).toEqual({});
        expect(await undo['undo.get']({ ...kept, key: '2023-07' })).toEqual({});
      }),
    ));

  it('are passed over when damaged or of another version', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        const undo = createUndoHandlers(library);
        await undo['undo.keep'](kept);
        const path = join(folder, '撤销/2023-06.json');
        await writeFile(path, (await readFile(path, 'utf8')).replace('past', 'pest'));
        expect(await undo['undo.get'](kept)).toEqual({});
      }),
    ));

  it('are not written into a library that can only be read', () =>
    withFolder(async (folder) => {
      await within(folder, async () => undefined);
      await within(
        folder,
        async (library) => {
          const undo = createUndoHandlers(library);
          await undo['undo.keep'](kept);
          expect(await undo['undo.get'](kept)).toEqual({});
        },
        { mode: 'read' },
      );
    }));
});
