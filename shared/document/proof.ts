import type { IssueState } from './issue.js';

/** Stages of proofs, as printers count them. */
export const proofStages = ['first', 'second', 'third', 'clean'] as const;
export type ProofStage = (typeof proofStages)[number];

export const proofStageLabels: Readonly<Record<ProofStage, string>> = {
  first: '一校样',
  second: '二校样',
  third: '三校样',
  clean: '清样',
};

/** What a proof is to carry: its stage, and numbers of paragraphs in the margin (段号). */
export interface ProofChoice {
  readonly stage: ProofStage;
  readonly isNumbered: boolean;
}

const proofStates: readonly IssueState[] = ['drafting', 'typeset', 'proofing', 'reviewing'];

/** Whether an issue in this state is still proofed: from 签发 on nothing that is printed says 校样. */
export function mayBeProof(state: IssueState): boolean {
  return proofStates.includes(state);
}

/** What the head of a proof's pages says; `date` as it is printed. */
export function proofHeadWords(stage: ProofStage, date: string): { readonly left: string; readonly right: string } {
  return { left: `${proofStageLabels[stage]}　${date}`, right: '仅供校对　不得印发' };
}
