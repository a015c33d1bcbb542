/** The publications as the window has them: changed at once, saved soon, and truthful about what is on disk. */
import { createStore, useStore } from 'zustand';
import { defaultPublication, type Publication } from '../../shared/document/publication.js';
import { keyLabel, publicationOfKey } from '../../shared/document/issue-key-label.js';
import { canonicalJson } from '../../shared/library/canonical-json.js';
import { acceptedChanges } from '../../shared/layout/page-style-settings.js';
import { onNotice } from '../bridge.js';
import { tellFailure } from './messages.js';
import type { SaveState } from './save-queue.js';
import { newSaveQueue, windowPorts, type SessionPorts } from './session-parts.js';

export interface PublicationSession {
  /** All of the library, its own first. */
  readonly publications: readonly Publication[];
  /** The one that is shown and changed in 设置. */
  readonly publication: Publication;
  /** False until it was read: the defaults shown then are not to be saved over what is on disk. */
  readonly isLoaded: boolean;
  readonly saveState: SaveState;
  /** Reads them; measures out of range, as from a file changed by hand, are dropped. What is not saved yet stays as it is. @throws CallFailure */
  load(): Promise<void>;
  /** Shows another one, once the one before is saved; false when it could not be. */
  choose(id: string | undefined): Promise<boolean>;
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
    const show = (publications: readonly Publication[], id: string | undefined): void =>
      set({ publications, publication: publicationIn(publications, id) });
    return {
      publications: [defaultPublication],
      publication: defaultPublication,
      isLoaded: false,
      saveState: { kind: 'saved' },
      load: async () => {
        const { publications } = await ports.call('publication.list', {});
        if (get().saveState.kind !== 'saved') return;
        const accepted = publications.map((each) => ({ ...each, pageStyle: acceptedChanges(each.pageStyle) }));
        show(keepingSame(get().publications, accepted), get().publication.id);
        set({ isLoaded: true });
      },
      choose: async (id) => {
        if (!(await queue.flush())) return false;
        show(get().publications, id);
        return true;
      },
      edit: (change) => {
        if (!get().isLoaded || ports.isReadOnly()) return;
        const { publication: before, publications } = get();
        const publication = change(before);
        if (publication === before) return;
        set({ publication, publications: publications.map((each) => (each === before ? publication : each)) });
        queue.touch();
      },
      flush: () => queue.flush(),
    };
  });
}

/** What an issue is called: 2022年第10期, with the name of its publication where there are several. */
export function issueName(key: string): string {
  const { publications } = publicationSession.getState();
  const id = publicationOfKey(key);
  const named = publications.length > 1 ? publications.find((each) => each.id === id) : undefined;
  return `${named ? `《${named.name}》` : ''}${keyLabel(key)}`;
}

/** What did not change stays the same value: its pages are not laid out anew. */
function keepingSame(before: readonly Publication[], now: readonly Publication[]): readonly Publication[] {
  const known = new Map(before.map((each) => [canonicalJson(each), each]));
  return now.map((each) => known.get(canonicalJson(each)) ?? each);
}

/** A publication by its id; one that is not there goes by the library's own. */
export function publicationIn(publications: readonly Publication[], id: string | undefined): Publication {
  return publications.find((each) => each.id === id) ?? publications[0] ?? defaultPublication;
}

/** The window's publications. */
export const publicationSession = createPublicationSession(windowPorts);

/** Reads them again whenever the services say that something changed; many notices at once make one reading. */
export function followPublications(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return onNotice('library.changed', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void publicationSession.getState().load().catch(tellFailure), 150);
  });
}

export function usePublication<Part>(select: (session: PublicationSession) => Part): Part {
  return useStore(publicationSession, select);
}
