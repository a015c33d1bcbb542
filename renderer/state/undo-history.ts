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

/** What every step of any session has. */
export interface AnyStep {
  readonly caret?: TextPlace;
  readonly beside?: Beside;
}

/** One stack for structure and text alike. */
export interface UndoHistory<Each extends AnyStep = Step> {
  readonly past: readonly Each[];
  readonly future: readonly Each[];
  /** Merge key of the open step; further edits with it join the step. */
  readonly openStep?: string;
  /** When the open step last grew, epoch milliseconds. */
  readonly grewAtMs: number;
}

export const emptyHistory: UndoHistory<never> = { past: [], future: [], grewAtMs: 0 };

/** A pause this long ends an undo step. */
export const stepPauseMs = 1000;
const mostSteps = 1000;

/** Records that `before` was left by an edit; edits with one merge key and no pause between them make one step. */
export function recordEdit<Each extends AnyStep>(
  history: UndoHistory<Each>,
  before: Each,
  merge: string | undefined,
  nowMs: number,
): UndoHistory<Each> {
  const joins = merge !== undefined && merge === history.openStep && nowMs - history.grewAtMs < stepPauseMs;
  const past = joins ? history.past : [...history.past, before].slice(-mostSteps);
  return { past, future: [], grewAtMs: nowMs, ...(merge === undefined ? {} : { openStep: merge }) };
}

/** The next edit begins a step of its own. */
export function closeStep<Each extends AnyStep>({ openStep: _open, ...history }: UndoHistory<Each>): UndoHistory<Each> {
  return history;
}

export interface Moved<Each extends AnyStep = Step> {
  readonly history: UndoHistory<Each>;
  readonly step: Each;
  /** To be called once the step is shown. */
  besides(): void;
}

/** Back to the state before the last step; undefined when there is none. */
export function stepBack<Each extends AnyStep>(history: UndoHistory<Each>, current: Each): Moved<Each> | undefined {
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
export function stepForward<Each extends AnyStep>(history: UndoHistory<Each>, current: Each): Moved<Each> | undefined {
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

function withBeside<Each extends AnyStep>(step: Each, beside: Beside | undefined): Each {
  return beside ? { ...step, beside } : step;
}
