import type { RecognizedDraft } from '../../../shared/recognize/recognized.js';
import { hasWords } from '../../../shared/submissions/left-aside.js';
import type { Received } from '../../../shared/submissions/new-submission.js';
import { guessUnit, plainUnitName, type UnitFinder } from '../../../shared/units/match-unit.js';

/** Where a manuscript lay. */
export interface DraftPlace {
  readonly file: string;
  /** Names of the folders it lay in, the nearest first. */
  readonly folders: readonly string[];
}

/**
 * What is known of a recognised manuscript beside its words: what it says of its writers, the unit it most probably came
 * from and what that was seen by, what was not found or doubtful, and what of the file is not among its words.
 */
export function describeDraft(
  { article, facts, notes, warnings, leftAside }: RecognizedDraft,
  finder: UnitFinder,
  place: DraftPlace,
): Pick<Received, 'facts' | 'unitGuess' | 'notes' | 'leftAside'> {
  const guess = guessUnit(finder, { sources: article.sources, ...place });
  const isSaid = guess?.from === 'source' && article.sources.some((source) => plainUnitName(source) === plainUnitName(guess.unit.name));
  return {
    facts: {
      ...facts,
      ...(guess === undefined ? {} : { unitId: guess.unit.id, unitName: article.sources[0] ?? guess.unit.name }),
    },
    ...(guess === undefined || isSaid ? {} : { unitGuess: guess.from }),
    notes: [...new Set([...notes, ...warnings])],
    leftAside: leftAside.filter(hasWords),
  };
}
