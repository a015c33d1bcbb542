/** Undo steps as patches from the state on disk, in JSON, and back: so they outlive the closing of an issue. */
import type { Issue } from '../../shared/document/issue.js';
import { applyPatch, diffJson } from '../../shared/library/json-patch.js';
import { mostKeptCharacters, mostKeptSteps, type KeptStep, type UndoJournal } from '../../shared/library/undo-journal.js';
import { existingSelection, readSelectionKey, selectionKey } from './selection.js';
import { emptyHistory, type Step, type UndoHistory } from './undo-history.js';

/** The steps nearest to now, as far as they reach without anything done beside the issue, which nobody could take back. */
export function toKeptUndo({ past, future }: UndoHistory, issue: Issue): string {
  const journal: UndoJournal = { past: toKept(past, issue), future: toKept(future, issue) };
  return JSON.stringify(journal);
}

/** @throws TypeError or others for words that are no steps, or do not fit the issue */
export function fromKeptUndo(steps: string, issue: Issue): UndoHistory {
  const { past, future } = JSON.parse(steps) as UndoJournal;
  return { ...emptyHistory, past: fromKept(past, issue), future: fromKept(future, issue) };
}

/** `steps` as histories hold them, the nearest last. */
function toKept(steps: readonly Step[], issue: Issue): readonly KeptStep[] {
  const kept: KeptStep[] = [];
  let nearer = issue;
  let characters = 0;
  for (const step of steps.toReversed().slice(0, mostKeptSteps)) {
    if (step.beside) break;
    const patch = diffJson(nearer, step.issue);
    characters += JSON.stringify(patch).length;
    if (characters > mostKeptCharacters) break;
    kept.push({ patch, selection: selectionKey(step.selection), ...(step.caret && { caret: step.caret }) });
    nearer = step.issue;
  }
  return kept;
}

function fromKept(kept: readonly KeptStep[], issue: Issue): readonly Step[] {
  const steps: Step[] = [];
  let nearer = issue;
  for (const { patch, selection, caret } of kept) {
    nearer = applyPatch(nearer, patch) as Issue;
    const shown = existingSelection(nearer, readSelectionKey(selection) ?? { kind: 'masthead' });
    steps.push({ issue: nearer, selection: shown, ...(caret && { caret }) });
  }
  return steps.toReversed();
}
