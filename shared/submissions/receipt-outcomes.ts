/** Version of the saved shape of a receipt. */
export const receiptVersion = 1;

/** What became of a submission, as its unit is told: 采用, 修改采用, 备用, 不采用, 退改. */
export const outcomes = ['adopted', 'revised', 'reserve', 'refused', 'returned'] as const;
export type Outcome = (typeof outcomes)[number];

export const outcomeLabels: Readonly<Record<Outcome, string>> = {
  adopted: '采用',
  revised: '修改采用',
  reserve: '备用',
  refused: '不采用',
  returned: '退改',
};

/** Whether the manuscript was printed. */
export function isPrinted(outcome: Outcome): boolean {
  return outcome === 'adopted' || outcome === 'revised';
}
