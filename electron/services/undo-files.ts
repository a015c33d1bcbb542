import { z } from 'zod';
import { issueVersion } from '../../shared/document/saved-versions.js';
import type { Handlers } from './call-handlers.js';
import { undoPath } from '../../shared/library/library-layout.js';
import type { Library } from './library/library.js';
import { StoredFile } from './library/stored-file.js';

const fileSchema = z.strictObject({ issueVersion: z.literal(issueVersion), revision: z.string(), steps: z.string() });

/** Undo steps of issues, a file each beside the records. What does not fit any more is as good as none: no text is in it alone. */
export function createUndoHandlers(library: Library) {
  const fileOf = (key: string): StoredFile => new StoredFile(library.shelf, undoPath(key), 'zhuanbao-undo', 0);
  return {
    'undo.keep': ({ key, revision, steps }) =>
      library.still(async () => {
        if (library.readOnlyReason === undefined) await fileOf(key).write({ issueVersion, revision, steps });
        return {};
      }),
    'undo.get': ({ key, revision }) =>
      library.still(async () => {
        const found = await fileOf(key).peek();
        const parsed = fileSchema.safeParse(found.kind === 'good' ? found.data : undefined);
        return parsed.success && parsed.data.revision === revision ? { steps: parsed.data.steps } : {};
      }),
  } satisfies Partial<Handlers>;
}
