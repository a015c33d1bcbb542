import type { Masthead } from './issue.js';

/** 第10期, or 增刊第1期 for a supplement; 第10期（总第168期） where issues are counted over all years too. */
export function issueNumberText({ supplement, number, total }: Masthead): string {
  return `${supplement ? '增刊' : ''}第${String(number)}期${total === undefined ? '' : `（总第${String(total)}期）`}`;
}
