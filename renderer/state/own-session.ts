/** The manuscript a unit is writing: its words and what is said of it, one undo stack, and what is on disk. */
import { createStore, useStore } from 'zustand';
import type { Article } from '../../shared/document/issue.js';
import { withPlainCharacters } from '../../shared/document/plain-characters.js';
import type { TextPlace } from '../../shared/document/text-place.js';
import type { CallRequest } from '../../shared/ipc.js';
import type { Submission } from '../../shared/submissions/submission.js';
import { CallFailure } from '../bridge.js';
import type { SaveQueue, SaveState } from './save-queue.js';
import type { FocusRequest } from './selection.js';
import { createCaretTrail, newSaveQueue, windowPorts, type SessionPorts } from './session-parts.js';
import { closeStep, emptyHistory, recordEdit, stepBack, stepForward, type UndoHistory } from './undo-history.js';

/** What the unit says of a manuscript beside its words. */
export type OwnFacts = CallRequest<'own.save'>['facts'];

export interface Manuscript {
  readonly article: Article;
  readonly facts: OwnFacts;
}

interface OwnStep {
  readonly manuscript: Manuscript;
  readonly caret?: TextPlace;
}

export interface OwnSession {
  /** Undefined while none is open. */
  readonly id: string | undefined;
  readonly manuscript: Manuscript | undefined;
  /** The record as it was opened: file it came from, what was not taken over. */
  readonly record: Submission | undefined;
  readonly saveState: SaveState;
  readonly history: UndoHistory<OwnStep>;
  readonly caret: TextPlace | undefined;
  /** The latest wish that the editor take the cursor somewhere. */
  readonly focus: FocusRequest | undefined;
  /** Opens one; the one before is saved first. False when that save failed: then it stays open. @throws CallFailure */
  open(id: string): Promise<boolean>;
  /** Saves the open one and lets go of it, after whatever was asked for before. False when it could not be saved: then it stays open. */
  leave(): Promise<boolean>;
  /** Edits with one key and no pause between them are one undo step. */
  edit(change: (manuscript: Manuscript) => Manuscript, merge?: string): void;
  undo(): void;
  redo(): void;
  setCaret(caret: TextPlace | undefined): void;
  /** Takes the cursor to a place, with the text up to `to` selected. */
  goTo(caret: TextPlace, to?: TextPlace): void;
  /** Saves now; false when it could not be saved. */
  flush(): Promise<boolean>;
}

const closed = {
  id: undefined,
  manuscript: undefined,
  record: undefined,
  saveState: { kind: 'saved' },
  history: emptyHistory,
  caret: undefined,
  focus: undefined,
} as const satisfies Partial<OwnSession>;

type Get = () => OwnSession;
type Set = (part: Partial<OwnSession>) => void;

/** A session over the given ports; the window has one, tests make their own. */
export function createOwnSession(ports: SessionPorts) {
  return createStore<OwnSession>((set, get) => {
    let queue: SaveQueue | undefined;
    const touch = (): void => queue?.touch();
    const flush = (): Promise<boolean> => queue?.flush() ?? Promise.resolve(true);
    let last: Promise<unknown> = Promise.resolve();
    /** One after another: who asks twice for one must not have it read again over what was typed meanwhile. */
    const inTurn = (step: () => Promise<boolean>): Promise<boolean> => {
      const own = last.then(step, step);
      last = own;
      return own;
    };
    const load = async (id: string): Promise<boolean> => {
      if (get().id === id) return true;
      const { submission } = await ports.call('submission.get', { id });
      // Only now: what is typed while the other is read belongs to the one that is left.
      if (!(await flush())) return false;
      queue?.close();
      queue = newQueue(ports, id, set, get);
      set({ ...closed, id, record: submission, manuscript: { article: submission.article, facts: factsOf(submission) } });
      return true;
    };
    return {
      ...closed,
      ...createEditing(ports, touch, set, get),
      flush,
      open: (id) => inTurn(() => load(id)),
      leave: () =>
        inTurn(async () => {
          if (!(await flush())) return false;
          queue?.close();
          queue = undefined;
          set(closed);
          return true;
        }),
    };
  });
}

function newQueue(ports: SessionPorts, id: string, set: Set, get: Get): SaveQueue {
  return newSaveQueue(ports, {
    send: () => {
      const { manuscript } = get();
      if (manuscript === undefined) throw new CallFailure('bad-request', '没有打开的稿件。');
      return ports.call('own.save', { id, ...manuscript });
    },
    report: (saveState) => {
      if (get().id === id) set({ saveState });
    },
  });
}

function factsOf({ kind, signedBy, author, phone }: Submission): OwnFacts {
  return {
    kind,
    ...(signedBy === undefined ? {} : { signedBy }),
    ...(author === undefined ? {} : { author }),
    ...(phone === undefined ? {} : { phone }),
  };
}

/** Changes of the manuscript, and the way back; with the caret, whose reports tell typing from jumps. */
function createEditing(ports: SessionPorts, touch: () => void, set: Set, get: Get) {
  const trail = createCaretTrail(get);

  function step(): OwnStep | undefined {
    const { manuscript, caret } = get();
    return manuscript && { manuscript, ...(caret ? { caret } : {}) };
  }

  function travel(move: typeof stepBack<OwnStep>): void {
    const current = step();
    const moved = current && move(get().history, current);
    if (!moved) return;
    const { manuscript, caret } = moved.step;
    set({ manuscript, history: moved.history, caret, ...(caret ? { focus: trail.wish(caret) } : {}) });
    touch();
  }

  return {
    edit: (change: (manuscript: Manuscript) => Manuscript, merge?: string) => {
      const before = step();
      if (!before || ports.isReadOnly()) return;
      const manuscript = withPlainCharacters(change(before.manuscript));
      if (manuscript === before.manuscript) return;
      trail.edited();
      set({ manuscript, history: recordEdit(get().history, before, merge, ports.nowMs()) });
      touch();
    },
    undo: () => travel(stepBack),
    redo: () => travel(stepForward),
    setCaret: (caret: TextPlace | undefined) => set(trail.reported(caret)),
    goTo: (caret: TextPlace, to?: TextPlace) => set({ caret, history: closeStep(get().history), focus: trail.wish(caret, to) }),
  };
}

/** The window's session. */
export const ownSession = createOwnSession(windowPorts);

/** Reads one part of the window's session. */
export function useOwnSession<Part>(select: (session: OwnSession) => Part): Part {
  return useStore(ownSession, select);
}
