import type { AppOptions } from './app-options.js';
import type { Handlers } from './call-handlers.js';
import { importFile } from './import-file.js';
import type { Library } from './library/library.js';
import type { Uploads } from './uploads.js';

/** Calls that bring files in: sending them over, and taking them into the library. */
export function createImportHandlers(library: Library, uploads: Uploads, options: AppOptions) {
  return {
    'upload.open': async ({ name, size }) => ({ upload: await uploads.open(name, size) }),
    'upload.drop': async ({ upload }) => {
      await uploads.drop(upload);
      return {};
    },
    'import.file': ({ upload, whenExists, as, keepsLines, isOne, place, folders }, { report, signal }) =>
      uploads.take(upload, (file) =>
        importFile(
          library,
          options,
          { ...file, reading: { ...(as && { as }), ...(keepsLines && { keepsLines }) } },
          { whenExists, isOne, place, folders },
          { signal, onStep: (step) => report(step, 0, 1) },
        ),
      ),
  } satisfies Partial<Handlers>;
}
