/** Where an issue stands, in the order it goes through: 组稿, 排版, 校对, 送审, 签发, 印发, 更正, 归档. */
export const issueStates = ['drafting', 'typeset', 'proofing', 'reviewing', 'final', 'printed', 'correcting', 'archived'] as const;
type State = (typeof issueStates)[number];

/** Stages of an issue that is not printed yet; it goes forward and back among them. */
const beforePrint: readonly State[] = ['drafting', 'typeset', 'proofing', 'reviewing', 'final'];

/** Whether the text of an issue in this state stands as it is: what was printed is changed by a 更正 only. */
export function isLockedState(state: State): boolean {
  return state === 'printed' || state === 'archived';
}

/** Whether an issue in this state has been printed. */
export function isPrintedState(state: State): boolean {
  return !beforePrint.includes(state);
}

/** The states an issue can go to from one. A printed one is corrected, or put into the archive; never a draft again. */
export function nextStates(state: State): readonly State[] {
  if (state === 'printed') return ['correcting', 'archived'];
  if (state === 'archived') return ['correcting'];
  if (state === 'correcting') return ['printed'];
  return [...beforePrint.filter((other) => other !== state), 'printed'];
}
