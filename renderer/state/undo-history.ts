import { setState } from '../../shared/document/edit-issue.js';
import type { Issue, IssueState } from '../../shared/document/issue.js';
import type { Selection } from './selection.js';
import type { TextPlace } from '../../shared/document/text-place.js';

/** One state of the issue that undo or redo can return to, with where the editor was. */
export interface Step {
  readonly issue: Issue;
  readonly selection: Selection;
  readonly caret?: TextPlace;
  /** What happened beside the issue with the edit between this state and the one it leads to. */
  readonly beside?: Beside;
}

/** The part of an edit that lies outside the issue, such as a submission added or put away. */
export interface Beside {
  /** Called when the edit has been taken back. */
  undo(): void;
  /** Called when the edit has been made again. */
  redo(): void;
}

/** One stack for structure and text alike. */
export interface UndoHistory {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  /** Merge key of the open step; further edits with it join the step. */
  readonly openStep?: string;
  /** When the open step last grew, epoch milliseconds. */
  readonly grewAtMs: number;
}

export const emptyHistory: UndoHistory = { past: [], future: [], grewAtMs: 0 };

/** A pause this long ends an undo step. */
export const stepPauseMs = 1000;
const mostSteps = 1000;

/** Records that `before` was left by an edit; edits with one merge key and no pause between them make one step. */
export function recordEdit(history: UndoHistory, before: Step, merge: string | undefined, nowMs: number): UndoHistory {
  const joins = merge !== undefined && merge === history.openStep && nowMs - history.grewAtMs < stepPauseMs;
  const past = joins ? history.past : [...history.past, before].slice(-mostSteps);
  return { past, future: [], grewAtMs: nowMs, ...(merge === undefined ? {} : { openStep: merge }) };
}

/** The next edit begins a step of its own. */
export function closeStep({ openStep: _open, ...history }: UndoHistory): UndoHistory {
  return history;
}

export interface Moved {
  readonly history: UndoHistory;
  readonly step: Step;
  /** To be called once the step is shown. */
  besides(): void;
}

/** Back to the state before the last step; undefined when there is none. */
export function stepBack(history: UndoHistory, current: Step): Moved | undefined {
  const step = history.past.at(-1);
  if (!step) return undefined;
  const left = withBeside(current, step.beside);
  return {
    step,
    history: { past: history.past.slice(0, -1), future: [...history.future, left], grewAtMs: 0 },
    besides: () => step.beside?.undo(),
  };
}

/** Forward to the state that undo left last; undefined when there is none. */
export function stepForward(history: UndoHistory, current: Step): Moved | undefined {
  const step = history.future.at(-1);
  if (!step) return undefined;
  const left = withBeside(current, step.beside);
  return {
    step,
    history: { past: [...history.past, left], future: history.future.slice(0, -1), grewAtMs: 0 },
    besides: () => step.beside?.redo(),
  };
}

/** The same steps of an issue that stands elsewhere now: undo takes back words, never where an issue stands. */
export function withState(history: UndoHistory, state: IssueState): UndoHistory {
  const change = (step: Step): Step => ({ ...step, issue: setState(step.issue, state) });
  return { ...history, past: history.past.map(change), future: history.future.map(change) };
}

function withBeside(step: Step, beside: Beside | undefined): Step {
  return beside ? { ...step, beside } : step;
}
