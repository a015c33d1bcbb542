import type { IssueState } from '../document/issue.js';

/** Where an issue stands, in the editor's words. */
export const stateLabels: Readonly<Record<IssueState, string>> = {
  drafting: '组稿',
  typeset: '排版',
  proofing: '校对',
  reviewing: '送审',
  final: '签发',
  printed: '印发',
  correcting: '更正',
  archived: '归档',
};
