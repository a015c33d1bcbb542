/** The open issue: its value, one undo stack, where the editor is, and what is on disk. */
import { createStore, useStore } from 'zustand';
import { isLockedState } from '../../shared/document/issue-states.js';
import { setState } from '../../shared/document/edit-issue.js';
import type { Issue, IssueState } from '../../shared/document/issue.js';
import { withPlainCharacters } from '../../shared/document/plain-characters.js';
import { CallFailure } from '../bridge.js';
import { fromKeptUndo, toKeptUndo } from './kept-undo.js';
import type { SaveQueue, SaveState } from './save-queue.js';
import { existingSelection, openingSelection, type FocusRequest, type Selection } from './selection.js';
import { createCaretTrail, newSaveQueue, windowPorts, type CaretTrail, type SessionPorts } from './session-parts.js';
import type { TextPlace } from '../../shared/document/text-place.js';
import {
  closeStep,
  emptyHistory,
  recordEdit,
  stepBack,
  stepForward,
  withState,
  type Beside,
  type Step,
  type UndoHistory,
} from './undo-history.js';

export interface EditOptions {
  /** Edits with one key and no pause between them are one undo step, e.g. `text:<paragraphId>`. */
  readonly merge?: string;
  /** What was done outside the issue with this edit: undo and redo take it back and make it again. */
  readonly beside?: Beside;
}

export interface IssueSession {
  /** Undefined while no issue is open. */
  readonly key: string | undefined;
  readonly issue: Issue | undefined;
  readonly revision: string;
  readonly saveState: SaveState;
  readonly history: UndoHistory;
  readonly current: Selection;
  readonly caret: TextPlace | undefined;
  /** The latest wish that the article editor take the cursor somewhere. */
  readonly focus: FocusRequest | undefined;
  /** Opens an issue; the one open before is saved first. False when that save failed: then it stays open. @throws CallFailure */
  open(key: string): Promise<boolean>;
  /** Reads the open issue again from disk; what is not saved and the undo steps are given up. @throws CallFailure */
  reload(): Promise<void>;
  /** Keeps the value on screen over what another program wrote (that one stays in the history on disk). @throws CallFailure */
  overwrite(): Promise<boolean>;
  /** Takes in the state the issue was brought to by the services; its text, and the way back in it, are as they were. */
  adoptState(state: IssueState, revision: string): void;
  /** Leaves the open issue without saving. */
  close(): void;
  edit(change: (issue: Issue) => Issue, options?: EditOptions): void;
  undo(): void;
  redo(): void;
  /** Ends the undo step that edits with one merge key are growing: punctuation, end of a composition, a jump. */
  closeStep(): void;
  setCaret(caret: TextPlace | undefined): void;
  select(selection: Selection): void;
  /** Selects the item and takes the cursor there, with the text up to `to` selected. */
  goTo(caret: TextPlace, to?: TextPlace): void;
  /** Saves now; false when it could not be saved. */
  flush(): Promise<boolean>;
}

const closed = {
  key: undefined,
  issue: undefined,
  revision: '',
  saveState: { kind: 'saved' },
  history: emptyHistory,
  current: { kind: 'masthead' },
  caret: undefined,
  focus: undefined,
} as const satisfies Partial<IssueSession>;

type Get = () => IssueSession;
type Set = (part: Partial<IssueSession>) => void;

/** A session over the given ports; the window has one, tests make their own. */
export function createIssueSession(ports: SessionPorts) {
  return createStore<IssueSession>((set, get) => {
    const disk = createDisk(ports, set, get);
    const trail = createCaretTrail(get);
    return {
      ...closed,
      ...createStorage(ports, disk, set, get),
      ...createEditing(ports, disk, trail, set, get),
      ...createMoving(trail, set, get),
    };
  });
}

/** The save queue of whatever issue is open, and its undo steps on disk. */
interface Disk {
  /** The open issue changed: save it soon. */
  touch(): void;
  flush(): Promise<boolean>;
  /** Reads an issue in the place of the open one; with `keeps`, once that is saved. False when it could not be: then it stays. */
  load(key: string, keeps: boolean): Promise<boolean>;
  close(): void;
}

function createDisk(ports: SessionPorts, set: Set, get: Get): Disk {
  let queue: SaveQueue | undefined;

  async function send(): Promise<{ savedAt: string }> {
    const { key, issue, revision } = get();
    if (key === undefined || issue === undefined) throw new CallFailure('issue-missing', '没有打开的期。');
    const answer = await ports.call('issue.save', { key, issue, baseRevision: revision });
    if (get().key === key) set({ key: answer.key, revision: answer.revision });
    return answer;
  }

  function newQueue(): SaveQueue {
    const made: SaveQueue = newSaveQueue(ports, {
      send,
      report: (saveState) => {
        if (queue === made) set({ saveState });
      },
    });
    return made;
  }

  let kept: UndoHistory = emptyHistory;

  /** Steps are a comfort: what keeps them from the disk is no reason to disturb the editor. */
  async function keepUndo(): Promise<void> {
    const { key, issue, revision, history } = get();
    if (key === undefined || issue === undefined || history.past === kept.past || ports.isReadOnly()) return;
    kept = history;
    await ports.call('undo.keep', { key, revision, steps: toKeptUndo(history, issue) }).catch(() => undefined);
  }

  async function keptUndo(key: string, issue: Issue, revision: string): Promise<UndoHistory> {
    try {
      const { steps } = await ports.call('undo.get', { key, revision });
      return steps === undefined ? emptyHistory : fromKeptUndo(steps, issue);
    } catch {
      return emptyHistory;
    }
  }

  return {
    touch: () => queue?.touch(),
    flush: async () => {
      const isSaved = queue ? await queue.flush() : true;
      if (isSaved) await keepUndo();
      return isSaved;
    },
    load: async (key, keeps) => {
      const { issue, revision } = await ports.call('issue.get', { key });
      const history = await keptUndo(key, issue, revision);
      // What was typed while the other was read belongs to the one that is left.
      if (keeps && get().key !== key && !((await queue?.flush()) ?? true)) return false;
      queue?.close();
      queue = newQueue();
      kept = history;
      set({ ...closed, key, issue, revision, history, current: openingSelection(issue) });
      return true;
    },
    close: () => {
      queue?.close();
      queue = undefined;
      set(closed);
    },
  };
}

/** Between the session and the disk. */
function createStorage(ports: SessionPorts, disk: Disk, set: Set, get: Get) {
  return {
    open: async (key: string) => {
      if (!(await disk.flush())) return false;
      return disk.load(key, true);
    },
    reload: async () => {
      const { key, current } = get();
      if (key === undefined) return;
      await disk.load(key, false);
      const { issue } = get();
      if (issue) set({ current: existingSelection(issue, current) });
    },
    overwrite: async () => {
      const { key } = get();
      if (key === undefined) return false;
      const { revision } = await ports.call('issue.get', { key });
      set({ revision });
      disk.touch();
      return disk.flush();
    },
    adoptState: (state: IssueState, revision: string) => {
      const { issue, history } = get();
      if (issue) set({ issue: setState(issue, state), revision, history: withState(history, state) });
    },
    close: disk.close,
    flush: disk.flush,
  };
}

/** Changes of the issue, and the way back; with the caret, whose reports tell typing from jumps. */
function createEditing(ports: SessionPorts, disk: Disk, trail: CaretTrail<Step>, set: Set, get: Get) {
  function step(): Step | undefined {
    const { issue, current, caret } = get();
    return issue && { issue, selection: current, ...(caret ? { caret } : {}) };
  }

  function travel(move: typeof stepBack): void {
    const current = step();
    if (current && isLockedState(current.issue.state)) return;
    const moved = current && move(get().history, current);
    if (!moved) return;
    const { issue, selection, caret } = moved.step;
    const focus = caret ? { focus: trail.wish(caret) } : {};
    set({ issue, history: moved.history, current: existingSelection(issue, selection), caret, ...focus });
    disk.touch();
    moved.besides();
  }

  return {
    edit: (change: (issue: Issue) => Issue, { merge, beside }: EditOptions = {}) => {
      const before = step();
      if (!before || ports.isReadOnly() || isLockedState(before.issue.state)) return;
      const issue = withPlainCharacters(change(before.issue));
      if (issue === before.issue) return;
      trail.edited();
      const left = beside ? { ...before, beside } : before;
      const history = recordEdit(get().history, left, merge, ports.nowMs());
      set({ issue, history, current: existingSelection(issue, get().current) });
      disk.touch();
    },
    undo: () => travel(stepBack),
    redo: () => travel(stepForward),
    setCaret: (caret: TextPlace | undefined) => set(trail.reported(caret)),
  };
}

/** Where the editor goes; every move ends the undo step that was growing. */
function createMoving(trail: CaretTrail<Step>, set: Set, get: Get) {
  return {
    closeStep: () => set({ history: closeStep(get().history) }),
    select: (current: Selection) => set({ current, history: closeStep(get().history) }),
    goTo: (caret: TextPlace, to?: TextPlace) =>
      set({
        current: { kind: 'item', itemId: caret.itemId },
        caret,
        history: closeStep(get().history),
        focus: trail.wish(caret, to),
      }),
  };
}

/** The window's session. */
export const issueSession = createIssueSession(windowPorts);

/** Reads one part of the open issue's session. */
export function useIssueSession<Part>(select: (session: IssueSession) => Part): Part {
  return useStore(issueSession, select);
}
