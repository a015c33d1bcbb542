import type { TextPlace } from '../document/text-place.js';
import type { Patch } from './json-patch.js';

/** Most steps kept each way, and most characters of their patches together. */
export const mostKeptSteps = 200;
export const mostKeptCharacters = 256 * 1024;

/** One step, as the patch that leads to its state from the one a step nearer to now. */
export interface KeptStep {
  readonly patch: Patch;
  /** The part of the issue that was shown, as a key. */
  readonly selection: string;
  readonly caret?: TextPlace | undefined;
}

/** Undo and redo steps from one state of an issue, each list nearest to it first. */
export interface UndoJournal {
  readonly past: readonly KeptStep[];
  readonly future: readonly KeptStep[];
}
