import type { Handlers } from './call-handlers.js';
import type { Library } from './library/library.js';
import type { Clock } from './ports.js';
import { addPublication, listPublications, removePublication, savePublication } from './publications.js';

/** Calls about the publications of a library. */
export function createPublicationHandlers(library: Library, clock: Clock) {
  return {
    'publication.list': async () => ({ publications: [...(await listPublications(library))] }),
    'publication.save': async ({ publication }) => {
      await savePublication(library, publication);
      return { savedAt: clock.now().toISOString() };
    },
    'publication.add': async ({ publication }) => ({ publication: await addPublication(library, publication) }),
    'publication.remove': async ({ id }) => ({ trashId: await removePublication(library, id) }),
  } satisfies Partial<Handlers>;
}
