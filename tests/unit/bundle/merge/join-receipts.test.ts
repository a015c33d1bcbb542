import { describe, expect, it } from 'vitest';
import { joinReceipts } from '../../../../shared/bundle/merge/join-receipts.js';
import type { Outcome } from '../../../../shared/submissions/receipt-outcomes.js';
import { receiptVersion } from '../../../../shared/submissions/receipt-outcomes.js';
import type { Printed, Receipt } from '../../../../shared/submissions/receipt.js';
import { draftArticle } from '../../../helpers/library-fixture.js';

const printedIn = (issueKey: string): Printed => ({
  ...{ issueKey, issue: `宣传信息专报 ${issueKey}`, date: '2026-03-02', column: '工作动态' },
  item: draftArticle('示例'),
});
const receipt = (outcome: Outcome, ...printed: Printed[]): Receipt => ({
  ...{ version: receiptVersion, id: 's1', thread: 's1', round: 1, title: '示例', unitName: '示例区' },
  ...{ outcome, printed },
});

describe('two receipts for one submission', () => {
  it.each([
    ['adopted', 'refused'],
    ['revised', 'adopted'],
    ['returned', 'reserve'],
    ['reserve', 'refused'],
  ] as const)('give the answer that says more: %s over %s, whichever is ours', (more, less) => {
    const [first, second] = [receipt(more), receipt(less)];
    expect([joinReceipts(first, second).outcome, joinReceipts(second, first).outcome]).toEqual([more, more]);
  });

  it('count every issue that printed it, each once, in one order on both machines', () => {
    const [one, other] = [printedIn('2026-03'), printedIn('2026-05')];
    const joined = joinReceipts(receipt('adopted', other), receipt('revised', one, other));
    expect(joined.printed).toEqual([one, other]);
    expect(joinReceipts(receipt('adopted', one), receipt('adopted', other)).printed).toEqual([one, other]);
    expect(joinReceipts(receipt('adopted', other), receipt('adopted', one)).printed).toEqual([one, other]);
  });
});
