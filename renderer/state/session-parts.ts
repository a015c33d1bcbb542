/** What the sessions of the window have in common: its clock and its way to the disk, why a save failed, where the cursor was. */
import type { QuickCallName, CallRequest, CallResponse } from '../../shared/ipc.js';
import { sameTextPlace, type TextPlace } from '../../shared/document/text-place.js';
import { call, CallFailure, failureSentence } from '../bridge.js';
import { isReadOnly } from './read-only.js';
import { SaveQueue, type SaveQueuePorts } from './save-queue.js';
import type { FocusRequest } from './selection.js';
import { closeStep, type AnyStep, type UndoHistory } from './undo-history.js';

/** What a session needs of the window; tests give their own. */
export interface SessionPorts {
  call<Name extends QuickCallName>(name: Name, request: CallRequest<Name>): Promise<CallResponse<Name>>;
  nowMs(): number;
  /** Edits of a library that can only be read are not taken. */
  isReadOnly(): boolean;
  schedule(action: () => void, delayMs: number): () => void;
}

/** Those of the window. */
export const windowPorts: SessionPorts = {
  call,
  nowMs: () => Date.now(),
  isReadOnly,
  schedule: (action, delayMs) => {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
};

/** A queue that saves what a session holds. */
export function newSaveQueue({ schedule }: Pick<SessionPorts, 'schedule'>, saving: Pick<SaveQueuePorts, 'send' | 'report'>): SaveQueue {
  return new SaveQueue({
    ...saving,
    schedule,
    failure: (reason) => ({ code: reason instanceof CallFailure ? reason.code : 'internal', message: failureSentence(reason) }),
  });
}

/** The part of a session that knows the cursor. */
interface WithCaret<Each extends AnyStep> {
  readonly history: UndoHistory<Each>;
  readonly caret: TextPlace | undefined;
  readonly focus: FocusRequest | undefined;
}

export interface CaretTrail<Each extends AnyStep> {
  /** The next report of the cursor comes from an edit, not from a jump. */
  edited(): void;
  /** What a report changes: a jump ends the undo step that was growing. */
  reported(caret: TextPlace | undefined): Partial<WithCaret<Each>>;
  /** A wish that the editor take the cursor to a place, with the text up to `to` selected. */
  wish(caret: TextPlace, to?: TextPlace): FocusRequest;
}

/** Tells typing from jumps by what the editor reports of its cursor. */
export function createCaretTrail<Each extends AnyStep>(get: () => WithCaret<Each>): CaretTrail<Each> {
  let followsEdit = false;
  return {
    edited: () => {
      followsEdit = true;
    },
    reported: (caret) => {
      const isJump = !followsEdit && !sameTextPlace(caret, get().caret);
      followsEdit = false;
      return { caret, ...(isJump ? { history: closeStep(get().history) } : {}) };
    },
    wish: (caret, to) => ({ caret, ...(to ? { to } : {}), serial: (get().focus?.serial ?? 0) + 1 }),
  };
}
