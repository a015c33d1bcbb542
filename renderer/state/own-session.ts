/** The manuscript a unit is writing: its words and what is said of it, one undo stack, and what is on disk. */
import { createStore, useStore } from 'zustand';
import type { Article } from '../../shared/document/issue.js';
import { withPlainCharacters } from '../../shared/document/plain-characters.js';
import { sameTextPlace, type TextPlace } from '../../shared/document/text-place.js';
import type { QuickCallName, CallRequest, CallResponse } from '../../shared/ipc.js';
import type { Submission } from '../../shared/submissions/submission.js';
import { call, CallFailure, failureSentence } from '../bridge.js';
import { isReadOnly } from './read-only.js';
import { SaveQueue, type SaveState } from './save-queue.js';
import type { FocusRequest } from './selection.js';
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
  /** Leaves the open one without saving. */
  close(): void;
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

export interface OwnPorts {
  call<Name extends QuickCallName>(name: Name, request: CallRequest<Name>): Promise<CallResponse<Name>>;
  nowMs(): number;
  isReadOnly(): boolean;
  schedule(action: () => void, delayMs: number): () => void;
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
export function createOwnSession(ports: OwnPorts) {
  return createStore<OwnSession>((set, get) => {
    let queue: SaveQueue | undefined;
    const touch = (): void => queue?.touch();
    const flush = (): Promise<boolean> => queue?.flush() ?? Promise.resolve(true);
    /** One after another: who asks twice for one must not have it read again over what was typed meanwhile. */
    let opening: Promise<boolean> = Promise.resolve(true);
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
      close: () => {
        queue?.close();
        queue = undefined;
        set(closed);
      },
      open: (id) => {
        opening = opening.catch(() => false).then(() => load(id));
        return opening;
      },
    };
  });
}

function newQueue(ports: OwnPorts, id: string, set: Set, get: Get): SaveQueue {
  return new SaveQueue({
    send: () => {
      const { manuscript } = get();
      if (manuscript === undefined) throw new CallFailure('bad-request', '没有打开的稿件。');
      return ports.call('own.save', { id, ...manuscript });
    },
    schedule: ports.schedule,
    failure: (reason) => ({ code: reason instanceof CallFailure ? reason.code : 'internal', message: failureSentence(reason) }),
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
function createEditing(ports: OwnPorts, touch: () => void, set: Set, get: Get) {
  /** The next caret report comes from an edit, not from a jump. */
  let caretFollowsEdit = false;

  function step(): OwnStep | undefined {
    const { manuscript, caret } = get();
    return manuscript && { manuscript, ...(caret ? { caret } : {}) };
  }

  function wish(caret: TextPlace, to?: TextPlace): FocusRequest {
    return { caret, ...(to ? { to } : {}), serial: (get().focus?.serial ?? 0) + 1 };
  }

  function travel(move: typeof stepBack<OwnStep>): void {
    const current = step();
    const moved = current && move(get().history, current);
    if (!moved) return;
    const { manuscript, caret } = moved.step;
    set({ manuscript, history: moved.history, caret, ...(caret ? { focus: wish(caret) } : {}) });
    touch();
  }

  return {
    edit: (change: (manuscript: Manuscript) => Manuscript, merge?: string) => {
      const before = step();
      if (!before || ports.isReadOnly()) return;
      const manuscript = withPlainCharacters(change(before.manuscript));
      if (manuscript === before.manuscript) return;
      caretFollowsEdit = true;
      set({ manuscript, history: recordEdit(get().history, before, merge, ports.nowMs()) });
      touch();
    },
    undo: () => travel(stepBack),
    redo: () => travel(stepForward),
    setCaret: (caret: TextPlace | undefined) => {
      const isJump = !caretFollowsEdit && !sameTextPlace(caret, get().caret);
      caretFollowsEdit = false;
      set({ caret, ...(isJump ? { history: closeStep(get().history) } : {}) });
    },
    goTo: (caret: TextPlace, to?: TextPlace) => set({ caret, history: closeStep(get().history), focus: wish(caret, to) }),
  };
}

/** The window's session. */
export const ownSession = createOwnSession({
  call,
  nowMs: () => Date.now(),
  isReadOnly,
  schedule: (action, delayMs) => {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
});

/** Reads one part of the window's session. */
export function useOwnSession<Part>(select: (session: OwnSession) => Part): Part {
  return useStore(ownSession, select);
}
