/** Where an issue stands, in the order it goes through: 组稿, 送审, 定稿, 印发. */
export const issueStates = ['drafting', 'reviewing', 'final', 'printed'] as const;
