/** What an editor does about findings of 自检, in the order in which they are shown. */
export const checkGroupNames = ['restore', 'link', 'tidy', 'tell'] as const;
export type CheckGroup = (typeof checkGroupNames)[number];

export const checkGroups: Readonly<Record<CheckGroup, { readonly label: string; readonly note: string }>> = {
  restore: { label: '可以找回', note: '内容已损坏或不见，有完好的一份可用。' },
  link: { label: '联系已断', note: '记录之间对不上，文字不受影响。' },
  tidy: { label: '可以清到一边', note: '没有什么用到它们；只移动，不删除。' },
  tell: { label: '要您自己处理', note: '程序没有把握，请按每条所说的办。' },
};
