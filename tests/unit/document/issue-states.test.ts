import { describe, expect, it } from 'vitest';
import { isLockedState, isPrintedState, issueStates, nextStates } from '../../../shared/document/issue-states.js';

describe('the states of an issue', () => {
  it('lock what is printed, until a 更正 opens it', () => {
    expect(issueStates.filter(isLockedState)).toEqual(['printed', 'archived']);
    expect(issueStates.filter(isPrintedState)).toEqual(['printed', 'correcting', 'archived']);
  });

  it('lead forward and back before print, and never back to a draft after it', () => {
    expect(nextStates('reviewing')).toEqual(['drafting', 'typeset', 'proofing', 'final', 'printed']);
    for (const state of issueStates.filter(isPrintedState)) expect(nextStates(state).some((next) => !isPrintedState(next))).toBe(false);
  });
});
