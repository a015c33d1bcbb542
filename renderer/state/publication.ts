/** The publication as the window has it: changed at once, saved soon, and truthful about what is on disk. */
import { createStore, useStore } from 'zustand';
import { defaultPublication, type Publication } from '../../shared/document/publication.js';
import { acceptedChanges } from '../../shared/layout/page-style-settings.js';
import type { SaveState } from './save-queue.js';
import { newSaveQueue, windowPorts, type SessionPorts } from './session-parts.js';

export interface PublicationSession {
  readonly publication: Publication;
  /** False until it was read: the defaults shown then are not to be saved over what is on disk. */
  readonly isLoaded: boolean;
  readonly saveState: SaveState;
  /** Reads it; measures out of range, as from a file changed by hand, are dropped. @throws CallFailure */
  load(): Promise<void>;
  edit(change: (publication: Publication) => Publication): void;
  /** Saves now; false when it could not be saved. */
  flush(): Promise<boolean>;
}

/** A session over the given ports; the window has one, tests make their own. */
export function createPublicationSession(ports: Omit<SessionPorts, 'nowMs'>) {
  return createStore<PublicationSession>((set, get) => {
    const queue = newSaveQueue(ports, {
      send: () => ports.call('publication.save', { publication: get().publication }),
      report: (saveState) => set({ saveState }),
    });
    return {
      publication: defaultPublication,
      isLoaded: false,
      saveState: { kind: 'saved' },
      load: async () => {
        const { publication } = await ports.call('publication.get', {});
        set({ publication: { ...publication, pageStyle: acceptedChanges(publication.pageStyle) }, isLoaded: true });
      },
      edit: (change) => {
        if (!get().isLoaded || ports.isReadOnly()) return;
        const before = get().publication;
        const publication = change(before);
        if (publication === before) return;
        set({ publication });
        queue.touch();
      },
      flush: () => queue.flush(),
    };
  });
}

/** The window's publication. */
export const publicationSession = createPublicationSession(windowPorts);

export function usePublication<Part>(select: (session: PublicationSession) => Part): Part {
  return useStore(publicationSession, select);
}
