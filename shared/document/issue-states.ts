/** Where an issue stands, in the order it goes through: 组稿, 排版, 校对, 送审, 签发, 印发, 更正, 归档. */
export const issueStates = ['drafting', 'typeset', 'proofing', 'reviewing', 'final', 'printed', 'correcting', 'archived'] as const;
type State = (typeof issueStates)[number];

/** Stages of what is not printed yet, an issue or an article of it; it goes forward and back among them. */
export const stages = ['drafting', 'typeset', 'proofing', 'reviewing', 'final'] as const satisfies readonly State[];
export type Stage = (typeof stages)[number];

/** The stage a state is; undefined from print on. */
export function stageOf(state: State): Stage | undefined {
  return stages.find((stage) => stage === state);
}

/** Whether the text of an issue in this state stands as it is: what was printed is changed by a 更正 only. */
export function isLockedState(state: State): boolean {
  return state === 'printed' || state === 'archived';
}

/** Whether an issue in this state has been printed. */
export function isPrintedState(state: State): boolean {
  return stageOf(state) === undefined;
}

/** The states an issue can go to from one. A printed one is corrected, or put into the archive; never a draft again. */
export function nextStates(state: State): readonly State[] {
  if (state === 'printed') return ['correcting', 'archived'];
  if (state === 'archived') return ['correcting'];
  if (state === 'correcting') return ['printed'];
  return [...stages.filter((other) => other !== state), 'printed'];
}
