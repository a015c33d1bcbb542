import type { Handlers } from '../call-handlers.js';
import type { Library } from '../library/library.js';
import { searchKept } from './search-kept.js';
import { createLibraryReplacer } from './replace-library.js';
import type { SearchIndex } from './search-index.js';

/** Calls of the search over the library. */
export function createSearchHandlers(library: Library, index: SearchIndex) {
  const replacer = createLibraryReplacer(library, index);
  return {
    'replace.preview': ({ query }) => replacer.preview(query),
    'replace.hits': (request) => replacer.hits(request),
    'replace.run': (request) => replacer.run(request),
    'replace.undo': ({ undoId }) => replacer.undo(undoId),
    'search.library': (request) => index.search(request),
    'search.kept': ({ words }, job) => searchKept(library, words, job),
    'search.pages': async ({ key, places }) => ({ pages: [...(await index.pagesOf(key, places))] }),
  } satisfies Partial<Handlers>;
}
